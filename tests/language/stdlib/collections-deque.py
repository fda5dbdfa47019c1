# collections deque
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


from collections import deque

d = deque([1, 2, 3], maxlen=4)
d.append(4)
d.append(5)
d.appendleft(0)
print(d, d.maxlen, d[0], d[-1], len(d), 3 in d)  # expect: deque([0, 2, 3, 4], maxlen=4) 4 0 4 4 True
d.rotate(1)
print(d, d.pop(), d.popleft(), d)  # expect: deque([0, 2], maxlen=4) 3 4 deque([0, 2], maxlen=4)
d.extend("ab")
d.extendleft("xy")
print(d, d.count("a"), d.index("y"), list(reversed(d)))
# expect: deque(['y', 'x', 0, 2], maxlen=4) 0 0 [2, 0, 'x', 'y']
e = deque()
e.append(1)
e.insert(0, "i")
e.remove(1)
print(e, deque([1]) == deque([1]), deque([1]) + deque([2]), deque("ab") * 2, e.copy())
# expect: deque(['i']) True deque([1, 2]) deque(['a', 'b', 'a', 'b']) deque(['i'])
attempt(deque().pop)  # expect: IndexError: pop from an empty deque
attempt(lambda: deque([1])[5])  # expect: IndexError: deque index out of range
attempt(deque, 5)  # expect: TypeError: 'int' object is not iterable
attempt(deque, [], -1)  # expect: ValueError: maxlen must be non-negative
e.clear()
e.reverse()
del d[0]
d[0] = "new"
print(e, d, bool(e))  # expect: deque([]) deque(['new', 0, 2], maxlen=4) False
