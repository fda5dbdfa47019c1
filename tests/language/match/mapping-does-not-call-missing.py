# mapping does not call missing
from collections import defaultdict

d = defaultdict(list)
match d:
    case {"k": v}:
        print("found", v)
    case _:
        print("not there", len(d))  # expect: not there 0


class M(dict):
    def get(self, k, default=None):
        print("get", k)
        return super().get(k, default)


match M(a=1):
    case {"a": x}:
        print(x)
# expect: get a
# expect: 1
