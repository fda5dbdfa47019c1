# string kinds through one concatenation
def join(a, b):
    return a + b


for _ in range(50):
    join("a", "b")
print(join("a", "é"), join("€", "a"), join("a", "😀"), join("😀", "é"), len(join("é" * 3, "😀")), join("", "x"), join("x", ""))
# expect: aé €a a😀 😀é 4 x x


class S(str):
    def __add__(self, o):
        return "S.add"

    def __radd__(self, o):
        return "S.radd"


print(join(S("a"), "b"), join("a", S("b")))  # expect: S.add S.radd
try:
    join("a", b"b")
except TypeError as e:
    print(e)  # expect: can only concatenate str (not "bytes") to str
