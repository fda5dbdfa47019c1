# keywords that __init__ takes don't bother float's __new__
class Named(float):
    def __init__(self, x=0, name=None):
        self.name = name


class Made(float):
    def __new__(cls, x=0, name=None):
        made = float.__new__(cls, x)
        made.name = name
        return made


class Plain(float):
    pass


for cls in (Named, Made):
    value = cls(2.5, name="half")
    print(value * 2, value.name)
# expect: 5.0 half
# expect: 5.0 half
for make in (lambda: Plain(x=1), lambda: float(x=1), lambda: float.__new__(Plain, x=1)):
    try:
        print(make())
    except TypeError as error:
        print(error)
# expect: float() takes no keyword arguments
# expect: float() takes no keyword arguments
# expect: float() takes no keyword arguments
