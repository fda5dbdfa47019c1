# a transaction rolls back
class Store(dict):
    def __enter__(self):
        self.backup = dict(self)
        return self

    def __exit__(self, kind, value, tb):
        if kind is not None:
            self.clear()
            self.update(self.backup)
        return kind is LookupError


s = Store(a=1)
with s:
    s["b"] = 2
with s as t:
    t["c"] = 3
    raise LookupError
print(s)  # expect: {'a': 1, 'b': 2}
try:
    with s:
        s.clear()
        raise ZeroDivisionError
except ZeroDivisionError:
    print(s)  # expect: {'a': 1, 'b': 2}
