# static methods and __new__ of builtin types belong to their type: repr and pickle say so
import copy
import pickle

for function in (str.maketrans, bytes.maketrans, object.__new__, int.__new__, dict.fromkeys, bytes.fromhex, [].append, "".join):
    print(repr(function).split(" at ")[0])
    print(function.__reduce__()[1])
# expect: <built-in method maketrans of type object
# expect: (<class 'str'>, 'maketrans')
# expect: <built-in method maketrans of type object
# expect: (<class 'bytes'>, 'maketrans')
# expect: <built-in method __new__ of type object
# expect: (<class 'object'>, '__new__')
# expect: <built-in method __new__ of type object
# expect: (<class 'int'>, '__new__')
# expect: <built-in method fromkeys of type object
# expect: (<class 'dict'>, 'fromkeys')
# expect: <built-in method fromhex of type object
# expect: (<class 'bytes'>, 'fromhex')
# expect: <built-in method append of list object
# expect: ([], 'append')
# expect: <built-in method join of str object
# expect: ('', 'join')
for function in (str.maketrans, "a".maketrans, object.__new__, dict.fromkeys, int.from_bytes, len):
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(function, protocol)) == function
print(len, len.__reduce__())  # expect: <built-in function len> len
print(copy.copy((5).__add__)(3), pickle.loads(pickle.dumps((5).__add__))(4))  # expect: 8 9
print((5).__add__.__reduce__())  # expect: (<built-in function getattr>, (5, '__add__'))
print(pickle.loads(pickle.dumps([1, 2].__len__))())  # expect: 2
print(str.maketrans.__qualname__, object.__new__.__qualname__)  # expect: str.maketrans object.__new__
print(str.maketrans.__self__, object.__new__.__self__)  # expect: None <class 'object'>
