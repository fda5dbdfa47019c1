# a loop counter walks past the small range
n = 2**47 - 5
steps = 0
while n < 2**47 + 5:
    n += 1
    steps += 1
print(n, steps)  # expect: 140737488355333 10
n = -(2**47) + 3
while n > -(2**47) - 3:
    n -= 1
print(n)  # expect: -140737488355331
