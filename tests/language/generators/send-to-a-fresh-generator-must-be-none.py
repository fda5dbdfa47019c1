# send to a fresh generator must be none
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


def g():
    yield 1


attempt(lambda: g().send(5))  # expect: TypeError: can't send non-None value to a just-started generator
attempt(lambda: g().send(None))  # expect: 1
attempt(lambda: g().send())  # expect: TypeError: generator.send() takes exactly one argument (0 given)
attempt(lambda: g().throw())  # expect: TypeError: throw expected at least 1 argument, got 0
attempt(lambda: g().throw(5))
# expect: TypeError: exceptions must be classes or instances deriving from BaseException, not int
attempt(lambda: next(g(), 1, 2))  # expect: TypeError: next expected at most 2 arguments, got 3
