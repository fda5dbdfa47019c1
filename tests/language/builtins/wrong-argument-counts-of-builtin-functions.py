# wrong argument counts of builtin functions
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(ord)  # expect: TypeError: ord() takes exactly one argument (0 given)
attempt(chr, 1, 2)  # expect: TypeError: chr() takes exactly one argument (2 given)
attempt(isinstance, 1)  # expect: TypeError: isinstance expected 2 arguments, got 1
attempt(issubclass, int)  # expect: TypeError: issubclass expected 2 arguments, got 1
attempt(hash)  # expect: TypeError: hash() takes exactly one argument (0 given)
attempt(id)  # expect: TypeError: id() takes exactly one argument (0 given)
attempt(repr)  # expect: TypeError: repr() takes exactly one argument (0 given)
attempt(callable)  # expect: TypeError: callable() takes exactly one argument (0 given)
attempt(iter, 1, 2, 3)  # expect: TypeError: iter expected at most 2 arguments, got 3
attempt(next)  # expect: TypeError: next expected at least 1 argument, got 0
attempt(sorted, [], [], [])  # expect: TypeError: sorted expected 1 argument, got 3
attempt(lambda: len(obj=[]))  # expect: TypeError: len() takes no keyword arguments
attempt(lambda: abs(x=1))  # expect: TypeError: abs() takes no keyword arguments
attempt(lambda: sum(iterable=[1]))  # expect: TypeError: sum() takes at least 1 positional argument (0 given)
attempt(lambda: sorted(key=len))  # expect: TypeError: sorted expected 1 argument, got 0
attempt(lambda: int(x="5"))  # expect: TypeError: int() got an unexpected keyword argument 'x'
attempt(lambda: list(iterable=[]))  # expect: TypeError: list() takes no keyword arguments
attempt(lambda: tuple(a=1))  # expect: TypeError: tuple() takes no keyword arguments
attempt(lambda: str(wrong=1))  # expect: TypeError: str() got an unexpected keyword argument 'wrong'
attempt(lambda: float(x=1))  # expect: TypeError: float() takes no keyword arguments
attempt(lambda: bool(x=1))  # expect: TypeError: bool() takes no keyword arguments
attempt(lambda: range())  # expect: TypeError: range expected at least 1 argument, got 0
attempt(lambda: type())  # expect: TypeError: type() takes 1 or 3 arguments
attempt(lambda: object(1))  # expect: TypeError: object() takes no arguments
attempt(lambda: enumerate())  # expect: TypeError: enumerate() missing required argument 'iterable'
