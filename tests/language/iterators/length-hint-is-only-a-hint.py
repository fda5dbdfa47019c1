# length hint is only a hint
import operator


class H:
    def __init__(self, h):
        self.h = h

    def __iter__(self):
        return iter("ab")

    def __length_hint__(self):
        return self.h


print(list(H(1000)), list(H(0)), operator.length_hint(H(7)), operator.length_hint(5, 3), operator.length_hint([1, 2]))
# expect: ['a', 'b'] ['a', 'b'] 7 3 2
try:
    list(H(-1))
except ValueError as e:
    print(e)  # expect: __length_hint__() should return >= 0
try:
    list(H("x"))
except TypeError as e:
    print(e)  # expect: __length_hint__ must be an integer, not str
print(list(H(NotImplemented)))  # expect: ['a', 'b']
