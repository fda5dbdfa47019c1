# an empty slot is left out when an object is copied
import copy
import pickle


class Point:
    __slots__ = ("x", "y")


class Items(list):
    __slots__ = ("label", "note")


class Both(Point):
    pass


point = Point()
point.x = 1
print(point.__reduce_ex__(2)[2])  # expect: (None, {'x': 1})
print(point.__getstate__())  # expect: (None, {'x': 1})
other = copy.copy(point)
print(other.x, hasattr(other, "y"))  # expect: 1 False
items = Items([1, 2])
items.label = "two"
again = pickle.loads(pickle.dumps(items))
print(again, again.label, hasattr(again, "note"))  # expect: [1, 2] two False
both = Both()
both.y = 3
both.z = 4
deep = copy.deepcopy(both)
print(deep.y, deep.z, hasattr(deep, "x"))  # expect: 3 4 False
print(Point().__getstate__())  # expect: None
