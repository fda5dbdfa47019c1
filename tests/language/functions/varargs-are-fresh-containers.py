# varargs are fresh containers
def f(*args, **kw):
    kw["new"] = 1
    return args, kw


d = {"a": 1}
t = (1, 2)
args, kw = f(*t, **d)
print(args, kw, d, kw is d, args == t)  # expect: (1, 2) {'a': 1, 'new': 1} {'a': 1} False True
