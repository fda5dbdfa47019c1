# subclass with its own methods
class Stack(list):
    def push(self, x):
        self.append(x)

    def __getitem__(self, i):
        return f"<{super().__getitem__(i)}>"


s = Stack([1, 2])
s.push(3)
print(s, s[0], len(s), s == [1, 2, 3], type(s + []).__name__, type(s[:]).__name__, [x for x in s], isinstance(s, list), type(s.copy()).__name__)
# expect: [1, 2, 3] <1> 3 True list str [1, 2, 3] True list
