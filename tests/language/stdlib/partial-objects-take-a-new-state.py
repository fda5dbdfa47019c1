# __setstate__ replaces everything a partial object has
import copy
import functools
import pickle

p = functools.partial(int, base=2)
p.note = [1]
print(pickle.loads(pickle.dumps(p))("101"), pickle.loads(pickle.dumps(p)).note)  # expect: 5 [1]
other = copy.copy(p)
print(other.keywords is p.keywords, other.note is p.note)  # expect: True True
p.__setstate__((print, (1,), None, None))
print(p.__dict__, p.keywords)  # expect: {} {}
p()  # expect: 1
for state in (print, (1,), {}, 5), (print, [1], {}, {}), (5, (), {}, {}), (print, ()):
    try:
        p.__setstate__(state)
    except TypeError as e:
        print(e)
# expect: invalid partial state
# expect: invalid partial state
# expect: invalid partial state
# expect: invalid partial state
