# metaclass methods and operators
class Meta(type):
    def __len__(cls):
        return 42

    def __getitem__(cls, k):
        return f"{cls.__name__}[{k}]"

    def __iter__(cls):
        return iter("abc")

    def __contains__(cls, x):
        return x == 1

    def __add__(cls, o):
        return "plus"

    def __getattr__(cls, name):
        return f"meta {name}"

    def __repr__(cls):
        return f"<{cls.__name__}!>"

    def __instancecheck__(cls, o):
        return o == "yes"

    def __subclasscheck__(cls, c):
        return c is int

    def tool(cls):
        return cls.__name__ + " tool"

    @property
    def prop(cls):
        return "prop"


class A(metaclass=Meta):
    pass


print(len(A), A["k"], list(A), 1 in A, A + A, A.nope, A, A.tool(), A.prop, isinstance("yes", A), isinstance(3, A), issubclass(int, A), issubclass(str, A))
# expect: 42 A[k] ['a', 'b', 'c'] True plus meta nope <A!> A tool prop True False True False
try:
    A().tool()
except AttributeError as e:
    print(e)  # expect: 'A' object has no attribute 'tool'
