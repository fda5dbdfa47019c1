# multiplying sequences by ints
print([0] * 3, (1, 2) * 2, "ab" * 3, 3 * "x", b"-" * 4)  # expect: [0, 0, 0] (1, 2, 1, 2) ababab xxx b'----'
print([1] * 0, [1] * -5, "x" * -1, () * 7)  # expect: [] []  ()
