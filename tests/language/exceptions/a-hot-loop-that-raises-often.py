# a hot loop that raises often
def f(i):
    if i % 3 == 0:
        raise ValueError(i)
    if i % 5 == 0:
        raise KeyError(i)
    return i


counts = {"ok": 0, "v": 0, "k": 0}
for i in range(3000):
    try:
        f(i)
        counts["ok"] += 1
    except ValueError:
        counts["v"] += 1
    except KeyError as e:
        counts["k"] += e.args[0] % 2
print(counts)  # expect: {'ok': 1600, 'v': 1000, 'k': 200}
