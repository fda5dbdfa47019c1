# not uses bool then len
class Sized:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        print("len")
        return self.n


class Both(Sized):
    def __bool__(self):
        print("bool")
        return self.n > 1


print(not Sized(0), not Sized(3), not Both(1), bool(Both(2)))
# expect: len
# expect: len
# expect: bool
# expect: bool
# expect: True False True True
if Sized(0):
    print("never")
else:
    print("empty")
# expect: len
# expect: empty
