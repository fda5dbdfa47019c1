# deque and defaultdict print an ellipsis where they meet themselves
from collections import defaultdict, deque

bounded = deque([1], maxlen=3)
bounded.append(bounded)
print(bounded)  # expect: deque([1, [...]], maxlen=3)
free = deque([2])
free.append([free])
print(free)  # expect: deque([2, [[...]]])


class Table(defaultdict):
    def __init__(self):
        super().__init__()
        self.default_factory = self.make

    def make(self):
        return []


print(Table())  # expect: Table(<bound method Table.make of Table(..., {})>, {})
nested = defaultdict(list)
nested["self"] = nested
print(nested)  # expect: defaultdict(<class 'list'>, {'self': defaultdict(<class 'list'>, {...})})
