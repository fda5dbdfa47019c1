# float subclass
class Celsius(float):
    def __str__(self):
        return f"{float(self):.1f}°C"

    def __repr__(self):
        return f"Celsius({float(self)})"


t = Celsius(36.55)
print(t, repr(t), t + 1, type(t + 1).__name__, f"{t:.3f}", [t], max(t, Celsius(40)))
# expect: 36.5°C Celsius(36.55) 37.55 float 36.550 [Celsius(36.55)] 40.0°C
