# operators fall back and reflect in order
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


class L:
    def __init__(self, answer):
        self.answer = answer

    def __add__(self, other):
        print("L.add", end=" ")
        return self.answer

    def __eq__(self, other):
        print("L.eq", end=" ")
        return self.answer

    def __lt__(self, other):
        print("L.lt", end=" ")
        return self.answer

    __hash__ = None


class R:
    def __radd__(self, other):
        print("R.radd", end=" ")
        return "R"

    def __eq__(self, other):
        print("R.eq", end=" ")
        return NotImplemented

    def __gt__(self, other):
        print("R.gt", end=" ")
        return "R>"


class Sub(L):
    def __radd__(self, other):
        print("Sub.radd", end=" ")
        return "Sub"

    def __gt__(self, other):
        print("Sub.gt", end=" ")
        return "Sub>"


for left, right in ((L(1), R()), (L(NotImplemented), R()), (L(NotImplemented), L(1)), (L(1), Sub(2)), (L(NotImplemented), Sub(NotImplemented)), (5, R()), (L(NotImplemented), 5)):
    attempt(lambda: left + right)
    attempt(lambda: left == right)
    attempt(lambda: left < right)
    attempt(lambda: left != right)
# expect: L.add 1
# expect: L.eq 1
# expect: L.lt 1
# expect: L.eq False
# expect: L.add R.radd 'R'
# expect: L.eq R.eq False
# expect: L.lt R.gt 'R>'
# expect: L.eq R.eq True
# expect: L.add TypeError: unsupported operand type(s) for +: 'L' and 'L'
# expect: L.eq L.eq 1
# expect: L.lt TypeError: '<' not supported between instances of 'L' and 'L'
# expect: L.eq L.eq False
# expect: Sub.radd 'Sub'
# expect: L.eq 2
# expect: Sub.gt 'Sub>'
# expect: L.eq False
# expect: Sub.radd 'Sub'
# expect: L.eq L.eq False
# expect: Sub.gt 'Sub>'
# expect: L.eq L.eq True
# expect: R.radd 'R'
# expect: R.eq False
# expect: R.gt 'R>'
# expect: R.eq True
# expect: L.add TypeError: unsupported operand type(s) for +: 'L' and 'int'
# expect: L.eq False
# expect: L.lt TypeError: '<' not supported between instances of 'L' and 'int'
# expect: L.eq True
