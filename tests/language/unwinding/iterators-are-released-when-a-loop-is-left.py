# iterators are released when a loop is left
class It:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        return self.n

    def __del__(self):
        print("iterator gone", self.n)


for x in It(1):
    break  # expect: iterator gone 1
print("after break")  # expect: after break


def f():
    for x in It(2):
        for y in It(3):
            return x + y


print(f())
# expect: iterator gone 3
# expect: iterator gone 2
# expect: 5


def g():
    for x in It(4):
        raise ValueError


try:
    g()  # expect: iterator gone 4
except ValueError:
    print("caught")  # expect: caught
for x in It(5):
    for y in It(6):
        break  # expect: iterator gone 6
    break  # expect: iterator gone 5
print("end")  # expect: end
