# subclasses keep their class only where asked
class Money(int):
    def __repr__(self):
        return f"Money({int(self)})"

    def __add__(self, other):
        return Money(int(self) + other)


m = Money(5)
print(m, m + 1, m - 1, type(m - 1).__name__, type(+m).__name__)  # expect: Money(5) Money(6) 4 int int
print([m, 3], m == 5, hash(m) == hash(5), isinstance(m, int))  # expect: [Money(5), 3] True True True
print(Money("12"), Money(3.7), sum([m, m], Money(0)))  # expect: Money(12) Money(3) Money(10)
