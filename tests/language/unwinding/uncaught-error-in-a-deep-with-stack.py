# uncaught error in a deep with stack
class CM:
    def __init__(self, n):
        self.n = n

    def __enter__(self):
        return self

    def __exit__(self, t, v, tb):
        print("leaving", self.n, t.__name__)


with CM(1), CM(2):
    with CM(3):
        try:
            {}["nothing"]
        finally:
            print("finally")
# expect: finally
# expect: leaving 3 KeyError
# expect: leaving 2 KeyError
# expect: leaving 1 KeyError
# raises: KeyError: 'nothing'
# traceback: Traceback (most recent call last):
# traceback:   File "uncaught-error-in-a-deep-with-stack.py", line 16, in <module>
# traceback:     {}["nothing"]
# traceback:     ~~^^^^^^^^^^^
# traceback: KeyError: 'nothing'
