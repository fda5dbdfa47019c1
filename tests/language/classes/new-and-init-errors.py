# new and init errors
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


class NoArgs: pass


class Init:
    def __init__(self):
        return 5


class New:
    def __new__(cls, x):
        return super().__new__(cls, x)


class NewOnly:
    def __new__(cls, x):
        return super().__new__(cls)


attempt(lambda: NoArgs(1))  # expect: TypeError: NoArgs() takes no arguments
attempt(lambda: NoArgs(x=1))  # expect: TypeError: NoArgs() takes no arguments
attempt(Init)  # expect: TypeError: __init__() should return None, not 'int'
attempt(lambda: New(1))
# expect: TypeError: object.__new__() takes exactly one argument (the type to instantiate)
print(type(NewOnly(1)).__name__)  # expect: NewOnly
attempt(lambda: object(1))  # expect: TypeError: object() takes no arguments
attempt(lambda: object.__new__())  # expect: TypeError: object.__new__(): not enough arguments
attempt(lambda: object.__new__(5))  # expect: TypeError: object.__new__(X): X is not a type object (int)
attempt(lambda: object.__new__(int))  # expect: TypeError: object.__new__(int) is not safe, use int.__new__()
attempt(lambda: int.__new__(str))  # expect: TypeError: int.__new__(str): str is not a subtype of int
