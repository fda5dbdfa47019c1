# marshal writes and reads what is nested 1490 deep, and refuses what is nested too deep or damaged
import marshal


def nested(levels, wrap):
    value = wrap(7)
    for _ in range(levels - 1):
        value = wrap(value)
    return value


def depth(value):
    levels = 0
    while value != 7:
        value = value[0]
        levels += 1
    return levels


for wrap in lambda v: [v], lambda v: (v,), lambda v: {0: v}:
    print(depth(marshal.loads(marshal.dumps(nested(1490, wrap)))))
    try:
        marshal.dumps(nested(2100, wrap))
    except ValueError as error:
        print(error)
# expect: 1490
# expect: object too deeply nested to marshal
# expect: 1490
# expect: object too deeply nested to marshal
# expect: 1490
# expect: object too deeply nested to marshal
for data in b"[\1\0\0\0" * 2100 + b"N", b")\1" * 2100 + b"N", b"{N" * 2100 + b"N" + b"0" * 2100:
    try:
        marshal.loads(data)
    except ValueError as error:
        print(error)
# expect: recursion limit exceeded
# expect: recursion limit exceeded
# expect: recursion limit exceeded
for data in b"[\2\0\0\0N0", b"{0", b"{N0", b"0", b"[\0\0\0\0", b"(\0\0\0\0", b"<\0\0\0\0", b":NNN", b"\xdb\1\0\0\0r\0\0\0\0", b"\xfb{", b"[\3\0\0\0NN", b"?":
    try:
        print(marshal.loads(data))
    except (ValueError, TypeError, EOFError) as error:
        print(type(error).__name__, error)
# expect: TypeError NULL object in marshal data for list
# expect: {}
# expect: {}
# expect: TypeError NULL object in marshal data for object
# expect: []
# expect: ()
# expect: set()
# expect: slice(None, None, None)
# expect: [[...]]
# expect: EOFError EOF read where object expected
# expect: EOFError EOF read where object expected
# expect: ValueError bad marshal data (unknown type code)
