# csv: every quoting mode, read and written, and what is refused
import csv
import io
def t(f,*a,**k):
    try: return f(*a,**k)
    except Exception as e: return type(e).__name__, str(e)
texts=['a,b,c\n1,2,3\n','a,"b,""x""",c\r\n','"multi\nline",x\n','a;b;c','', '\n\n', 'a,b\n\nc', '"unterminated', 'a "b" c,d', ' a, b', '1,2.5,"x"', "a\\,b,c", 'a\x00b', '"a"b,c', 'a\rb', ',,', '"",', 'a,b\\', "'q',r"]
for s in texts:
    for kw in [{},dict(delimiter=';'),dict(quoting=csv.QUOTE_NONE),dict(quoting=csv.QUOTE_NONNUMERIC),dict(escapechar='\\'),dict(skipinitialspace=True),dict(strict=True),dict(doublequote=False,escapechar='\\'),dict(quotechar="'"),dict(quoting=csv.QUOTE_STRINGS),dict(quoting=csv.QUOTE_NOTNULL)]:
        print(repr(s),kw,t(lambda: list(csv.reader(io.StringIO(s,newline=''),**kw))), t(lambda: list(csv.reader(s.splitlines(True),**kw))))
# expect: 'a,b,c\n1,2,3\n' {} [['a', 'b', 'c'], ['1', '2', '3']] [['a', 'b', 'c'], ['1', '2', '3']]
# expect: 'a,b,c\n1,2,3\n' {'delimiter': ';'} [['a,b,c'], ['1,2,3']] [['a,b,c'], ['1,2,3']]
# expect: 'a,b,c\n1,2,3\n' {'quoting': 3} [['a', 'b', 'c'], ['1', '2', '3']] [['a', 'b', 'c'], ['1', '2', '3']]
# expect: 'a,b,c\n1,2,3\n' {'quoting': 2} ('ValueError', "could not convert string to float: 'a'") ('ValueError', "could not convert string to float: 'a'")
# expect: 'a,b,c\n1,2,3\n' {'escapechar': '\\'} [['a', 'b', 'c'], ['1', '2', '3']] [['a', 'b', 'c'], ['1', '2', '3']]
# expect: 'a,b,c\n1,2,3\n' {'skipinitialspace': True} [['a', 'b', 'c'], ['1', '2', '3']] [['a', 'b', 'c'], ['1', '2', '3']]
# expect: 'a,b,c\n1,2,3\n' {'strict': True} [['a', 'b', 'c'], ['1', '2', '3']] [['a', 'b', 'c'], ['1', '2', '3']]
# expect: 'a,b,c\n1,2,3\n' {'doublequote': False, 'escapechar': '\\'} [['a', 'b', 'c'], ['1', '2', '3']] [['a', 'b', 'c'], ['1', '2', '3']]
# expect: 'a,b,c\n1,2,3\n' {'quotechar': "'"} [['a', 'b', 'c'], ['1', '2', '3']] [['a', 'b', 'c'], ['1', '2', '3']]
# expect: 'a,b,c\n1,2,3\n' {'quoting': 4} ('ValueError', "could not convert string to float: 'a'") ('ValueError', "could not convert string to float: 'a'")
# expect: 'a,b,c\n1,2,3\n' {'quoting': 5} [['a', 'b', 'c'], ['1', '2', '3']] [['a', 'b', 'c'], ['1', '2', '3']]
# expect: 'a,"b,""x""",c\r\n' {} [['a', 'b,"x"', 'c']] [['a', 'b,"x"', 'c']]
# expect: 'a,"b,""x""",c\r\n' {'delimiter': ';'} [['a,"b,""x""",c']] [['a,"b,""x""",c']]
# expect: 'a,"b,""x""",c\r\n' {'quoting': 3} [['a', '"b', '""x"""', 'c']] [['a', '"b', '""x"""', 'c']]
# expect: 'a,"b,""x""",c\r\n' {'quoting': 2} ('ValueError', "could not convert string to float: 'a'") ('ValueError', "could not convert string to float: 'a'")
# expect: 'a,"b,""x""",c\r\n' {'escapechar': '\\'} [['a', 'b,"x"', 'c']] [['a', 'b,"x"', 'c']]
# expect: 'a,"b,""x""",c\r\n' {'skipinitialspace': True} [['a', 'b,"x"', 'c']] [['a', 'b,"x"', 'c']]
# expect: 'a,"b,""x""",c\r\n' {'strict': True} [['a', 'b,"x"', 'c']] [['a', 'b,"x"', 'c']]
# expect: 'a,"b,""x""",c\r\n' {'doublequote': False, 'escapechar': '\\'} [['a', 'b,"x"""', 'c']] [['a', 'b,"x"""', 'c']]
# expect: 'a,"b,""x""",c\r\n' {'quotechar': "'"} [['a', '"b', '""x"""', 'c']] [['a', '"b', '""x"""', 'c']]
# expect: 'a,"b,""x""",c\r\n' {'quoting': 4} ('ValueError', "could not convert string to float: 'a'") ('ValueError', "could not convert string to float: 'a'")
# expect: 'a,"b,""x""",c\r\n' {'quoting': 5} [['a', 'b,"x"', 'c']] [['a', 'b,"x"', 'c']]
# expect: '"multi\nline",x\n' {} [['multi\nline', 'x']] [['multi\nline', 'x']]
# expect: '"multi\nline",x\n' {'delimiter': ';'} [['multi\nline,x']] [['multi\nline,x']]
# expect: '"multi\nline",x\n' {'quoting': 3} [['"multi'], ['line"', 'x']] [['"multi'], ['line"', 'x']]
# expect: '"multi\nline",x\n' {'quoting': 2} ('ValueError', "could not convert string to float: 'x'") ('ValueError', "could not convert string to float: 'x'")
# expect: '"multi\nline",x\n' {'escapechar': '\\'} [['multi\nline', 'x']] [['multi\nline', 'x']]
# expect: '"multi\nline",x\n' {'skipinitialspace': True} [['multi\nline', 'x']] [['multi\nline', 'x']]
# expect: '"multi\nline",x\n' {'strict': True} [['multi\nline', 'x']] [['multi\nline', 'x']]
# expect: '"multi\nline",x\n' {'doublequote': False, 'escapechar': '\\'} [['multi\nline', 'x']] [['multi\nline', 'x']]
# expect: '"multi\nline",x\n' {'quotechar': "'"} [['"multi'], ['line"', 'x']] [['"multi'], ['line"', 'x']]
# expect: '"multi\nline",x\n' {'quoting': 4} ('ValueError', "could not convert string to float: 'x'") ('ValueError', "could not convert string to float: 'x'")
# expect: '"multi\nline",x\n' {'quoting': 5} [['multi\nline', 'x']] [['multi\nline', 'x']]
# expect: 'a;b;c' {} [['a;b;c']] [['a;b;c']]
# expect: 'a;b;c' {'delimiter': ';'} [['a', 'b', 'c']] [['a', 'b', 'c']]
# expect: 'a;b;c' {'quoting': 3} [['a;b;c']] [['a;b;c']]
# expect: 'a;b;c' {'quoting': 2} ('ValueError', "could not convert string to float: 'a;b;c'") ('ValueError', "could not convert string to float: 'a;b;c'")
# expect: 'a;b;c' {'escapechar': '\\'} [['a;b;c']] [['a;b;c']]
# expect: 'a;b;c' {'skipinitialspace': True} [['a;b;c']] [['a;b;c']]
# expect: 'a;b;c' {'strict': True} [['a;b;c']] [['a;b;c']]
# expect: 'a;b;c' {'doublequote': False, 'escapechar': '\\'} [['a;b;c']] [['a;b;c']]
# expect: 'a;b;c' {'quotechar': "'"} [['a;b;c']] [['a;b;c']]
# expect: 'a;b;c' {'quoting': 4} ('ValueError', "could not convert string to float: 'a;b;c'") ('ValueError', "could not convert string to float: 'a;b;c'")
# expect: 'a;b;c' {'quoting': 5} [['a;b;c']] [['a;b;c']]
# expect: '' {} [] []
# expect: '' {'delimiter': ';'} [] []
# expect: '' {'quoting': 3} [] []
# expect: '' {'quoting': 2} [] []
# expect: '' {'escapechar': '\\'} [] []
# expect: '' {'skipinitialspace': True} [] []
# expect: '' {'strict': True} [] []
# expect: '' {'doublequote': False, 'escapechar': '\\'} [] []
# expect: '' {'quotechar': "'"} [] []
# expect: '' {'quoting': 4} [] []
# expect: '' {'quoting': 5} [] []
# expect: '\n\n' {} [[], []] [[], []]
# expect: '\n\n' {'delimiter': ';'} [[], []] [[], []]
# expect: '\n\n' {'quoting': 3} [[], []] [[], []]
# expect: '\n\n' {'quoting': 2} [[], []] [[], []]
# expect: '\n\n' {'escapechar': '\\'} [[], []] [[], []]
# expect: '\n\n' {'skipinitialspace': True} [[], []] [[], []]
# expect: '\n\n' {'strict': True} [[], []] [[], []]
# expect: '\n\n' {'doublequote': False, 'escapechar': '\\'} [[], []] [[], []]
# expect: '\n\n' {'quotechar': "'"} [[], []] [[], []]
# expect: '\n\n' {'quoting': 4} [[], []] [[], []]
# expect: '\n\n' {'quoting': 5} [[], []] [[], []]
# expect: 'a,b\n\nc' {} [['a', 'b'], [], ['c']] [['a', 'b'], [], ['c']]
# expect: 'a,b\n\nc' {'delimiter': ';'} [['a,b'], [], ['c']] [['a,b'], [], ['c']]
# expect: 'a,b\n\nc' {'quoting': 3} [['a', 'b'], [], ['c']] [['a', 'b'], [], ['c']]
# expect: 'a,b\n\nc' {'quoting': 2} ('ValueError', "could not convert string to float: 'a'") ('ValueError', "could not convert string to float: 'a'")
# expect: 'a,b\n\nc' {'escapechar': '\\'} [['a', 'b'], [], ['c']] [['a', 'b'], [], ['c']]
# expect: 'a,b\n\nc' {'skipinitialspace': True} [['a', 'b'], [], ['c']] [['a', 'b'], [], ['c']]
# expect: 'a,b\n\nc' {'strict': True} [['a', 'b'], [], ['c']] [['a', 'b'], [], ['c']]
# expect: 'a,b\n\nc' {'doublequote': False, 'escapechar': '\\'} [['a', 'b'], [], ['c']] [['a', 'b'], [], ['c']]
# expect: 'a,b\n\nc' {'quotechar': "'"} [['a', 'b'], [], ['c']] [['a', 'b'], [], ['c']]
# expect: 'a,b\n\nc' {'quoting': 4} ('ValueError', "could not convert string to float: 'a'") ('ValueError', "could not convert string to float: 'a'")
# expect: 'a,b\n\nc' {'quoting': 5} [['a', 'b'], [], ['c']] [['a', 'b'], [], ['c']]
# expect: '"unterminated' {} [['unterminated']] [['unterminated']]
# expect: '"unterminated' {'delimiter': ';'} [['unterminated']] [['unterminated']]
# expect: '"unterminated' {'quoting': 3} [['"unterminated']] [['"unterminated']]
# expect: '"unterminated' {'quoting': 2} [['unterminated']] [['unterminated']]
# expect: '"unterminated' {'escapechar': '\\'} [['unterminated']] [['unterminated']]
# expect: '"unterminated' {'skipinitialspace': True} [['unterminated']] [['unterminated']]
# expect: '"unterminated' {'strict': True} ('Error', 'unexpected end of data') ('Error', 'unexpected end of data')
# expect: '"unterminated' {'doublequote': False, 'escapechar': '\\'} [['unterminated']] [['unterminated']]
# expect: '"unterminated' {'quotechar': "'"} [['"unterminated']] [['"unterminated']]
# expect: '"unterminated' {'quoting': 4} [['unterminated']] [['unterminated']]
# expect: '"unterminated' {'quoting': 5} [['unterminated']] [['unterminated']]
# expect: 'a "b" c,d' {} [['a "b" c', 'd']] [['a "b" c', 'd']]
# expect: 'a "b" c,d' {'delimiter': ';'} [['a "b" c,d']] [['a "b" c,d']]
# expect: 'a "b" c,d' {'quoting': 3} [['a "b" c', 'd']] [['a "b" c', 'd']]
# expect: 'a "b" c,d' {'quoting': 2} ('ValueError', 'could not convert string to float: \'a "b" c\'') ('ValueError', 'could not convert string to float: \'a "b" c\'')
# expect: 'a "b" c,d' {'escapechar': '\\'} [['a "b" c', 'd']] [['a "b" c', 'd']]
# expect: 'a "b" c,d' {'skipinitialspace': True} [['a "b" c', 'd']] [['a "b" c', 'd']]
# expect: 'a "b" c,d' {'strict': True} [['a "b" c', 'd']] [['a "b" c', 'd']]
# expect: 'a "b" c,d' {'doublequote': False, 'escapechar': '\\'} [['a "b" c', 'd']] [['a "b" c', 'd']]
# expect: 'a "b" c,d' {'quotechar': "'"} [['a "b" c', 'd']] [['a "b" c', 'd']]
# expect: 'a "b" c,d' {'quoting': 4} ('ValueError', 'could not convert string to float: \'a "b" c\'') ('ValueError', 'could not convert string to float: \'a "b" c\'')
# expect: 'a "b" c,d' {'quoting': 5} [['a "b" c', 'd']] [['a "b" c', 'd']]
# expect: ' a, b' {} [[' a', ' b']] [[' a', ' b']]
# expect: ' a, b' {'delimiter': ';'} [[' a, b']] [[' a, b']]
# expect: ' a, b' {'quoting': 3} [[' a', ' b']] [[' a', ' b']]
# expect: ' a, b' {'quoting': 2} ('ValueError', "could not convert string to float: ' a'") ('ValueError', "could not convert string to float: ' a'")
# expect: ' a, b' {'escapechar': '\\'} [[' a', ' b']] [[' a', ' b']]
# expect: ' a, b' {'skipinitialspace': True} [['a', 'b']] [['a', 'b']]
# expect: ' a, b' {'strict': True} [[' a', ' b']] [[' a', ' b']]
# expect: ' a, b' {'doublequote': False, 'escapechar': '\\'} [[' a', ' b']] [[' a', ' b']]
# expect: ' a, b' {'quotechar': "'"} [[' a', ' b']] [[' a', ' b']]
# expect: ' a, b' {'quoting': 4} ('ValueError', "could not convert string to float: ' a'") ('ValueError', "could not convert string to float: ' a'")
# expect: ' a, b' {'quoting': 5} [[' a', ' b']] [[' a', ' b']]
# expect: '1,2.5,"x"' {} [['1', '2.5', 'x']] [['1', '2.5', 'x']]
# expect: '1,2.5,"x"' {'delimiter': ';'} [['1,2.5,"x"']] [['1,2.5,"x"']]
# expect: '1,2.5,"x"' {'quoting': 3} [['1', '2.5', '"x"']] [['1', '2.5', '"x"']]
# expect: '1,2.5,"x"' {'quoting': 2} [[1.0, 2.5, 'x']] [[1.0, 2.5, 'x']]
# expect: '1,2.5,"x"' {'escapechar': '\\'} [['1', '2.5', 'x']] [['1', '2.5', 'x']]
# expect: '1,2.5,"x"' {'skipinitialspace': True} [['1', '2.5', 'x']] [['1', '2.5', 'x']]
# expect: '1,2.5,"x"' {'strict': True} [['1', '2.5', 'x']] [['1', '2.5', 'x']]
# expect: '1,2.5,"x"' {'doublequote': False, 'escapechar': '\\'} [['1', '2.5', 'x']] [['1', '2.5', 'x']]
# expect: '1,2.5,"x"' {'quotechar': "'"} [['1', '2.5', '"x"']] [['1', '2.5', '"x"']]
# expect: '1,2.5,"x"' {'quoting': 4} [[1.0, 2.5, 'x']] [[1.0, 2.5, 'x']]
# expect: '1,2.5,"x"' {'quoting': 5} [['1', '2.5', 'x']] [['1', '2.5', 'x']]
# expect: 'a\\,b,c' {} [['a\\', 'b', 'c']] [['a\\', 'b', 'c']]
# expect: 'a\\,b,c' {'delimiter': ';'} [['a\\,b,c']] [['a\\,b,c']]
# expect: 'a\\,b,c' {'quoting': 3} [['a\\', 'b', 'c']] [['a\\', 'b', 'c']]
# expect: 'a\\,b,c' {'quoting': 2} ('ValueError', "could not convert string to float: 'a\\\\'") ('ValueError', "could not convert string to float: 'a\\\\'")
# expect: 'a\\,b,c' {'escapechar': '\\'} [['a,b', 'c']] [['a,b', 'c']]
# expect: 'a\\,b,c' {'skipinitialspace': True} [['a\\', 'b', 'c']] [['a\\', 'b', 'c']]
# expect: 'a\\,b,c' {'strict': True} [['a\\', 'b', 'c']] [['a\\', 'b', 'c']]
# expect: 'a\\,b,c' {'doublequote': False, 'escapechar': '\\'} [['a,b', 'c']] [['a,b', 'c']]
# expect: 'a\\,b,c' {'quotechar': "'"} [['a\\', 'b', 'c']] [['a\\', 'b', 'c']]
# expect: 'a\\,b,c' {'quoting': 4} ('ValueError', "could not convert string to float: 'a\\\\'") ('ValueError', "could not convert string to float: 'a\\\\'")
# expect: 'a\\,b,c' {'quoting': 5} [['a\\', 'b', 'c']] [['a\\', 'b', 'c']]
# expect: 'a\x00b' {} [['a\x00b']] [['a\x00b']]
# expect: 'a\x00b' {'delimiter': ';'} [['a\x00b']] [['a\x00b']]
# expect: 'a\x00b' {'quoting': 3} [['a\x00b']] [['a\x00b']]
# expect: 'a\x00b' {'quoting': 2} ('ValueError', "could not convert string to float: 'a\\x00b'") ('ValueError', "could not convert string to float: 'a\\x00b'")
# expect: 'a\x00b' {'escapechar': '\\'} [['a\x00b']] [['a\x00b']]
# expect: 'a\x00b' {'skipinitialspace': True} [['a\x00b']] [['a\x00b']]
# expect: 'a\x00b' {'strict': True} [['a\x00b']] [['a\x00b']]
# expect: 'a\x00b' {'doublequote': False, 'escapechar': '\\'} [['a\x00b']] [['a\x00b']]
# expect: 'a\x00b' {'quotechar': "'"} [['a\x00b']] [['a\x00b']]
# expect: 'a\x00b' {'quoting': 4} ('ValueError', "could not convert string to float: 'a\\x00b'") ('ValueError', "could not convert string to float: 'a\\x00b'")
# expect: 'a\x00b' {'quoting': 5} [['a\x00b']] [['a\x00b']]
# expect: '"a"b,c' {} [['ab', 'c']] [['ab', 'c']]
# expect: '"a"b,c' {'delimiter': ';'} [['ab,c']] [['ab,c']]
# expect: '"a"b,c' {'quoting': 3} [['"a"b', 'c']] [['"a"b', 'c']]
# expect: '"a"b,c' {'quoting': 2} ('ValueError', "could not convert string to float: 'c'") ('ValueError', "could not convert string to float: 'c'")
# expect: '"a"b,c' {'escapechar': '\\'} [['ab', 'c']] [['ab', 'c']]
# expect: '"a"b,c' {'skipinitialspace': True} [['ab', 'c']] [['ab', 'c']]
# expect: '"a"b,c' {'strict': True} ('Error', '\',\' expected after \'"\'') ('Error', '\',\' expected after \'"\'')
# expect: '"a"b,c' {'doublequote': False, 'escapechar': '\\'} [['ab', 'c']] [['ab', 'c']]
# expect: '"a"b,c' {'quotechar': "'"} [['"a"b', 'c']] [['"a"b', 'c']]
# expect: '"a"b,c' {'quoting': 4} ('ValueError', "could not convert string to float: 'c'") ('ValueError', "could not convert string to float: 'c'")
# expect: '"a"b,c' {'quoting': 5} [['ab', 'c']] [['ab', 'c']]
# expect: 'a\rb' {} [['a'], ['b']] [['a'], ['b']]
# expect: 'a\rb' {'delimiter': ';'} [['a'], ['b']] [['a'], ['b']]
# expect: 'a\rb' {'quoting': 3} [['a'], ['b']] [['a'], ['b']]
# expect: 'a\rb' {'quoting': 2} ('ValueError', "could not convert string to float: 'a'") ('ValueError', "could not convert string to float: 'a'")
# expect: 'a\rb' {'escapechar': '\\'} [['a'], ['b']] [['a'], ['b']]
# expect: 'a\rb' {'skipinitialspace': True} [['a'], ['b']] [['a'], ['b']]
# expect: 'a\rb' {'strict': True} [['a'], ['b']] [['a'], ['b']]
# expect: 'a\rb' {'doublequote': False, 'escapechar': '\\'} [['a'], ['b']] [['a'], ['b']]
# expect: 'a\rb' {'quotechar': "'"} [['a'], ['b']] [['a'], ['b']]
# expect: 'a\rb' {'quoting': 4} ('ValueError', "could not convert string to float: 'a'") ('ValueError', "could not convert string to float: 'a'")
# expect: 'a\rb' {'quoting': 5} [['a'], ['b']] [['a'], ['b']]
# expect: ',,' {} [['', '', '']] [['', '', '']]
# expect: ',,' {'delimiter': ';'} [[',,']] [[',,']]
# expect: ',,' {'quoting': 3} [['', '', '']] [['', '', '']]
# expect: ',,' {'quoting': 2} [['', '', '']] [['', '', '']]
# expect: ',,' {'escapechar': '\\'} [['', '', '']] [['', '', '']]
# expect: ',,' {'skipinitialspace': True} [['', '', '']] [['', '', '']]
# expect: ',,' {'strict': True} [['', '', '']] [['', '', '']]
# expect: ',,' {'doublequote': False, 'escapechar': '\\'} [['', '', '']] [['', '', '']]
# expect: ',,' {'quotechar': "'"} [['', '', '']] [['', '', '']]
# expect: ',,' {'quoting': 4} [[None, None, None]] [[None, None, None]]
# expect: ',,' {'quoting': 5} [[None, None, None]] [[None, None, None]]
# expect: '"",' {} [['', '']] [['', '']]
# expect: '"",' {'delimiter': ';'} [[',']] [[',']]
# expect: '"",' {'quoting': 3} [['""', '']] [['""', '']]
# expect: '"",' {'quoting': 2} [['', '']] [['', '']]
# expect: '"",' {'escapechar': '\\'} [['', '']] [['', '']]
# expect: '"",' {'skipinitialspace': True} [['', '']] [['', '']]
# expect: '"",' {'strict': True} [['', '']] [['', '']]
# expect: '"",' {'doublequote': False, 'escapechar': '\\'} [['', '']] [['', '']]
# expect: '"",' {'quotechar': "'"} [['""', '']] [['""', '']]
# expect: '"",' {'quoting': 4} [['', None]] [['', None]]
# expect: '"",' {'quoting': 5} [['', None]] [['', None]]
# expect: 'a,b\\' {} [['a', 'b\\']] [['a', 'b\\']]
# expect: 'a,b\\' {'delimiter': ';'} [['a,b\\']] [['a,b\\']]
# expect: 'a,b\\' {'quoting': 3} [['a', 'b\\']] [['a', 'b\\']]
# expect: 'a,b\\' {'quoting': 2} ('ValueError', "could not convert string to float: 'a'") ('ValueError', "could not convert string to float: 'a'")
# expect: 'a,b\\' {'escapechar': '\\'} [['a', 'b\n']] [['a', 'b\n']]
# expect: 'a,b\\' {'skipinitialspace': True} [['a', 'b\\']] [['a', 'b\\']]
# expect: 'a,b\\' {'strict': True} [['a', 'b\\']] [['a', 'b\\']]
# expect: 'a,b\\' {'doublequote': False, 'escapechar': '\\'} [['a', 'b\n']] [['a', 'b\n']]
# expect: 'a,b\\' {'quotechar': "'"} [['a', 'b\\']] [['a', 'b\\']]
# expect: 'a,b\\' {'quoting': 4} ('ValueError', "could not convert string to float: 'a'") ('ValueError', "could not convert string to float: 'a'")
# expect: 'a,b\\' {'quoting': 5} [['a', 'b\\']] [['a', 'b\\']]
# expect: "'q',r" {} [["'q'", 'r']] [["'q'", 'r']]
# expect: "'q',r" {'delimiter': ';'} [["'q',r"]] [["'q',r"]]
# expect: "'q',r" {'quoting': 3} [["'q'", 'r']] [["'q'", 'r']]
# expect: "'q',r" {'quoting': 2} ('ValueError', 'could not convert string to float: "\'q\'"') ('ValueError', 'could not convert string to float: "\'q\'"')
# expect: "'q',r" {'escapechar': '\\'} [["'q'", 'r']] [["'q'", 'r']]
# expect: "'q',r" {'skipinitialspace': True} [["'q'", 'r']] [["'q'", 'r']]
# expect: "'q',r" {'strict': True} [["'q'", 'r']] [["'q'", 'r']]
# expect: "'q',r" {'doublequote': False, 'escapechar': '\\'} [["'q'", 'r']] [["'q'", 'r']]
# expect: "'q',r" {'quotechar': "'"} [['q', 'r']] [['q', 'r']]
# expect: "'q',r" {'quoting': 4} ('ValueError', 'could not convert string to float: "\'q\'"') ('ValueError', 'could not convert string to float: "\'q\'"')
# expect: "'q',r" {'quoting': 5} [["'q'", 'r']] [["'q'", 'r']]
rows=[['a','b'],[1,2.5,None],['x,y','"q"','new\nline'],[''],['',None],[],[' s'],['a\\b',"it's"],[None],['a;b'],[1j],[True]]
for r in rows:
    for kw in [{},dict(delimiter=';'),dict(quoting=csv.QUOTE_ALL),dict(quoting=csv.QUOTE_NONE),dict(quoting=csv.QUOTE_NONE,escapechar='\\'),dict(quoting=csv.QUOTE_NONNUMERIC),dict(quoting=csv.QUOTE_STRINGS),dict(quoting=csv.QUOTE_NOTNULL),dict(lineterminator='\n'),dict(doublequote=False),dict(doublequote=False,escapechar='!'),dict(delimiter=' ',skipinitialspace=True)]:
        f=io.StringIO(); x=t(lambda: csv.writer(f,**kw).writerow(r)); print(r,kw,x,repr(f.getvalue()))
# expect: ['a', 'b'] {} 5 'a,b\r\n'
# expect: ['a', 'b'] {'delimiter': ';'} 5 'a;b\r\n'
# expect: ['a', 'b'] {'quoting': 1} 9 '"a","b"\r\n'
# expect: ['a', 'b'] {'quoting': 3} 5 'a,b\r\n'
# expect: ['a', 'b'] {'quoting': 3, 'escapechar': '\\'} 5 'a,b\r\n'
# expect: ['a', 'b'] {'quoting': 2} 9 '"a","b"\r\n'
# expect: ['a', 'b'] {'quoting': 4} 9 '"a","b"\r\n'
# expect: ['a', 'b'] {'quoting': 5} 9 '"a","b"\r\n'
# expect: ['a', 'b'] {'lineterminator': '\n'} 4 'a,b\n'
# expect: ['a', 'b'] {'doublequote': False} 5 'a,b\r\n'
# expect: ['a', 'b'] {'doublequote': False, 'escapechar': '!'} 5 'a,b\r\n'
# expect: ['a', 'b'] {'delimiter': ' ', 'skipinitialspace': True} 5 'a b\r\n'
# expect: [1, 2.5, None] {} 8 '1,2.5,\r\n'
# expect: [1, 2.5, None] {'delimiter': ';'} 8 '1;2.5;\r\n'
# expect: [1, 2.5, None] {'quoting': 1} 14 '"1","2.5",""\r\n'
# expect: [1, 2.5, None] {'quoting': 3} 8 '1,2.5,\r\n'
# expect: [1, 2.5, None] {'quoting': 3, 'escapechar': '\\'} 8 '1,2.5,\r\n'
# expect: [1, 2.5, None] {'quoting': 2} 10 '1,2.5,""\r\n'
# expect: [1, 2.5, None] {'quoting': 4} 8 '1,2.5,\r\n'
# expect: [1, 2.5, None] {'quoting': 5} 12 '"1","2.5",\r\n'
# expect: [1, 2.5, None] {'lineterminator': '\n'} 7 '1,2.5,\n'
# expect: [1, 2.5, None] {'doublequote': False} 8 '1,2.5,\r\n'
# expect: [1, 2.5, None] {'doublequote': False, 'escapechar': '!'} 8 '1,2.5,\r\n'
# expect: [1, 2.5, None] {'delimiter': ' ', 'skipinitialspace': True} 10 '1 2.5 ""\r\n'
# expect: ['x,y', '"q"', 'new\nline'] {} 26 '"x,y","""q""","new\nline"\r\n'
# expect: ['x,y', '"q"', 'new\nline'] {'delimiter': ';'} 24 'x,y;"""q""";"new\nline"\r\n'
# expect: ['x,y', '"q"', 'new\nline'] {'quoting': 1} 26 '"x,y","""q""","new\nline"\r\n'
# expect: ['x,y', '"q"', 'new\nline'] {'quoting': 3} ('Error', 'need to escape, but no escapechar set') ''
# expect: ['x,y', '"q"', 'new\nline'] {'quoting': 3, 'escapechar': '\\'} 22 'x\\,y,\\"q\\",new\\\nline\r\n'
# expect: ['x,y', '"q"', 'new\nline'] {'quoting': 2} 26 '"x,y","""q""","new\nline"\r\n'
# expect: ['x,y', '"q"', 'new\nline'] {'quoting': 4} 26 '"x,y","""q""","new\nline"\r\n'
# expect: ['x,y', '"q"', 'new\nline'] {'quoting': 5} 26 '"x,y","""q""","new\nline"\r\n'
# expect: ['x,y', '"q"', 'new\nline'] {'lineterminator': '\n'} 25 '"x,y","""q""","new\nline"\n'
# expect: ['x,y', '"q"', 'new\nline'] {'doublequote': False} ('Error', 'need to escape, but no escapechar set') ''
# expect: ['x,y', '"q"', 'new\nline'] {'doublequote': False, 'escapechar': '!'} 24 '"x,y",!"q!","new\nline"\r\n'
# expect: ['x,y', '"q"', 'new\nline'] {'delimiter': ' ', 'skipinitialspace': True} 24 'x,y """q""" "new\nline"\r\n'
# expect: [''] {} 4 '""\r\n'
# expect: [''] {'delimiter': ';'} 4 '""\r\n'
# expect: [''] {'quoting': 1} 4 '""\r\n'
# expect: [''] {'quoting': 3} ('Error', 'single empty field record must be quoted') ''
# expect: [''] {'quoting': 3, 'escapechar': '\\'} ('Error', 'single empty field record must be quoted') ''
# expect: [''] {'quoting': 2} 4 '""\r\n'
# expect: [''] {'quoting': 4} 4 '""\r\n'
# expect: [''] {'quoting': 5} 4 '""\r\n'
# expect: [''] {'lineterminator': '\n'} 3 '""\n'
# expect: [''] {'doublequote': False} 4 '""\r\n'
# expect: [''] {'doublequote': False, 'escapechar': '!'} 4 '""\r\n'
# expect: [''] {'delimiter': ' ', 'skipinitialspace': True} 4 '""\r\n'
# expect: ['', None] {} 3 ',\r\n'
# expect: ['', None] {'delimiter': ';'} 3 ';\r\n'
# expect: ['', None] {'quoting': 1} 7 '"",""\r\n'
# expect: ['', None] {'quoting': 3} 3 ',\r\n'
# expect: ['', None] {'quoting': 3, 'escapechar': '\\'} 3 ',\r\n'
# expect: ['', None] {'quoting': 2} 7 '"",""\r\n'
# expect: ['', None] {'quoting': 4} 5 '"",\r\n'
# expect: ['', None] {'quoting': 5} 5 '"",\r\n'
# expect: ['', None] {'lineterminator': '\n'} 2 ',\n'
# expect: ['', None] {'doublequote': False} 3 ',\r\n'
# expect: ['', None] {'doublequote': False, 'escapechar': '!'} 3 ',\r\n'
# expect: ['', None] {'delimiter': ' ', 'skipinitialspace': True} 7 '"" ""\r\n'
# expect: [] {} 2 '\r\n'
# expect: [] {'delimiter': ';'} 2 '\r\n'
# expect: [] {'quoting': 1} 2 '\r\n'
# expect: [] {'quoting': 3} 2 '\r\n'
# expect: [] {'quoting': 3, 'escapechar': '\\'} 2 '\r\n'
# expect: [] {'quoting': 2} 2 '\r\n'
# expect: [] {'quoting': 4} 2 '\r\n'
# expect: [] {'quoting': 5} 2 '\r\n'
# expect: [] {'lineterminator': '\n'} 1 '\n'
# expect: [] {'doublequote': False} 2 '\r\n'
# expect: [] {'doublequote': False, 'escapechar': '!'} 2 '\r\n'
# expect: [] {'delimiter': ' ', 'skipinitialspace': True} 2 '\r\n'
# expect: [' s'] {} 4 ' s\r\n'
# expect: [' s'] {'delimiter': ';'} 4 ' s\r\n'
# expect: [' s'] {'quoting': 1} 6 '" s"\r\n'
# expect: [' s'] {'quoting': 3} 4 ' s\r\n'
# expect: [' s'] {'quoting': 3, 'escapechar': '\\'} 4 ' s\r\n'
# expect: [' s'] {'quoting': 2} 6 '" s"\r\n'
# expect: [' s'] {'quoting': 4} 6 '" s"\r\n'
# expect: [' s'] {'quoting': 5} 6 '" s"\r\n'
# expect: [' s'] {'lineterminator': '\n'} 3 ' s\n'
# expect: [' s'] {'doublequote': False} 4 ' s\r\n'
# expect: [' s'] {'doublequote': False, 'escapechar': '!'} 4 ' s\r\n'
# expect: [' s'] {'delimiter': ' ', 'skipinitialspace': True} 6 '" s"\r\n'
# expect: ['a\\b', "it's"] {} 10 "a\\b,it's\r\n"
# expect: ['a\\b', "it's"] {'delimiter': ';'} 10 "a\\b;it's\r\n"
# expect: ['a\\b', "it's"] {'quoting': 1} 14 '"a\\b","it\'s"\r\n'
# expect: ['a\\b', "it's"] {'quoting': 3} 10 "a\\b,it's\r\n"
# expect: ['a\\b', "it's"] {'quoting': 3, 'escapechar': '\\'} 11 "a\\\\b,it's\r\n"
# expect: ['a\\b', "it's"] {'quoting': 2} 14 '"a\\b","it\'s"\r\n'
# expect: ['a\\b', "it's"] {'quoting': 4} 14 '"a\\b","it\'s"\r\n'
# expect: ['a\\b', "it's"] {'quoting': 5} 14 '"a\\b","it\'s"\r\n'
# expect: ['a\\b', "it's"] {'lineterminator': '\n'} 9 "a\\b,it's\n"
# expect: ['a\\b', "it's"] {'doublequote': False} 10 "a\\b,it's\r\n"
# expect: ['a\\b', "it's"] {'doublequote': False, 'escapechar': '!'} 10 "a\\b,it's\r\n"
# expect: ['a\\b', "it's"] {'delimiter': ' ', 'skipinitialspace': True} 10 "a\\b it's\r\n"
# expect: [None] {} 4 '""\r\n'
# expect: [None] {'delimiter': ';'} 4 '""\r\n'
# expect: [None] {'quoting': 1} 4 '""\r\n'
# expect: [None] {'quoting': 3} ('Error', 'single empty field record must be quoted') ''
# expect: [None] {'quoting': 3, 'escapechar': '\\'} ('Error', 'single empty field record must be quoted') ''
# expect: [None] {'quoting': 2} 4 '""\r\n'
# expect: [None] {'quoting': 4} ('Error', 'single empty field record must be quoted') ''
# expect: [None] {'quoting': 5} ('Error', 'single empty field record must be quoted') ''
# expect: [None] {'lineterminator': '\n'} 3 '""\n'
# expect: [None] {'doublequote': False} 4 '""\r\n'
# expect: [None] {'doublequote': False, 'escapechar': '!'} 4 '""\r\n'
# expect: [None] {'delimiter': ' ', 'skipinitialspace': True} 4 '""\r\n'
# expect: ['a;b'] {} 5 'a;b\r\n'
# expect: ['a;b'] {'delimiter': ';'} 7 '"a;b"\r\n'
# expect: ['a;b'] {'quoting': 1} 7 '"a;b"\r\n'
# expect: ['a;b'] {'quoting': 3} 5 'a;b\r\n'
# expect: ['a;b'] {'quoting': 3, 'escapechar': '\\'} 5 'a;b\r\n'
# expect: ['a;b'] {'quoting': 2} 7 '"a;b"\r\n'
# expect: ['a;b'] {'quoting': 4} 7 '"a;b"\r\n'
# expect: ['a;b'] {'quoting': 5} 7 '"a;b"\r\n'
# expect: ['a;b'] {'lineterminator': '\n'} 4 'a;b\n'
# expect: ['a;b'] {'doublequote': False} 5 'a;b\r\n'
# expect: ['a;b'] {'doublequote': False, 'escapechar': '!'} 5 'a;b\r\n'
# expect: ['a;b'] {'delimiter': ' ', 'skipinitialspace': True} 5 'a;b\r\n'
# expect: [1j] {} 4 '1j\r\n'
# expect: [1j] {'delimiter': ';'} 4 '1j\r\n'
# expect: [1j] {'quoting': 1} 6 '"1j"\r\n'
# expect: [1j] {'quoting': 3} 4 '1j\r\n'
# expect: [1j] {'quoting': 3, 'escapechar': '\\'} 4 '1j\r\n'
# expect: [1j] {'quoting': 2} 4 '1j\r\n'
# expect: [1j] {'quoting': 4} 4 '1j\r\n'
# expect: [1j] {'quoting': 5} 6 '"1j"\r\n'
# expect: [1j] {'lineterminator': '\n'} 3 '1j\n'
# expect: [1j] {'doublequote': False} 4 '1j\r\n'
# expect: [1j] {'doublequote': False, 'escapechar': '!'} 4 '1j\r\n'
# expect: [1j] {'delimiter': ' ', 'skipinitialspace': True} 4 '1j\r\n'
# expect: [True] {} 6 'True\r\n'
# expect: [True] {'delimiter': ';'} 6 'True\r\n'
# expect: [True] {'quoting': 1} 8 '"True"\r\n'
# expect: [True] {'quoting': 3} 6 'True\r\n'
# expect: [True] {'quoting': 3, 'escapechar': '\\'} 6 'True\r\n'
# expect: [True] {'quoting': 2} 6 'True\r\n'
# expect: [True] {'quoting': 4} 6 'True\r\n'
# expect: [True] {'quoting': 5} 8 '"True"\r\n'
# expect: [True] {'lineterminator': '\n'} 5 'True\n'
# expect: [True] {'doublequote': False} 6 'True\r\n'
# expect: [True] {'doublequote': False, 'escapechar': '!'} 6 'True\r\n'
# expect: [True] {'delimiter': ' ', 'skipinitialspace': True} 6 'True\r\n'
for kw in [dict(delimiter=''),dict(delimiter='ab'),dict(delimiter=1),dict(quotechar=''),dict(quotechar=None),dict(quoting=9),dict(quoting='a'),dict(escapechar='xx'),dict(lineterminator=None),dict(delimiter='\n'),dict(delimiter='"'),dict(foo=1),dict(dialect='nope'),dict(skipinitialspace=True,delimiter=' '),dict(quotechar=None,quoting=csv.QUOTE_NONE),dict(escapechar=',')]:
    print(kw,t(lambda: list(csv.reader(['a b'],**kw))))
# expect: {'delimiter': ''} ('TypeError', '"delimiter" must be a unicode character, not a string of length 0')
# expect: {'delimiter': 'ab'} ('TypeError', '"delimiter" must be a unicode character, not a string of length 2')
# expect: {'delimiter': 1} ('TypeError', '"delimiter" must be a unicode character, not int')
# expect: {'quotechar': ''} ('TypeError', '"quotechar" must be a unicode character or None, not a string of length 0')
# expect: {'quotechar': None} [['a b']]
# expect: {'quoting': 9} ('TypeError', 'bad "quoting" value')
# expect: {'quoting': 'a'} ('TypeError', '"quoting" must be an integer, not str')
# expect: {'escapechar': 'xx'} ('TypeError', '"escapechar" must be a unicode character or None, not a string of length 2')
# expect: {'lineterminator': None} ('TypeError', '"lineterminator" must be a string, not NoneType')
# expect: {'delimiter': '\n'} ('ValueError', 'bad delimiter value')
# expect: {'delimiter': '"'} ('ValueError', 'bad delimiter or quotechar value')
# expect: {'foo': 1} ('TypeError', "this function got an unexpected keyword argument 'foo'")
# expect: {'dialect': 'nope'} ('Error', 'unknown dialect')
# expect: {'skipinitialspace': True, 'delimiter': ' '} [['a', 'b']]
# expect: {'quotechar': None, 'quoting': 3} [['a b']]
# expect: {'escapechar': ','} ('ValueError', 'bad delimiter or escapechar value')
print(t(csv.reader,5),t(csv.writer,5),t(lambda: list(csv.reader([b'a']))),t(lambda: csv.writer(io.StringIO()).writerow(5)),t(lambda: csv.writer(io.StringIO()).writerows([5])))
# expect: ('TypeError', "'int' object is not iterable") ('TypeError', 'argument 1 must have a "write" method') ('Error', 'iterator should return strings, not bytes (the file should be opened in text mode)') ('Error', 'iterable expected, not int') ('Error', 'iterable expected, not int')
print(csv.list_dialects(),csv.get_dialect('excel').delimiter,csv.field_size_limit(10),t(lambda: list(csv.reader(['a'*11]))),csv.field_size_limit(131072),t(csv.register_dialect,5),t(csv.unregister_dialect,'zz'),t(csv.get_dialect,'zz'))
# expect: ['excel', 'excel-tab', 'unix'] , 131072 ('Error', 'field larger than field limit (10)') 10 ('TypeError', 'dialect name must be a string') ('Error', 'unknown dialect') ('Error', 'unknown dialect')
d=csv.DictReader(io.StringIO('a,b\n1,2\n3,4,5\n6\n')); print(list(d),d.line_num)
# expect: [{'a': '1', 'b': '2'}, {'a': '3', 'b': '4', None: ['5']}, {'a': '6', 'b': None}] 4
f=io.StringIO(); w=csv.DictWriter(f,['a','b']); w.writeheader(); w.writerow({'a':1,'b':2}); print(repr(f.getvalue()),t(w.writerow,{'c':1}))
# expect: 'a,b\r\n1,2\r\n' ('ValueError', "dict contains fields not in fieldnames: 'c'")
print(csv.Sniffer().sniff('a;b;c\n1;2;3\n').delimiter, csv.Sniffer().has_header('name,age\nbob,5\nann,6\n'))
# expect: ; True
r=csv.reader(['"a\n','b",c\n','d']); print(next(r),r.line_num,next(r),r.line_num,t(next,r), type(r), r.dialect.quotechar, t(type(r)))
# expect: ['a\nb', 'c'] 2 ['d'] 3 ('StopIteration', '') <class '_csv.reader'> " ('TypeError', "cannot create '_csv.reader' instances")
