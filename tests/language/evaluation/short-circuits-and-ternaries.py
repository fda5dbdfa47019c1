# short circuits and ternaries
def t(n):
    print("t", n, end=" ")
    return True


def f(n):
    print("f", n, end=" ")
    return False


print(t(1) and f(2) or t(3))  # expect: t 1 f 2 t 3 True
print(f(1) and t(2) or f(3) and t(4))  # expect: f 1 f 3 False
print(not f(1) and not t(2))  # expect: f 1 t 2 False
print(t(1) if f(2) else f(3) if t(4) else t(5))  # expect: f 2 t 4 f 3 False
print((t(1) or 1 / 0) and "safe")  # expect: t 1 safe
x = None
print(x and x.attr, x or "default", x is None or x.attr)  # expect: None default True
