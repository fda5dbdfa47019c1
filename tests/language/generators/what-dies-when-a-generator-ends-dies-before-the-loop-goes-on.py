# what a generator let go of when it ended is finalised before the loop that ended it goes on
class D:
    def __init__(s,n): s.n=n
    def __del__(s): print('dies',s.n)
def g():
    try:
        w=D(1)
        yield 1
    finally:
        print('closed')
def h():
    x=g(); print(next(x)); print(next(x,'end'))
h()
# expect: 1
# expect: closed
# expect: dies 1
# expect: end
def g2():
    w=D(2)
    yield 1
x=g2(); print(next(x)); print(next(x,'end')); print('after')
# expect: 1
# expect: dies 2
# expect: end
# expect: after
x=g2(); print(next(x))  # expect: 1
for q in x: pass  # expect: dies 2
print('after2')  # expect: after2
import itertools
def g3():
    try:
        for n2 in map(lambda v:v, itertools.islice([1,2,3],0,3,2)):
            w=D(n2)
        yield 5
    finally:
        print('closed')
x=g3(); print(next(x)); print(next(x,'end')); print('after')
# expect: dies 1
# expect: 5
# expect: closed
# expect: dies 3
# expect: end
# expect: after
class D:
    def __init__(s,n): s.n=n
    def __del__(s): print('dies',s.n)
def g2():
    w=D(2)
    yield 1
def nd(it,d):
    for v in it: return v
    return d
x=g2(); print(next(x)); print(nd(x,'end')); print('after')
# expect: 1
# expect: dies 2
# expect: end
# expect: after
