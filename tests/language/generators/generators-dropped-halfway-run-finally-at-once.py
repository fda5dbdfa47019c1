# generators dropped halfway run their finally blocks at once
log = []


def numbers(name, n):
    try:
        for i in range(n):
            yield i
    finally:
        log.append((name, i))


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        log.append(self.name)


def holding(n):
    held = Noisy("held %d" % n)
    for i in range(n):
        yield i
    log.append("end %d" % n)


def first(k):
    for x in numbers("first %d" % k, 10):
        if x == k % 4:
            log.append("left")
            break
    log.append("after")


for k in range(100):
    first(k)
print(len(log), log[:6], log[-3:])
# expect: 300 ['left', ('first 0', 0), 'after', 'left', ('first 1', 1), 'after'] ['left', ('first 99', 3), 'after']
log.clear()

for k in range(100):
    n = 0
    for x in holding(k % 3):
        n += 1
    log.append(n)
print(log[:12], len(log))
# expect: ['end 0', 'held 0', 0, 'end 1', 'held 1', 1, 'end 2', 'held 2', 2, 'end 0', 'held 0', 0] 300
log.clear()

for k in range(80):
    g = holding(3)
    next(g)
    if k % 2:
        g.close()
        log.append("closed")
    else:
        del g
        log.append("deleted")
print(log[:8], len(log))
# expect: ['held 3', 'deleted', 'held 3', 'closed', 'held 3', 'deleted', 'held 3', 'closed'] 160
log.clear()


def leaky():
    g = numbers("returned from", 5)
    for x in g:
        if x == 2:
            return x


for k in range(100):
    leaky()
    log.append("returned")
print(log[:4], len(log))  # expect: [('returned from', 2), 'returned', ('returned from', 2), 'returned'] 200
