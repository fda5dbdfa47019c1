# stack depth comes back after recursion errors
def f(n):
    return f(n + 1)


counts = []
for _ in range(3):
    try:
        f(0)
    except RecursionError:
        def depth(n):
            try:
                return depth(n + 1)
            except RecursionError:
                return n
        counts.append(depth(0))
print(counts[0] == counts[1] == counts[2], counts[0] > 100)  # expect: True True
