# coroutine style averager
def averager():
    total = n = 0
    avg = None
    while True:
        x = yield avg
        if x is None:
            return total, n
        total += x
        n += 1
        avg = total / n


a = averager()
next(a)
print(a.send(10), a.send(20), a.send(30))  # expect: 10.0 15.0 20.0
try:
    a.send(None)
except StopIteration as e:
    print(e.value)  # expect: (60, 3)
