# free variable before assignment
def f():
    def g():
        return x
    try:
        g()
    except NameError as e:
        print(type(e).__name__, e)
    x = 1
    print(g())
    del x
    try:
        g()
    except NameError as e:
        print(type(e).__name__, e)
    try:
        x
    except NameError as e:
        print(type(e).__name__, e)


f()
# expect: NameError cannot access free variable 'x' where it is not associated with a value in enclosing scope
# expect: 1
# expect: NameError cannot access free variable 'x' where it is not associated with a value in enclosing scope
# expect: UnboundLocalError cannot access local variable 'x' where it is not associated with a value
