# super forms
class A:
    x = "A.x"

    def m(self):
        return "A.m"

    @classmethod
    def c(cls):
        return "A.c " + cls.__name__

    @property
    def p(self):
        return "A.p"


class B(A):
    x = "B.x"

    def m(self):
        return super().m(), super(B, self).m(), super().x, super().p

    @classmethod
    def c(cls):
        return super().c()

    @staticmethod
    def s(self):
        return super(B, self).m()

    def nested(self):
        def inner():
            return __class__.__name__, super(__class__, self).m()
        return inner()

    def comp(self):
        return [super(B, self).m() for _ in range(2)]


b = B()
print(b.m(), B.c(), b.s(b), b.nested(), b.comp(), super(B, b).x, super(B, B).c())
# expect: ('A.m', 'A.m', 'A.x', 'A.p') A.c B A.m ('B', 'A.m') ['A.m', 'A.m'] A.x A.c B
