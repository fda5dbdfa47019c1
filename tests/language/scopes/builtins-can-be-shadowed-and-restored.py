# builtins can be shadowed and restored
len = lambda x: "mine"
print(len([1]))  # expect: mine
del len
print(len([1]))  # expect: 1


def f():
    print = lambda *a: "silent"
    return print("x")


print(f())  # expect: silent
import builtins

builtins.extra = 41
print(extra + 1)  # expect: 42
del builtins.extra
try:
    extra
except NameError as e:
    print(e)  # expect: name 'extra' is not defined
