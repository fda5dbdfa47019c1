# module attributes change
import math


def f():
    return math.floor(2.7)


for _ in range(50):
    f()
real = math.floor
math.floor = lambda x: "patched"
print(f())  # expect: patched
math.floor = real
print(f())  # expect: 2
math = type("Fake", (), {"floor": staticmethod(lambda x: "fake")})
print(f())  # expect: fake
