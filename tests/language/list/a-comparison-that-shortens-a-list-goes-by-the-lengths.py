# __eq__ of an item may change the lists under comparison; what counts afterwards are their lengths.
class Clears:
    def __init__(self):
        self.target = None

    def __eq__(self, other):
        self.target.clear()
        return NotImplemented


a, b = Clears(), Clears()
left, right = [a], [b]
a.target, b.target = right, left
print(left == right, left, right)  # expect: True [] []

a = Clears()
left, right = [a], [1]
a.target = left
print(left == right, left, right)  # expect: False [] [1]

a = Clears()
left, right = [a, 2], [1, 2]
a.target = left
print(left < right, left, right)  # expect: True [] [1, 2]


# A list (set) subclass whose __new__ takes a name: list.__init__ lets it pass, set.__init__ doesn't.
class Tagged(list):
    def __new__(cls, items, tag=None):
        self = super().__new__(cls, items)
        self.tag = tag
        return self


class TaggedSet(set):
    def __new__(cls, items, tag=None):
        self = super().__new__(cls, items)
        self.tag = tag
        return self


t = Tagged([1, 2], tag=3)
print(t, t.tag)  # expect: [1, 2] 3
t = TaggedSet([1], tag="s")  # raises: TypeError: set() takes no keyword arguments
print(t, t.tag)


class Plain(list):
    pass


try:
    Plain(items=())
except TypeError as e:
    print(e)
try:
    list(items=())
except TypeError as e:
    print(e)
