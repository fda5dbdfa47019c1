# defaultdict factory
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


from collections import defaultdict

d = defaultdict(list)
d["a"].append(1)
d["b"]
print(d, d.get("c"), "c" in d, d.default_factory, dict(d))
# expect: defaultdict(<class 'list'>, {'a': [1], 'b': []}) None False <class 'list'> {'a': [1], 'b': []}
e = defaultdict(None, x=1)
attempt(lambda: e["y"])  # expect: KeyError: 'y'
attempt(defaultdict, 5)  # expect: TypeError: first argument must be callable or None
n = defaultdict(lambda: defaultdict(int))
n["p"]["q"] += 5
print(n["p"]["q"], n["z"]["w"], sorted(n))  # expect: 5 0 ['p', 'z']
