# library modules are made of what there is when they are imported
import builtins
import functools
import sys
import types

def forget(*names):
    for name in names:
        sys.modules.pop(name, None)

# A finder in front is asked for everything.
forget("fractions", "numbers")
asked = []
class Finder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        asked.append(name)
sys.meta_path.insert(0, Finder)
import fractions
sys.meta_path.remove(Finder)
print([name for name in asked if name in ("fractions", "numbers")])  # expect: ['fractions', 'numbers']

# A replaced __import__ sees what modules import.
forget("fractions", "numbers")
seen = []
original = builtins.__import__
def watching(name, *rest, **more):
    seen.append(name)
    return original(name, *rest, **more)
builtins.__import__ = watching
import fractions
builtins.__import__ = original
print(seen[0], "numbers" in seen, "functools" in seen)  # expect: fractions True True

# What is in sys.modules is taken.
forget("fractions", "numbers")
stub = types.ModuleType("numbers")
class Rational:
    stubbed = True
stub.Rational = stub.Number = stub.Complex = Rational
sys.modules["numbers"] = stub
import fractions
print(fractions.Fraction.stubbed, fractions.numbers is stub)  # expect: True True
forget("fractions")
sys.modules["numbers"] = None
try:
    import fractions
except ModuleNotFoundError as error:
    print(error, "fractions" in sys.modules)  # expect: import of numbers halted; None in sys.modules False
forget("numbers")

# What has been changed in a module is what others find there.
forget("fractions")
decorated = []
lru_cache = functools.lru_cache
def recording(*args, **kwargs):
    decorated.append(kwargs)
    return lru_cache(*args, **kwargs)
functools.lru_cache = recording
import fractions
functools.lru_cache = lru_cache
print(decorated)  # expect: [{'maxsize': 16384}]
forget("fractions")
decorated.clear()
import fractions
print(decorated, fractions.Fraction(2, 4))  # expect: [] 1/2
