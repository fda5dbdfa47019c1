# expression temporaries die at once
class D:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)

    def __add__(self, o):
        return D(self.n + o.n)

    def get(self):
        return self.n


print((D(1) + D(2)).get())
# expect: del 1
# expect: del 2
# expect: del 3
# expect: 3
print(D(10).get() + D(20).get())
# expect: del 10
# expect: del 20
# expect: 30
print([D(5).get(), D(6).get()], D(7).n)
# expect: del 5
# expect: del 6
# expect: del 7
# expect: [5, 6] 7
if D(8):
    print("in if")
# expect: del 8
# expect: in if
x = D(9) and 1  # expect: del 9
print(x)  # expect: 1
