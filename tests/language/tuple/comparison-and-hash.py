# comparison and hash
print((1, 2) < (1, 2, 0), (1, "b") > (1, "a"), () < (0,), (1, 2) == (1.0, 2.0), hash((1, 2)) == hash((1.0, 2.0)), {(1, 2): "x"}[(1, 2)], ((1,), 2) == ((1,), 2))
# expect: True True True True True x True
print(sorted([(2, "a"), (1, "z"), (1, "b")]), max((1, 5), (1, 3)), min([(3,), (2, 9)]))
# expect: [(1, 'b'), (1, 'z'), (2, 'a')] (1, 5) (2, 9)
