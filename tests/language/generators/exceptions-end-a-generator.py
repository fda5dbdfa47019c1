# exceptions end a generator
def g():
    yield 1
    raise ValueError("boom")
    yield 2


it = g()
print(next(it))  # expect: 1
try:
    next(it)
except ValueError as e:
    print(e)  # expect: boom
print(next(it, "finished"))  # expect: finished
