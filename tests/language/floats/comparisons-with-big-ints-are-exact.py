# comparisons with big ints are exact
print(9007199254740993 == 9007199254740992.0, 9007199254740993 > 9007199254740992.0)  # expect: False True
print(10**308 < 1e308, 10**309 > 1.7e308, -(10**400) < -1e308, 2**1023 == 2.0**1023)
# expect: True True True True
print(0.5 < 1, 1 < 1.5, 2 <= 2.0, 3 >= 3.5, 1e18 == 10**18, 1e18 + 1 == 10**18 + 1)
# expect: True True True False True False
