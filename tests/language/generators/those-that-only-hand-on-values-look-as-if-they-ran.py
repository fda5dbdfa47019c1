# Generators that only hand on what another one yields look as if they ran each time: frames, states, exceptions, what may not be entered.
import sys, traceback, inspect
def leaf(n, act):
    for i in range(n):
        yield i
        if i == act[0]:
            act[1]()
    return 'leaf'
def mid(n, act):
    try:
        r = yield from leaf(n, act)
    except KeyError as e:
        yield ('caught', str(e), [f.name for f in traceback.extract_tb(e.__traceback__)])
        return 'after'
    yield ('r', r)
    return 'mid'
def top(n, act):
    r = yield from mid(n, act)
    yield ('m', r)
    return 'top'
def top2(n, act):
    r = yield from top(n, act)
    return r
def show():
    f = sys._getframe(); names = []
    while f.f_code.co_name != '<module>': names.append((f.f_code.co_name, f.f_lineno)); f = f.f_back
    print(names)
print(list(top2(4, (1, show))))
# expect: [('show', 26), ('leaf', 7), ('mid', 11), ('top', 18), ('top2', 22)]
# expect: [0, 1, 2, 3, ('r', 'leaf'), ('m', 'mid')]
g = top2(5, [2, None])
def states():
    for x in chain:
        print(x.gi_running, x.gi_suspended, x.gi_yieldfrom, inspect.getgeneratorstate(x), x.gi_frame.f_code.co_name, x.gi_frame.f_lineno)
chain = []
def boom(): raise KeyError('boom')
def reenter():
    for x in chain:
        for f in (lambda: next(x), lambda: x.close(), lambda: x.throw(ValueError), lambda: x.gi_frame.clear()):
            try: print(f())
            except BaseException as e: print(type(e).__name__, e)
    states(); show()
act = [2, reenter]
g = top2(4, act)
print(next(g), next(g))  # expect: 0 1
x = g
while x is not None and hasattr(x, 'gi_yieldfrom'): chain.append(x); x = x.gi_yieldfrom
chain = chain[:]
for v in g: print(v)
# expect: 2
# expect: ValueError generator already executing
# expect: ValueError generator already executing
# expect: ValueError generator already executing
# expect: RuntimeError cannot clear an executing frame
# expect: ValueError generator already executing
# expect: ValueError generator already executing
# expect: ValueError generator already executing
# expect: RuntimeError cannot clear an executing frame
# expect: ValueError generator already executing
# expect: ValueError generator already executing
# expect: ValueError generator already executing
# expect: RuntimeError cannot clear an executing frame
# expect: ValueError generator already executing
# expect: ValueError generator already executing
# expect: ValueError generator already executing
# expect: RuntimeError cannot clear an executing frame
# expect: True False None GEN_RUNNING top2 22
# expect: True False None GEN_RUNNING top 18
# expect: True False None GEN_RUNNING mid 11
# expect: True False None GEN_RUNNING leaf 7
# expect: [('show', 26), ('reenter', 42), ('leaf', 7), ('mid', 11), ('top', 18), ('top2', 22)]
# expect: 3
# expect: ('r', 'leaf')
# expect: ('m', 'mid')
act = [1, boom]
print(list(top2(4, act)))  # expect: [0, 1, ('caught', "'boom'", ['mid', 'leaf', 'boom']), ('m', 'after')]
def boom2(): raise IndexError('b2')
try: print(list(top2(4, [1, boom2])))
except IndexError as e: print([(f.name, f.lineno) for f in traceback.extract_tb(e.__traceback__)])
# expect: [('<module>', 78), ('top2', 22), ('top', 18), ('mid', 11), ('leaf', 7), ('boom2', 77)]
def deep(n):
    yield n
    yield from deep(n + 1)
try:
    for v in deep(0): last = v
except RecursionError as e: print('rec', 900 < last < 1000)  # expect: rec True
# f_back kept
kept = []
def keep(): kept.append(sys._getframe(1))
list(top2(3, [1, keep]))
f = kept[0]
while f.f_code.co_name != '<module>': print(f.f_code.co_name, sorted(f.f_locals)); f = f.f_back
# expect: leaf ['act', 'i', 'n']
# expect: mid ['act', 'n', 'r']
# expect: top ['act', 'n', 'r']
# expect: top2 ['act', 'n', 'r']
# the resumer's exception
def handler_leaf():
    try: 1 / 0
    except ZeroDivisionError:
        yield 1
        print(repr(sys.exception()))
        yield 2
    print(repr(sys.exception()))
    yield 3
def w(n): 
    if n: yield from w(n - 1)
    else: yield from handler_leaf()
for v in w(3): print(v, sys.exception())
# expect: 1 None
# expect: ZeroDivisionError('division by zero')
# expect: 2 None
# expect: None
# expect: 3 None
try: raise ValueError('outer')
except ValueError:
    for v in w(3): print(v, repr(sys.exception()))
# expect: 1 ValueError('outer')
# expect: ZeroDivisionError('division by zero')
# expect: 2 ValueError('outer')
# expect: ValueError('outer')
# expect: 3 ValueError('outer')
# sends, throws, closes
def echo():
    while True:
        try: x = yield
        except ValueError as e: print('got', e); continue
        except GeneratorExit: print('closing'); raise
        print('x', x)
def d(n):
    try: yield from (d(n - 1) if n else echo())
    finally: print('fin', n)
def drive(): 
    yield from d(3)
e = drive(); next(e)
for k in range(3): e.send(k)
# expect: x 0
# expect: x 1
# expect: x 2
e.throw(ValueError('t')); e.send('z'); e.close()
# expect: got t
# expect: x z
# expect: closing
# expect: fin 0
# expect: fin 1
# expect: fin 2
# expect: fin 3
e = d(2); next(e); next(e); del e
# expect: x None
# expect: closing
# expect: fin 0
# expect: fin 1
# expect: fin 2
# the innermost is resumed by someone else in between
inner = (x for x in range(6))
def via(n): yield from (via(n - 1) if n else inner)
v = via(3); print(next(v), next(v), next(inner), next(v), next(inner), list(v), list(inner))
# expect: 0 1 2 3 4 [5] []
def selfish():
    global S
    yield 1
    try: next(S)
    except ValueError as e: print(e)
    yield 2
def via2(n): yield from (via2(n - 1) if n else selfish())
S = via2(3)
for k in S: print(k)
# expect: 1
# expect: generator already executing
# expect: 2
class Wait:
    def __await__(self):
        yield 'waits'
async def co(n):
    if n == 0:
        for i in range(3): await Wait()
        show()
        return 5
    return 1 + await co(n - 1)
class Task:
    def __init__(self, c): self.c = c
    def __iter__(self): return (yield from self.c.__await__())
def drive2():
    r = yield from Task(co(5))
    yield r
for v in drive2(): print(v)
# expect: waits
# expect: waits
# expect: waits
# expect: [('show', 26), ('co', 177), ('co', 179), ('co', 179), ('co', 179), ('co', 179), ('co', 179), ('__iter__', 182), ('drive2', 184)]
# expect: 10
# the collector comes while it runs, and what nobody else holds dies
import gc, weakref
class Held: pass
dead = []
def lowest():
    h = Held()
    weakref.finalize(h, dead.append, 'h')
    for i in range(3):
        yield i
        gc.collect()
        print(dead)
def holds(n):
    h = Held()
    weakref.finalize(h, dead.append, n)
    yield from (holds(n - 1) if n else lowest())
for v in holds(3):
    gc.collect()
# expect: []
# expect: []
# expect: []
print(dead)  # expect: ['h', 0, 1, 2, 3]
gc.collect()
class It:
    def __init__(s): s.i = 0
    def __iter__(s): return s
    def __next__(s):
        s.i += 1
        if s.i > 3: raise StopIteration('done')
        return s.i
def viait(n): 
    r = yield from (viait(n - 1) if n else It())
    return r
def cons():
    print((yield from viait(4)))
print(list(cons()))
# expect: done
# expect: [1, 2, 3]
