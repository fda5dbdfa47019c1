# star unpacking of generators
def f(*args):
    return args


print(f(*(x for x in range(3))), [*(x for x in "ab"), *[1]], dict([*((k, ord(k)) for k in "xy")]))
# expect: (0, 1, 2) ['a', 'b', 1] {'x': 120, 'y': 121}
print(max(len(w) for w in ["a", "bbb"]), sorted((w for w in ["b", "a"]), reverse=True), ",".join(str(i) for i in range(4)))
# expect: 3 ['b', 'a'] 0,1,2,3
