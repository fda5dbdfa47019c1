# evaluation order left to right targets
def p(x):
    print(x, end=" ")
    return x


d = {}
d[p("a")], d[p("b")] = p(1), p(2)
print(d)  # expect: 1 2 a b {'a': 1, 'b': 2}
i = 0
a = [0, 0]
i, a[i] = 1, 9
print(i, a)  # expect: 1 [0, 9]
x = [1, 2, 3]
x[0], x[x[0]] = 2, 5
print(x)  # expect: [2, 2, 5]
