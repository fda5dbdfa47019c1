# super in odd places
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


class A:
    x = "A.x"

    def f(self):
        return ["A"]

    @classmethod
    def c(cls):
        return ["A.c", cls.__name__]

    @staticmethod
    def s():
        return "A.s"

    @property
    def p(self):
        return "A.p"

    def __getitem__(self, key):
        return ("A", key)


class B(A):
    x = "B.x"

    def f(self):
        inner = lambda: super(B, self).f()
        return ["B"] + inner() + [super().x]

    @classmethod
    def c(cls):
        return ["B.c"] + super().c()

    @staticmethod
    def s():
        return super(B, B).s()

    @property
    def p(self):
        return "B.p " + super().p

    def __getitem__(self, key):
        return super().__getitem__(key)

    def comprehension(self):
        return [super().f() for _ in range(2)] if False else [super(B, self).f() for _ in range(2)]

    def nested(self):
        def inner(self):
            return super().f()

        return inner(self)

    def rebound(self):
        self = 5
        return super().f()

    def deleted(self):
        del self
        return super().f()

    def no_arguments():
        return super()

    def generator(self):
        yield super().f()


b = B()
print(b.f(), b.c(), B.c(), b.s(), b.p, b[1], b.comprehension(), b.nested(), list(b.generator()))
# expect: ['B', 'A', 'A.x'] ['B.c', 'A.c', 'B'] ['B.c', 'A.c', 'B'] A.s B.p A.p ('A', 1) [['A'], ['A']] ['A'] [['A']]
attempt(b.rebound)
# expect: TypeError: super(type, obj): obj (instance of int) is not an instance or subtype of type (B).
attempt(b.deleted)  # expect: RuntimeError: super(): arg[0] deleted
attempt(B.no_arguments)  # expect: RuntimeError: super(): no arguments
attempt(lambda: super())  # expect: RuntimeError: super(): no arguments
attempt(lambda: super(B, A()))
# expect: TypeError: super(type, obj): obj (instance of A) is not an instance or subtype of type (B).
attempt(lambda: super(5, b))  # expect: TypeError: super() argument 1 must be a type, not int
attempt(lambda: super(B, b)[0])  # expect: TypeError: 'super' object is not subscriptable
attempt(lambda: super(B).f)  # expect: AttributeError: 'super' object has no attribute 'f'
attempt(lambda: super(B, b).missing)  # expect: AttributeError: 'super' object has no attribute 'missing'
print(super(B, b).x, super(B, B).c(), super(B, b).__self__ is b, super(B, b).__thisclass__, super(B, B).__self_class__)
# expect: A.x ['A.c', 'B'] True <class '__main__.B'> <class '__main__.B'>
unbound = super(B)
print(unbound.__get__(b, B).f(), repr(super(B, b))[:30])  # expect: ['A'] <super: <class 'B'>, <B object
def stolen(self):
    return __class__
attempt(stolen, b)  # expect: NameError: name '__class__' is not defined
def set_on_super():
    super(B, b).x = 1
attempt(set_on_super)
# expect: AttributeError: 'super' object has no attribute 'x' and no __dict__ for setting new attributes
