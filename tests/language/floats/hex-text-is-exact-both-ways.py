# hex text is exact both ways
for x in (0.0, -0.0, 1.0, 0.1, -3.75, 1e300, 5e-324, float("inf"), float("nan")):
    print(x.hex())
# expect: 0x0.0p+0
# expect: -0x0.0p+0
# expect: 0x1.0000000000000p+0
# expect: 0x1.999999999999ap-4
# expect: -0x1.e000000000000p+1
# expect: 0x1.7e43c8800759cp+996
# expect: 0x0.0000000000001p-1022
# expect: inf
# expect: nan
print(float.fromhex("0x1.8p+1"), float.fromhex("-0x.1p4"), float.fromhex("ff"), float.fromhex(" inf "), float.fromhex("0x1p-1074"))
# expect: 3.0 -1.0 255.0 inf 5e-324
