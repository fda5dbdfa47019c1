# annotate function formats
# python: 3.14
def f(x: int): pass


a = f.__annotate__
print(a(1))  # expect: {'x': <class 'int'>}
try:
    a(2)
except NotImplementedError as e:
    print("not implemented", e)
f.__annotations__ = {"y": 5}
print(f.__annotations__, f.__annotate__)  # expect: {'y': 5} None


def g(): pass


print(g.__annotations__, g.__annotate__)  # expect: {} None
g.__annotate__ = lambda format: {"computed": format}
print(g.__annotations__)  # expect: {'computed': 1}
