# first match wins and bindings remain
def f(x):
    match x:
        case [a, b] if False:
            pass
        case [a, 5]:
            return "five", a
        case _:
            return "fallthrough", a, b


print(f([1, 5]), f([1, 2]))  # expect: ('five', 1) ('fallthrough', 1, 2)
match 5:
    case y if y > 10:
        pass
print(y)  # expect: 5
match (1, 2):
    case (p, q):
        pass
print(p, q)  # expect: 1 2
