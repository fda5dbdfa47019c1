# a class may have any builtin method as a special method: one of another type refuses its instances
def attempt(function, value):
    try:
        result = function(value)
    except TypeError:
        return "TypeError"
    return type(result).__name__

for name, method, use in [("__len__", list.__len__, len), ("__hash__", str.__hash__, hash), ("__reversed__", list.__reversed__, reversed),
                          ("__eq__", list.__eq__, lambda c: c == [1]), ("__eq__", list.__eq__, lambda c: c != [1]), ("__hash__", str.__hash__, lambda c: {c: 1}),
                          ("__contains__", list.__contains__, lambda c: 1 in c), ("__next__", type(iter([])).__next__, next)]:
    C = type("C", (), {name: method})
    print(name, [attempt(use, C()) for _ in range(3)])
# expect: __len__ ['TypeError', 'TypeError', 'TypeError']
# expect: __hash__ ['TypeError', 'TypeError', 'TypeError']
# expect: __reversed__ ['TypeError', 'TypeError', 'TypeError']
# expect: __eq__ ['TypeError', 'TypeError', 'TypeError']
# expect: __eq__ ['TypeError', 'TypeError', 'TypeError']
# expect: __hash__ ['TypeError', 'TypeError', 'TypeError']
# expect: __contains__ ['TypeError', 'TypeError', 'TypeError']
# expect: __next__ ['TypeError', 'TypeError', 'TypeError']
bound = type("C", (), {"__len__": [1, 2].__len__})
print(len(bound()))  # expect: 2
