# array: slices, item ranges, the buffer protocol, files and pickles
import array
import collections.abc
import copy
import io
import pickle
import struct


def t(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return type(e).__name__, str(e)


A=array.array
a=A('i',[1,2,3,4,5])
print(a[1:4],a[::2],a[::-1],a[-1],t(lambda:a[9]),t(lambda:a['x']),a.index(3),t(a.index,9),a.count(2),3 in a,a==A('d',[1,2,3,4,5]),a<A('i',[2]),a+a,a*2,t(lambda:a+[1]),t(lambda:a*1.5),t(lambda: a+A('d')))
# expect: array('i', [2, 3, 4]) array('i', [1, 3, 5]) array('i', [5, 4, 3, 2, 1]) 5 ('IndexError', 'array index out of range') ('TypeError', 'array indices must be integers') 2 ('ValueError', 'array.index(x): x not in array') 1 True True True array('i', [1, 2, 3, 4, 5, 1, 2, 3, 4, 5]) array('i', [1, 2, 3, 4, 5, 1, 2, 3, 4, 5]) ('TypeError', 'can only append array (not "list") to array') ('TypeError', "can't multiply sequence by non-int of type 'float'") ('TypeError', 'bad argument type for built-in operation')
a[1:3]=A('i',[9,9,9]); print(a); a[::2]=A('i',[7,7,7]); print(a); print(t(a.__setitem__,slice(0,4,2),A('i',[1]))); del a[0]; del a[::2]; print(a)
# expect: array('i', [1, 9, 9, 9, 4, 5])
# expect: array('i', [7, 9, 7, 9, 7, 5])
# expect: ('ValueError', 'attempt to assign array of size 1 to extended slice of size 2')
# expect: array('i', [7, 7])
a.insert(-1,100); a.insert(99,5); a.reverse(); print(a,a.pop(0),a.pop(),t(a.pop,50),t(A('i').pop)); a.remove(100); print(a,t(a.remove,55))
# expect: array('i', [7, 100]) 5 7 ('IndexError', 'pop index out of range') ('IndexError', 'pop from empty array')
# expect: array('i', [7]) ('ValueError', 'array.remove(x): x not in array')
for c in 'bBqQ':
    print(c,A(c).itemsize,[t(A,c,[v]) for v in (-1,127,128,255,256,32767,32768,65536,2**70,-129,1.5,'x',True,None)])
# expect: b 1 [array('b', [-1]), array('b', [127]), ('OverflowError', 'signed char is greater than maximum'), ('OverflowError', 'signed char is greater than maximum'), ('OverflowError', 'signed char is greater than maximum'), ('OverflowError', 'signed char is greater than maximum'), ('OverflowError', 'signed short integer is greater than maximum'), ('OverflowError', 'signed short integer is greater than maximum'), ('OverflowError', 'Python int too large to convert to C long'), ('OverflowError', 'signed char is less than minimum'), ('TypeError', "'float' object cannot be interpreted as an integer"), ('TypeError', "'str' object cannot be interpreted as an integer"), array('b', [1]), ('TypeError', "'NoneType' object cannot be interpreted as an integer")]
# expect: B 1 [('OverflowError', 'unsigned byte integer is less than minimum'), array('B', [127]), array('B', [128]), array('B', [255]), ('OverflowError', 'unsigned byte integer is greater than maximum'), ('OverflowError', 'unsigned byte integer is greater than maximum'), ('OverflowError', 'unsigned byte integer is greater than maximum'), ('OverflowError', 'unsigned byte integer is greater than maximum'), ('OverflowError', 'Python int too large to convert to C long'), ('OverflowError', 'unsigned byte integer is less than minimum'), ('TypeError', "'float' object cannot be interpreted as an integer"), ('TypeError', "'str' object cannot be interpreted as an integer"), array('B', [1]), ('TypeError', "'NoneType' object cannot be interpreted as an integer")]
# expect: q 8 [array('q', [-1]), array('q', [127]), array('q', [128]), array('q', [255]), array('q', [256]), array('q', [32767]), array('q', [32768]), array('q', [65536]), ('OverflowError', 'int too big to convert'), array('q', [-129]), ('TypeError', "'float' object cannot be interpreted as an integer"), ('TypeError', "'str' object cannot be interpreted as an integer"), array('q', [1]), ('TypeError', "'NoneType' object cannot be interpreted as an integer")]
# expect: Q 8 [('OverflowError', "can't convert negative int to unsigned"), array('Q', [127]), array('Q', [128]), array('Q', [255]), array('Q', [256]), array('Q', [32767]), array('Q', [32768]), array('Q', [65536]), ('OverflowError', 'int too big to convert'), ('OverflowError', "can't convert negative int to unsigned"), ('TypeError', "'float' object cannot be interpreted as an integer"), ('TypeError', "'str' object cannot be interpreted as an integer"), array('Q', [1]), ('TypeError', "'NoneType' object cannot be interpreted as an integer")]
for c in 'fd': print(c,[t(A,c,[v]) for v in (1,1.1,'x',None,True,1e300,1j,2**2000)])
# expect: f [array('f', [1.0]), array('f', [1.100000023841858]), ('TypeError', 'must be real number, not str'), ('TypeError', 'must be real number, not NoneType'), array('f', [1.0]), array('f', [inf]), ('TypeError', 'must be real number, not complex'), ('OverflowError', 'int too large to convert to float')]
# expect: d [array('d', [1.0]), array('d', [1.1]), ('TypeError', 'must be real number, not str'), ('TypeError', 'must be real number, not NoneType'), array('d', [1.0]), array('d', [1e+300]), ('TypeError', 'must be real number, not complex'), ('OverflowError', 'int too large to convert to float')]
print(t(A,'w','héllo😀'),t(A,'w',[1]),t(A,'i','abc'),t(A,'w','ab').tounicode(),A('w',['a','b']),t(A,'w',['ab']),t(A('i').tounicode),t(A('i').fromunicode,'a'))
# expect: array('w', 'héllo😀') ('TypeError', 'array item must be a unicode character, not int') ('TypeError', "cannot use a str to initialize an array with typecode 'i'") ab array('w', 'ab') ('TypeError', 'array item must be a unicode character, not a string of length 2') ('ValueError', "tounicode() may only be called on unicode type arrays ('u' or 'w')") ('ValueError', "fromunicode() may only be called on unicode type arrays ('u' or 'w')")
print(t(A,1),t(A,'ab'),t(A,'z'),t(A,'i',5),t(A,'i',b'abcd'),t(A,'i',b'abc'),t(A,'i',x=1), A('i',A('b',[1,2])), A('B','') if 0 else '')
# expect-json: "('TypeError', 'array() argument 1 must be a unicode character, not int') ('TypeError', 'array() argument 1 must be a unicode character, not a string of length 2') ('ValueError', 'bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)') ('TypeError', \"'int' object is not iterable\") array('i', [1684234849]) ('ValueError', 'bytes length not a multiple of item size') ('TypeError', 'array.array() takes no keyword arguments') array('i', [1, 2]) "
a=A('h',[1,2,3]); a.byteswap(); print(a,a.tobytes()); a.frombytes(b'ab'); print(a,t(a.frombytes,b'a'),t(a.frombytes,'a'),a.buffer_info()[1],a.itemsize,a.typecode,bytes(a),t(hash,a))
# expect: array('h', [256, 512, 768]) b'\x00\x01\x00\x02\x00\x03'
# expect: array('h', [256, 512, 768, 25185]) ('ValueError', 'bytes length not a multiple of item size') ('TypeError', "a bytes-like object is required, not 'str'") 4 2 h b'\x00\x01\x00\x02\x00\x03ab' ('TypeError', "unhashable type: 'array.array'")
m=memoryview(a); print(m.format,m.itemsize,m.shape,m[0],m.tolist()); m[0]=77; print(a[0],a,t(a.append,1),t(a.pop),t(a.extend,[1])); a[1]=5; print(m[1], m.nbytes); s=m[1:]; m.release(); print(t(a.append,1), s.tolist()); s.release(); a.append(1); print(a)
# expect: h 2 (4,) 256 [256, 512, 768, 25185]
# expect: 77 array('h', [77, 512, 768, 25185]) ('BufferError', 'cannot resize an array that is exporting buffers') ('BufferError', 'cannot resize an array that is exporting buffers') ('BufferError', 'cannot resize an array that is exporting buffers')
# expect: 5 8
# expect: ('BufferError', 'cannot resize an array that is exporting buffers') [5, 768, 25185]
# expect: array('h', [77, 5, 768, 25185, 1])
f=io.BytesIO(); a.tofile(f); f.seek(0); b=A('h'); b.fromfile(f,2); print(b,t(b.fromfile,f,10),b); print(struct.unpack('<hh',b[:2]) , struct.unpack_from('<h',b,2)); x=A('B',[0]*4); struct.pack_into('<I',x,0,258); print(x); io.BytesIO(b'zzzz').readinto(x); print(x, io.BytesIO(x).read())
# expect: array('h', [77, 5, 768, 25185, 1]) ('EOFError', "read() didn't return enough bytes") array('h', [77, 5, 768, 25185, 1])
# expect: (77, 5) (5,)
# expect: array('B', [2, 1, 0, 0])
# expect: array('B', [122, 122, 122, 122]) b'zzzz'
for p in range(5): print(p,pickle.loads(pickle.dumps(A('d',[1.5]),p)),pickle.loads(pickle.dumps(A('w','x'),p)))
# expect: 0 array('d', [1.5]) array('w', 'x')
# expect: 1 array('d', [1.5]) array('w', 'x')
# expect: 2 array('d', [1.5]) array('w', 'x')
# expect: 3 array('d', [1.5]) array('w', 'x')
# expect: 4 array('d', [1.5]) array('w', 'x')
print(copy.copy(a),copy.deepcopy(a) is a,a.__reduce_ex__(3)[1],a.__reduce_ex__(2)); 
# expect: array('h', [77, 5, 768, 25185, 1]) False (<class 'array.array'>, 'h', 4, b'M\x00\x05\x00\x00\x03ab\x01\x00') (<class 'array.array'>, ('h', [77, 5, 768, 25185, 1]), None)
class S(A): pass
s=S('i',[1]); s.x=1; print(s,s.x,type(s[0:]),type(s+s),s==A('i',[1]),t(setattr,a,'x',1), t(setattr,A,'x',1))
# expect: S('i', [1]) 1 <class 'array.array'> <class 'array.array'> True ('AttributeError', "'array.array' object has no attribute 'x' and no __dict__ for setting new attributes") ('TypeError', "cannot set 'x' attribute of immutable type 'array.array'")
a=A('i',[1,2]); a+=a; a*=2; print(a,len(a),list(reversed(a)),list(iter(a)),sum(a),max(a),sorted(a,reverse=True)[:2]); a.extend(x for x in [7]); a.fromlist([8]); print(a,t(a.fromlist,(1,)),t(a.extend,A('d')),t(a.extend,['x']),a.tolist()); a.clear(); print(a,bool(a),array.typecodes,array.ArrayType is A, repr(A), A.__mro__, A('d').__sizeof__()>0)
# expect: array('i', [1, 2, 1, 2, 1, 2, 1, 2]) 8 [2, 1, 2, 1, 2, 1, 2, 1] [1, 2, 1, 2, 1, 2, 1, 2] 12 2 [2, 2]
# expect: array('i', [1, 2, 1, 2, 1, 2, 1, 2, 7, 8]) ('TypeError', 'arg must be list') ('TypeError', 'can only extend with array of same kind') ('TypeError', "'str' object cannot be interpreted as an integer") [1, 2, 1, 2, 1, 2, 1, 2, 7, 8]
# expect: array('i') False bBuwhHiIlLqQfd True <class 'array.array'> (<class 'array.array'>, <class 'object'>) True
print(isinstance(a,collections.abc.MutableSequence));  # expect: True
match A('i',[1,2]):
    case [x,y]: print(x,y)  # expect: 1 2
