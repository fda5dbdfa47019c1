# sorted and reversed
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


print(sorted("hello"), sorted({"b": 1, "a": 2}), sorted((3, 1), reverse=True), list(reversed([1, 2])), list(reversed("ab")), list(reversed(range(3))), list(reversed({"x": 1, "y": 2})), list(reversed((1, 2))))
# expect: ['e', 'h', 'l', 'l', 'o'] ['a', 'b'] [3, 1] [2, 1] ['b', 'a'] [2, 1, 0] ['y', 'x'] [2, 1]
attempt(sorted)  # expect: TypeError: sorted expected 1 argument, got 0
attempt(sorted, 5)  # expect: TypeError: 'int' object is not iterable
attempt(sorted, [1], 5)  # expect: TypeError: sorted expected 1 argument, got 2
attempt(reversed, 5)  # expect: TypeError: 'int' object is not reversible
attempt(reversed, {1})  # expect: TypeError: 'set' object is not reversible
attempt(reversed, iter([]))  # expect: TypeError: 'list_iterator' object is not reversible
class R:
    def __reversed__(self):
        return "anything"
print(reversed(R()))  # expect: anything
