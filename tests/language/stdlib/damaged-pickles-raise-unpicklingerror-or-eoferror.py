# a pickle that was cut off or damaged: UnpicklingError or EOFError, whatever is missing
import io, pickle

data = {"a": [1, 2.5, None, "text", b"bytes", (1, 2)], "b": {1, 2}, "c": 2**70, "d": -5, "e": 300, "f": 70000, "g": "long" * 100}
for protocol in 0, 1, 2, 3, 4, 5:
    whole = pickle.dumps(data, protocol)
    others = set()
    for n in range(len(whole)):
        for load in pickle.loads, lambda part: pickle.load(io.BytesIO(part)), lambda part: pickle.Unpickler(io.BytesIO(part)).load():
            try:
                others.add(load(whole[:n]))
            except (EOFError, pickle.UnpicklingError) as error:
                pass
            except Exception as error:
                others.add(repr(error))
    print(protocol, others, pickle.loads(whole) == pickle.load(io.BytesIO(whole)) == data)
# expect: 0 set() True
# expect: 1 set() True
# expect: 2 set() True
# expect: 3 set() True
# expect: 4 set() True
# expect: 5 set() True
for bad in b"", b".", b"a.", b"e.", b"t.", b"s.", b"u.", b"R.", b"b.", b"2.", b"\x80\x09.", b"\x85.", b"h\x05.", b"q\x00.", b"g5\n.", b"Q.", b"\xff.", b"l.", b"cos\nnothere\n.", b"cnomodule\nx\n.", b"]\x93.":
    try:
        print(bad, pickle.loads(bad))
    except Exception as error:
        print(bad, type(error).__name__, error)
# expect: b'' EOFError Ran out of input
# expect: b'.' UnpicklingError unpickling stack underflow
# expect: b'a.' UnpicklingError unpickling stack underflow
# expect: b'e.' UnpicklingError could not find MARK
# expect: b't.' UnpicklingError could not find MARK
# expect: b's.' UnpicklingError unpickling stack underflow
# expect: b'u.' UnpicklingError could not find MARK
# expect: b'R.' UnpicklingError unpickling stack underflow
# expect: b'b.' UnpicklingError unpickling stack underflow
# expect: b'2.' UnpicklingError unpickling stack underflow
# expect: b'\x80\t.' ValueError unsupported pickle protocol: 9
# expect: b'\x85.' UnpicklingError unpickling stack underflow
# expect: b'h\x05.' UnpicklingError Memo value not found at index 5
# expect: b'q\x00.' UnpicklingError unpickling stack underflow
# expect: b'g5\n.' UnpicklingError Memo value not found at index 5
# expect: b'Q.' UnpicklingError unpickling stack underflow
# expect: b'\xff.' UnpicklingError invalid load key, '\xff'.
# expect: b'l.' UnpicklingError could not find MARK
# expect: b'cos\nnothere\n.' AttributeError module 'os' has no attribute 'nothere'
# expect: b'cnomodule\nx\n.' ModuleNotFoundError No module named 'nomodule'
# expect: b']\x93.' UnpicklingError unpickling stack underflow

def fails(which):
    raise {"i": IndexError, "k": KeyError, "e": EOFError}[which](which)

class Fails:
    def __init__(self, which):
        self.which = which
    def __reduce__(self):
        return fails, (self.which,)

for which in "ike":
    for load in pickle.loads, lambda data: pickle.load(io.BytesIO(data)):
        try:
            load(pickle.dumps(Fails(which)))
        except Exception as error:
            print(type(error).__name__, error)
# expect: IndexError i
# expect: IndexError i
# expect: KeyError 'k'
# expect: KeyError 'k'
# expect: EOFError e
# expect: EOFError e

class Own(pickle.Unpickler):
    def find_class(self, module, name):
        return lambda *args: (module, name, args)
    def persistent_load(self, pid):
        return "persistent", pid

class Keeps(pickle.Pickler):
    def persistent_id(self, obj):
        return "me" if obj is Own else None

stream = io.BytesIO()
Keeps(stream).dump([Own, 1])
print(Own(io.BytesIO(stream.getvalue())).load(), Own(io.BytesIO(pickle.dumps(Fails("x")))).load()[1:])
# expect: [('persistent', 'me'), 1] ('fails', ('x',))
two = io.BytesIO(pickle.dumps(1) + pickle.dumps([2], 0))
print(pickle.load(two), pickle.load(two))  # expect: 1 [2]
try:
    pickle.load(two)
except EOFError as error:
    print(error)  # expect: Ran out of input
try:
    pickle.loads("text")
except TypeError as error:
    print(error)  # expect: a bytes-like object is required, not 'str'

# the key that no opcode has is shown as a character where it is one
for key in b"x", b" ", b"\x27", b"\\", b"\x7f", b"\xff":
    try:
        pickle.loads(key)
    except pickle.UnpicklingError as e:
        print(e)
# expect: invalid load key, 'x'.
# expect: invalid load key, ' '.
# expect: invalid load key, '\x27'.
# expect: invalid load key, '\x5c'.
# expect: invalid load key, '\x7f'.
# expect: invalid load key, '\xff'.
