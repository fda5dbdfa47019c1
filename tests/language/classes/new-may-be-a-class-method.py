# __new__ may be a class method, which is then called with the class twice
class A:
    @classmethod
    def __new__(cls, *args):
        print("new", cls.__name__, [a if isinstance(a, int) else a.__name__ for a in args])
        return object.__new__(cls)

    def __init__(self, *args):
        print("init", args)


class B(A):
    pass


A(1)
# expect: new A ['A', 1]
# expect: init (1,)
B(1, 2)
# expect: new B ['B', 1, 2]
# expect: init (1, 2)


class C:
    __new__ = classmethod(lambda cls, *args: args[1:])


print(C(3, 4))  # expect: (3, 4)
for _ in range(3000):
    C(1)


class G:
    def __init__(self, answer):
        self.answer = answer

    def __getnewargs_ex__(self):
        return self.answer


for answer in 1, (1,), (1, 2), ((1,), 2), ((1,), {"a": 2}):
    try:
        print(G(answer).__reduce_ex__(2)[1][1:])
    except Exception as error:
        print(type(error).__name__, error)
# expect: TypeError __getnewargs_ex__ should return a tuple, not 'int'
# expect: ValueError __getnewargs_ex__ should return a tuple of length 2, not 1
# expect: TypeError first item of the tuple returned by __getnewargs_ex__ must be a tuple, not 'int'
# expect: TypeError second item of the tuple returned by __getnewargs_ex__ must be a dict, not 'int'
# expect: ((1,), {'a': 2})
