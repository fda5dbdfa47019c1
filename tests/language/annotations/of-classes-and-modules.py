# of classes and modules
# python: 3.14
class A:
    x: int
    y: "str" = "v"
    z: list[Missing]

    def m(self, q: A) -> A: pass


try:
    A.__annotations__
except NameError as e:
    print(e)  # expect: name 'Missing' is not defined
Missing = float
print(A.__annotations__, A.m.__annotations__, hasattr(A, "x"), A.y)
# expect: {'x': <class 'int'>, 'y': 'str', 'z': list[float]} {'q': <class '__main__.A'>, 'return': <class '__main__.A'>} False v
n: int = 5
m: str
print(__annotate__.__name__ if "__annotate__" in globals() else None, n, "m" in globals())
# expect: __annotate__ 5 False


class B(A):
    w: bytes


print(B.__annotations__, list(B.__annotate__(1)))  # expect: {'w': <class 'bytes'>} ['w']
