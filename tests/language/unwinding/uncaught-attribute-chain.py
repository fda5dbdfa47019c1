# uncaught attribute chain
class Node:
    def __init__(self, value, child=None):
        self.value, self.child = value, child


tree = Node(1, Node(2))
print(tree.child.value)  # expect: 2
print(tree.child.child.value + tree.value)
# raises: AttributeError: 'NoneType' object has no attribute 'value'
# traceback: Traceback (most recent call last):
# traceback:   File "uncaught-attribute-chain.py", line 9, in <module>
# traceback:     print(tree.child.child.value + tree.value)
# traceback:           ^^^^^^^^^^^^^^^^^^^^^^
# traceback: AttributeError: 'NoneType' object has no attribute 'value'
