# nan in comparisons and containers
nan = float("nan")
print(nan < nan, nan <= nan, nan == nan, nan != nan, nan > 1, 1 > nan, not nan == nan, nan in (nan,), (nan,) < (nan,), (nan, 1) < (nan, 2))
# expect: False False False True False False True True False True
print(max(nan, 1.0), max(1.0, nan), min(nan, 1.0), min(1.0, nan), sorted([nan]), nan is nan, {nan} == {nan}, [nan].index(nan), [nan].count(nan))
# expect: nan 1.0 nan 1.0 [nan] True True 0 1
x = nan
if x == x:
    print("equal")
elif x != x:
    print("differs")  # expect: differs
while not (x < 1 or x >= 1):
    print("neither")  # expect: neither
    break
print(nan.is_integer(), round(1.5) if nan else 0, nan // 1, nan % 1, 1**nan, nan**0, divmod(nan, 1), f"{nan:5.1f}|{nan:+}", str(-nan), abs(nan))
# expect: False 2 nan nan 1.0 1.0 (nan, nan)   nan|+nan nan nan
