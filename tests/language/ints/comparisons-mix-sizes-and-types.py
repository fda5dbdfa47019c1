# comparisons mix sizes and types
small, big = 5, 10**20
print(small < big, small > big, -big < small, big == 10**20, big != small)  # expect: True False True True True
print(1 == True, 0 == False, 1 == 1.0, 2**53 == 2.0**53, 2**53 + 1 == 2.0**53)
# expect: True True True True False
print(10**20 == 1e20, 10**23 == 1e23, 2**1000 < float("inf"), -(2**1000) > float("-inf"))
# expect: True False True True
print(2**63 < 9.3e18, 2**63 > 9.2e18, 5 < float("nan"), 5 != float("nan"))  # expect: True True False True
print(3 == "3", 3 != "3", 3 == None)  # expect: False True False
