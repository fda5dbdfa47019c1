# what is made on memory of a library's object is collected too
import gc
import weakref
from collections import OrderedDict


class Node:
    pass


def ring(wrap):
    node = Node()
    node.held = wrap(node)
    return weakref.ref(node)


gc.disable()
left = []
for wrap in (lambda n: OrderedDict(a=n), lambda n: (lambda: (lambda: n))(), lambda n: {n: (n,)}, lambda n: weakref.WeakSet([n]) and [n]) * 50:
    seen = ring(wrap)
    gc.collect()
    left.append(seen() is not None)
print(sum(left))  # expect: 0
