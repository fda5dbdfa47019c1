# super() takes an object at its word about its class, even if that is a property
class A:
    def name(self):
        return "A.name of " + type(self).__name__

    @property
    def kind(self):
        return type(self).__name__


class B(A):
    pass


class C(B):
    def name(self):
        return "C, " + super(C, Proxy(self)).name()


class Proxy:
    def __init__(self, target):
        self.target = target

    @property
    def __class__(self):
        return type(self.target)


class Other(C):
    @property
    def __class__(self):
        return int

    def name(self):
        return super().name() + "!"


class Raises:
    @property
    def __class__(self):
        raise KeyError("class")


class Hides:
    @property
    def __class__(self):
        raise AttributeError("class")


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


for _ in range(3):
    attempt(lambda: C().name())
    attempt(lambda: super(C, Proxy(C())).kind)
    attempt(lambda: Other().name())
# expect: C, A.name of Proxy
# expect: Proxy
# expect: C, A.name of Proxy!
# expect: C, A.name of Proxy
# expect: Proxy
# expect: C, A.name of Proxy!
# expect: C, A.name of Proxy
# expect: Proxy
# expect: C, A.name of Proxy!
attempt(lambda: super(C, Proxy(C())).nothing)
# expect: AttributeError 'super' object has no attribute 'nothing'
attempt(lambda: super(C, Proxy(3)).kind)
# expect: TypeError super(type, obj): obj (instance of Proxy) is not an instance or subtype of type (C).
attempt(lambda: super(C, Raises()))  # expect: KeyError 'class'
attempt(lambda: super(C, Hides()))
# expect: TypeError super(type, obj): obj (instance of Hides) is not an instance or subtype of type (C).
attempt(lambda: super(B).__get__(Proxy(C()), None).kind)  # expect: Proxy
attempt(lambda: super(B).__get__(Proxy(1)))
# expect: TypeError super(type, obj): obj (instance of Proxy) is not an instance or subtype of type (B).
s = super(C, Proxy(C()))
print(s.__self_class__, s.__thisclass__, type(s.__self__))
# expect: <class '__main__.C'> <class '__main__.C'> <class '__main__.Proxy'>
