# calling what is not callable
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(lambda: 5())  # expect: TypeError: 'int' object is not callable
attempt(lambda: None())  # expect: TypeError: 'NoneType' object is not callable
attempt(lambda: "a"())  # expect: TypeError: 'str' object is not callable
attempt(lambda: [1](0))  # expect: TypeError: 'list' object is not callable
attempt(lambda: {}(1))  # expect: TypeError: 'dict' object is not callable


class A: pass


attempt(A())  # expect: TypeError: 'A' object is not callable
attempt(lambda: A()(1))  # expect: TypeError: 'A' object is not callable
