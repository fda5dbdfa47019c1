# heapq on items that the core compares and on those it can't: order, ties, mixed kinds, NaN, errors in the middle, lists changed by comparisons.
import heapq


class Item:
    log = 0

    def __init__(self, n, at):
        self.n = n
        self.at = at

    def __lt__(self, other):
        Item.log = (Item.log * 1000003 + self.at * 4099 + other.at) % 2147483647
        return self.n < other.n


def numbers(count):
    seed = 42
    for _ in range(count):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        yield seed >> 8


def drain(heap, pop):
    out = []
    while heap:
        out.append(pop(heap))
    return out


makers = {
    "ints": lambda n, i: n,
    "small": lambda n, i: n % 7,
    "big": lambda n, i: (n - 4000000) * 2**40,
    "floats": lambda n, i: n / 7,
    "mixed": lambda n, i: n if i & 1 else n / 3,
    "words": lambda n, i: str(n % 1000),
    "pairs": lambda n, i: (n % 5, i),
    "float pairs": lambda n, i: (n % 5 / 2, -i),
    "mixed pairs": lambda n, i: (n % 5 if i & 1 else n % 5 / 1.0, i),
    "named": lambda n, i: (n % 3, "name" + str(n % 11), i),
    "lengths": lambda n, i: (n % 3,) * (n % 4),
    "lists": lambda n, i: [n % 5, i],
    "objects": lambda n, i: Item(n % 50, i),
    "pairs of objects": lambda n, i: (n % 5, Item(n % 7, i)),
    "bools": lambda n, i: n % 2 == 0,
    "nans": lambda n, i: float("nan") if n % 5 == 0 else float(n),
}
show = lambda x: x.at if isinstance(x, Item) else tuple(map(show, x)) if isinstance(x, tuple) else x
for name, make in makers.items():
    for count in [0, 1, 2, 3, 10, 100]:
        items = [make(n, i) for i, n in enumerate(numbers(count))]
        Item.log = 0
        heap = []
        for item in items:
            heapq.heappush(heap, item)
        line = [show(x) for x in heap]
        out = [show(x) for x in drain(heap, heapq.heappop)]
        heap = list(items)
        heapq.heapify(heap)
        line2 = [show(x) for x in heap]
        if heap:
            line2.append(show(heapq.heapreplace(heap, items[0])))
            line2.append(show(heapq.heappushpop(heap, items[-1])))
        line2 += [show(x) for x in drain(heap, heapq.heappop)]
        heap = list(items)
        heapq.heapify_max(heap)
        for item in items[: count // 2]:
            heapq.heappush_max(heap, item)
        line3 = [show(x) for x in heap] + [show(x) for x in drain(heap, heapq.heappop_max)]
        h = 0
        for c in repr([line, out, line2, line3]):
            h = (h * 31 + ord(c)) % 2147483647
        print(name, count, h, Item.log)
# expect: ints 0 1532821427 0
# expect: ints 1 2037289924 0
# expect: ints 2 345550393 0
# expect: ints 3 1119756937 0
# expect: ints 10 1227214962 0
# expect: ints 100 1705340737 0
# expect: small 0 1532821427 0
# expect: small 1 1264466520 0
# expect: small 2 1481740851 0
# expect: small 3 1127811053 0
# expect: small 10 2124434909 0
# expect: small 100 209981636 0
# expect: big 0 1532821427 0
# expect: big 1 480937561 0
# expect: big 2 692259836 0
# expect: big 3 1766336764 0
# expect: big 10 2069804639 0
# expect: big 100 1045678553 0
# expect: floats 0 1532821427 0
# expect: floats 1 1680871748 0
# expect: floats 2 902428477 0
# expect: floats 3 1398975442 0
# expect: floats 10 841351260 0
# expect: floats 100 739893345 0
# expect: mixed 0 1532821427 0
# expect: mixed 1 41758799 0
# expect: mixed 2 1185923697 0
# expect: mixed 3 2021168662 0
# expect: mixed 10 234135544 0
# expect: mixed 100 1241613474 0
# expect: words 0 1532821427 0
# expect: words 1 1333716414 0
# expect: words 2 1849288245 0
# expect: words 3 650134522 0
# expect: words 10 1619685084 0
# expect: words 100 2079591808 0
# expect: pairs 0 1532821427 0
# expect: pairs 1 641568479 0
# expect: pairs 2 1350962130 0
# expect: pairs 3 1219854392 0
# expect: pairs 10 1988871112 0
# expect: pairs 100 2022946289 0
# expect: float pairs 0 1532821427 0
# expect: float pairs 1 601354185 0
# expect: float pairs 2 362917453 0
# expect: float pairs 3 1558127257 0
# expect: float pairs 10 30018714 0
# expect: float pairs 100 166868211 0
# expect: mixed pairs 0 1532821427 0
# expect: mixed pairs 1 601354185 0
# expect: mixed pairs 2 508923136 0
# expect: mixed pairs 3 993175480 0
# expect: mixed pairs 10 705089918 0
# expect: mixed pairs 100 1640244574 0
# expect: named 0 1532821427 0
# expect: named 1 839256632 0
# expect: named 2 2027177053 0
# expect: named 3 1595693897 0
# expect: named 10 1334499302 0
# expect: named 100 1565198440 0
# expect: lengths 0 1532821427 0
# expect: lengths 1 641568479 0
# expect: lengths 2 678112224 0
# expect: lengths 3 1880241983 0
# expect: lengths 10 1213075350 0
# expect: lengths 100 1465818186 0
# expect: lists 0 1532821427 0
# expect: lists 1 92173004 0
# expect: lists 2 225693674 0
# expect: lists 3 1207795466 0
# expect: lists 10 1586360127 0
# expect: lists 100 943257990 0
# expect: objects 0 1532821427 0
# expect: objects 1 428486356 0
# expect: objects 2 1210968777 1715510506
# expect: objects 3 1902177526 495485562
# expect: objects 10 872902841 42131074
# expect: objects 100 66545575 825903460
# expect: pairs of objects 0 1532821427 0
# expect: pairs of objects 1 641568479 0
# expect: pairs of objects 2 1128726640 1656847000
# expect: pairs of objects 3 1890428257 578137958
# expect: pairs of objects 10 2487198 2058563717
# expect: pairs of objects 100 465789536 1218475067
# expect: bools 0 1532821427 0
# expect: bools 1 1022943814 0
# expect: bools 2 114737173 0
# expect: bools 3 1437938937 0
# expect: bools 10 574393963 0
# expect: bools 100 1358766242 0
# expect: nans 0 1532821427 0
# expect: nans 1 1820545673 0
# expect: nans 2 1991180195 0
# expect: nans 3 859589496 0
# expect: nans 10 428251926 0
# expect: nans 100 1075560804 0
for bad in [[1, "a", 2], [(1, 2), (1, "x"), (0, 1)], [None, None], [1, 2, 3j]]:
    heap = []
    try:
        for x in bad:
            heapq.heappush(heap, x)
        print("no error")
    except TypeError as e:
        print(e, heap)
    heap = list(bad)
    try:
        heapq.heapify(heap)
        print("no error")
    except TypeError as e:
        print(e, heap)
# expect: '<' not supported between instances of 'str' and 'int' [1, 'a']
# expect: '<' not supported between instances of 'str' and 'int' [1, 'a', 2]
# expect: '<' not supported between instances of 'str' and 'int' [(1, 2), (1, 'x')]
# expect: no error
# expect: '<' not supported between instances of 'NoneType' and 'NoneType' [None, None]
# expect: '<' not supported between instances of 'NoneType' and 'NoneType' [None, None]
# expect: '<' not supported between instances of 'complex' and 'int' [1, 2, 3j]
# expect: '<' not supported between instances of 'int' and 'complex' [1, 2, 3j]
heap = [1, 3, 2, 7, 5, 4, "x"]
try:
    heapq.heappop(heap)
except TypeError as e:
    print(e, heap)  # expect: '<' not supported between instances of 'str' and 'int' [2, 3, 4, 7, 5, 'x']
for call in [lambda: heapq.heappop([]), lambda: heapq.heappush((), 1), lambda: heapq.heapify(5), lambda: heapq.heapreplace([], 1)]:
    try:
        print(call())
    except (IndexError, TypeError) as e:
        print(type(e).__name__, e)
# expect: IndexError index out of range
# expect: TypeError heappush() argument 1 must be list, not tuple
# expect: TypeError heapify() argument must be list, not int
# expect: IndexError index out of range
print(heapq.heappushpop([], 5), heapq.nsmallest(3, [5, 1, 4, 2]), heapq.nlargest(2, [(1, "a"), (3, "b"), (2, "c")]), list(heapq.merge([1, 4], [2, 3])))
# expect: 5 [1, 2, 4] [(3, 'b'), (2, 'c')] [1, 2, 3, 4]


class Changing:
    def __init__(self, heap):
        self.heap = heap

    def __lt__(self, other):
        self.heap.append(0)
        return len(self.heap) % 3 == 0


class Heap(list):
    pass


heap = Heap([3, 1, 2])
heapq.heapify(heap)
heapq.heappush(heap, 0)
print(heap, heapq.heappop(heap), heap)  # expect: [1, 3, 2] 0 [1, 3, 2]
distances = {0: 0}
queue = [(0, 0)]
while queue:
    d, node = heapq.heappop(queue)
    if d > distances[node]:
        continue
    for k in (2, 3, 7):
        following = (node * k + 1) % 997
        length = d + node % 13 + k
        if length < distances.get(following, 10**9):
            distances[following] = length
            heapq.heappush(queue, (length, following))
print(len(distances), sum(distances.values()), max(distances.values()))  # expect: 997 47346 69
