# A loop calls what it was given; later it is given another function of the same shape.
def small(items):
    return items.pop()


def large(items):
    return -items.pop()


def drain(items, pop):
    out = []
    while items:
        out.append(pop(items))
    return out


for k in range(6):
    drain(list(range(k)), small)
wrong = 0
for k in range(30):
    wrong += drain(list(range(1, k)), large) != [-x for x in range(k - 1, 0, -1)]
    wrong += drain(list(range(1, k)), small) != list(range(k - 1, 0, -1))
print(wrong)  # expect: 0
