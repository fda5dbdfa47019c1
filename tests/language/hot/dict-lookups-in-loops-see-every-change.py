# the same key looked up twice in a round, while keys come, go, move and get values that die
def count(words):
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return counts
words = ["w%d" % (i * 7 % 31) for i in range(3000)]
print(sorted(count(words).items())[:3], len(count(words)))  # expect: [('w0', 97), ('w1', 97), ('w10', 96)] 31
def pairs(words):
    seen = {}
    last = ""
    for word in words:
        pair = (last, word)
        if pair in seen:
            seen[pair] += 1
        else:
            seen[pair] = 1
        last = word
    return len(seen), sum(seen.values())
print(pairs(words))  # expect: (32, 3000)
# a key that is taken out and put back between two lookups
def replaced(n):
    d = {"a": 1, "b": 2}
    total = 0
    for i in range(n):
        total += d["a"]
        if i % 7 == 0:
            del d["a"]
            d["c%d" % (i % 3)] = i
            d["a"] = i
        total += d["a"]
        d["b"] = d["b"] + 1
    return total, list(d)
print(replaced(2000))  # expect: (3984016, ['b', 'c0', 'c1', 'c2', 'a'])
# one dict under two names
def alias(n):
    d = {"x": 0}
    e = d
    for i in range(n):
        d["x"] = e["x"] + 1
        e["y"] = i
        if "y" in d:
            d["x"] += d["y"] & 1
    return d
print(alias(2000))  # expect: {'x': 3000, 'y': 1999}
# rows with names in other places
def rows(items):
    total = 0
    for row in items:
        total += row["id"] + row["size"]
        row["size"] = row["id"]
        row["id"] = 1.5 if row["id"] == 3 else 2
    return total
mixed = [({"id": i % 5, "size": 1} if i % 3 else {"size": 2, "name": "n", "id": i % 5}) for i in range(1500)]
print(rows(mixed), rows(mixed))  # expect: 5000 5850.0
def missing(items):
    found = 0
    for row in items:
        try:
            found += row["key"]
        except KeyError as error:
            found += len(error.args[0])
    return found
print(missing([{"key": 1}] * 500 + [{}] * 500 + [{"other": 1, "key": 2}] * 500))  # expect: 3000
# values that die when they are replaced
class Dies:
    def __init__(self, log, name):
        self.log, self.name = log, name
    def __del__(self):
        self.log.append(self.name)
def dying(n):
    log = []
    d = {"k": 0, "j": None}
    for i in range(n):
        d["k"] = i
        d["j"] = None
        if i % 100 == 99:
            d["k"] = Dies(log, "k%d" % i)
            d["j"] = Dies(log, "j%d" % i)
            log.append("set")
    d["k"] = d["j"] = 0
    return log
print(dying(500))
# expect: ['set', 'k99', 'j99', 'set', 'k199', 'j199', 'set', 'k299', 'j299', 'set', 'k399', 'j399', 'set', 'k499', 'j499']
# keys of one's own
class Key:
    def __init__(self, n):
        self.n = n
    def __hash__(self):
        return hash("abc")
    def __eq__(self, other):
        Key.asked += 1
        return other == "abc" and self.n == 1
Key.asked = 0
def strange(n):
    d = {Key(0): 1, "abc": 5, Key(2): 3}
    total = 0
    for i in range(n):
        total += d["abc"]
        d["abc"] = total & 15
    return total, len(d)
print(strange(1000), Key.asked > 0)  # expect: (32, 3) True
def through_key(n):
    d = {Key(1): 1}
    for i in range(n):
        d["abc"] = d["abc"] + 1
    return list(d.values())
print(through_key(800))  # expect: [801]
# a namespace is a dict as well
class Holder:
    pass
def attributes(n):
    h = Holder()
    h.a = 0
    d = h.__dict__
    g = globals()
    for i in range(n):
        d["a"] = d["a"] + 1
        h.a += 1
        g["counter"] = g.get("counter", 0) + h.a
    return h.a, d, counter
print(attributes(1000))  # expect: (2000, {'a': 2000}, 1001000)
# the dict grows while it is looked up
def grows(n):
    d = {"first": 0}
    for i in range(n):
        d["first"] = d["first"] + 1
        d[i] = d.get(i, i) + d["first"]
        if i % 50 == 49:
            for k in range(i - 30, i):
                d.pop(k, None)
    return len(d), d["first"], sum(d.values())
print(grows(1500))  # expect: (601, 1500, 885300)
def while_iterating(n):
    d = {"a": 0, "b": 0, "c": 0}
    for i in range(n):
        for k in d:
            d[k] = d[k] + i
            d["a"] = d["a"] + 1
    try:
        for k in d:
            d["z"] = 1
    except RuntimeError as error:
        print(error)
    return d
print(while_iterating(600))
# expect: dictionary changed size during iteration
# expect: {'a': 181500, 'b': 179700, 'c': 179700, 'z': 1}
class Sub(dict):
    def __missing__(self, key):
        return len(key)
    def __getitem__(self, key):
        return dict.get(self, key, 7)
def subclasses(items):
    total = 0
    for d in items:
        total += d["abc"]
    return total
print(subclasses([{"abc": 1}] * 400 + [Sub(abc=2)] * 400 + [Sub()] * 400))  # expect: 4000
