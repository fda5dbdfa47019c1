# __del__ sees its caller at the statement that dropped the last reference, not at the one after it
import sys


class Thing:
    def __del__(self):
        print("line", sys._getframe(1).f_lineno - sys._getframe(1).f_code.co_firstlineno)


def make():
    return Thing()


def drop():
    make()

    Thing()

    thing = Thing()
    thing = None

    for i in range(3):
        make()

    things = [Thing()]
    things.clear()

    thing = Thing()
    del thing

    return 1


drop()
# expect: line 1
# expect: line 3
# expect: line 6
# expect: line 9
# expect: line 9
# expect: line 9
# expect: line 12
# expect: line 15
