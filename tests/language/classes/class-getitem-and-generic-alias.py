# class getitem and generic alias
class Box:
    def __class_getitem__(cls, item):
        return f"{cls.__name__} of {item}"


class Small(Box): pass


print(Box[int], Small["x"], Box[1, 2], list[int], dict[str, list[int]], tuple[int, ...], type(list[int]).__name__, list[int].__origin__, list[int].__args__, list[int]() == [], isinstance([], list))
# expect: Box of <class 'int'> Small of x Box of (1, 2) list[int] dict[str, list[int]] tuple[int, ...] GenericAlias <class 'list'> (<class 'int'>,) True True
try:
    isinstance([], list[int])
except TypeError as e:
    print(e)  # expect: isinstance() argument 2 cannot be a parameterized generic
try:
    int[str]
except TypeError as e:
    print(e)  # expect: type 'int' is not subscriptable
