# writes to anything with a write method
class Tee:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)


tee = Tee()
print("a", 1, None, file=tee)
print(tee.parts)  # expect: ['a', ' ', '1', ' ', 'None', '\n']
try:
    print("x", file=5)
except AttributeError as e:
    print(e)  # expect: 'int' object has no attribute 'write'
