# ctypes makes C's types, in memory of Python's own
import ctypes
from ctypes import *
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
t(lambda: c_short(5.5)); t(lambda: c_double("x")); t(lambda: c_char(b"ab")); t(lambda: c_char("a")); t(lambda: c_char(300)); t(lambda: c_wchar("ab")); t(lambda: c_wchar(3))
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: TypeError must be real number, not str
# expect: TypeError one character bytes, bytearray, or an integer in range(256) expected, not bytes of length 2
# expect: TypeError one character bytes, bytearray, or an integer in range(256) expected, not str
# expect: TypeError integer not in range(256)
# expect: TypeError a unicode character expected, not a string of length 2
# expect: TypeError a unicode character expected, not instance of int
t(lambda: c_char_p(5)); t(lambda:c_char_p("x")); t(lambda: c_wchar_p(b"x")); t(lambda: c_void_p("x")); t(lambda: c_bool([1]).value)
# expect: c_char_p(5)
# expect: TypeError bytes or integer address expected instead of str instance
# expect: TypeError unicode string or integer address expected instead of bytes instance
# expect: TypeError cannot be converted to pointer
# expect: True
class S(Structure): _fields_=[("a",c_short),("b",c_byte,3)]
t(lambda: S(1,2,3)); t(lambda: S("x")); t(lambda: S(1,a=1)); t(lambda: S(zz=1).zz); t(lambda: S.b); t(lambda: S().a); t(lambda:S(1,9).b)
# expect: TypeError too many initializers
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError duplicate values for field 'a'
# expect: 1
# expect: <ctypes.CField 'b' type=c_byte, ofs=2, bit_size=3, bit_offset=0>
# expect: 0
# expect: 1
t(lambda: (c_short*3)(1,2,3,4)); t(lambda: (c_short*3)(1)[:] ); t(lambda: (c_short*3)(1)[5]); t(lambda: c_short*-1); t(lambda: (c_char*3)(b"abc").raw)
# expect: IndexError invalid index
# expect: [1, 0, 0]
# expect: IndexError invalid index
# expect: ValueError Array length must be >= 0, not -1
# expect: TypeError one character bytes, bytearray, or an integer in range(256) expected, not bytes of length 3
t(lambda: POINTER(c_short)().contents);  t(lambda: POINTER(c_short)()[0])
# expect: ValueError NULL pointer access
# expect: ValueError NULL pointer access
t(lambda: sizeof(5)); t(lambda: sizeof(Structure)); t(lambda: Structure()); t(lambda: addressof(3)); t(lambda: byref(3)); t(lambda: alignment("x"))
# expect: TypeError this type has no size
# expect: TypeError this type has no size
# expect: TypeError abstract class
# expect: TypeError addressof() argument must be _ctypes._CData, not int
# expect: TypeError byref() argument 1 must be _ctypes._CData, not int
# expect: TypeError no alignment info
t(lambda: c_short.from_buffer(b"abcd")); t(lambda: c_short.from_buffer(bytearray(3))); t(lambda: c_short.from_buffer(bytearray(4),1)); t(lambda: c_short.from_buffer(bytearray(4),-1)); t(lambda: c_short.from_buffer_copy(b"abc"))
# expect: TypeError underlying buffer is not writable
# expect: c_short(0)
# expect: c_short(0)
# expect: ValueError offset cannot be negative
# expect: c_short(25185)
t(lambda: c_short.from_param("x")); t(lambda: c_short.from_param(3)); t(lambda: c_double.from_param(3)); t(lambda: c_char_p.from_param(3)); t(lambda: c_void_p.from_param(3.5)); t(lambda: S.from_param(3)); t(lambda: POINTER(c_short).from_param(3)); t(lambda: POINTER(c_short).from_param(None));
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: <cparam 'h' (3)>
# expect: <cparam 'd' (3.0)>
# expect: TypeError 'int' object cannot be interpreted as ctypes.c_char_p
# expect: TypeError 'float' object cannot be interpreted as ctypes.c_void_p
# expect: TypeError expected S instance instead of int
# expect: TypeError expected LP_c_short instance instead of int
# expect: None
b=create_string_buffer(b"abc",5)
def w(): b.value=b"toolong"
t(w)  # expect: ValueError byte string too long
def w(): b.value="x"
t(w)  # expect: TypeError bytes expected instead of str instance
def w(): b.raw=b"xxxxxxx"
t(w)  # expect: ValueError byte string too long
def w(): b[1]=b"ab"
t(w)
# expect: TypeError one character bytes, bytearray, or an integer in range(256) expected, not bytes of length 2
def w(): b[1:3]=b"abc"
t(w)  # expect: ValueError Can only assign sequence of same size
t(lambda: b[0]); t(lambda: b[:]); t(lambda:b[::2]); t(lambda: b.raw)
# expect: b'a'
# expect: b'abc\x00\x00'
# expect: b'ac\x00'
# expect: b'abc\x00\x00'
u=create_unicode_buffer("abc"); t(lambda:u.value); t(lambda:u[:2]); t(lambda: len(u))
# expect: 'abc'
# expect: 'ab'
# expect: 4
m=memoryview((c_short*3)(1,2,3)); print(m.format,m.shape,m.itemsize,m.nbytes,m.readonly)
# expect: <h (3,) 2 6 False
m=memoryview(c_short(3)); print(m.format,m.shape,m.itemsize,m.ndim)  # expect: <h () 2 0
m=memoryview(S(3)); print(m.format,m.shape,m.itemsize,m.ndim)  # expect: T{<h:a:<b:b:x} () 4 0
m=memoryview(((c_short*2)*3)()); print(m.format,m.shape,m.itemsize,m.ndim)  # expect: <h (3, 2) 2 2
m=memoryview(pointer(c_short(3))); print(m.format)  # expect: &<h
class U(Union): _fields_=[("a",c_short),("b",c_ubyte*4)]
x=U(0x0102); print(list(x.b)); m=memoryview(x); print(m.format)
# expect: [2, 1, 0, 0]
# expect: B
class N(Structure): pass
t(lambda: sizeof(N)); N._fields_=[("next",POINTER(N)),("v",c_short)]  # expect: 0
n=N(None,3); n2=N(pointer(n),4); print(n2.next.contents.v, n2.next[0].v, bool(n.next))  # expect: 3 3 False
def w(): N._fields_=[]
t(w)  # expect: AttributeError _fields_ is final
def w(): n.v="x"
t(w)  # expect: TypeError 'str' object cannot be interpreted as an integer
def w(): n.next=c_short(3)
t(w)  # expect: TypeError incompatible types, c_short instance instead of LP_N instance
class E(BigEndianStructure): _fields_=[("a",c_uint16),("b",c_uint32)]
print(bytes(E(1,2)), E.a)
# expect: b'\x00\x01\x00\x00\x00\x00\x00\x02' <ctypes.CField 'a' type=c_ushort_be, ofs=0, size=2>
class An(Structure):
    _anonymous_=("u",); _fields_=[("u",U),("z",c_short)]
an=An(); an.a=7; print(an.u.a, an.b[0], An.a)  # expect: 7 7 <ctypes.CField 'a' type=c_short, ofs=0, size=2>
p=cast(b, POINTER(c_char)); print(p[0],p[:3])  # expect: b'a' b'abc'
p=cast((c_short*3)(7,8,9), POINTER(c_byte)); print(p[0],p[2],p[4])  # expect: 7 8 9
CB=CFUNCTYPE(c_short,c_short,c_short)
cb=CB(lambda a,b:a+b); print(cb(3,4)); t(lambda: cb(1)); t(lambda: cb("x",1)); t(lambda: cb(1,2,3))
# expect: 7
# expect: TypeError this function takes at least 2 arguments (1 given)
# expect: ArgumentError argument 1: TypeError: 'str' object cannot be interpreted as an integer
# expect: 3
t(lambda: CFUNCTYPE(c_short)(3.5));  # expect: TypeError argument must be callable or integer function address
t(lambda: bool(CFUNCTYPE(c_short)()))  # expect: False
print(string_at(b), string_at(b,2), wstring_at(u), memmove and 1)  # expect: b'abc' b'ab' abc 1
memset(b, ord("z"), 2); print(b.value); memmove(b, b"QQ", 1); print(b.value)
# expect: b'zzc'
# expect: b'Qzc'
t(lambda: py_object()); t(lambda: py_object().value); t(lambda: py_object([1]).value); t(lambda:py_object([1]))
# expect: py_object(<NULL>)
# expect: ValueError PyObject is NULL
# expect: [1]
# expect: py_object([1])
t(lambda: c_char_p(b"xx").value); t(lambda: c_char_p().value); t(lambda: c_char_p()); t(lambda:c_wchar_p("hh").value)
# expect: b'xx'
# expect: None
# expect: c_char_p(None)
# expect: 'hh'
t(lambda: c_longlong(2**64+5).value); t(lambda: c_ubyte(-1)); t(lambda: c_float(0.1)); t(lambda: c_float(0.1).value)
# expect: 5
# expect: c_ubyte(255)
# expect: c_float(0.10000000149011612)
# expect: 0.10000000149011612
t(lambda: type("X",(Structure,),{"_fields_":[("a",3)]})); t(lambda: type("X",(Structure,),{"_fields_":[(3,c_short)]})); t(lambda: type("X",(Structure,),{"_fields_":3}))
# expect: TypeError this type has no size
# expect: TypeError CField() argument 'name' must be str, not int
# expect: TypeError 'int' object is not iterable
t(lambda: type("X",(ctypes._SimpleCData,),{})); t(lambda: type("X",(ctypes._SimpleCData,),{"_type_":"w"})); t(lambda: type("X",(Array,),{})); t(lambda: type("X",(Array,),{"_length_":3}))
# expect: AttributeError class must define a '_type_' attribute
# expect: AttributeError class must define a '_type_' attribute which must be
# expect: a single character string containing one of the
# expect: supported types: 'cbBhHiIlLdfuzZqQPOv?g'.
# expect: AttributeError class must define a '_length_' attribute
# expect: AttributeError class must define a '_type_' attribute
t(lambda: c_short(3)==c_short(3)); t(lambda: bool(c_short(0))); t(lambda: c_short.__name__)
# expect: False
# expect: False
# expect: 'c_short'
import pickle,copy
t(lambda: copy.copy(c_short(3))); t(lambda: pickle.loads(pickle.dumps(S(3,1)) ).a if 0 else None); t(lambda: pickle.dumps(pointer(c_short(3))))
# expect: c_short(3)
# expect: None
# expect: ValueError ctypes objects containing pointers cannot be pickled
r=c_short(3); t(lambda: r.__dict__); r.foo=1; t(lambda: r.foo); t(lambda: c_short(3)._objects); t(lambda:pointer(r)._objects)
# expect: {}
# expect: 1
# expect: None
# expect: {'1': c_short(3)}
class SI(c_short): pass
class S3(Structure): _fields_=[("a",SI)]
t(lambda: type(S3().a)); t(lambda: (SI*2)()[0].value)
# expect: <class '__main__.SI'>
# expect: 0
t(lambda: c_longdouble(1.5)); t(lambda: S3._fields_); 
# expect: c_longdouble(1.5)
# expect: [('a', <class '__main__.SI'>)]
t(lambda: [S.b.offset,S.b.size,S.b.name,S.b.type,S.b.byte_size,S.b.byte_offset,S.b.bit_size,S.b.bit_offset,S.b.is_bitfield,S.b.is_anonymous])
# expect: [2, 196608, 'b', <class 'ctypes.c_byte'>, 1, 2, 3, 0, True, False]
t(lambda: resize(r,1)); resize(r,10); t(lambda: sizeof(r))
# expect: ValueError minimum size is 2
# expect: 10
t(lambda: POINTER(c_short)); t(lambda: POINTER(c_short)._type_); t(lambda: (c_short*2)._length_); t(lambda: type(cb))
# expect: <class 'ctypes.LP_c_short'>
# expect: <class 'ctypes.c_short'>
# expect: 2
# expect: <class 'ctypes.CFUNCTYPE.<locals>.CFunctionType'>
t(lambda: S.a.__get__(None,S)); t(lambda: delattr(S(),"a")); t(lambda: delattr(c_short(),"value"))
# expect: <ctypes.CField 'a' type=c_short, ofs=0, size=2>
# expect: TypeError can't delete attribute
# expect: TypeError can't delete attribute
t(lambda: CDLL)  # expect: <class 'ctypes.CDLL'>
new = ctypes.pythonapi.PyCapsule_New
new.argtypes, new.restype = (c_void_p, c_char_p, c_void_p), py_object
get = ctypes.pythonapi.PyCapsule_GetPointer
get.argtypes, get.restype = (py_object, c_char_p), c_void_p
target, name = c_short(5), c_char_p(b"here")
capsule = new(cast(pointer(target), c_void_p), name, None)
print(type(capsule), get(capsule, b"here") == addressof(target), "here" in repr(capsule))
# expect: <class 'PyCapsule'> True True
t(lambda: get(capsule, b"there"))  # expect: ValueError PyCapsule_GetPointer called with incorrect name
