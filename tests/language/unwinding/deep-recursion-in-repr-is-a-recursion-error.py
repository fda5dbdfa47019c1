# deep recursion in repr is a recursion error
# oracle: native
def attempt(function):
    try:
        function()
    except RecursionError as error:
        print("RecursionError", str(error)[:32])
    else:
        print("no error")


class Loop:
    def __repr__(self):
        return f"<{self!r}>"


class Through:
    def __repr__(self):
        return repr([self])


class Text:
    def __str__(self):
        return str(self)

    def __format__(self, spec):
        return format(self, spec)


attempt(lambda: repr(Loop()))  # expect: RecursionError maximum recursion depth exceeded
attempt(lambda: repr(Through()))  # expect: RecursionError maximum recursion depth exceeded
attempt(lambda: str(Text()))  # expect: RecursionError maximum recursion depth exceeded
attempt(lambda: f"{Text()}")  # expect: RecursionError maximum recursion depth exceeded
attempt(lambda: "%s" % Text())  # expect: RecursionError maximum recursion depth exceeded
nested = []
for _ in range(100000):
    nested = [nested]
attempt(lambda: repr(nested))  # expect: RecursionError maximum recursion depth exceeded
cycle = []
cycle.append(cycle)
print(repr(cycle))  # expect: [[...]]
