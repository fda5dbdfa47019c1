# a spreadsheet with formulas
import re


class Sheet:
    def __init__(self):
        self.cells, self.cache, self.active = {}, {}, []

    def __setitem__(self, k, v):
        self.cells[k] = v
        self.cache.clear()

    def __getitem__(self, k):
        if k in self.cache:
            return self.cache[k]
        if k in self.active:
            raise RecursionError("cycle: " + " -> ".join(self.active + [k]))
        self.active.append(k)
        try:
            v = self.cells.get(k, 0)
            if isinstance(v, str) and v.startswith("="):
                v = eval(re.sub(r"[A-Z]\d+", lambda m: f"s[{m.group()!r}]", v[1:]), {"s": self, "sum": sum})
        finally:
            self.active.pop()
        self.cache[k] = v
        return v


s = Sheet()
s["A1"], s["A2"], s["A3"] = 5, 7.5, "=A1*A2"
s["B1"] = "=sum([A1, A2, A3])"
print(s["A3"], s["B1"])  # expect: 37.5 50.0
s["A1"] = 1
print(s["B1"])  # expect: 16.0
s["A2"] = "=B1+1"
try:
    s["B1"]
except RecursionError as e:
    print(e)  # expect: cycle: B1 -> A2 -> B1
print(s.active)  # expect: []
