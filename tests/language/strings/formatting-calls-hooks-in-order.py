# formatting calls hooks in order
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


class F:
    def __init__(self, n):
        self.n = n

    def __format__(self, spec):
        print("format", self.n, repr(spec), end="; ")
        return f"<{self.n}>"

    def __str__(self):
        print("str", self.n, end="; ")
        return "S"

    def __repr__(self):
        print("repr", self.n, end="; ")
        return "R"

    def __getitem__(self, key):
        return F(f"{self.n}[{key!r}]")

    @property
    def attr(self):
        return F(f"{self.n}.attr")


a, b = F("a"), F("b")
attempt(lambda: f"{a} {b!r} {a!s:>4} {b!a} {a:{b}} {a.attr[1]:x}")
# expect: format a ''; repr b; str a; repr b; format b ''; format a '<b>'; format a.attr[1] 'x'; '<a> R    S R <a> <a.attr[1]>'
attempt(lambda: "{} {!r} {0}".format(a, b))
# expect: format a ''; repr b; ValueError: cannot switch from automatic field numbering to manual field specification
attempt(lambda: "{0} {1!r:^5} {0.attr} {0[k]} {0[3].attr:{1}}".format(a, b))
# expect: format a ''; repr b; format a.attr ''; format a['k'] ''; format b ''; format a[3].attr '<b>'; "<a>   R   <a.attr> <a['k']> <a[3].attr>"
attempt(lambda: "%s %r %a" % (a, b, a))  # expect: str a; repr b; repr a; 'S R R'
attempt(lambda: "{x} {x.attr}".format(x=a))  # expect: format a ''; format a.attr ''; '<a> <a.attr>'
attempt(lambda: "{x}".format_map({"x": a}))  # expect: format a ''; '<a>'
attempt(lambda: format(a, "spec"))  # expect: format a 'spec'; '<a>'
attempt(lambda: f"{a=} {b = !s}")  # expect: repr a; str b; 'a=R b = S'
attempt(lambda: "{:{}}".format(5, ">4"))  # expect: '   5'
attempt(lambda: "{".format())  # expect: ValueError: Single '{' encountered in format string
attempt(lambda: "{0!x}".format(1))  # expect: ValueError: Unknown conversion specifier x
attempt(lambda: "{a}".format())  # expect: KeyError: 'a'
attempt(lambda: "{:d}".format("s"))  # expect: ValueError: Unknown format code 'd' for object of type 'str'
attempt(lambda: "%d" % "s")  # expect: TypeError: %d format: a real number is required, not str
attempt(lambda: "%(a)s" % 5)  # expect: TypeError: format requires a mapping
attempt(lambda: "%s %s" % 1)  # expect: TypeError: not enough arguments for format string
attempt(lambda: "%s" % (1, 2))  # expect: TypeError: not all arguments converted during string formatting
attempt(lambda: f"{5:{'>'}{10}}")  # expect: '         5'
attempt(lambda: f"{'nested ' + f'{1 + 1}'}")  # expect: 'nested 2'
