# mro entries of non class bases
class Alias:
    def __init__(self, target):
        self.target = target

    def __mro_entries__(self, bases):
        print("entries", len(bases))
        return (self.target,)


class A:
    v = 1


class B(Alias(A), Alias(object)):
    pass
# expect: entries 2
# expect: entries 2


print(B.__mro__[1].__name__, B.__orig_bases__[0].__class__.__name__, B.v)  # expect: A Alias 1
try:
    type("X", (Alias(A),), {})
except TypeError as e:
    print(e)  # expect: type() doesn't support MRO entry resolution; use types.new_class()
