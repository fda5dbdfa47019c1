# Sorting with and without keys: ints, floats, tuples, strings and objects.
N = 50_000


class Record:
    def __init__(self, name, score, group):
        self.name, self.score, self.group = name, score, group

    def __lt__(self, other):
        return (self.group, self.score) < (other.group, other.score)


def bench(n):
    seed = 7
    values = []
    for _ in range(n):
        seed = (seed * 48271) % 2147483647
        values.append(seed)
    ordered = sorted(values)
    floats = sorted([v / 1000.5 for v in values], reverse=True)
    by_digit = sorted(values, key=lambda v: v % 1000)
    names = sorted([str(v) for v in values])
    names.sort(key=len)
    pairs = sorted((v % 50, -v) for v in values)
    records = [Record(str(v), v % 997, v % 13) for v in values[: n // 4]]
    records.sort()
    best = sorted(records, key=lambda r: (r.score, r.name))[:3]
    return f"{ordered[n // 3]} {floats[5]:.3f} {by_digit[n // 2]} {names[n // 4]} {pairs[n // 5]} {records[n // 8].name} {[r.name for r in best]}"
