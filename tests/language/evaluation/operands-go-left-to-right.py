# operands go left to right
def p(n):
    print(n, end=" ")
    return n


print(p(1) + p(2) * p(3) - p(4))  # expect: 1 2 3 4 3
print(p(2) ** p(3) ** p(0))  # expect: 2 3 0 2
print((p(1), p(2)), [p(3), p(4)], {p(5): p(6)}, f"{p(7)}{p(8)}")
# expect: 1 2 3 4 5 6 7 8 (1, 2) [3, 4] {5: 6} 78
print(p(1) if p(0) else p(2))  # expect: 0 2 2
print([p(i) for i in (p(3), p(4))])  # expect: 3 4 3 4 [3, 4]
d = {p("k"): p("v"), **{p("a"): p("b")}}
# expect-partial: "k v a b "
