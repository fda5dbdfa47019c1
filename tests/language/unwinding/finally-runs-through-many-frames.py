# finally runs through many frames
log = []


def f(n):
    try:
        if n == 0:
            raise RuntimeError("bottom")
        f(n - 1)
    finally:
        log.append(n)


try:
    f(5)
except RuntimeError as e:
    print(e, log)  # expect: bottom [0, 1, 2, 3, 4, 5]


def g(n):
    try:
        return g(n - 1) if n else "value"
    finally:
        log.append(-n)


log.clear()
print(g(3), log)  # expect: value [0, -1, -2, -3]
