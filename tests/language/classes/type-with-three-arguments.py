# type with three arguments
def area(self):
    return self.w * self.h


Rect = type("Rect", (object,), {"w": 2, "h": 3, "area": area, "__doc__": "made"})
print(Rect().area(), Rect.__name__, Rect.__doc__, Rect, type(Rect))
# expect: 6 Rect made <class '__main__.Rect'> <class 'type'>
Sub = type("Sub", (Rect,), {"h": 10})
print(Sub().area(), type(5), type(None), type(type), type(NotImplemented), type(...))
# expect: 20 <class 'int'> <class 'NoneType'> <class 'type'> <class 'NotImplementedType'> <class 'ellipsis'>
