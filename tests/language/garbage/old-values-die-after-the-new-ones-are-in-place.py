# old values die after the new ones are in place
class D:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n, "sees", holder.get("x") and holder["x"].n)


holder = {}
holder["x"] = D(1)
holder["x"] = D(2)  # expect: del 1 sees 2


class E:
    def __del__(self):
        print("list is", items)


items = [E(), 1]
items[0] = "new"  # expect: list is ['new', 1]
items = [E()]
items[:] = []  # expect: list is []
print(items)  # expect: []
del holder["x"]  # expect: del 2 sees None
