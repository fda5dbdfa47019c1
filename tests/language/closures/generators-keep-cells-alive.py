# generators keep cells alive
def ticks(step):
    n = 0

    def gen():
        nonlocal n
        while n < 5 * step:
            n += step
            yield n

    def reset():
        nonlocal n
        n = 0
    return gen(), reset


g, reset = ticks(2)
print(next(g), next(g))  # expect: 2 4
reset()
print(list(g))  # expect: [2, 4, 6, 8, 10]
