# sums of alternating signs are exact
total = 0
for i in range(1, 2001):
    total += i * i if i % 2 else -i * i
print(total)  # expect: -2001000
print(sum(range(10**6)), sum([2**40] * 300), sum([], 5))  # expect: 499999500000 329853488332800 5
