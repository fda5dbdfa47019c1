# data and non data descriptors take their turn
class Data:
    def __init__(self, name):
        self.name = name

    def __get__(self, object, owner=None):
        return f"data {self.name} {type(object).__name__} {owner.__name__}"

    def __set__(self, object, value):
        print("set", self.name, value)

    def __delete__(self, object):
        print("delete", self.name)


class NonData:
    def __get__(self, object, owner=None):
        return f"non-data {object is None}"


class OnlySet:
    def __set__(self, object, value):
        object.__dict__["only"] = value * 2


class A:
    data = Data("data")
    non = NonData()
    only = OnlySet()


a = A()
a.__dict__.update(data="dict data", non="dict non")
print(a.data, a.non, A.data, A.non)  # expect: data data A A dict non data data NoneType A non-data True
a.data = 5  # expect: set data 5
del a.data  # expect: delete data
a.only = 21
print(a.only, a.__dict__, type(A.only).__name__)
# expect: 42 {'data': 'dict data', 'non': 'dict non', 'only': 42} OnlySet
del a.__dict__["non"]
print(a.non)  # expect: non-data False
a.non = 1
print(a.non)  # expect: 1
try:
    del a.only
except AttributeError as error:
    print(type(error).__name__)  # expect: AttributeError
A.data = "replaced"
print(a.data, A.data)  # expect: dict data replaced
