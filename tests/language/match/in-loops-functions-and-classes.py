# in loops functions and classes
def classify(items):
    for x in items:
        match x:
            case 0:
                continue
            case "stop":
                break
            case int():
                yield "int"
            case [*_]:
                yield from x
    else:
        yield "finished"


class C:
    match 5:
        case int(value):
            double = value * 2


print(list(classify([1, 0, [7, 8], "stop", 2])), list(classify([0])), C.value, C.double)
# expect: ['int', 7, 8] ['finished'] 5 10
