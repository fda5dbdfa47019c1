# one site sees every type of operand
def combine(a, b):
    try:
        return a + b
    except TypeError as error:
        return str(error)


def compare(a, b):
    try:
        return a < b, a == b
    except TypeError:
        return "no order"


values = [1, 2.5, True, 2**47, 2**70, "s", b"b", [1], (1,), None, 3j, {1}]
for _ in range(3):
    table = [[combine(a, b) for b in values] for a in values]
    orders = [[compare(a, b) for b in values] for a in values]
print(table[0][:5], table[3][:5], table[5][5:7], table[7][6:9], table[11][11])
# expect: [2, 3.5, 2, 140737488355329, 1180591620717411303425] [140737488355329, 140737488355330.5, 140737488355329, 281474976710656, 1180591761454899658752] ['ss', 'can only concatenate str (not "bytes") to str'] ['can only concatenate list (not "bytes") to list', [1, 1], 'can only concatenate list (not "tuple") to list'] unsupported operand type(s) for +: 'set' and 'set'
print(sum(1 for row in table for x in row if isinstance(x, str)), sum(1 for row in orders for x in row if x == "no order"))
# expect: 105 114
