# own files hide what library modules import
import os
import shutil
import sys
import tempfile

for name in ("fractions", "numbers", "statistics"):
    sys.modules.pop(name, None)

root = os.path.join(tempfile.gettempdir(), f"krait-hide-{os.getpid()}")
os.makedirs(root)
with open(os.path.join(root, "numbers.py"), "w") as f:
    f.write("print('own numbers runs')\nclass Number: own = True\nclass Complex(Number): pass\nclass Real(Complex): pass\nclass Rational(Real): pass\n")
sys.path.insert(0, root)
import fractions  # expect: own numbers runs
print(fractions.Fraction.own, fractions.numbers.__file__ == os.path.join(root, "numbers.py"))
# expect: True True
print(issubclass(fractions.Fraction, fractions.numbers.Rational))  # expect: True
sys.path.remove(root)
shutil.rmtree(root)
for name in ("fractions", "numbers"):
    del sys.modules[name]
sys.path_importer_cache.clear()
import fractions
print(hasattr(fractions.Fraction, "own"), fractions.Fraction(1, 3) + 1)  # expect: False 4/3

# A folder of that name without __init__.py hides nothing.
os.makedirs(os.path.join(root, "graphlib"))
sys.path.insert(0, root)
sys.modules.pop("graphlib", None)
import graphlib
print(list(graphlib.TopologicalSorter({"a": {"b"}}).static_order()))  # expect: ['b', 'a']
sys.path.remove(root)
shutil.rmtree(root)
