# finalizers of victims run at once and the rest in order
import gc
import weakref


class Node:
    def __init__(self, name, *held):
        self.name = name
        self.held = held

    def __del__(self):
        print("del", self.name)
        self.held = None
        print("end", self.name)


def together():
    nodes = [Node("a", Node("a1", Node("a2"))), Node("b", Node("b1")), Node("c")]
    del nodes
    print("after the list")


together()
# expect: del c
# expect: end c
# expect: del b
# expect: del b1
# expect: end b1
# expect: end b
# expect: del a
# expect: del a1
# expect: del a2
# expect: end a2
# expect: end a1
# expect: end a
# expect: after the list
for n in range(3):
    x, y = Node(("x", n)), Node(("y", n))
    x.other, y.other = y, x
del x, y
gc.collect()
# expect: del ('x', 0)
# expect: end ('x', 0)
# expect: del ('y', 0)
# expect: end ('y', 0)
# expect: del ('x', 1)
# expect: end ('x', 1)
# expect: del ('y', 1)
# expect: end ('y', 1)
# expect: del ('x', 2)
# expect: end ('x', 2)
# expect: del ('y', 2)
# expect: end ('y', 2)
watched = Node("watched")
refs = [weakref.ref(watched, lambda r, i=i: print("callback", i)) for i in range(3)]
del watched
# expect: del watched
# expect: end watched
# expect: callback 2
# expect: callback 1
# expect: callback 0
