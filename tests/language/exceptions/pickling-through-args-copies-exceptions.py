# pickling through args copies exceptions
import copy


class E(Exception):
    def __init__(self, a, b):
        super().__init__(a, b)
        self.extra = a + b


e = copy.copy(E(1, 2))
print(repr(e), e.extra, repr(copy.deepcopy(ValueError("x", [1]))))  # expect: E(1, 2) 3 ValueError('x', [1])
