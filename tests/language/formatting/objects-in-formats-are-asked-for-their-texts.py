# f-strings, % and str.format() ask objects for their texts in order, and check what they say
class A:
    def __init__(self, n):
        self.n = n

    def __str__(self):
        log.append(self.n)
        return f"<{self.n}>"


class R:
    def __repr__(self):
        return "R!"


class F(A):
    def __format__(self, spec):
        return f"F({spec})"


class Sub(str):
    def __str__(self):
        return "sub"


class Bad:
    def __str__(self):
        return 5


class BadRepr:
    def __repr__(self):
        return None


class BadFormat:
    def __format__(self, spec):
        return 5


class Raises:
    def __str__(self):
        raise ValueError("no text")


class Mapping:
    def __getitem__(self, key):
        return key * 2


class T(tuple):
    pass


class TextSub(str):
    pass


class GivesSub:
    def __str__(self):
        return TextSub("given")


log = []
for i in range(3):
    print(f"{A(i)}", f"{A(i)!s:>6}", f"{R()} {R()!r} {F(1)} {F(1):x}", "%s|%r|%d" % (A(i), R(), i), "{} {} {}".format(A(i), i, F(2)))
# expect: <0>    <0> R! R! F() F(x) <0>|R!|0 <0> 0 F()
# expect: <1>    <1> R! R! F() F(x) <1>|R!|1 <1> 1 F()
# expect: <2>    <2> R! R! F() F(x) <2>|R!|2 <2> 2 F()
print(log)  # expect: [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2]
print("%s" % A(7), "%r" % R(), "%s %s" % (Sub("x"), [R()]), "%(a)s-%(b)r" % {"a": A(1), "b": R()}, "%s" % Mapping() if False else "%(k)s" % Mapping())
# expect: <7> R! sub [R!] <1>-R! kk
print("{0}{1}{0} {name}".format(R(), 2, name=R()), "{{{}}}".format(R()), "{:>4}|".format("a"), "%5s|%-5s|" % (R(), R()), "%s" % T((1,)), "%s %s" % T((1, R())))
# expect: R!2R! R! {R!}    a|    R!|R!   | 1 1 R!
print(type("%s" % GivesSub()), type("{}".format(GivesSub())), "{}".format(GivesSub()), f"a{GivesSub()}", "%s%s" % (GivesSub(), 1))
# expect: <class '__main__.TextSub'> <class '__main__.TextSub'> given agiven given1
log.clear()
for make in (
    lambda: "%s" % Bad(), lambda: "{}".format(Bad()), lambda: f"{Bad()}", lambda: "%r" % BadRepr(), lambda: "{}".format(BadRepr()), lambda: f"{BadFormat()}",
    lambda: "{}".format(BadFormat()), lambda: "%s" % Raises(), lambda: f"{Raises()}", lambda: "%s %d" % (A(1), "x"), lambda: "%d %s" % ("x", A(2)),
    lambda: "%s" % (A(3), A(4)), lambda: "%s %s" % (A(5),), lambda: f"{R():5}", lambda: "{:5}".format(R()), lambda: "{} {}".format(A(6)), lambda: format(R(), "x"),
):
    try:
        print(make())
    except Exception as e:
        print(type(e).__name__, e)
# expect: TypeError __str__ returned non-string (type int)
# expect: TypeError __str__ returned non-string (type int)
# expect: TypeError __str__ returned non-string (type int)
# expect: TypeError __repr__ returned non-string (type NoneType)
# expect: TypeError __str__ returned non-string (type NoneType)
# expect: TypeError __format__ must return a str, not int
# expect: TypeError __format__ must return a str, not int
# expect: ValueError no text
# expect: ValueError no text
# expect: TypeError %d format: a real number is required, not str
# expect: TypeError %d format: a real number is required, not str
# expect: TypeError not all arguments converted during string formatting
# expect: TypeError not enough arguments for format string
# expect: TypeError unsupported format string passed to R.__format__
# expect: TypeError unsupported format string passed to R.__format__
# expect: IndexError Replacement index 1 out of range for positional args tuple
# expect: TypeError unsupported format string passed to R.__format__
print(log)  # expect: [1, 3, 5, 6]


class Dies:
    def __str__(self):
        return "dying"

    def __del__(self):
        print("died")


print("%s" % Dies(), "{}".format(Dies()), f"{Dies()}")
# expect: died
# expect: died
# expect: died
# expect: dying dying dying
print("%s" % None, "%s" % True, "{} {}".format(None, True), f"{None} {print}", "%s" % int, "{}".format(Ellipsis))
# expect: None True None True None <built-in function print> <class 'int'> Ellipsis
