# Which objects a sort compares, in which order, and what is left when a comparison raises: as CPython does it, for every shape of data.
class Key:
    log = 0
    asked = 0
    limit = 0

    def __init__(self, n, at):
        self.n = n
        self.at = at

    def __lt__(self, other):
        Key.asked += 1
        Key.log = (Key.log * 1000003 + self.at * 4099 + other.at) % 2147483647
        if Key.limit and Key.asked > Key.limit:
            raise ValueError("enough")
        return self.n < other.n


class Contrary(Key):
    def __lt__(self, other):
        Key.asked += 1
        Key.log = (Key.log * 1000003 + self.at * 4099 + other.at) % 2147483647
        return (self.n * 7919 + other.n * 104729) % 11 < 5


def shapes(count):
    seed = 42
    random = []
    for i in range(count):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        random.append(seed >> 8)
    yield "random", random
    yield "few", [n % 4 for n in random]
    yield "up", list(range(count))
    yield "down", list(range(count, 0, -1))
    yield "down with equals", [i // 3 for i in range(count, 0, -1)]
    yield "saw", [i % 37 for i in range(count)]
    yield "two runs", list(range(0, count, 2)) + list(range(1, count, 2))
    yield "interleaved blocks", [(i // 50 % 2) * 1000 + i for i in range(count)]
    yield "late", list(range(1, count)) + [0]
    yield "early", [count] + list(range(count - 1))
    yield "all equal", [5] * count


total = 0
for count in [0, 1, 2, 3, 5, 31, 63, 64, 65, 100, 257, 700]:
    for name, numbers in shapes(count):
        for cls in [Key, Contrary]:
            for reverse in [False, True]:
                Key.log = Key.asked = 0
                items = [cls(n, i) for i, n in enumerate(numbers)]
                items.sort(reverse=reverse)
                order = 0
                for item in items:
                    order = (order * 31 + item.at) % 2147483647
                if count == 257 and not reverse:
                    print(name, cls.__name__, Key.asked, Key.log, order)
                total = (total * 131 + Key.asked * 7 + Key.log + order) % 2147483647
        Key.log = Key.asked = 0
        Key.limit = count * 3
        items = [Key(n, i) for i, n in enumerate(numbers)]
        try:
            items.sort()
        except ValueError as e:
            total = total * 3 + 1
        Key.limit = 0
        order = 0
        for item in items:
            order = (order * 31 + item.at) % 2147483647
        if sorted(item.at for item in items) != list(range(len(numbers))):
            print("lost", name, count)
        total = (total * 131 + order) % 2147483647
# expect: random Key 1731 11397609 524057713
# expect: random Contrary 1559 731609092 1872166255
# expect: few Key 1364 1491644457 1686553217
# expect: few Contrary 1005 1217401120 810952792
# expect: up Key 256 882701187 1736467000
# expect: up Contrary 1111 187774764 1711278774
# expect: down Key 256 882701187 604194569
# expect: down Contrary 1567 1853811875 503756217
# expect: down with equals Key 426 2120515790 848949501
# expect: down with equals Contrary 1438 1378163119 1086042648
# expect: saw Key 990 971480061 2120218295
# expect: saw Contrary 1518 1098397754 288719782
# expect: two runs Key 513 954103015 141716940
# expect: two runs Contrary 1549 893639781 383110911
# expect: interleaved blocks Key 336 1167335301 660501874
# expect: interleaved blocks Contrary 1567 1855704611 915284105
# expect: late Key 259 264347460 1004971767
# expect: late Contrary 1374 1264916394 1068258533
# expect: early Key 357 734561325 143385825
# expect: early Contrary 1504 1272790102 855393413
# expect: all equal Key 256 882701187 1736467000
# expect: all equal Contrary 256 882701187 1736467000
print(total)  # expect: 1270817587
