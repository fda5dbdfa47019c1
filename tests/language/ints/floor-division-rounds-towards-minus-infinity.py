# floor division rounds towards minus infinity
for a in (7, -7):
    for b in (2, -2):
        print(a, b, a // b, a % b, divmod(a, b))
# expect: 7 2 3 1 (3, 1)
# expect: 7 -2 -4 -1 (-4, -1)
# expect: -7 2 -4 1 (-4, 1)
# expect: -7 -2 3 -1 (3, -1)
print(0 // 5, 0 % -5, 6 // 3, -6 // 3, -6 % 3)  # expect: 0 0 2 -2 0
