# an event system with weak listeners
import weakref


class Event:
    def __init__(self):
        self._listeners = []

    def connect(self, method):
        self._listeners.append(weakref.WeakMethod(method))

    def fire(self, *a):
        self._listeners = [l for l in self._listeners if l() is not None]
        return [l()(*a) for l in self._listeners]


class Listener:
    def __init__(self, name):
        self.name = name

    def hear(self, what):
        return f"{self.name} heard {what}"


e = Event()
x, y = Listener("x"), Listener("y")
e.connect(x.hear)
e.connect(y.hear)
print(e.fire("bang"))  # expect: ['x heard bang', 'y heard bang']
del x
print(e.fire("boom"), len(e._listeners))  # expect: ['y heard boom'] 1
