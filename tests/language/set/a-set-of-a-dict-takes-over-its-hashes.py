# the keys are not hashed again, and the dict may change meanwhile
class Key:
    hashed = 0
    def __init__(self, n):
        self.n = n
    def __hash__(self):
        Key.hashed += 1
        return self.n % 3
    def __eq__(self, other):
        hook()
        return isinstance(other, Key) and self.n == other.n
    def __repr__(self):
        return f"K{self.n}"

def hook():
    pass

d = {Key(n): n for n in range(6)}
for make in (set, frozenset, lambda d: {*d}):
    Key.hashed = 0
    print(len(make(d)), Key.hashed)
# expect: 6 0
# expect: 6 0
# expect: 6 0
s = set()
Key.hashed = 0
s.update(d)
print(sorted(k.n for k in s), Key.hashed)  # expect: [0, 1, 2, 3, 4, 5] 0

changed = {Key(n): n for n in range(6)}
hook = changed.clear
print(sorted(k.n for k in set(changed)), changed)  # expect: [0, 1, 2, 3] {}
