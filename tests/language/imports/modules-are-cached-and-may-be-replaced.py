# modules are cached and may be replaced
import sys
import types

fake = types.ModuleType("fake_two")
fake.value = "first"
sys.modules["fake_two"] = fake
import fake_two

print(fake_two.value, fake_two is fake)  # expect: first True
fake_two.value = "changed"
from fake_two import value

print(value)  # expect: changed
fake.__getattr__ = lambda name: f"dynamic {name}"
from fake_two import anything

print(anything, fake_two.other)  # expect: dynamic anything dynamic other
sys.modules["fake_two"] = None
try:
    import fake_two
except ImportError as e:
    print(e)  # expect: import of fake_two halted; None in sys.modules
del sys.modules["fake_two"]
