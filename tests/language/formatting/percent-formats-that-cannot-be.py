# percent formats that cannot be
for f, a in [('%(a)s %s', {'a': 1}), ('%.99999999999f', 1.0), ('%.*f', (2**31, 1.0)), ('%*d', (2**70, 1)), ('%(a)s', 1), ('%s %s', 1), ('%s', (1, 2)), ('%d', 'x'), ('%z', 1), ('%', 1), ('%(a', {}), ('%c', 'ab')]:
    try:
        print(f % a)
    except Exception as e:
        print(type(e).__name__, e)
# expect: TypeError not enough arguments for format string
# expect: ValueError precision too big
# expect: OverflowError Python int too large to convert to C int
# expect: OverflowError Python int too large to convert to C ssize_t
# expect: TypeError format requires a mapping
# expect: TypeError not enough arguments for format string
# expect: TypeError not all arguments converted during string formatting
# expect: TypeError %d format: a real number is required, not str
# expect: ValueError unsupported format character 'z' (0x7a) at index 1
# expect: ValueError incomplete format
# expect: ValueError incomplete format key
# expect: TypeError %c requires an int or a unicode character, not a string of length 2
for text in ('1__0', '_1', '1._5', '1+', 'x', '1+1_j', '(1', ''):
    try:
        print(complex(text))
    except ValueError as e:
        print(e)
# expect: could not convert string to complex: '1__0'
# expect: could not convert string to complex: '_1'
# expect: could not convert string to complex: '1._5'
# expect: complex() arg is a malformed string
# expect: complex() arg is a malformed string
# expect: could not convert string to complex: '1+1_j'
# expect: complex() arg is a malformed string
# expect: complex() arg is a malformed string
