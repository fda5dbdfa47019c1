# keys of an OrderedDict go to either end, whatever was deleted before
from collections import OrderedDict
import copy, pickle, random
od = OrderedDict(a=1, b=2); od['c'] = 3
print(od, list(reversed(od)), od.pop('b'), od.pop('zz', 5), od)
# expect: OrderedDict({'a': 1, 'c': 3}) ['c', 'b', 'a'] 2 5 OrderedDict({'a': 1, 'c': 3})
for f in (lambda: od.pop('q'), lambda: od.move_to_end('q'), lambda: OrderedDict().popitem(), lambda: OrderedDict().popitem(False), lambda: OrderedDict(5)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
# expect: KeyError 'q'
# expect: KeyError 'q'
# expect: KeyError 'dictionary is empty'
# expect: KeyError 'dictionary is empty'
# expect: TypeError 'int' object is not iterable
# differential against a list
random.seed(3)
for size in (3, 8, 9, 40, 300):
    od = OrderedDict(); m = []
    for n in range(3000):
        op = random.randrange(6); k = random.randrange(size)
        if op <= 1:
            od[k] = n; i = [j for j, (a, _) in enumerate(m) if a == k]
            if i: m[i[0]] = (k, n)
            else: m.append((k, n))
        elif op == 2 and k in od:
            last = random.random() < .5
            od.move_to_end(k, last); i = [j for j, (a, _) in enumerate(m) if a == k][0]; x = m.pop(i)
            m.append(x) if last else m.insert(0, x)
        elif op == 3 and m and random.random() < .5:
            last = random.random() < .5
            assert od.popitem(last=last) == m.pop(-1 if last else 0)
        elif op == 4 and k in od and random.random() < .5:
            del od[k]; m = [x for x in m if x[0] != k]
        if n % 50 == 0: assert list(od.items()) == m and all(od[a] == b for a, b in m), n
    assert list(od.items()) == m
print("same")  # expect: same
class K:
    def __init__(self, v): self.v = v
    def __hash__(self): return hash(self.v) % 3
    def __eq__(self, o): return isinstance(o, K) and self.v == o.v
    def __repr__(self): return f"K{self.v}"
d = OrderedDict((K(i), i) for i in range(12)); d.move_to_end(K(4)); d.move_to_end(K(7), last=False); print(list(d))
# expect: [K7, K0, K1, K2, K3, K5, K6, K8, K9, K10, K11, K4]
try: d.move_to_end(K(99))
except KeyError as e: print("KeyError", e)  # expect: KeyError K99
class Sub(OrderedDict):
    def __setitem__(self, k, v): super().__setitem__(k, v * 2)
s = Sub(a=1); s.update(b=2); s['c'] = 3; s.setdefault('d', 4); s |= {'e': 5}; print(s, s.copy(), type(s | {}), Sub.fromkeys('xy', 1))
# expect: Sub({'a': 2, 'b': 4, 'c': 6, 'd': 8, 'e': 10}) Sub({'a': 4, 'b': 8, 'c': 12, 'd': 16, 'e': 20}) <class '__main__.Sub'> Sub({'x': 2, 'y': 2})
a = OrderedDict(a=1, b=2); b = OrderedDict(b=2, a=1); print(a == b, a == dict(b), a != b, dict(a) == b, a == 5, a != 5, a | b, {'z': 1} | a, type({'z': 1} | a))
# expect: False True True True False True OrderedDict({'a': 1, 'b': 2}) OrderedDict({'z': 1, 'a': 1, 'b': 2}) <class 'collections.OrderedDict'>
a.attr = [1]; c = copy.deepcopy(a); print(c, c.attr, c.attr is a.attr, copy.copy(a).attr, pickle.loads(pickle.dumps(a)), vars(OrderedDict()))
# expect: OrderedDict({'a': 1, 'b': 2}) [1] False [1] OrderedDict({'a': 1, 'b': 2}) {}
a['self'] = a; print(a)  # expect: OrderedDict({'a': 1, 'b': 2, 'self': ...})
try:
    for k in OrderedDict.fromkeys('abc'): a[k + k] = 1
    for k in a: a[k + '!'] = 1
except RuntimeError as e: print("RuntimeError")  # expect: RuntimeError
q = OrderedDict.fromkeys(range(20000)); n = 0
while q: n += q.popitem(last=False)[0]
print(n)  # expect: 199990000
q = OrderedDict.fromkeys(range(5000))
for i in range(5000): q.move_to_end(i, last=False)
print(list(q)[:3], len(q))  # expect: [4999, 4998, 4997] 5000
class D:
    def __init__(s, n): s.n = n
    def __del__(s): print("del", s.n)
x = OrderedDict(); x[1] = D(1); x[2] = D(2); x[3] = D(3); x.move_to_end(2); x.popitem(last=False); print("popped"); x.popitem(); print("end"); x.clear()
# expect: del 1
# expect: popped
# expect: del 2
# expect: end
# expect: del 3
