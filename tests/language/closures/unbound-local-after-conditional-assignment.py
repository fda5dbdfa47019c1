# unbound local after conditional assignment
def f(flag):
    if flag:
        x = 1
    return x


print(f(True))  # expect: 1
try:
    f(False)
except UnboundLocalError as e:
    print(e)  # expect: cannot access local variable 'x' where it is not associated with a value


def g():
    n += 1


try:
    g()
except UnboundLocalError as e:
    print(e, isinstance(e, NameError))
# expect: cannot access local variable 'n' where it is not associated with a value True


def h():
    del q
try:
    h()
except UnboundLocalError as e:
    print(e)  # expect: cannot access local variable 'q' where it is not associated with a value
