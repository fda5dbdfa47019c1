# hash rules
class A:
    def __eq__(self, o):
        return True


class B:
    def __eq__(self, o):
        return True

    def __hash__(self):
        return 7


class C(A):
    pass


class D(A):
    __hash__ = object.__hash__


class N:
    __hash__ = None


for k in (A, B, C, D, N):
    try:
        print(k.__name__, isinstance(hash(k()), int))
    except TypeError as e:
        print(k.__name__, e)
# expect: A unhashable type: 'A'
# expect: B True
# expect: C unhashable type: 'C'
# expect: D True
# expect: N unhashable type: 'N'
print(hash(B()), len({B(), B()}))  # expect: 7 1
