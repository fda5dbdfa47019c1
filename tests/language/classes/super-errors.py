# super errors
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


class A:
    def no_args():
        return super()

    def gone(self):
        del self
        return super()

    def wrong(self):
        return super().nope


class B(A): pass


attempt(A.no_args)  # expect: RuntimeError: super(): no arguments
attempt(A().gone)  # expect: RuntimeError: super(): arg[0] deleted
attempt(A().wrong)  # expect: AttributeError: 'super' object has no attribute 'nope'
attempt(super)  # expect: RuntimeError: super(): __class__ cell not found
attempt(lambda: super(B, A()))
# expect: TypeError: super(type, obj): obj (instance of A) is not an instance or subtype of type (B).
attempt(lambda: super(5, A()))  # expect: TypeError: super() argument 1 must be a type, not int
attempt(lambda: A.wrong(5))
# expect: TypeError: super(type, obj): obj (instance of int) is not an instance or subtype of type (A).
try:
    class C:
        super()
except RuntimeError as e:
    print(e)  # expect: super(): no arguments
