# operator.index takes ints as they are, asks __index__ of others and says what is none
import operator
class I:
    def __index__(self): return 7
class J(int): pass
class K:
    def __index__(self): return "x"
class L:
    def __index__(self): return True
class M:
    def __index__(self): raise OSError(3)
for x in (5, True, 2**80, J(9), I(), K(), L(), M(), 1.5, "a", None, -2**47, 2**47):
    try:
        r = operator.index(x)
        print(repr(r), type(r))
    except Exception as e: print(type(e), e)
# expect: 5 <class 'int'>
# expect: 1 <class 'int'>
# expect: 1208925819614629174706176 <class 'int'>
# expect: 9 <class 'int'>
# expect: 7 <class 'int'>
# expect: <class 'TypeError'> __index__ returned non-int (type str)
# expect: 1 <class 'int'>
# expect: <class 'OSError'> 3
# expect: <class 'TypeError'> 'float' object cannot be interpreted as an integer
# expect: <class 'TypeError'> 'str' object cannot be interpreted as an integer
# expect: <class 'TypeError'> 'NoneType' object cannot be interpreted as an integer
# expect: -140737488355328 <class 'int'>
# expect: 140737488355328 <class 'int'>
import random, struct, array
random.seed(4)
print([random.randrange(I(), 20), random.randrange(3, 30, I()), random.randint(I(), 8)])  # expect: [10, 17, 7]
try: random.randrange(1.5)
except TypeError as e: print(e)  # expect: 'float' object cannot be interpreted as an integer
print(struct.pack("i", I()), array.array("i", [I(), True, 5]), array.array("i",[1,2,3])[L()])
# expect: b'\x07\x00\x00\x00' array('i', [7, 1, 5]) 2
print(bytes([I()]), bytearray(b"abc")[I():], math if 0 else 1)  # expect: b'\x07' bytearray(b'') 1
