# closures and cells in loops
def make():
    total = 0

    def add(x):
        nonlocal total
        total += x
        return total
    return add


a, b = make(), make()
for i in range(1000):
    a(i)
    if i % 2:
        b(i * 0.5)
print(a(0), b(0))  # expect: 499500 125000.0
