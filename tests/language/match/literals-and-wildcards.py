# literals and wildcards
def f(x):
    match x:
        case 0:
            return "zero"
        case 1 | 2:
            return "small"
        case -1:
            return "minus one"
        case 3.5:
            return "float"
        case 2 + 3j:
            return "complex"
        case "hello":
            return "text"
        case b"raw":
            return "bytes"
        case None:
            return "none"
        case True:
            return "true"
        case _:
            return "other"


print([f(x) for x in (0, 1, 2, -1, 3.5, 2 + 3j, "hello", b"raw", None, True, False, 9, 1.0, [])])
# expect: ['zero', 'small', 'small', 'minus one', 'float', 'complex', 'text', 'bytes', 'none', 'small', 'zero', 'other', 'small', 'other']
