# new with value in a subclass
class Clamped(int):
    def __new__(cls, value):
        return super().__new__(cls, max(0, min(100, value)))


print(Clamped(150), Clamped(-4), Clamped(42) + 1)  # expect: 100 0 43
print({Clamped(3): "x"}[3])  # expect: x
