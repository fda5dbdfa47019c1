# assignment evaluates the value first
def p(n):
    print(n, end=" ")
    return n


class C:
    def __setattr__(self, k, v):
        print("set", k, v, end="; ")

    def __setitem__(self, k, v):
        print("item", k, v, end="; ")


c = C()
c[p("i")] = p("v")
c.x = c[p(1)] = c.y = p("chain")
print()  # expect-json: "v i item i v; chain set x chain; 1 item 1 chain; set y chain; "
d = {}
d[p("t1")], d[p("t2")] = p("v1"), p("v2")
print(d)  # expect: v1 v2 t1 t2 {'t1': 'v1', 't2': 'v2'}
a = [0, 1, 2]
i = 0
i = a[i] = 2
print(a, i)  # expect: [0, 1, 2] 2
