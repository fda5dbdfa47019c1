# operators and methods
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b))
# expect: [1, 2, 3, 4, 5] [3, 4] [1, 2] [1, 2, 5]
print(sorted(a.union([9], (8,))), sorted(a.intersection([1, 2], {2, 3})), sorted(a.difference([1], [2])), sorted(a.symmetric_difference([4, 7])), a.isdisjoint({9}), {1, 2} <= a, a > {1}, a.issuperset([1, 2]), {1}.issubset([1, 2]))
# expect: [1, 2, 3, 4, 8, 9] [2] [3, 4] [1, 2, 3, 7] True True True True True
