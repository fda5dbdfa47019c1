# managers are left in reverse and see what happened
class M:
    def __init__(self, name, swallow=False, fail=None):
        self.name, self.swallow, self.fail = name, swallow, fail

    def __enter__(self):
        print("enter", self.name)
        if self.fail == "enter":
            raise RuntimeError("enter " + self.name)
        return self.name

    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind and kind.__name__, value, tb is not None)
        if self.fail == "exit":
            raise RuntimeError("exit " + self.name)
        return self.swallow


def run(*managers, error=True):
    try:
        with managers[0] as a, managers[1] as b:
            print("body", a, b)
            if error:
                raise ValueError("v")
            return "returned"
        print("after")
    except Exception as e:
        print("left", repr(e), repr(e.__context__))


run(M("a"), M("b"))
# expect: enter a
# expect: enter b
# expect: body a b
# expect: exit b ValueError v True
# expect: exit a ValueError v True
# expect: left ValueError('v') None
run(M("a"), M("b", True))
# expect: enter a
# expect: enter b
# expect: body a b
# expect: exit b ValueError v True
# expect: exit a None None False
# expect: after
run(M("a", True), M("b", fail="exit"))
# expect: enter a
# expect: enter b
# expect: body a b
# expect: exit b ValueError v True
# expect: exit a RuntimeError exit b True
# expect: after
run(M("a"), M("b", fail="enter"))
# expect: enter a
# expect: enter b
# expect: exit a RuntimeError enter b True
# expect: left RuntimeError('enter b') None
print(run(M("a"), M("b"), error=False))
# expect: enter a
# expect: enter b
# expect: body a b
# expect: exit b None None False
# expect: exit a None None False
# expect: returned
run(M("a"), M("b", fail="exit"), error=False)
# expect: enter a
# expect: enter b
# expect: body a b
# expect: exit b None None False
# expect: exit a RuntimeError exit b True
# expect: left RuntimeError('exit b') None
class Bad:
    def __enter__(self): return 1
class NoEnter:
    def __exit__(self, *a): pass
for cls in (Bad, NoEnter, object):
    try:
        with cls():
            print("never")
    except TypeError as error:
        print(error)
# expect: 'Bad' object does not support the context manager protocol (missed __exit__ method)
# expect: 'NoEnter' object does not support the context manager protocol (missed __enter__ method)
# expect: 'object' object does not support the context manager protocol (missed __exit__ method)
class Truth:
    def __bool__(self):
        raise KeyError("truth")
try:
    with M("t", Truth()):
        1 / 0
except KeyError as error:
    print(repr(error), repr(error.__context__))
# expect: enter t
# expect: exit t ZeroDivisionError division by zero True
# expect: KeyError('truth') ZeroDivisionError('division by zero')
with (M("p") as x, M("q") as [y, *_]):
    print(x, y)
# expect: enter p
# expect: enter q
# expect: p q
# expect: exit q None None False
# expect: exit p None None False
