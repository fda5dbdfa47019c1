# deep recursion in attribute hooks is a recursion error
# oracle: native
def attempt(function):
    try:
        function()
    except RecursionError as error:
        print("RecursionError", str(error)[:32])
    else:
        print("no error")


class Get:
    def __getattr__(self, name):
        return getattr(self, name + "x")


class Always:
    def __getattribute__(self, name):
        return self.anything


class Set:
    def __setattr__(self, name, value):
        self.x = value

    def __delattr__(self, name):
        del self.y


class Property:
    @property
    def p(self):
        return self.p


class Descriptor:
    def __get__(self, object, owner):
        return object.d


Property.d = Descriptor()
attempt(lambda: Get().a)  # expect: RecursionError maximum recursion depth exceeded
attempt(lambda: Always().a)  # expect: RecursionError maximum recursion depth exceeded
attempt(lambda: setattr(Set(), "a", 1))  # expect: RecursionError maximum recursion depth exceeded
attempt(lambda: delattr(Set(), "a"))  # expect: RecursionError maximum recursion depth exceeded
attempt(lambda: Property().p)  # expect: RecursionError maximum recursion depth exceeded
attempt(lambda: Property().d)  # expect: RecursionError maximum recursion depth exceeded
attempt(lambda: hasattr(Property(), "p"))  # expect: RecursionError maximum recursion depth exceeded


class Meta(type):
    def __getattr__(cls, name):
        return getattr(cls, name)

    def __call__(cls):
        return cls()


class WithMeta(metaclass=Meta):
    pass


attempt(lambda: WithMeta.missing)  # expect: RecursionError maximum recursion depth exceeded
attempt(WithMeta)  # expect: RecursionError maximum recursion depth exceeded


class New:
    def __new__(cls):
        return New()


class Init:
    def __init__(self):
        Init()


attempt(New)  # expect: RecursionError maximum recursion depth exceeded
attempt(Init)  # expect: RecursionError maximum recursion depth exceeded
print("alive")  # expect: alive
