# update takes mappings pairs and keywords
# python: 3.14
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


d = {"a": 1}
d.update({"b": 2})
d.update([("c", 3), "de"], f=4)
d.update()
print(d)  # expect: {'a': 1, 'b': 2, 'c': 3, 'd': 'e', 'f': 4}


class Like:
    def keys(self):
        return ["p", "q"]

    def __getitem__(self, k):
        return k * 2


d.update(Like())
print(d, dict(Like()))
# expect: {'a': 1, 'b': 2, 'c': 3, 'd': 'e', 'f': 4, 'p': 'pp', 'q': 'qq'} {'p': 'pp', 'q': 'qq'}
attempt(d.update, 5)  # expect: TypeError: 'int' object is not iterable
attempt(d.update, [1])  # expect: TypeError: object is not iterable
attempt(d.update, [(1, 2, 3)])
# expect: ValueError: dictionary update sequence element #0 has length 3; 2 is required
attempt(d.update, ["abc"])
# expect: ValueError: dictionary update sequence element #0 has length 3; 2 is required
attempt(dict, 5)  # expect: TypeError: 'int' object is not iterable
attempt(dict, [(1,)])  # expect: ValueError: dictionary update sequence element #0 has length 1; 2 is required
attempt(dict, {}, {})  # expect: TypeError: dict expected at most 1 argument, got 2
