# defaults, keywords, keyword-only parameters, *args and **kwargs of functions, methods and classes that a trace inlines
def plain(a, b=2, c=3):
    return a * 100 + b * 10 + c


def starred(a, *rest, scale=1, **more):
    return (a + sum(rest)) * scale + len(more)


def positional_only(a, b=5, /, c=6):
    return a - b - c


class Box:
    def __init__(self, width, height=2, *extra, depth=3, **tags):
        self.size = width * height * depth + len(extra) + len(tags)

    def scaled(self, by=2, *, plus=0):
        return self.size * by + plus


def run(n):
    total = 0
    box = Box(1)
    for i in range(n):
        total += plain(i) + plain(i, 1) + plain(i, c=9) + plain(c=1, b=4, a=i)
        total += starred(i) + starred(i, 1, 2) + starred(i, 1, scale=3) + starred(i, scale=2, other=1)
        total += positional_only(i) + positional_only(i, 1) + positional_only(i, 1, c=2)
        other = Box(i, depth=1)
        third = Box(i, 3, 4, 5, tag=1)
        total += box.scaled() + box.scaled(3) + other.scaled(plus=i) + third.scaled(by=1, plus=2)
        keywords = {"b": i, "c": 1}
        total += plain(*(i, 2), **{"c": i}) + plain(1, **keywords)
    return total


print(run(300))  # expect: 24069150


def wrong(i):
    try:
        if i % 3 == 0:
            return plain(1, 2, 3, 4)
        if i % 3 == 1:
            return plain(b=1)
        return positional_only(1, b=2)
    except TypeError as e:
        return str(e)


seen = {}
for i in range(200):
    text = wrong(i)
    seen[text] = seen.get(text, 0) + 1
for text, count in seen.items():
    print(count, text)
# expect: 67 plain() takes from 1 to 3 positional arguments but 4 were given
# expect: 67 plain() missing 1 required positional argument: 'a'
# expect: 66 positional_only() got some positional-only arguments passed as keyword arguments: 'b'


# the tuple and the dict are new ones for each call
def keep(*args, **kwargs):
    kept.append((args, kwargs))
    kwargs["mark"] = len(kept)


kept = []
for i in range(150):
    keep(i, i + 1)
print(kept[0], kept[149], kept[70][1] is kept[71][1])
# expect: ((0, 1), {'mark': 1}) ((149, 150), {'mark': 150}) False

# defaults that are replaced count from the next call on
total = 0
for i in range(200):
    if i == 120:
        plain.__defaults__ = (7, 8)
    total += plain(0)
print(total)  # expect: 9000
for make in range(3):
    def inner(a, b=make):
        return a + b
    print(sum(inner(1) for _ in range(100)))
# expect: 100
# expect: 200
# expect: 300
