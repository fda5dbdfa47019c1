# floor division and modulo of every sign at the edges
edges = [1, 2, 7, 2**31, 2**47 - 1, 2**47, 2**63, 2**64 + 3]
total = 0
for a in edges:
    for b in edges:
        for x, y in ((a, b), (-a, b), (a, -b), (-a, -b)):
            q, r = divmod(x, y)
            assert q * y + r == x and (r == 0 or (r < 0) == (y < 0)) and abs(r) < abs(y), (x, y)
            assert q == x // y and r == x % y
            total = (total * 31 + q * 7 + r) % (10**9 + 7)
print(total)  # expect: 681632734
print(-(2**47) // -1, -(2**47) % -1, -(2**63) // -1, (-(2**47)) * -1, abs(-(2**47)))
# expect: 140737488355328 0 9223372036854775808 140737488355328 140737488355328
