# union operators
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


a, b = {"x": 1, "y": 2}, {"y": 3, "z": 4}
print(a | b, b | a, a)  # expect: {'x': 1, 'y': 3, 'z': 4} {'y': 2, 'z': 4, 'x': 1} {'x': 1, 'y': 2}
a |= b
print(a)  # expect: {'x': 1, 'y': 3, 'z': 4}
a |= [("w", 5)]
print(a)  # expect: {'x': 1, 'y': 3, 'z': 4, 'w': 5}
attempt(lambda: {} | [])  # expect: TypeError: unsupported operand type(s) for |: 'dict' and 'list'
attempt(lambda: [] | {})  # expect: TypeError: unsupported operand type(s) for |: 'list' and 'dict'
