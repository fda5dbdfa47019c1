# newton iteration converges
def root(n):
    x = n
    for step in range(100):
        better = (x + n / x) / 2
        if better == x:
            return x, step
        x = better
    return x, 100


print(root(2.0)[0], root(1e10)[0], root(0.25)[0])  # expect: 1.414213562373095 100000.0 0.5
