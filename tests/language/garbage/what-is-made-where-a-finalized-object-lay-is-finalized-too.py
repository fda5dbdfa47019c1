# also when that object's class was taken apart in the same collection, lost its __del__, or was changed for another
import gc

def cycle():
    class Dying:
        def __init__(self):
            self.me = self
        def __del__(self):
            Dying.seen = 1
    for _ in range(5):
        Dying()

def resurrected():
    class Kept:
        def __del__(self):
            kept.append(self)
    class Other:
        pass
    kept = []
    for _ in range(20):
        Kept()
    for k in kept[:10]:
        k.__class__ = Other
    del Kept.__del__
    kept.clear()

def check():
    class Counted:
        alive = 0
        def __init__(self):
            Counted.alive += 1
        def __del__(self):
            Counted.alive -= 1
    items = [Counted() for _ in range(40)]
    full = Counted.alive, any(map(gc.is_finalized, items))
    del items
    return full, Counted.alive

for _ in range(3):
    cycle()
    gc.collect()
    print(check())
    resurrected()
    print(check())
    gc.collect()
    print(check())
# expect: ((40, False), 0)
# expect: ((40, False), 0)
# expect: ((40, False), 0)
# expect: ((40, False), 0)
# expect: ((40, False), 0)
# expect: ((40, False), 0)
# expect: ((40, False), 0)
# expect: ((40, False), 0)
# expect: ((40, False), 0)

class Moves:
    def __del__(self):
        self.__class__ = Plain
        held.append(self)

class Plain:
    pass

held = []
Moves()
print(type(held[0]).__name__, gc.is_finalized(held[0]))  # expect: Plain True
held[0].__class__ = Moves
held.clear()
print(held)  # expect: []
