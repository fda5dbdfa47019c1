# set name runs with owner and name
class Field:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name

    def __get__(self, object, owner):
        return self if object is None else object.__dict__.get(self.name, "unset")

    def __set__(self, object, value):
        object.__dict__[self.name] = value


class Model:
    a = Field()
    b = c = Field()
# expect: set_name Model a
# expect: set_name Model b
# expect: set_name Model c


m = Model()
m.a = 1
m.b = 2
print(m.a, m.b, m.c, Model.a.name, Model.b.name, Model.b is Model.c)  # expect: 1 2 2 a c True
Model.late = Field()
print(hasattr(Model.late, "name"))  # expect: False


class Bad:
    def __set_name__(self, owner, name):
        raise ValueError("no name")


try:
    class Broken:
        bad = Bad()
except ValueError as error:
    print(error, error.__notes__)
# expect: no name ["Error calling __set_name__ on 'Bad' instance 'bad' in 'Broken'"]
