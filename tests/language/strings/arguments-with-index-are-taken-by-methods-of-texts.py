# What has __index__ is as good as an int for the methods of str, bytes and bytearray.
class I:
    def __init__(s, n): s.n = n
    def __index__(s): return s.n
class B:
    def __index__(s): raise ZeroDivisionError('b')
i = I(3)
def t(s, f):
    try: print(s, repr(f()))
    except BaseException as e: print(s, type(e).__name__, e)
for name in ('find','rfind','index','rindex','count','startswith','endswith'):
    for x in ('abcabcabc', b'abcabcabc', bytearray(b'abcabcabc')):
        a = 'abc' if isinstance(x, str) else b'abc'
        t(name, lambda: getattr(x, name)(a, i))
        t(name, lambda: getattr(x, name)(a, None, I(6)))
        t(name, lambda: getattr(x, name)(a, I(1), I(7)))
        t(name, lambda: getattr(x, name)(a, B()))
        t(name, lambda: getattr(x, name)(a, 1.5))
        if not isinstance(x, str): t(name, lambda: getattr(x, name)(I(97)))
# expect: find 3
# expect: find 0
# expect: find 3
# expect: find ZeroDivisionError b
# expect: find TypeError slice indices must be integers or None or have an __index__ method
# expect: find 3
# expect: find 0
# expect: find 3
# expect: find ZeroDivisionError b
# expect: find TypeError slice indices must be integers or None or have an __index__ method
# expect: find 0
# expect: find 3
# expect: find 0
# expect: find 3
# expect: find ZeroDivisionError b
# expect: find TypeError slice indices must be integers or None or have an __index__ method
# expect: find 0
# expect: rfind 6
# expect: rfind 3
# expect: rfind 3
# expect: rfind ZeroDivisionError b
# expect: rfind TypeError slice indices must be integers or None or have an __index__ method
# expect: rfind 6
# expect: rfind 3
# expect: rfind 3
# expect: rfind ZeroDivisionError b
# expect: rfind TypeError slice indices must be integers or None or have an __index__ method
# expect: rfind 6
# expect: rfind 6
# expect: rfind 3
# expect: rfind 3
# expect: rfind ZeroDivisionError b
# expect: rfind TypeError slice indices must be integers or None or have an __index__ method
# expect: rfind 6
# expect: index 3
# expect: index 0
# expect: index 3
# expect: index ZeroDivisionError b
# expect: index TypeError slice indices must be integers or None or have an __index__ method
# expect: index 3
# expect: index 0
# expect: index 3
# expect: index ZeroDivisionError b
# expect: index TypeError slice indices must be integers or None or have an __index__ method
# expect: index 0
# expect: index 3
# expect: index 0
# expect: index 3
# expect: index ZeroDivisionError b
# expect: index TypeError slice indices must be integers or None or have an __index__ method
# expect: index 0
# expect: rindex 6
# expect: rindex 3
# expect: rindex 3
# expect: rindex ZeroDivisionError b
# expect: rindex TypeError slice indices must be integers or None or have an __index__ method
# expect: rindex 6
# expect: rindex 3
# expect: rindex 3
# expect: rindex ZeroDivisionError b
# expect: rindex TypeError slice indices must be integers or None or have an __index__ method
# expect: rindex 6
# expect: rindex 6
# expect: rindex 3
# expect: rindex 3
# expect: rindex ZeroDivisionError b
# expect: rindex TypeError slice indices must be integers or None or have an __index__ method
# expect: rindex 6
# expect: count 2
# expect: count 2
# expect: count 1
# expect: count ZeroDivisionError b
# expect: count TypeError slice indices must be integers or None or have an __index__ method
# expect: count 2
# expect: count 2
# expect: count 1
# expect: count ZeroDivisionError b
# expect: count TypeError slice indices must be integers or None or have an __index__ method
# expect: count 3
# expect: count 2
# expect: count 2
# expect: count 1
# expect: count ZeroDivisionError b
# expect: count TypeError slice indices must be integers or None or have an __index__ method
# expect: count 3
# expect: startswith True
# expect: startswith True
# expect: startswith False
# expect: startswith ZeroDivisionError b
# expect: startswith TypeError slice indices must be integers or None or have an __index__ method
# expect: startswith True
# expect: startswith True
# expect: startswith False
# expect: startswith ZeroDivisionError b
# expect: startswith TypeError slice indices must be integers or None or have an __index__ method
# expect: startswith TypeError startswith first arg must be bytes or a tuple of bytes, not I
# expect: startswith True
# expect: startswith True
# expect: startswith False
# expect: startswith ZeroDivisionError b
# expect: startswith TypeError slice indices must be integers or None or have an __index__ method
# expect: startswith TypeError startswith first arg must be bytes or a tuple of bytes, not I
# expect: endswith True
# expect: endswith True
# expect: endswith False
# expect: endswith ZeroDivisionError b
# expect: endswith TypeError slice indices must be integers or None or have an __index__ method
# expect: endswith True
# expect: endswith True
# expect: endswith False
# expect: endswith ZeroDivisionError b
# expect: endswith TypeError slice indices must be integers or None or have an __index__ method
# expect: endswith TypeError endswith first arg must be bytes or a tuple of bytes, not I
# expect: endswith True
# expect: endswith True
# expect: endswith False
# expect: endswith ZeroDivisionError b
# expect: endswith TypeError slice indices must be integers or None or have an __index__ method
# expect: endswith TypeError endswith first arg must be bytes or a tuple of bytes, not I
for name in ('ljust','rjust','center','zfill','expandtabs','splitlines','__getitem__'):
    for x in ('a\tb\nc', b'a\tb\nc', bytearray(b'a\tb\nc')):
        t(name, lambda: getattr(x, name)(i)); t(name, lambda: getattr(x, name)(B())); t(name, lambda: getattr(x, name)(1.5))
# expect: ljust 'a\tb\nc'
# expect: ljust ZeroDivisionError b
# expect: ljust TypeError 'float' object cannot be interpreted as an integer
# expect: ljust b'a\tb\nc'
# expect: ljust ZeroDivisionError b
# expect: ljust TypeError 'float' object cannot be interpreted as an integer
# expect: ljust bytearray(b'a\tb\nc')
# expect: ljust ZeroDivisionError b
# expect: ljust TypeError 'float' object cannot be interpreted as an integer
# expect: rjust 'a\tb\nc'
# expect: rjust ZeroDivisionError b
# expect: rjust TypeError 'float' object cannot be interpreted as an integer
# expect: rjust b'a\tb\nc'
# expect: rjust ZeroDivisionError b
# expect: rjust TypeError 'float' object cannot be interpreted as an integer
# expect: rjust bytearray(b'a\tb\nc')
# expect: rjust ZeroDivisionError b
# expect: rjust TypeError 'float' object cannot be interpreted as an integer
# expect: center 'a\tb\nc'
# expect: center ZeroDivisionError b
# expect: center TypeError 'float' object cannot be interpreted as an integer
# expect: center b'a\tb\nc'
# expect: center ZeroDivisionError b
# expect: center TypeError 'float' object cannot be interpreted as an integer
# expect: center bytearray(b'a\tb\nc')
# expect: center ZeroDivisionError b
# expect: center TypeError 'float' object cannot be interpreted as an integer
# expect: zfill 'a\tb\nc'
# expect: zfill ZeroDivisionError b
# expect: zfill TypeError 'float' object cannot be interpreted as an integer
# expect: zfill b'a\tb\nc'
# expect: zfill ZeroDivisionError b
# expect: zfill TypeError 'float' object cannot be interpreted as an integer
# expect: zfill bytearray(b'a\tb\nc')
# expect: zfill ZeroDivisionError b
# expect: zfill TypeError 'float' object cannot be interpreted as an integer
# expect: expandtabs 'a  b\nc'
# expect: expandtabs ZeroDivisionError b
# expect: expandtabs TypeError 'float' object cannot be interpreted as an integer
# expect: expandtabs b'a  b\nc'
# expect: expandtabs ZeroDivisionError b
# expect: expandtabs TypeError 'float' object cannot be interpreted as an integer
# expect: expandtabs bytearray(b'a  b\nc')
# expect: expandtabs ZeroDivisionError b
# expect: expandtabs TypeError 'float' object cannot be interpreted as an integer
# expect: splitlines ['a\tb\n', 'c']
# expect: splitlines ['a\tb\n', 'c']
# expect: splitlines ['a\tb\n', 'c']
# expect: splitlines [b'a\tb\n', b'c']
# expect: splitlines [b'a\tb\n', b'c']
# expect: splitlines [b'a\tb\n', b'c']
# expect: splitlines [bytearray(b'a\tb\n'), bytearray(b'c')]
# expect: splitlines [bytearray(b'a\tb\n'), bytearray(b'c')]
# expect: splitlines [bytearray(b'a\tb\n'), bytearray(b'c')]
# expect: __getitem__ '\n'
# expect: __getitem__ ZeroDivisionError b
# expect: __getitem__ TypeError string indices must be integers, not 'float'
# expect: __getitem__ 10
# expect: __getitem__ ZeroDivisionError b
# expect: __getitem__ TypeError byte indices must be integers or slices, not float
# expect: __getitem__ 10
# expect: __getitem__ ZeroDivisionError b
# expect: __getitem__ TypeError bytearray indices must be integers or slices, not float
for x in ('a b c d', b'a b c d', bytearray(b'a b c d')):
    s = ' ' if isinstance(x, str) else b' '
    for name in ('split', 'rsplit'):
        t(name, lambda: getattr(x, name)(s, I(1))); t(name, lambda: getattr(x, name)(None, B()))
    t('replace', lambda: x.replace(s, s+s, I(2)))
    t('in', lambda: I(97) in x)
# expect: split ['a', 'b c d']
# expect: split ZeroDivisionError b
# expect: rsplit ['a b c', 'd']
# expect: rsplit ZeroDivisionError b
# expect: replace 'a  b  c d'
# expect: in TypeError 'in <string>' requires string as left operand, not I
# expect: split [b'a', b'b c d']
# expect: split ZeroDivisionError b
# expect: rsplit [b'a b c', b'd']
# expect: rsplit ZeroDivisionError b
# expect: replace b'a  b  c d'
# expect: in True
# expect: split [bytearray(b'a'), bytearray(b'b c d')]
# expect: split ZeroDivisionError b
# expect: rsplit [bytearray(b'a b c'), bytearray(b'd')]
# expect: rsplit ZeroDivisionError b
# expect: replace bytearray(b'a  b  c d')
# expect: in True
t('hex', lambda: b'abcdef'.hex(':', I(2)))  # expect: hex '6162:6364:6566'
ba = bytearray(b'abcabc')
for name, args in (('append',(I(120),)),('remove',(I(97),)),('insert',(I(1),I(121))),('pop',(I(1),)),('__setitem__',(I(0),I(122))),('__delitem__',(I(0),)),('extend',([I(97)],)),('append',(B(),)),('append',(I(256),)),('append',(1.5,)),('insert',(1.5, 3)),('pop',(B(),)),('__setitem__',(0,1.5)),('__setitem__',(0,I(300))),('resize',(4,)),('resize',(I(6),)),('resize',(-1,)),('remove',(I(300),)), ('remove',(I(1),))):
    t(name, lambda: getattr(ba, name)(*args)); print(bytes(ba))
# expect: append None
# expect: b'abcabcx'
# expect: remove None
# expect: b'bcabcx'
# expect: insert None
# expect: b'bycabcx'
# expect: pop 121
# expect: b'bcabcx'
# expect: __setitem__ None
# expect: b'zcabcx'
# expect: __delitem__ None
# expect: b'cabcx'
# expect: extend None
# expect: b'cabcxa'
# expect: append ZeroDivisionError b
# expect: b'cabcxa'
# expect: append ValueError byte must be in range(0, 256)
# expect: b'cabcxa'
# expect: append TypeError 'float' object cannot be interpreted as an integer
# expect: b'cabcxa'
# expect: insert TypeError 'float' object cannot be interpreted as an integer
# expect: b'cabcxa'
# expect: pop ZeroDivisionError b
# expect: b'cabcxa'
# expect: __setitem__ TypeError 'float' object cannot be interpreted as an integer
# expect: b'cabcxa'
# expect: __setitem__ ValueError byte must be in range(0, 256)
# expect: b'cabcxa'
# expect: resize None
# expect: b'cabc'
# expect: resize None
# expect: b'cabc\x00\x00'
# expect: resize ValueError Can only resize to positive sizes, got -1
# expect: b'cabc\x00\x00'
# expect: remove ValueError byte must be in range(0, 256)
# expect: b'cabc\x00\x00'
# expect: remove ValueError value not found in bytearray
# expect: b'cabc\x00\x00'
t('bytes', lambda: bytes([I(97), 98])); t('bytes', lambda: bytes(I(3))); t('bytes', lambda: bytes([B()]));t('ba', lambda: bytearray([I(97), 98])); t('ba', lambda: bytearray(I(3)))
# expect: bytes b'ab'
# expect: bytes b'\x00\x00\x00'
# expect: bytes ZeroDivisionError b
# expect: ba bytearray(b'ab')
# expect: ba bytearray(b'\x00\x00\x00')
t('fromhex', lambda: bytes.fromhex(b'61 62')); t('fromhex', lambda: bytearray.fromhex(bytearray(b'61 62')))
# expect: fromhex b'ab'
# expect: fromhex bytearray(b'ab')
t('rmod', lambda: b'%d'.__rmod__(b'%s')); t('rmod', lambda: bytearray(b'%d').__rmod__(3)); 
# expect: rmod b'%d'
# expect: rmod NotImplemented
t('chr', lambda: chr(I(97))); t('tobytes', lambda: (5).to_bytes(I(2))); t('rnd', lambda: round(1.2345, I(2))); t('rnd', lambda: round(12345, I(-2)))
# expect: chr 'a'
# expect: tobytes b'\x00\x05'
# expect: rnd 1.23
# expect: rnd 12300
t('slice', lambda: 'abcdef'[I(1):I(4)]); t('sliceB', lambda: 'abcdef'[B():]); t('range', lambda: range(I(3)))
# expect: slice 'bcd'
# expect: sliceB ZeroDivisionError b
# expect: range range(0, 3)
t('fmt', lambda: '%*d' % (I(5), 3)); t('fmt', lambda: '%d' % I(3)); t('fmt', lambda: '%x' % I(30)); t('fmt', lambda: '%c' % I(97)); t('fmt', lambda: b'%d' % I(3))
# expect: fmt TypeError * wants int
# expect: fmt '3'
# expect: fmt '1e'
# expect: fmt 'a'
# expect: fmt b'3'
