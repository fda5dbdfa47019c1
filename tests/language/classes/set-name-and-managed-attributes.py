# set name and managed attributes
class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name

    def __get__(self, obj, owner=None):
        return self if obj is None else obj.__dict__[self.name]

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}")
        obj.__dict__[self.name] = value


class Person:
    name = Typed(str)
    age = Typed(int)

    def __init__(self, name, age):
        self.name, self.age = name, age
# expect: set_name Person name
# expect: set_name Person age


p = Person("Ann", 30)
print(p.name, p.age, p.__dict__)  # expect: Ann 30 {'name': 'Ann', 'age': 30}
try:
    p.age = "old"
except TypeError as e:
    print(e)  # expect: age must be int
