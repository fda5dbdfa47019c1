# type() with names that are instances of a subclass of str, or no strings at all
import inspect
import warnings


class Name(str):
    pass


made = type("X", (), {Name("a"): 1, "b": 2, Name("f"): lambda self: self.a + self.b})
print(made.a, made().f(), "a" in made.__dict__, made.__dict__["f"].__name__)  # expect: 1 3 True <lambda>
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    odd = type("Odd", (), {(): 1, 3: 4, "c": 5})
print([(w.category.__name__, str(w.message)) for w in seen])
# expect: [('RuntimeWarning', 'non-string key in the __dict__ of class Odd')]
print(odd.c, odd.__dict__[3], odd.__dict__[()])  # expect: 5 4 1


def uses():
    print(len([]), seen, undefined_name)


found = inspect.getclosurevars(uses)
print(sorted(found.builtins), sorted(found.globals), sorted(found.unbound))
# expect: ['len', 'print'] ['seen'] ['undefined_name']
