# equality that changes the dict does no harm
class Evil:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 5

    def __eq__(self, other):
        if armed:
            armed.pop()
            action()
        return self is other


armed = []
for name, action in (("clear", lambda: d.clear()), ("grow", lambda: d.update({i: i for i in range(100)})), ("delete", lambda: d.pop(keys[0], None))):
    keys = [Evil(i) for i in range(4)]
    d = {k: k.n for k in keys}
    armed = [1]
    try:
        found = d.get(Evil(9), "missing")
    except RuntimeError as error:
        found = type(error).__name__
    print(name, found, len(d) in (0, 3, 4, 104))
    keys = [Evil(i) for i in range(4)]
    d = {k: k.n for k in keys}
    armed = [1]
    try:
        d[Evil(8)] = 1
    except RuntimeError as error:
        print(error)
    print(all(d[k] is not None for k in d), sorted(map(str, (v for v in d.values())))[:2])
# expect: clear missing True
# expect: True ['1']
# expect: grow missing True
# expect: True ['0', '0']
# expect: delete missing True
# expect: True ['1', '1']
items = [Evil(1), Evil(2), Evil(3)]
def action():
    items.clear()
armed = [1]
print(Evil(0) in items, items)  # expect: False []
items = [Evil(1), Evil(2)]
armed = [1]
print(items == [Evil(3), Evil(4)], items)  # expect: False []
