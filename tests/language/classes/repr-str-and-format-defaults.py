# repr str and format defaults
import re


class A: pass


class B:
    def __repr__(self):
        return "B!"


print(re.sub("0x[0-9a-f]+", "0x", repr(A())), re.sub("0x[0-9a-f]+", "0x", str(A())), str(B()), f"{B()}", A, str(A), type, [A, int], object.__repr__(B()).startswith("<__main__.B object"))
# expect: <__main__.A object at 0x> <__main__.A object at 0x> B! B! <class '__main__.A'> <class '__main__.A'> <class 'type'> [<class '__main__.A'>, <class 'int'>] True


def outer():
    class C: pass
    return C


print(outer(), outer().__qualname__, outer().__name__)
# expect: <class '__main__.outer.<locals>.C'> outer.<locals>.C C
