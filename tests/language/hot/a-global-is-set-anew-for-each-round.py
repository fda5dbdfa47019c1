# a global that the program sets anew between its loops, and class attributes likewise
class World:
    limit = 10

    def __init__(self, n):
        self.items = list(range(n))
        self.total = 0

    def step(self, i):
        self.total += self.items[i % len(self.items)] * World.limit


world = None
rate = 1


def run(n):
    for i in range(n):
        world.step(i)
        world.total += rate
    return world.total


totals = []
for k in range(12):
    world = World(k + 1)
    rate = k if k % 3 else k * 0.5
    World.limit = k
    totals.append(run(200))
print(totals)  # expect: [0.0, 300, 798, 1200.0, 2400, 3480, 4164.0, 6300, 7944, 9000.0, 11910, 14124]
world = None
try:
    run(3)
except AttributeError as e:
    print(e)  # expect: 'NoneType' object has no attribute 'step'
del world
try:
    run(3)
except NameError as e:
    print(e)  # expect: name 'world' is not defined
world = World(2)
rate = 10**20
print(run(100))  # expect: 10000000000000000000550


def make(k):
    return lambda x: x * k


scale = make(1)


def scaled(n):
    return sum(scale(i) for i in range(n))


for k in range(6):
    scale = make(k)
    print(scaled(100), end=" ")
scale = len
try:
    scaled(3)
except TypeError as e:
    print(e)  # expect: 0 4950 9900 14850 19800 24750 object of type 'int' has no len()
