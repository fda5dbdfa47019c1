# globals deleted and shadowing builtins
def f():
    return max(1, 2)


for _ in range(50):
    f()
max = lambda *a: "global"
print(f())  # expect: global
del max
print(f())  # expect: 2
import builtins

real = builtins.max
builtins.max = lambda *a: "builtin"
print(f())  # expect: builtin
builtins.max = real
print(f())  # expect: 2
