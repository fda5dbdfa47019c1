# float parses text
print(float("1.5"), float(" -2e3 "), float("1_000.5"), float(".5"), float("5."), float("1e-400"), float("1e400"))
# expect: 1.5 -2000.0 1000.5 0.5 5.0 0.0 inf
print(float("infinity"), float("-Inf"), float("NaN"), float("+nan"), float(b"2.5"), float("\u0661.\u0665"))
# expect: inf -inf nan nan 2.5 1.5
print(float(), float(7), float(True), float(10**20))  # expect: 0.0 7.0 1.0 1e+20
