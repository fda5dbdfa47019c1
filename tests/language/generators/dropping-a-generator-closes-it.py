# dropping a generator closes it
def g(name):
    try:
        yield 1
        yield 2
    finally:
        print("closed", name)


it = g("a")
next(it)
it = None  # expect: closed a
print("after a")  # expect: after a
for x in g("b"):
    break  # expect: closed b
print("after b")  # expect: after b
g("never started")
it = g("c")
next(it)
del it  # expect: closed c
print("end")  # expect: end
