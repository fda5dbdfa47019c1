# hot method replaced inside a loop
class Counter:
    def step(self):
        return 1


c = Counter()
total = 0
for i in range(300):
    if i == 100:
        Counter.step = lambda self: 10
    if i == 200:
        c.step = lambda: 100
    total += c.step()
print(total)  # expect: 11100
