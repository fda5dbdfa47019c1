# not and bool of dropped temporaries leave nothing behind
class Box:
    def __init__(self, value):
        self.value = value

    def get(self):
        return self.value


for value in (True, False, None, 0, 1, "", "x", [], [0], 0.0, 2.5, 10**30):
    print(not Box(value).get(), bool(Box(value).get()), not not Box(value).get(), (not Box(value).get()) is True)
# expect: False True True False
# expect: True False False True
# expect: True False False True
# expect: True False False True
# expect: False True True False
# expect: True False False True
# expect: False True True False
# expect: True False False True
# expect: False True True False
# expect: True False False True
# expect: False True True False
# expect: False True True False


def pick(x):
    return not x.get() and bool(x.get())


print([pick(Box(v)) for v in (True, None, [], 5)])  # expect: [False, False, False, False]
