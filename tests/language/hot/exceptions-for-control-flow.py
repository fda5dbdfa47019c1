# exceptions for control flow
def parse(s):
    try:
        return int(s)
    except ValueError:
        try:
            return float(s)
        except ValueError:
            return s


items = ["1", "2.5", "x", "1e3", "", "7"] * 50
out = [parse(s) for s in items]
print(out[:6], sum(x for x in out if not isinstance(x, str)))  # expect: [1, 2.5, 'x', 1000.0, '', 7] 50525.0
it = iter(range(500))
n = 0
while True:
    try:
        n += next(it)
    except StopIteration:
        break
print(n)  # expect: 124750
