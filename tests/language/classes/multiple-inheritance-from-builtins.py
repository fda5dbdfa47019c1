# multiple inheritance from builtins
class Named:
    name = "n"

    def hello(self):
        return f"{self.name} {len(self)}"


class NL(Named, list): pass
class ND(dict, Named): pass


n = NL("abc")
print(n.hello(), n, ND(a=1).hello(), NL.__mro__[1:3], isinstance(n, list))
# expect: n 3 ['a', 'b', 'c'] n 1 (<class '__main__.Named'>, <class 'list'>) True


class IntStr(int):
    def __str__(self):
        return "istr"

    def __eq__(self, o):
        return "eq"

    __hash__ = int.__hash__


i = IntStr(5)
print(i, f"{i}", repr(i), i == 5, i + 1, [1, 2, 3, 4, 5, 6][i], "%d %s" % (i, i))
# expect: istr istr 5 eq 6 6 5 istr
