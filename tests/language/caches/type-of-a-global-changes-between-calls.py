# type of a global changes between calls
acc = 0


def step():
    global acc
    acc = acc + 1
    return acc


for _ in range(100):
    step()
acc = 0.5
print(step())  # expect: 1.5
acc = 2**47 - 2
print(step(), step(), step())  # expect: 140737488355327 140737488355328 140737488355329
acc = "s"
try:
    step()
except TypeError as e:
    print(e)  # expect: can only concatenate str (not "int") to str


class N:
    def __add__(self, o):
        return "added"


acc = N()
print(step())  # expect: added
