# lookup methods
# python: 3.14
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


d = {"a": 1, 2: "b"}
print(d["a"], d.get("a"), d.get("z"), d.get("z", 0), d.setdefault("a", 9), d.setdefault("n", []), d, "a" in d, "q" not in d, len(d))
# expect: 1 1 None 0 1 [] {'a': 1, 2: 'b', 'n': []} True True 3
attempt(lambda: d["zz"])  # expect: KeyError: 'zz'
attempt(lambda: d[(1, 2)])  # expect: KeyError: (1, 2)
attempt(lambda: d[[]])  # expect: TypeError: cannot use 'list' as a dict key (unhashable type: 'list')
attempt(lambda: [] in d)  # expect: TypeError: cannot use 'list' as a dict key (unhashable type: 'list')
attempt(lambda: d.get({}))  # expect: TypeError: cannot use 'dict' as a dict key (unhashable type: 'dict')
attempt(lambda: d.get())  # expect: TypeError: get expected at least 1 argument, got 0
attempt(lambda: {}.setdefault([], 1))
# expect: TypeError: cannot use 'list' as a dict key (unhashable type: 'list')
