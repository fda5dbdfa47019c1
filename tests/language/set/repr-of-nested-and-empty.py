# repr of nested and empty
print(set(), frozenset(), {frozenset({1})}, {(1, 2)}, {"a"}, [{1}, set()], repr({None}))
# expect: set() frozenset() {frozenset({1})} {(1, 2)} {'a'} [{1}, set()] {None}
class S(set):
    pass
print(S([1]), S(), type(S([1]) | {2}).__name__)  # expect: S({1}) S() set
