# property errors name the property
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


class P:
    @property
    def read(self):
        return 1

    write = property(None, lambda self, value: None)

    @property
    def both(self):
        return self._both

    @both.setter
    def both(self, value):
        self._both = value

    @both.deleter
    def both(self):
        del self._both


p = P()
attempt(setattr, p, "read", 1)  # expect: AttributeError: property 'read' of 'P' object has no setter
attempt(delattr, p, "read")  # expect: AttributeError: property 'read' of 'P' object has no deleter
attempt(getattr, p, "write")  # expect: AttributeError: property 'write' of 'P' object has no getter
attempt(getattr, p, "both")  # expect: AttributeError: 'P' object has no attribute '_both'
p.both = 3
attempt(getattr, p, "both")  # expect: 3
del p.both
attempt(getattr, p, "both")  # expect: AttributeError: 'P' object has no attribute '_both'
attempt(lambda: P.both.fget(p))  # expect: AttributeError: 'P' object has no attribute '_both'
print(P.read.__name__, P.both.fset.__name__, P.read.__doc__, property(doc="text").__doc__)
# expect: read both None text
unnamed = property(lambda self: 1)
attempt(unnamed.__set__, p, 1)  # expect: AttributeError: property '<lambda>' of 'P' object has no setter
class Sub(P):
    @P.read.getter
    def read(self):
        return 2
print(Sub().read, p.read)  # expect: 2 1
