# callable() asks whether there is a __call__, not what it is.
class Number:
    __call__ = 5


class Nothing:
    __call__ = None


class Text:
    __call__ = "text"


class Property:
    @property
    def __call__(self):
        raise ValueError


class Later:
    pass


for cls in Number, Nothing, Text, Property, Later:
    print(cls.__name__, callable(cls()))
# expect: Number True
# expect: Nothing True
# expect: Text True
# expect: Property True
# expect: Later False
Later.__call__ = 1.5
print(callable(Later()))  # expect: True
del Later.__call__
print(callable(Later()))  # expect: False
