# comparisons between ints and floats are exact
pairs = [(2**53, 2.0**53), (2**53 + 1, 2.0**53), (2**63, 2.0**63), (2**63 - 1, 2.0**63), (10**400, 1e308), (-(10**400), -1e308), (0, -0.0), (2**47, 140737488355328.5)]
for a, b in pairs:
    print(a == b, a < b, a <= b, a > b, a >= b, a != b, b == a, b < a, b > a)
# expect: True False True False True False True False False
# expect: False False False True True True False True False
# expect: True False True False True False True False False
# expect: False True True False False True False False True
# expect: False False False True True True False True False
# expect: False True True False False True False False True
# expect: True False True False True False True False False
# expect: False True True False False True False False True
inf, nan = float("inf"), float("nan")
for n in (0, 10**400, -(10**400)):
    print(n < inf, n > -inf, n == inf, n < nan, n > nan, n == nan, n != nan)
# expect: True True False False False False True
# expect: True True False False False False True
# expect: True True False False False False True
