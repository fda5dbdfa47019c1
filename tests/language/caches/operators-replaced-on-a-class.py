# operators replaced on a class
class A:
    def __add__(self, o):
        return "add1"

    def __eq__(self, o):
        return True

    def __len__(self):
        return 1

    def __getitem__(self, i):
        return "item1"

    def __bool__(self):
        return True

    def __call__(self):
        return "call1"

    def __iter__(self):
        return iter([1])

    def __contains__(self, x):
        return True


def use(o):
    return o + 1, o == 2, len(o), o[0], bool(o), o(), list(o), 5 in o, not o


a = A()
for _ in range(50):
    first = use(a)
print(first)  # expect: ('add1', True, 1, 'item1', True, 'call1', [1], True, False)
A.__add__ = lambda s, o: "add2"
A.__eq__ = lambda s, o: False
A.__len__ = lambda s: 2
A.__getitem__ = lambda s, i: "item2"
A.__bool__ = lambda s: False
A.__call__ = lambda s: "call2"
A.__iter__ = lambda s: iter([2])
A.__contains__ = lambda s, x: False
print(use(a))  # expect: ('add2', False, 2, 'item2', False, 'call2', [2], False, True)
del A.__bool__, A.__eq__, A.__contains__
print(use(a))  # expect: ('add2', False, 2, 'item2', True, 'call2', [2], False, False)
