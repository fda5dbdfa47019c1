# infinities in arithmetic
inf = float("inf")
for f in (lambda: inf + 1, lambda: inf - inf, lambda: inf * 0, lambda: -inf * 2, lambda: inf / inf, lambda: 1 / inf, lambda: -1 / inf, lambda: inf // 1, lambda: inf % 2, lambda: 5 % inf, lambda: -5 % inf, lambda: 5 // -inf, lambda: inf**0, lambda: 0.5**inf, lambda: (-2.0) ** inf, lambda: inf**-1, lambda: divmod(7, inf), lambda: divmod(-7, inf), lambda: inf == inf, lambda: inf > 10**400, lambda: 1e308 * 10, lambda: round(inf, 2), lambda: round(inf), lambda: inf.is_integer(), lambda: inf.as_integer_ratio(), lambda: hash(inf) == -hash(-inf)):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
# expect: inf
# expect: nan
# expect: nan
# expect: -inf
# expect: nan
# expect: 0.0
# expect: -0.0
# expect: nan
# expect: nan
# expect: 5.0
# expect: inf
# expect: -1.0
# expect: 1.0
# expect: 0.0
# expect: inf
# expect: 0.0
# expect: (0.0, 7.0)
# expect: (-1.0, inf)
# expect: True
# expect: True
# expect: inf
# expect: inf
# expect: OverflowError cannot convert float infinity to integer
# expect: False
# expect: OverflowError cannot convert Infinity to integer ratio
# expect: True
