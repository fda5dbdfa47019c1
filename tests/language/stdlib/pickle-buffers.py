# PickleBuffer: buffers in and out of band.
import pickle, _pickle, sys, copy
from pickle import PickleBuffer
print(PickleBuffer, PickleBuffer.__module__, _pickle.PickleBuffer is PickleBuffer, "PickleBuffer" in pickle.__all__)
# expect: <class 'pickle.PickleBuffer'> pickle True True
b=bytearray(b"abc")
p=PickleBuffer(b)
print(bytes(p), memoryview(p).tolist(), p.raw().tobytes(), p.raw().readonly, p.raw().format)
# expect: b'abc' [97, 98, 99] b'abc' False B
try: b.append(1)
except BufferError as e: print("BufferError")  # expect: BufferError
q=pickle.dumps(p,5); print(pickle.loads(q))  # expect: bytearray(b'abc')
print(pickle.loads(pickle.dumps(PickleBuffer(b"xyz"),5)))  # expect: b'xyz'
bufs=[]
d=pickle.dumps([p,PickleBuffer(b"ro"),1],5,buffer_callback=bufs.append)
print(len(bufs), [bytes(x) for x in bufs], [bytes(x) for x in pickle.loads(d,buffers=bufs)[:2]])
# expect: 2 [b'abc', b'ro'] [b'abc', b'ro']
for pr in (2,4):
    try: pickle.dumps(p,pr)
    except pickle.PicklingError as e: print(e)
# expect: PickleBuffer can only be pickled with protocol >= 5
# expect: PickleBuffer can only be pickled with protocol >= 5
for w in (lambda: PickleBuffer(1), lambda: PickleBuffer(), lambda: copy.copy(p), lambda: type("X",(PickleBuffer,),{}), lambda: PickleBuffer(memoryview(b"abcd")[::2]).raw()):
    try: print(w())
    except Exception as e: print(type(e).__name__, e)
# expect: TypeError a bytes-like object is required, not 'int'
# expect: TypeError PickleBuffer() takes exactly 1 positional argument (0 given)
# expect: TypeError cannot pickle 'pickle.PickleBuffer' object
# expect: TypeError type 'pickle.PickleBuffer' is not an acceptable base type
# expect: BufferError cannot extract raw buffer from non-contiguous buffer
p.release(); p.release()
b.append(1)
for w in (p.raw, lambda: memoryview(p), lambda: bytes(p)):
    try: w()
    except Exception as e: print(type(e).__name__, e)
# expect: ValueError operation forbidden on released PickleBuffer object
# expect: ValueError operation forbidden on released PickleBuffer object
# expect: ValueError operation forbidden on released PickleBuffer object
class Z(bytearray):
    def __reduce_ex__(self, protocol):
        if protocol>=5: return type(self)._re, (PickleBuffer(self),), None
        return type(self)._re,(bytearray(self),)
    @classmethod
    def _re(cls,obj):
        with memoryview(obj) as m:
            o=m.obj
            if type(o) is cls: return o
            return cls(o)
z=Z(b"zz")
bs=[]
d=pickle.dumps(z,5,buffer_callback=bs.append)
print(pickle.loads(d,buffers=bs) is z, pickle.loads(pickle.dumps(z,5)), pickle.loads(pickle.dumps(z,4)))
# expect: True Z(b'zz') Z(b'zz')
print(pickle.loads.__module__, pickle.Unpickler.__module__)  # expect: _pickle _pickle
