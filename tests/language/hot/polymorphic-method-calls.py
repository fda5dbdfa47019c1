# polymorphic method calls
class Sq:
    def __init__(self, s):
        self.s = s

    def area(self):
        return self.s * self.s


class Ci:
    def __init__(self, r):
        self.r = r

    def area(self):
        return 3 * self.r * self.r


class Tr(Sq):
    def area(self):
        return super().area() / 2


shapes = [Sq(2), Ci(1), Tr(4), Sq(1)]
total = 0
for i in range(1000):
    total += shapes[i % 4].area()
print(total)  # expect: 4000.0
