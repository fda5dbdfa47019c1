# init subclass and class getitem are implicit class methods
class Base:
    registry = []

    def __init_subclass__(cls, /, label=None, **kw):
        super().__init_subclass__(**kw)
        cls.registry.append((cls.__name__, label))

    def __class_getitem__(cls, item):
        return (cls.__name__, item)


class One(Base, label="one"):
    pass


class Two(One):
    pass


print(Base.registry, Base[1], Two[int, str], type(Base.__dict__["__init_subclass__"]).__name__, type(Base.__dict__["__class_getitem__"]).__name__)
# expect: [('One', 'one'), ('Two', None)] ('Base', 1) ('Two', (<class 'int'>, <class 'str'>)) classmethod classmethod
try:
    class Three(Base, unknown=1):
        pass
except TypeError as error:
    print(error)  # expect: Three.__init_subclass__() takes no keyword arguments
try:
    class Four(unknown=1):
        pass
except TypeError as error:
    print(error)  # expect: Four.__init_subclass__() takes no keyword arguments
try:
    Base()[0]
except TypeError as error:
    print(error)  # expect: 'Base' object is not subscriptable
try:
    int["x"]
except TypeError as error:
    print(error)  # expect: type 'int' is not subscriptable
print(list[int], dict[str, int].__args__, tuple[()].__args__)
# expect: list[int] (<class 'str'>, <class 'int'>) ()
