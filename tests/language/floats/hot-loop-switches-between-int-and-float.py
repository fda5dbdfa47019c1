# hot loop switches between int and float
def mix(n):
    total = 0
    for i in range(n):
        if i % 3 == 0:
            total += i
        elif i % 3 == 1:
            total += i * 0.5
        else:
            total -= 1
        if i % 100 == 99:
            total = int(total)
    return total


print(mix(50), mix(1000), mix(5000))  # expect: 604.5 249580 6247900


def kinds(values):
    out = []
    for v in values:
        out.append(v + 1)
    return out


print(kinds([1, 2.5, True, 2**47 - 1, 3j, 2**70, -0.0]))
# expect: [2, 3.5, 2, 140737488355328, (1+3j), 1180591620717411303425, 1.0]
