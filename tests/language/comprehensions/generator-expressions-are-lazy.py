# generator expressions are lazy
log = []


def note(x):
    log.append(x)
    return x


g = (note(x) for x in range(5))
print(log)  # expect: []
print(next(g), next(g), log, sum(g), log)  # expect: 0 1 [0, 1, 2, 3, 4] 9 [0, 1, 2, 3, 4]
print(all(note(x) < 2 for x in range(100)), log[5:])  # expect: False [0, 1, 2]
