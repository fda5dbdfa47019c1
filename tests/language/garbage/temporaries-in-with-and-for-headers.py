# temporaries in with and for headers
class D:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return iter(range(2))

    def __enter__(self):
        return "entered"

    def __exit__(self, *a):
        print("exit", self.n)

    def __del__(self):
        print("del", self.n)


for i in D(1):
    print("loop", i)
# expect: del 1
# expect: loop 0
# expect: loop 1
print("after for")  # expect: after for
with D(2) as e:
    print(e)
# expect: entered
# expect: exit 2
# expect: del 2
print("after with")  # expect: after with
while D(3).n and False:
    pass
# expect: del 3
print("after while")  # expect: after while
print([x for x in D(4)])
# expect: del 4
# expect: [0, 1]
