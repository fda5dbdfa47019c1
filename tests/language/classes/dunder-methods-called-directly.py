# dunder methods called directly
print((5).__add__(3), "a".__len__(), [1].__contains__(1), (1).__eq__("x"), int.__add__(2, 3), str.__mul__("a", 3), [3, 1].__getitem__(0), {}.__class__, (1).__bool__(), object().__eq__(1), int.__lt__(1, 2), (2).__pow__(3, 5), list.__len__([1, 2]), "ab".__getitem__(slice(0, 1)), type.__call__(int, "5"))
# expect: 8 1 True NotImplemented 5 aaa 3 <class 'dict'> True NotImplemented True 3 2 a 5
try:
    int.__add__("a", 1)
except TypeError as e:
    print(e)  # expect: descriptor '__add__' requires a 'int' object but received a 'str'
try:
    (5).__add__()
except TypeError as e:
    print(e)  # expect: expected 1 argument, got 0
