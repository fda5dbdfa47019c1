# pop and popitem
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


d = {"a": 1, "b": 2, "c": 3}
print(d.pop("a"), d.pop("zz", None), d.popitem(), d, d.popitem(), d)  # expect: 1 None ('c', 3) {} ('b', 2) {}
attempt(d.popitem)  # expect: KeyError: 'popitem(): dictionary is empty'
attempt(d.pop, "a")  # expect: KeyError: 'a'
attempt(d.pop)  # expect: TypeError: pop expected at least 1 argument, got 0
attempt(d.pop, [], 1)  # expect: 1
