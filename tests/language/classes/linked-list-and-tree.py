# linked list and tree
class Node:
    def __init__(self, key, left=None, right=None):
        self.key, self.left, self.right = key, left, right

    def insert(self, key):
        side = "left" if key < self.key else "right"
        child = getattr(self, side)
        if child is None:
            setattr(self, side, Node(key))
        else:
            child.insert(key)

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.key
        if self.right:
            yield from self.right

    def height(self):
        return 1 + max(self.left.height() if self.left else 0, self.right.height() if self.right else 0)


root = Node(50)
x = 1
for i in range(60):
    x = (x * 37 + 11) % 101
    root.insert(x)
print(list(root), root.height())
# expect: [1, 1, 16, 16, 17, 17, 22, 22, 28, 28, 28, 29, 29, 29, 34, 34, 37, 37, 37, 48, 48, 48, 50, 52, 52, 57, 57, 59, 59, 62, 62, 66, 66, 66, 67, 67, 67, 70, 70, 70, 73, 73, 74, 74, 74, 75, 75, 76, 76, 76, 83, 83, 86, 86, 96, 96, 96, 98, 98, 100, 100] 8
