# f_lineno = line in a trace function: the frame goes on there, and what it does not need any more is let go
import sys, warnings
warnings.simplefilter("ignore")
class Cm:
    def __init__(self, o, n): self.o = o; self.n = n
    def __enter__(self): self.o.append(self.n); return self
    def __exit__(self, *a): self.o.append(-self.n)
    def __del__(self): self.o.append("d%d" % self.n)
class It:
    def __init__(self, o, n): self.o = o; self.n = n
    def __iter__(self): return self
    def __next__(self):
        self.n -= 1
        if self.n < 0: raise StopIteration
        return self.n
    def __del__(self): self.o.append("it")
def f1(out):
    for x in It(out, 2):
        with Cm(out, 1) as c:
            out.append(x)
            for y in It(out, 1):
                out.append("y")
            z = [q for q in It(out, 2)]
        out.append(2)
    else:
        out.append("else")
    del c
    out.append(3)
def f2(out):
    a = object()
    try:
        out.append(1)
        try:
            raise KeyError("k")
        except KeyError as e:
            out.append(str(e))
            with Cm(out, 5):
                out.append("in")
        finally:
            out.append("f")
    except ValueError:
        out.append("v")
    while len(out) < 12:
        out.append("w")
        if len(out) == 9:
            break
    out.append(a is None)
def f4(out):
    for i in It(out, 3):
        try:
            yield i
            out.append(i)
        finally:
            out.append("fin")
    x = yield "last"
    out.append(x)
def go(fn, a, b, nth):
    n = 0
    def tr(fr, e, arg):
        nonlocal n
        if fr.f_code is fn.__code__:
            if (e == 'line' or e == 'return') and fr.f_lineno == fn.__code__.co_firstlineno + a:
                n += 1
                if n == nth:
                    fr.f_lineno = fn.__code__.co_firstlineno + b
            return tr
    o = []
    sys.settrace(tr)
    try:
        r = fn(o)
        if fn is f4: 
            for k, _ in enumerate(r):
                if k > 20: break
    except Exception as e: o.append(repr(e))
    finally: sys.settrace(None)
    r = None
    print(fn.__name__, a, b, nth, o[:40])
for a in range(1, 11):
    for b in range(2, 11):
        for nth in (1, 2):
            if a != b and (a, b) != (6, 5):
                go(f1, a, b, nth)
# expect: f1 1 2 1 ['ValueError("can\'t jump into the body of a for loop")']
# expect: f1 1 2 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 1 3 1 ["ValueError('incompatible stacks')"]
# expect: f1 1 3 2 [1, 1, 'y', 'it', 'it', -1, 2, 'it', "ValueError('incompatible stacks')", 'd1']
# expect: f1 1 4 1 ["ValueError('incompatible stacks')"]
# expect: f1 1 4 2 [1, 1, 'y', 'it', 'it', -1, 2, 'it', "ValueError('incompatible stacks')", 'd1']
# expect: f1 1 5 1 ['ValueError("can\'t jump into the body of a for loop")']
# expect: f1 1 5 2 [1, 1, 'y', 'it', 'it', -1, 2, 'it', 'ValueError("can\'t jump into the body of a for loop")', 'd1']
# expect: f1 1 6 1 ["ValueError('incompatible stacks')"]
# expect: f1 1 6 2 [1, 1, 'y', 'it', 'it', -1, 2, 'it', "ValueError('incompatible stacks')", 'd1']
# expect: f1 1 7 1 ['ValueError("can\'t jump into the body of a for loop")']
# expect: f1 1 7 2 [1, 1, 'y', 'it', 'it', -1, 2, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 1 8 1 ['else', 3]
# expect: f1 1 8 2 [1, 1, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 1 9 1 ['else', 3]
# expect: f1 1 9 2 [1, 1, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 1 10 1 [3]
# expect: f1 1 10 2 [1, 1, 'y', 'it', 'it', -1, 2, 'it', 'd1', 3]
# expect: f1 2 3 1 ['it', "ValueError('incompatible stacks')"]
# expect: f1 2 3 2 [1, 1, 'y', 'it', 'it', 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 2 4 1 ['it', "ValueError('incompatible stacks')"]
# expect: f1 2 4 2 [1, 1, 'y', 'it', 'it', 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 2 5 1 ['it', 'ValueError("can\'t jump into the body of a for loop")']
# expect: f1 2 5 2 [1, 1, 'y', 'it', 'it', 'it', 'ValueError("can\'t jump into the body of a for loop")', 'd1']
# expect: f1 2 6 1 ['it', "ValueError('incompatible stacks')"]
# expect: f1 2 6 2 [1, 1, 'y', 'it', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 2 7 1 [2, 1, 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 2 7 2 [1, 1, 'y', 'it', 'it', 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 2 8 1 ['it', 'else', 3]
# expect: f1 2 8 2 [1, 1, 'y', 'it', 'it', 'it', 'else', 'd1', 3]
# expect: f1 2 9 1 ['it', 'else', 3]
# expect: f1 2 9 2 [1, 1, 'y', 'it', 'it', 'it', 'else', 'd1', 3]
# expect: f1 2 10 1 ['it', 3]
# expect: f1 2 10 2 [1, 1, 'y', 'it', 'it', 'it', 'd1', 3]
# expect: f1 3 2 1 [1, -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 3 2 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 3 4 1 [1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 3 4 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 3 5 1 [1, -1, 'it', 'ValueError("can\'t jump into the body of a for loop")', 'd1']
# expect: f1 3 5 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', -1, 'it', 'ValueError("can\'t jump into the body of a for loop")', 'd1']
# expect: f1 3 6 1 [1, 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 3 6 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 3 7 1 [1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 3 7 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 2, 'it', 'else', 'd1', 3]
# expect: f1 3 8 1 [1, 'it', 'else', 'd1', 3]
# expect: f1 3 8 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 'it', 'else', 'd1', 3]
# expect: f1 3 9 1 [1, 'it', 'else', 'd1', 3]
# expect: f1 3 9 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 'it', 'else', 'd1', 3]
# expect: f1 3 10 1 [1, 'it', 'd1', 3]
# expect: f1 3 10 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 'it', 'd1', 3]
# expect: f1 4 2 1 [1, 1, -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 4 2 2 [1, 1, 'y', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 4 3 1 [1, 1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 4 3 2 [1, 1, 'y', 'it', 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 4 5 1 [1, 1, -1, 'it', 'ValueError("can\'t jump into the body of a for loop")', 'd1']
# expect: f1 4 5 2 [1, 1, 'y', 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 4 6 1 [1, 1, 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 4 6 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 4 7 1 [1, 1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 4 7 2 [1, 1, 'y', 'it', 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 4 8 1 [1, 1, 'it', 'else', 'd1', 3]
# expect: f1 4 8 2 [1, 1, 'y', 'it', 'it', 'else', 'd1', 3]
# expect: f1 4 9 1 [1, 1, 'it', 'else', 'd1', 3]
# expect: f1 4 9 2 [1, 1, 'y', 'it', 'it', 'else', 'd1', 3]
# expect: f1 4 10 1 [1, 1, 'it', 'd1', 3]
# expect: f1 4 10 2 [1, 1, 'y', 'it', 'it', 'd1', 3]
# expect: f1 5 2 1 [1, 1, 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 5 2 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 5 3 1 [1, 1, 'it', 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 5 3 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'it', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 5 4 1 [1, 1, 'it', 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 5 4 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'it', 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 5 6 1 [1, 1, 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 5 6 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 5 7 1 [1, 1, 'it', 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 5 7 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'it', 2, 'it', 'else', 'd1', 3]
# expect: f1 5 8 1 [1, 1, 'it', 'it', 'else', 'd1', 3]
# expect: f1 5 8 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'it', 'it', 'else', 'd1', 3]
# expect: f1 5 9 1 [1, 1, 'it', 'it', 'else', 'd1', 3]
# expect: f1 5 9 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'it', 'it', 'else', 'd1', 3]
# expect: f1 5 10 1 [1, 1, 'it', 'it', 'd1', 3]
# expect: f1 5 10 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'it', 'it', 'd1', 3]
# expect: f1 6 2 1 [1, 1, 'y', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 6 2 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 6 3 1 [1, 1, 'y', 'it', 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 6 3 2 [1, 1, 'y', 'it', 'it', 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 6 4 1 [1, 1, 'y', 'it', 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 6 4 2 [1, 1, 'y', 'it', 'it', 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 6 7 1 [1, 1, 'y', 'it', 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 6 7 2 [1, 1, 'y', 'it', 'it', 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 6 8 1 [1, 1, 'y', 'it', 'it', 'else', 'd1', 3]
# expect: f1 6 8 2 [1, 1, 'y', 'it', 'it', 'it', 'else', 'd1', 3]
# expect: f1 6 9 1 [1, 1, 'y', 'it', 'it', 'else', 'd1', 3]
# expect: f1 6 9 2 [1, 1, 'y', 'it', 'it', 'it', 'else', 'd1', 3]
# expect: f1 6 10 1 [1, 1, 'y', 'it', 'it', 'd1', 3]
# expect: f1 6 10 2 [1, 1, 'y', 'it', 'it', 'it', 'd1', 3]
# expect: f1 7 2 1 [1, 1, 'y', 'it', 'it', -1, 1, 'd1', 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 7 2 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 7 3 1 [1, 1, 'y', 'it', 'it', -1, 'it', "ValueError('incompatible stacks')", 'd1']
# expect: f1 7 3 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 'it', "ValueError('incompatible stacks')", 'd1']
# expect: f1 7 4 1 [1, 1, 'y', 'it', 'it', -1, 'it', "ValueError('incompatible stacks')", 'd1']
# expect: f1 7 4 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 'it', "ValueError('incompatible stacks')", 'd1']
# expect: f1 7 5 1 [1, 1, 'y', 'it', 'it', -1, 'it', 'ValueError("can\'t jump into the body of a for loop")', 'd1']
# expect: f1 7 5 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 'it', 'ValueError("can\'t jump into the body of a for loop")', 'd1']
# expect: f1 7 6 1 [1, 1, 'y', 'it', 'it', -1, 'it', "ValueError('incompatible stacks')", 'd1']
# expect: f1 7 6 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 'it', "ValueError('incompatible stacks')", 'd1']
# expect: f1 7 8 1 [1, 1, 'y', 'it', 'it', -1, 'it', 'else', 'd1', 3]
# expect: f1 7 8 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 'it', 'else', 'd1', 3]
# expect: f1 7 9 1 [1, 1, 'y', 'it', 'it', -1, 'it', 'else', 'd1', 3]
# expect: f1 7 9 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 'it', 'else', 'd1', 3]
# expect: f1 7 10 1 [1, 1, 'y', 'it', 'it', -1, 'it', 'd1', 3]
# expect: f1 7 10 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 'it', 'd1', 3]
# expect: f1 8 2 1 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 8 2 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 8 3 1 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 8 3 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 8 4 1 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 8 4 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 8 5 1 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 8 5 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 8 6 1 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 8 6 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 8 7 1 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 8 7 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 8 9 1 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 8 9 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 8 10 1 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 8 10 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 9 2 1 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'ValueError("can\'t jump into the body of a for loop")', 'd1']
# expect: f1 9 2 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 9 3 1 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', "ValueError('incompatible stacks')", 'd1']
# expect: f1 9 3 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 9 4 1 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', "ValueError('incompatible stacks')", 'd1']
# expect: f1 9 4 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 9 5 1 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'ValueError("can\'t jump into the body of a for loop")', 'd1']
# expect: f1 9 5 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 9 6 1 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', "ValueError('incompatible stacks')", 'd1']
# expect: f1 9 6 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 9 7 1 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'ValueError("can\'t jump into the body of a for loop")', 'd1']
# expect: f1 9 7 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 9 8 1 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 9 8 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 9 10 1 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'd1', 3]
# expect: f1 9 10 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 10 2 1 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'ValueError("can\'t jump into the body of a for loop")', 'd1']
# expect: f1 10 2 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 10 3 1 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', "ValueError('incompatible stacks')", 'd1']
# expect: f1 10 3 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 10 4 1 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', "ValueError('incompatible stacks')", 'd1']
# expect: f1 10 4 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 10 5 1 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'ValueError("can\'t jump into the body of a for loop")', 'd1']
# expect: f1 10 5 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 10 6 1 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', "ValueError('incompatible stacks')", 'd1']
# expect: f1 10 6 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 10 7 1 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'ValueError("can\'t jump into the body of a for loop")', 'd1']
# expect: f1 10 7 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 10 8 1 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'else', 'd1', 3]
# expect: f1 10 8 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
# expect: f1 10 9 1 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'else', 'd1', 3]
# expect: f1 10 9 2 [1, 1, 'y', 'it', 'it', -1, 2, 1, 'd1', 0, 'y', 'it', 'it', -1, 2, 'it', 'else', 'd1', 3]
for a in (1, 2, 3, 5, 7, 8, 9, 12, 14, 16):
    for b in range(1, 20):
        if a != b:
            go(f2, a, b, 1)
# expect: f2 1 2 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', True]
# expect: f2 1 3 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', True]
# expect: f2 1 4 1 ["'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', 'w', True]
# expect: f2 1 5 1 ["'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', 'w', True]
# expect: f2 1 6 1 ['ValueError("can\'t jump into an \'except\' block as there\'s no exception")']
# expect: f2 1 7 1 ['ValueError("can\'t jump into an \'except\' block as there\'s no exception")']
# expect: f2 1 8 1 ['ValueError("can\'t jump into an \'except\' block as there\'s no exception")']
# expect: f2 1 9 1 ["ValueError('incompatible stacks')"]
# expect: f2 1 10 1 ['f', 'w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', True]
# expect: f2 1 11 1 ['f', 'w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', True]
# expect: f2 1 12 1 ['ValueError("can\'t jump into an \'except\' block as there\'s no exception")']
# expect: f2 1 13 1 ['ValueError("can\'t jump into an \'except\' block as there\'s no exception")']
# expect: f2 1 14 1 ['w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', True]
# expect: f2 1 15 1 ['w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', True]
# expect: f2 1 16 1 ['w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', True]
# expect: f2 1 17 1 [True]
# expect: f2 1 18 1 [True]
# expect: f2 1 19 1 ["ValueError('line 48 comes after the current code block')"]
# expect: f2 2 1 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', False]
# expect: f2 2 3 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', False]
# expect: f2 2 4 1 ["'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', 'w', False]
# expect: f2 2 5 1 ["'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', 'w', False]
# expect: f2 2 6 1 ['ValueError("can\'t jump into an \'except\' block as there\'s no exception")']
# expect: f2 2 7 1 ['ValueError("can\'t jump into an \'except\' block as there\'s no exception")']
# expect: f2 2 8 1 ['ValueError("can\'t jump into an \'except\' block as there\'s no exception")']
# expect: f2 2 9 1 ["ValueError('incompatible stacks')"]
# expect: f2 2 10 1 ['f', 'w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 2 11 1 ['f', 'w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 2 12 1 ['ValueError("can\'t jump into an \'except\' block as there\'s no exception")']
# expect: f2 2 13 1 ['ValueError("can\'t jump into an \'except\' block as there\'s no exception")']
# expect: f2 2 14 1 ['w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 2 15 1 ['w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 2 16 1 ['w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 2 17 1 [False]
# expect: f2 2 18 1 [False]
# expect: f2 2 19 1 ["ValueError('line 48 comes after the current code block')"]
# expect: f2 3 1 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', False]
# expect: f2 3 2 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', False]
# expect: f2 3 4 1 ["'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', 'w', False]
# expect: f2 3 5 1 ["'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', 'w', False]
# expect: f2 3 6 1 ['v', 'w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 3 7 1 ['v', 'w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 3 8 1 ['v', 'w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 3 9 1 ['v', 'w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 3 10 1 ['f', 'w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 3 11 1 ['f', 'w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 3 12 1 ['v', 'w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 3 13 1 ['v', 'w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 3 14 1 ['w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 3 15 1 ['w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 3 16 1 ['w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 3 17 1 [False]
# expect: f2 3 18 1 [False]
# expect: f2 3 19 1 ['v', 'w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 5 1 1 [1, 1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', False]
# expect: f2 5 2 1 [1, 1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', False]
# expect: f2 5 3 1 [1, 1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', False]
# expect: f2 5 4 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', False]
# expect: f2 5 6 1 [1, 'f', 'v', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 5 7 1 [1, 'f', 'v', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 5 8 1 [1, 'f', 'v', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 5 9 1 [1, 'f', 'v', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 5 10 1 [1, 'f', 'w', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 5 11 1 [1, 'f', 'w', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 5 12 1 [1, 'f', 'v', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 5 13 1 [1, 'f', 'v', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 5 14 1 [1, 'w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 5 15 1 [1, 'w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 5 16 1 [1, 'w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 5 17 1 [1, False]
# expect: f2 5 18 1 [1, False]
# expect: f2 5 19 1 [1, 'f', 'v', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 7 1 1 [1, 1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', False]
# expect: f2 7 2 1 [1, 1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', False]
# expect: f2 7 3 1 [1, 1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', False]
# expect: f2 7 4 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', False]
# expect: f2 7 5 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', False]
# expect: f2 7 6 1 [1, 'f', 'v', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 7 8 1 [1, 5, 'in', -5, 'd5', 'f', 'w', 'w', 'w', False]
# expect: f2 7 9 1 [1, 'f', 'v', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 7 10 1 [1, 'f', 'w', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 7 11 1 [1, 'f', 'w', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 7 12 1 [1, 'f', 'v', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 7 13 1 [1, 'v', 'w', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 7 14 1 [1, 'w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 7 15 1 [1, 'w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 7 16 1 [1, 'w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 7 17 1 [1, False]
# expect: f2 7 18 1 [1, False]
# expect: f2 7 19 1 [1, 'f', 'v', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 8 1 1 [1, "'k'", 1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', 'w', False]
# expect: f2 8 2 1 [1, "'k'", 1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', 'w', False]
# expect: f2 8 3 1 [1, "'k'", 1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', 'w', False]
# expect: f2 8 4 1 [1, "'k'", "'k'", 5, 'in', -5, 'd5', 'f', 'w', False]
# expect: f2 8 5 1 [1, "'k'", "'k'", 5, 'in', -5, 'd5', 'f', 'w', False]
# expect: f2 8 6 1 [1, "'k'", 'f', 'v', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 8 7 1 [1, "'k'", "'k'", 5, 'in', -5, 'd5', 'f', 'w', False]
# expect: f2 8 9 1 [1, "'k'", 'f', 'v', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 8 10 1 [1, "'k'", 'f', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 8 11 1 [1, "'k'", 'f', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 8 12 1 [1, "'k'", 'f', 'v', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 8 13 1 [1, "'k'", 'v', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 8 14 1 [1, "'k'", 'w', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 8 15 1 [1, "'k'", 'w', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 8 16 1 [1, "'k'", 'w', 'w', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 8 17 1 [1, "'k'", False]
# expect: f2 8 18 1 [1, "'k'", False]
# expect: f2 8 19 1 [1, "'k'", 'f', 'v', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 9 1 1 [1, "'k'", 5, 'd5', 1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', False]
# expect: f2 9 2 1 [1, "'k'", 5, 'd5', 1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', False]
# expect: f2 9 3 1 [1, "'k'", 5, 'd5', 1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', False]
# expect: f2 9 4 1 [1, "'k'", 5, 'd5', "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', False]
# expect: f2 9 5 1 [1, "'k'", 5, 'd5', "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', False]
# expect: f2 9 6 1 [1, "'k'", 5, -5, 'd5', 'f', 'v', 'w', 'w', False]
# expect: f2 9 7 1 [1, "'k'", 5, 'd5', "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', False]
# expect: f2 9 8 1 [1, "'k'", 5, -5, 'd5', 'f', 'w', 'w', 'w', False]
# expect: f2 9 10 1 [1, "'k'", 5, 'd5', 'f', 'w', 'w', 'w', 'w', False]
# expect: f2 9 11 1 [1, "'k'", 5, 'd5', 'f', 'w', 'w', 'w', 'w', False]
# expect: f2 9 12 1 [1, "'k'", 5, -5, 'd5', 'f', 'v', 'w', 'w', False]
# expect: f2 9 13 1 [1, "'k'", 5, 'd5', 'v', 'w', 'w', 'w', 'w', False]
# expect: f2 9 14 1 [1, "'k'", 5, 'd5', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 9 15 1 [1, "'k'", 5, 'd5', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 9 16 1 [1, "'k'", 5, 'd5', 'w', 'w', 'w', 'w', 'w', False]
# expect: f2 9 17 1 [1, "'k'", 5, 'd5', False]
# expect: f2 9 18 1 [1, "'k'", 5, 'd5', False]
# expect: f2 9 19 1 [1, "'k'", 5, -5, 'd5', 'f', 'v', 'w', 'w', False]
# expect: f2 12 1 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', False]
# expect: f2 12 2 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', False]
# expect: f2 12 3 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', False]
# expect: f2 12 4 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', False]
# expect: f2 12 5 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', False]
# expect: f2 12 6 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', False]
# expect: f2 12 7 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', False]
# expect: f2 12 8 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', False]
# expect: f2 12 9 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', False]
# expect: f2 12 10 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', False]
# expect: f2 12 11 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', False]
# expect: f2 12 13 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', False]
# expect: f2 12 14 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', False]
# expect: f2 12 15 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', False]
# expect: f2 12 16 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', False]
# expect: f2 12 17 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', False]
# expect: f2 12 18 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', False]
# expect: f2 12 19 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', False]
# expect: f2 14 1 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 1, "'k'", 5, 'in', -5, 'd5', 'f', False]
# expect: f2 14 2 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 1, "'k'", 5, 'in', -5, 'd5', 'f', False]
# expect: f2 14 3 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 1, "'k'", 5, 'in', -5, 'd5', 'f', False]
# expect: f2 14 4 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', "'k'", 5, 'in', -5, 'd5', 'f', False]
# expect: f2 14 5 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', "'k'", 5, 'in', -5, 'd5', 'f', False]
# expect: f2 14 6 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'ValueError("can\'t jump into an \'except\' block as there\'s no exception")']
# expect: f2 14 7 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'ValueError("can\'t jump into an \'except\' block as there\'s no exception")']
# expect: f2 14 8 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'ValueError("can\'t jump into an \'except\' block as there\'s no exception")']
# expect: f2 14 9 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', "ValueError('incompatible stacks')"]
# expect: f2 14 10 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'f', 'w', False]
# expect: f2 14 11 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'f', 'w', False]
# expect: f2 14 12 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'ValueError("can\'t jump into an \'except\' block as there\'s no exception")']
# expect: f2 14 13 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'ValueError("can\'t jump into an \'except\' block as there\'s no exception")']
# expect: f2 14 15 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', False]
# expect: f2 14 16 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', False]
# expect: f2 14 17 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', False]
# expect: f2 14 18 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', False]
# expect: f2 14 19 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', "ValueError('line 48 comes after the current code block')"]
# expect: f2 16 1 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 1, "'k'", 5, 'in', -5, 'd5', 'f', False]
# expect: f2 16 2 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 1, "'k'", 5, 'in', -5, 'd5', 'f', False]
# expect: f2 16 3 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 1, "'k'", 5, 'in', -5, 'd5', 'f', False]
# expect: f2 16 4 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', "'k'", 5, 'in', -5, 'd5', 'f', False]
# expect: f2 16 5 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', "'k'", 5, 'in', -5, 'd5', 'f', False]
# expect: f2 16 6 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'ValueError("can\'t jump into an \'except\' block as there\'s no exception")']
# expect: f2 16 7 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'ValueError("can\'t jump into an \'except\' block as there\'s no exception")']
# expect: f2 16 8 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'ValueError("can\'t jump into an \'except\' block as there\'s no exception")']
# expect: f2 16 9 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', "ValueError('incompatible stacks')"]
# expect: f2 16 10 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'f', 'w', 'w', 'w', False]
# expect: f2 16 11 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'f', 'w', 'w', 'w', False]
# expect: f2 16 12 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'ValueError("can\'t jump into an \'except\' block as there\'s no exception")']
# expect: f2 16 13 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'ValueError("can\'t jump into an \'except\' block as there\'s no exception")']
# expect: f2 16 14 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', False]
# expect: f2 16 15 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', 'w', False]
# expect: f2 16 17 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', False]
# expect: f2 16 18 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', False]
# expect: f2 16 19 1 [1, "'k'", 5, 'in', -5, 'd5', 'f', 'w', "ValueError('line 48 comes after the current code block')"]
for a in range(1, 9):
    for b in range(2, 9):
        for nth in (1, 2):
            if a != b:
                go(f4, a, b, nth)
# expect: f4 1 2 1 ['ValueError("can\'t jump into the body of a for loop")']
# expect: f4 1 2 2 [2, 'fin', 2, 'fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 1 3 1 ['ValueError("can\'t jump into the body of a for loop")']
# expect: f4 1 3 2 [2, 'fin', 2, 'fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 1 4 1 ['ValueError("can\'t jump into the body of a for loop")']
# expect: f4 1 4 2 [2, 'fin', 2, 'fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 1 5 1 ['ValueError("can\'t jump into the body of a for loop")']
# expect: f4 1 5 2 [2, 'fin', 'fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 1 6 1 ['ValueError("can\'t jump into the body of a for loop")']
# expect: f4 1 6 2 [2, 'fin', 'fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 1 7 1 [None]
# expect: f4 1 7 2 [2, 'fin', 'it', None]
# expect: f4 1 8 1 [None]
# expect: f4 1 8 2 [2, 'fin', 'it', None]
# expect: f4 2 3 1 [2, 'fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 2 3 2 [2, 'fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 2 4 1 [2, 'fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 2 4 2 [2, 'fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 2 5 1 ['fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 2 5 2 [2, 'fin', 'fin', 0, 'fin', 'it', None]
# expect: f4 2 6 1 ['fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 2 6 2 [2, 'fin', 'fin', 0, 'fin', 'it', None]
# expect: f4 2 7 1 ['it', None]
# expect: f4 2 7 2 [2, 'fin', 'it', None]
# expect: f4 2 8 1 ['it', None]
# expect: f4 2 8 2 [2, 'fin', 'it', None]
# expect: f4 3 2 1 [2, 'fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 3 2 2 [2, 'fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 3 4 1 [2, 'fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 3 4 2 [2, 'fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 3 5 1 ['fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 3 5 2 ['fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 3 6 1 ['fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 3 6 2 ['fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 3 7 1 ['it', None]
# expect: f4 3 7 2 ['it', None]
# expect: f4 3 8 1 ['it', None]
# expect: f4 3 8 2 ['it', None]
# expect: f4 4 2 1 [2, 'fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 4 2 2 [2, 'fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 4 3 1 [2, 'fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 4 3 2 [2, 'fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 4 5 1 ['fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 4 5 2 [2, 'fin', 'fin', 0, 'fin', 'it', None]
# expect: f4 4 6 1 ['fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 4 6 2 [2, 'fin', 'fin', 0, 'fin', 'it', None]
# expect: f4 4 7 1 ['it', None]
# expect: f4 4 7 2 [2, 'fin', 'it', None]
# expect: f4 4 8 1 ['it', None]
# expect: f4 4 8 2 [2, 'fin', 'it', None]
# expect: f4 5 2 1 [2, 'fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 5 2 2 [2, 'fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 5 3 1 [2, 'fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 5 3 2 [2, 'fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 5 4 1 [2, 'fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 5 4 2 [2, 'fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 5 6 1 [2, 'fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 5 6 2 [2, 'fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 5 7 1 [2, 'fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 5 7 2 [2, 'fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 5 8 1 [2, 'fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 5 8 2 [2, 'fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 6 2 1 [2, 2, 'fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 6 2 2 [2, 'fin', 1, 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 6 3 1 [2, 2, 'fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 6 3 2 [2, 'fin', 1, 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 6 4 1 [2, 2, 'fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 6 4 2 [2, 'fin', 1, 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 6 5 1 [2, 'fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 6 5 2 [2, 'fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 6 7 1 [2, 'it', None]
# expect: f4 6 7 2 [2, 'fin', 1, 'it', None]
# expect: f4 6 8 1 [2, 'it', None]
# expect: f4 6 8 2 [2, 'fin', 1, 'it', None]
# expect: f4 7 2 1 [2, 'fin', 1, 'fin', 0, 'fin', 'it', 'ValueError("can\'t jump into the body of a for loop")']
# expect: f4 7 2 2 [2, 'fin', 1, 'fin', 0, 'fin', 'it', 'ValueError("can\'t jump into the body of a for loop")']
# expect: f4 7 3 1 [2, 'fin', 1, 'fin', 0, 'fin', 'it', 'ValueError("can\'t jump into the body of a for loop")']
# expect: f4 7 3 2 [2, 'fin', 1, 'fin', 0, 'fin', 'it', 'ValueError("can\'t jump into the body of a for loop")']
# expect: f4 7 4 1 [2, 'fin', 1, 'fin', 0, 'fin', 'it', 'ValueError("can\'t jump into the body of a for loop")']
# expect: f4 7 4 2 [2, 'fin', 1, 'fin', 0, 'fin', 'it', 'ValueError("can\'t jump into the body of a for loop")']
# expect: f4 7 5 1 [2, 'fin', 1, 'fin', 0, 'fin', 'it', 'ValueError("can\'t jump into the body of a for loop")']
# expect: f4 7 5 2 [2, 'fin', 1, 'fin', 0, 'fin', 'it', 'ValueError("can\'t jump into the body of a for loop")']
# expect: f4 7 6 1 [2, 'fin', 1, 'fin', 0, 'fin', 'it', 'ValueError("can\'t jump into the body of a for loop")']
# expect: f4 7 6 2 [2, 'fin', 1, 'fin', 0, 'fin', 'it', 'ValueError("can\'t jump into the body of a for loop")']
# expect: f4 7 8 1 [2, 'fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 7 8 2 [2, 'fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 8 2 1 [2, 'fin', 1, 'fin', 0, 'fin', 'it', 'ValueError("can\'t jump into the body of a for loop")']
# expect: f4 8 2 2 [2, 'fin', 1, 'fin', 0, 'fin', 'it', None, 'ValueError("can only jump from a \'line\' trace event")']
# expect: f4 8 3 1 [2, 'fin', 1, 'fin', 0, 'fin', 'it', 'ValueError("can\'t jump into the body of a for loop")']
# expect: f4 8 3 2 [2, 'fin', 1, 'fin', 0, 'fin', 'it', None, 'ValueError("can only jump from a \'line\' trace event")']
# expect: f4 8 4 1 [2, 'fin', 1, 'fin', 0, 'fin', 'it', 'ValueError("can\'t jump into the body of a for loop")']
# expect: f4 8 4 2 [2, 'fin', 1, 'fin', 0, 'fin', 'it', None, 'ValueError("can only jump from a \'line\' trace event")']
# expect: f4 8 5 1 [2, 'fin', 1, 'fin', 0, 'fin', 'it', 'ValueError("can\'t jump into the body of a for loop")']
# expect: f4 8 5 2 [2, 'fin', 1, 'fin', 0, 'fin', 'it', None, 'ValueError("can only jump from a \'line\' trace event")']
# expect: f4 8 6 1 [2, 'fin', 1, 'fin', 0, 'fin', 'it', 'ValueError("can\'t jump into the body of a for loop")']
# expect: f4 8 6 2 [2, 'fin', 1, 'fin', 0, 'fin', 'it', None, 'ValueError("can only jump from a \'line\' trace event")']
# expect: f4 8 7 1 [2, 'fin', 1, 'fin', 0, 'fin', 'it', None]
# expect: f4 8 7 2 [2, 'fin', 1, 'fin', 0, 'fin', 'it', None, 'ValueError("can only jump from a \'line\' trace event")']


def words(set_line):
    def tracer(frame, event, arg):
        if frame.f_code is plain.__code__:
            try:
                set_line(frame, event)
            except Exception as e:
                print(event, repr(e))
            return tracer

    sys.settrace(tracer)
    plain()
    sys.settrace(None)


def plain():
    return 1


def deletes(frame, event):
    del frame.f_lineno


def sets(value):
    def set_line(frame, event):
        frame.f_lineno = value

    return set_line


first = plain.__code__.co_firstlineno
for value in (None, "1", 1.0, first + 1):
    words(sets(value))
# expect: call ValueError('lineno must be an integer')
# expect: line ValueError('lineno must be an integer')
# expect: return ValueError('lineno must be an integer')
# expect: call ValueError('lineno must be an integer')
# expect: line ValueError('lineno must be an integer')
# expect: return ValueError('lineno must be an integer')
# expect: call ValueError('lineno must be an integer')
# expect: line ValueError('lineno must be an integer')
# expect: return ValueError('lineno must be an integer')
# expect: call ValueError("can't jump from the 'call' trace event of a new frame")
# expect: return ValueError("can only jump from a 'line' trace event")
for value in (first - 1, -1, 2**70):
    words(lambda frame, event: setattr(frame, "f_lineno", value) if event != "line" else None)
# expect: call ValueError("can't jump from the 'call' trace event of a new frame")
# expect: return ValueError("can only jump from a 'line' trace event")
# expect: call ValueError("can't jump from the 'call' trace event of a new frame")
# expect: return ValueError("can only jump from a 'line' trace event")
# expect: call ValueError("can't jump from the 'call' trace event of a new frame")
# expect: return ValueError("can only jump from a 'line' trace event")
words(deletes)
# expect: call AttributeError('cannot delete attribute')
# expect: line AttributeError('cannot delete attribute')
# expect: return AttributeError('cannot delete attribute')
try:
    sys._getframe().f_lineno = 3
except ValueError as e:
    print(e)  # expect: f_lineno can only be set in a trace function
warnings.simplefilter("always")
warnings.showwarning = lambda message, category, *rest: print(category.__name__, message)
go(f1, 1, 10, 1)
# expect: RuntimeWarning assigning None to 5 unbound locals
# expect: f1 1 10 1 [3]
go(f2, 1, 15, 1)
# expect: RuntimeWarning assigning None to 2 unbound locals
# expect: f2 1 15 1 ['w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', 'w', True]
