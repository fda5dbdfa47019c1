# precedence of operators
print(-2**2, 2**-1, not 1 == 2, 1 | 2 & 3 ^ 4, 1 << 2 + 3, -5 // 2, -(5 // 2), ~1 + 2, 2 * 3 % 4, 10 - 3 - 2, 2**3**0)
# expect: -4 0.5 True 7 32 -3 -2 0 2 5 2
print(1 if 0 else 2 if 0 else 3, (lambda: 1 if 1 else 2)(), not True or True, 1 < 2 == True, 5 & 3 == 1, 1 + 2 if False else 3)
# expect: 3 1 True False True 3
print(3 - -3, 3 - - - 3, +-+1, --5, not not 5, 2 * -3, 7 // -2 * 2, -7 % 3 ** 2)
# expect: 6 0 -1 5 True -6 -8 2
