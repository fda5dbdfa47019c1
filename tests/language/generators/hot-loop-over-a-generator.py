# hot loop over a generator
def squares(n):
    i = 0
    while i < n:
        yield i * i
        i += 1


total = 0
for s in squares(20000):
    total += s & 0xFF
print(total, sum(x % 7 for x in squares(5000)), max(x ^ 0x55 for x in squares(100)))
# expect: 2109616 9997 9756
