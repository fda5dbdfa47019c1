# class cell is set by type new
class Meta(type):
    def __new__(m, name, bases, ns):
        print("__classcell__" in ns)
        return super().__new__(m, name, bases, ns)


class A(metaclass=Meta):
    def f(self):
        return __class__
# expect: True


class B(metaclass=Meta):
    def f(self):
        return 1
# expect: False


print(A().f() is A)  # expect: True


class Forget(type):
    def __new__(m, name, bases, ns):
        ns.pop("__classcell__", None)
        return super().__new__(m, name, bases, ns)


try:
    class C(metaclass=Forget):
        def f(self):
            return __class__
except RuntimeError as e:
    print(e)
# expect: __class__ not set defining 'C' as <class '__main__.C'>. Was __classcell__ propagated to type.__new__?
