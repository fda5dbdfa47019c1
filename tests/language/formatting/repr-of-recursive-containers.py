# repr of recursive containers
a = [1]
a.append(a)
d = {"self": None}
d["self"] = d
t = ([],)
t[0].append(t)
print(a, d, t)  # expect: [1, [...]] {'self': {...}} ([(...)],)
x, y = [], []
x.append(y)
y.append(x)
print(x)  # expect: [[[...]]]
