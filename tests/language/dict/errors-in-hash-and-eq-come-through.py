# errors in hash and eq come through
# python: 3.14
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


class BadHash:
    def __hash__(self):
        raise RuntimeError("no hash")


class BadEq:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise RuntimeError("no eq")


class TextHash:
    def __hash__(self):
        return "x"


attempt(lambda: {BadHash(): 1})  # expect: RuntimeError: no hash
attempt(lambda: {BadEq(): 1, 1: 2})  # expect: RuntimeError: no eq
attempt(lambda: {BadEq(): 1}.get(1))  # expect: RuntimeError: no eq
attempt(lambda: {}[TextHash()])
# expect: TypeError: cannot use 'TextHash' as a dict key (__hash__ method should return an integer)
attempt(lambda: hash(TextHash()))  # expect: TypeError: __hash__ method should return an integer
b = BadEq()
print({b: "same object"}[b])  # expect: same object
