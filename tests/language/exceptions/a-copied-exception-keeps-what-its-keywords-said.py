# pickle and copy keep the names that ImportError, AttributeError and OSError carry
import copy
import pickle

error = ImportError("no such thing", name="thing", path="/lib/thing.py")
for other in copy.copy(error), copy.deepcopy(error), pickle.loads(pickle.dumps(error)):
    print(other.name, other.path, other.msg, other.args)
# expect: thing /lib/thing.py no such thing ('no such thing',)
# expect: thing /lib/thing.py no such thing ('no such thing',)
# expect: thing /lib/thing.py no such thing ('no such thing',)
print(ImportError("plain").__reduce__())  # expect: (<class 'ImportError'>, ('plain',))
print(error.__reduce__())
# expect: (<class 'ImportError'>, ('no such thing',), {'name': 'thing', 'path': '/lib/thing.py'})
missing = AttributeError("no x", name="x", obj=object())
print(pickle.loads(pickle.dumps(missing)).name, missing.__reduce__()[1:])
# expect: x (('no x',), {'name': 'x', 'args': ('no x',)})
moved = OSError(9, "no", "from", None, "to")
print(moved.__reduce__())  # expect: (<class 'OSError'>, (9, 'no', 'from', None, 'to'))
moved.note = 5
again = pickle.loads(pickle.dumps(moved))
print(again.filename, again.filename2, again.note)  # expect: from to 5
error = ValueError(1)
try:
    error.args = 5
except TypeError as e:
    print(e)  # expect: 'int' object is not iterable
error.args = [2, 3]
print(error.args)  # expect: (2, 3)
