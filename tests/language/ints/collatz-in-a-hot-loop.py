# collatz in a hot loop
def steps(n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count


print([steps(n) for n in (1, 7, 27, 97, 871)])  # expect: [0, 16, 111, 118, 178]
print(max(range(1, 3000), key=steps))  # expect: 2919
