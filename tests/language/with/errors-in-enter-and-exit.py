# errors in enter and exit
class EnterFails:
    def __enter__(self):
        raise RuntimeError("enter")

    def __exit__(self, *a):
        print("never called")


class ExitFails:
    def __enter__(self): pass

    def __exit__(self, *a):
        raise RuntimeError("exit")


class Outer:
    def __enter__(self): pass

    def __exit__(self, t, v, tb):
        print("outer sees", repr(v))
        return True


with Outer(), EnterFails():
    print("never")
# expect: outer sees RuntimeError('enter')
with Outer(), ExitFails():
    print("body")
# expect: body
# expect: outer sees RuntimeError('exit')
try:
    with ExitFails():
        raise ValueError("body")
except RuntimeError as e:
    print(e, repr(e.__context__))  # expect: exit ValueError('body')
