# lambda default and class body order
def p(n):
    print(n, end=" ")
    return n


class A(p(object) and object, metaclass=p(type)):
    x = p("body")

    def m(self, d=p("default"), *, k=p("kwdefault")) -> None: pass


print()  # expect-json: "<class 'object'> <class 'type'> body default kwdefault "
f = lambda a=p("l1"), *, b=p("l2"): (a, b)
print(f())  # expect: l1 l2 ('l1', 'l2')
