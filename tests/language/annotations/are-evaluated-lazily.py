# are evaluated lazily
# python: 3.14
def f(x: undefined_name, y: print("never printed") = 1) -> also_undefined:
    return y


print(f(0), f.__annotate__ is not None)  # expect: 1 True
try:
    f.__annotations__
except NameError as e:
    print(e)  # expect: name 'undefined_name' is not defined
undefined_name = int
also_undefined = "now defined"
print(f.__annotations__) if False else None


def g(a: later, b: list[later] = ()) -> None: pass


later = str
print(g.__annotations__)  # expect: {'a': <class 'str'>, 'b': list[str], 'return': None}
print(g.__annotations__ is g.__annotations__)  # expect: True
