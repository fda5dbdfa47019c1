# instance dict is live
class A: pass


a = A()
a.x = 1
d = a.__dict__
d["y"] = 2
a.z = 3
print(a.y, d, a.__dict__ is d, list(d))  # expect: 2 {'x': 1, 'y': 2, 'z': 3} True ['x', 'y', 'z']
a.__dict__ = {"fresh": 1}
print(a.fresh, hasattr(a, "x"), d)  # expect: 1 False {'x': 1, 'y': 2, 'z': 3}
del a.__dict__["fresh"]
print(a.__dict__)  # expect: {}
a.__dict__.update(p=1, q=2)
print(a.p + a.q, vars(a))  # expect: 3 {'p': 1, 'q': 2}
