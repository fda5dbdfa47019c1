# descriptors take part in lookup
class Data:
    def __get__(self, obj, owner):
        return ("data get", obj is not None, owner.__name__)

    def __set__(self, obj, value):
        print("set", value)

    def __delete__(self, obj):
        print("delete")


class NonData:
    def __get__(self, obj, owner):
        return "nondata get"


class A:
    d = Data()
    n = NonData()


a = A()
print(a.d, A.d, a.n, A.n)  # expect: ('data get', True, 'A') ('data get', False, 'A') nondata get nondata get
a.d = 5  # expect: set 5
del a.d  # expect: delete
a.n = "instance"
a.__dict__["d"] = "hidden"
print(a.n, a.d, a.__dict__)  # expect: instance ('data get', True, 'A') {'n': 'instance', 'd': 'hidden'}
A.d = "replaced"
print(a.d, A.d)  # expect: hidden replaced
