# scopes and order of evaluation
log = []
def t(x):
    log.append(x)
    return x


print([t(a) + t(b) for a in [1, 2] if t(10) for b in [5] if t(20)], log)
log.clear()
print({t(k): t(v) for k, v in [(1, 2), (3, 4)]}, log)
x = "outer"
print([x for x in range(3)], x, [(lambda: x)() for x in "ab"], [y := 5, y])
def f():
    total = 0
    squares = [total := total + i for i in range(5)]
    return total, squares, [i for i in range(2)], "i" in locals()
print(f())
class C:
    items = [1, 2]
    doubled = [i * 2 for i in items]
    try:
        nested = [[i * k for k in items] for i in items]
    except NameError as error:
        nested = str(error)
print(C.doubled, C.nested)
print([[j for j in range(i)] for i in range(3)], {i: {j for j in range(i)} for i in range(2)}, list(i for i in range(3) for i in range(i)))
gen = (1 / d for d in [1, 0])
print(next(gen))
try:
    next(gen)
except ZeroDivisionError:
    print(list(gen))
try:
    g = (i for i in 5)
except TypeError as error:
    print(error)
print([a for a, *b in ["xyz", "pq"]], [b for _, *b in ["xyz"]], [i async_ for i in []] if False else "done") if False else print("end")
# raises: SyntaxError: invalid syntax. Perhaps you forgot a comma?
