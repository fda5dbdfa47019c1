# string formatter class
import string

f = string.Formatter()
print(f.format("{0} {name:>4} {0!r}", "a", name="b"), list(f.parse("x{a!r:>3}y{{z")), f.vformat("{} {k}", (1,), {"k": 2}))
# expect: a    b 'a' [('x', 'a', '>3', 'r'), ('y{', None, None, None), ('z', None, None, None)] 1 2


class Upper(string.Formatter):
    def format_field(self, value, spec):
        if spec == "up":
            return str(value).upper()
        return super().format_field(value, spec)


print(Upper().format("{:up} {:>3}", "abc", 1))  # expect: ABC   1
