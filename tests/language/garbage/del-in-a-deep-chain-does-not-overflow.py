# del in a deep chain does not overflow
# oracle: native
class N:
    __slots__ = ("next",)

    def __init__(self, next):
        self.next = next


head = None
for i in range(100000):
    head = N(head)
head = None
nested = []
for i in range(100000):
    nested = [nested]
nested = None
t = ()
for i in range(100000):
    t = (t,)
del t
d = {}
for i in range(50000):
    d = {"d": d}
d = None
print("survived")  # expect: survived
