# slots instances and deleted slots
class S:
    __slots__ = ("a", "b")

    def __init__(self, a, b):
        self.a, self.b = a, b


def get(s):
    try:
        return s.a
    except AttributeError as e:
        return f"error: {e}"


items = [S(i, i) for i in range(30)]
print(sum(get(s) for s in items))  # expect: 435
del items[3].a
print(get(items[3]), get(items[4]))  # expect: error: 'S' object has no attribute 'a' 4
items[3].a = "again"
print(get(items[3]))  # expect: again


class T(S):
    __slots__ = ()
    a = "class attribute hides the slot"


t = T.__new__(T)
print(get(t))  # expect: class attribute hides the slot
