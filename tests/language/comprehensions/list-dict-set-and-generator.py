# list dict set and generator
print([x * 2 for x in range(4)], {x: x * x for x in range(3)}, sorted({x % 3 for x in range(9)}), list(x for x in "ab"), [x for x in range(20) if x % 2 if x % 3], [(x, y) for x in range(2) for y in "ab"])
# expect: [0, 2, 4, 6] {0: 0, 1: 1, 2: 4} [0, 1, 2] ['a', 'b'] [1, 5, 7, 11, 13, 17, 19] [(0, 'a'), (0, 'b'), (1, 'a'), (1, 'b')]
