# a dict changes while a hot loop goes over it: same size with other keys, another size, deleted entries, values replaced
def sum_keys(d, at, change):
    total = n = 0
    try:
        for k in d:
            n += 1
            total += k
            if n == at:
                change(d)
    except RuntimeError as e:
        return n, total, str(e)
    return n, total


def sum_items(d, at, change):
    total = n = 0
    try:
        for k, v in d.items():
            n += 1
            total += k * v
            if n == at:
                change(d)
    except RuntimeError as e:
        return n, total, str(e)
    return n, total


def sum_values(d, at, change):
    total = n = 0
    try:
        for v in d.values():
            n += 1
            total += v
            if n == at:
                change(d)
    except RuntimeError as e:
        return n, total, str(e)
    return n, total


def add(d):
    d[-1] = 5


def remove(d):
    d.pop(100)


def swap(d):
    del d[150]
    d[1000] = 7


def swap_last(d):
    del d[0]
    d[1001] = 7


def replace(d):
    for k in d:
        d[k] = 1000


def keep(d):
    pass


def holes(d):
    pass


for change in (keep, add, remove, swap, swap_last, replace):
    for at in (0, 50, 199, 200):
        for f in (sum_keys, sum_items, sum_values):
            d = {i: i % 7 for i in range(200)}
            print(change.__name__, at, f.__name__, f(d, at, change))
# expect: keep 0 sum_keys (200, 19900)
# expect: keep 0 sum_items (200, 59304)
# expect: keep 0 sum_values (200, 594)
# expect: keep 50 sum_keys (200, 19900)
# expect: keep 50 sum_items (200, 59304)
# expect: keep 50 sum_values (200, 594)
# expect: keep 199 sum_keys (200, 19900)
# expect: keep 199 sum_items (200, 59304)
# expect: keep 199 sum_values (200, 594)
# expect: keep 200 sum_keys (200, 19900)
# expect: keep 200 sum_items (200, 59304)
# expect: keep 200 sum_values (200, 594)
# expect: add 0 sum_keys (200, 19900)
# expect: add 0 sum_items (200, 59304)
# expect: add 0 sum_values (200, 594)
# expect: add 50 sum_keys (50, 1225, 'dictionary changed size during iteration')
# expect: add 50 sum_items (50, 3724, 'dictionary changed size during iteration')
# expect: add 50 sum_values (50, 147, 'dictionary changed size during iteration')
# expect: add 199 sum_keys (199, 19701, 'dictionary changed size during iteration')
# expect: add 199 sum_items (199, 58707, 'dictionary changed size during iteration')
# expect: add 199 sum_values (199, 591, 'dictionary changed size during iteration')
# expect: add 200 sum_keys (200, 19900, 'dictionary changed size during iteration')
# expect: add 200 sum_items (200, 59304, 'dictionary changed size during iteration')
# expect: add 200 sum_values (200, 594, 'dictionary changed size during iteration')
# expect: remove 0 sum_keys (200, 19900)
# expect: remove 0 sum_items (200, 59304)
# expect: remove 0 sum_values (200, 594)
# expect: remove 50 sum_keys (50, 1225, 'dictionary changed size during iteration')
# expect: remove 50 sum_items (50, 3724, 'dictionary changed size during iteration')
# expect: remove 50 sum_values (50, 147, 'dictionary changed size during iteration')
# expect: remove 199 sum_keys (199, 19701, 'dictionary changed size during iteration')
# expect: remove 199 sum_items (199, 58707, 'dictionary changed size during iteration')
# expect: remove 199 sum_values (199, 591, 'dictionary changed size during iteration')
# expect: remove 200 sum_keys (200, 19900, 'dictionary changed size during iteration')
# expect: remove 200 sum_items (200, 59304, 'dictionary changed size during iteration')
# expect: remove 200 sum_values (200, 594, 'dictionary changed size during iteration')
# expect: swap 0 sum_keys (200, 19900)
# expect: swap 0 sum_items (200, 59304)
# expect: swap 0 sum_values (200, 594)
# expect: swap 50 sum_keys (200, 20750)
# expect: swap 50 sum_items (200, 65854)
# expect: swap 50 sum_values (200, 598)
# expect: swap 199 sum_keys (200, 19900, 'dictionary keys changed during iteration')
# expect: swap 199 sum_items (200, 59304, 'dictionary keys changed during iteration')
# expect: swap 199 sum_values (200, 594, 'dictionary keys changed during iteration')
# expect: swap 200 sum_keys (200, 19900, 'dictionary keys changed during iteration')
# expect: swap 200 sum_items (200, 59304, 'dictionary keys changed during iteration')
# expect: swap 200 sum_values (200, 594, 'dictionary keys changed during iteration')
# expect: swap_last 0 sum_keys (200, 19900)
# expect: swap_last 0 sum_items (200, 59304)
# expect: swap_last 0 sum_values (200, 594)
# expect: swap_last 50 sum_keys (200, 19900, 'dictionary keys changed during iteration')
# expect: swap_last 50 sum_items (200, 59304, 'dictionary keys changed during iteration')
# expect: swap_last 50 sum_values (200, 594, 'dictionary keys changed during iteration')
# expect: swap_last 199 sum_keys (200, 19900, 'dictionary keys changed during iteration')
# expect: swap_last 199 sum_items (200, 59304, 'dictionary keys changed during iteration')
# expect: swap_last 199 sum_values (200, 594, 'dictionary keys changed during iteration')
# expect: swap_last 200 sum_keys (200, 19900, 'dictionary keys changed during iteration')
# expect: swap_last 200 sum_items (200, 59304, 'dictionary keys changed during iteration')
# expect: swap_last 200 sum_values (200, 594, 'dictionary keys changed during iteration')
# expect: replace 0 sum_keys (200, 19900)
# expect: replace 0 sum_items (200, 59304)
# expect: replace 0 sum_values (200, 594)
# expect: replace 50 sum_keys (200, 19900)
# expect: replace 50 sum_items (200, 18678724)
# expect: replace 50 sum_values (200, 150147)
# expect: replace 199 sum_keys (200, 19900)
# expect: replace 199 sum_items (200, 257707)
# expect: replace 199 sum_values (200, 1591)
# expect: replace 200 sum_keys (200, 19900)
# expect: replace 200 sum_items (200, 59304)
# expect: replace 200 sum_values (200, 594)
d = {i: i for i in range(400)}
for i in range(0, 400, 3):
    del d[i]
print(sum_keys(d, 0, keep), sum_items(d, 0, keep), sum_values(d, 0, keep))
# expect: (266, 53067) (266, 14115689) (266, 53067)
for _ in range(3):
    print(sum_keys({}, 0, keep), sum_items({1: 2}, 1, add), sum_items({1: 2}, 1, replace))
# expect: (0, 0) (1, 2, 'dictionary changed size during iteration') (1, 2)
# expect: (0, 0) (1, 2, 'dictionary changed size during iteration') (1, 2)
# expect: (0, 0) (1, 2, 'dictionary changed size during iteration') (1, 2)


class Missing(dict):
    def __missing__(self, key):
        self.asked = getattr(self, "asked", 0) + 1
        return key * 2


def look_up(d, n):
    total = 0
    for i in range(n):
        total += d[i]
    return total


m = Missing({i: 1 for i in range(0, 300, 2)})
print(look_up(m, 300), m.asked, len(m))  # expect: 45150 150 150
print(look_up({i: 1 for i in range(300)}, 300))  # expect: 300
print(look_up(m, 300), m.asked)  # expect: 45150 300
it = iter({i: i for i in range(300)}.items())
seen = []
for k, v in it:
    seen.append(k + v)
    if len(seen) == 150:
        seen.append(next(it))
print(len(seen), seen[149:152], seen[-1], list(it))  # expect: 300 [298, (150, 150), 302] 598 []
