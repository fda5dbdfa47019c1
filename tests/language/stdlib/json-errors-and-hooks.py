# json: what is wrong and where, whatever hooks take part; what is written for every kind of value
import json, math, decimal
def t(f,*a,**k):
    try: return f(*a,**k)
    except Exception as e: return type(e).__name__, str(e), getattr(e,'pos',None), getattr(e,'__notes__',None)
for s in ['','{','[','[1','[1,','[1,]','{"a"','{"a":','{"a":1','{"a":1,','{"a":1,}','{1:2}','{"a" 1}','[1 2]','"abc','"a\\x"','"a\\u12"','"\\u12g4"','"a\nb"','nul','tru','01','1.','-','.5','1e','1e5','-0','-0.0','1E400','NaN','-Infinity','Infinity','"\\ud83d\\ude00"','"\\ud83d"','"\\ude00x"','"\\ud83d\\u0041"','[]]','1 2',' [ 1 , 2 ] ','{"a":{"b":[1,{"c":null}]}}','"é😀"','{"é😀":1,}','[1,\n2,\n x]','123456789012345678901234567890','1.5e3','[1,,2]','{,}','\ufeff1','"\t"','"\\"','{"a":1 "b"}','[true,false,null]','"\\/\\b\\f\\n\\r\\t\\\\"', '['*300+']'*300]:
    r=t(json.loads,s); print(repr(s)[:40], repr(r)[:100])
    for kw in (dict(object_hook=lambda d:('H',d)),dict(object_pairs_hook=list),dict(parse_int=float,parse_float=decimal.Decimal),dict(parse_constant=lambda c:c),dict(strict=False)):
        r2=t(json.loads,s,**kw)
        if repr(r2)!=repr(r): print('   ',list(kw),repr(r2)[:100])
# expect: '' ('JSONDecodeError', 'Expecting value: line 1 column 1 (char 0)', 0, None)
# expect: '{' ('JSONDecodeError', 'Expecting property name enclosed in double quotes: line 1 column 2 (char 1)', 1
# expect: '[' ('JSONDecodeError', 'Expecting value: line 1 column 2 (char 1)', 1, None)
# expect: '[1' ('JSONDecodeError', "Expecting ',' delimiter: line 1 column 3 (char 2)", 2, None)
# expect: '[1,' ('JSONDecodeError', 'Expecting value: line 1 column 4 (char 3)', 3, None)
# expect: '[1,]' ('JSONDecodeError', 'Illegal trailing comma before end of array: line 1 column 3 (char 2)', 2, None)
# expect: '{"a"' ('JSONDecodeError', "Expecting ':' delimiter: line 1 column 5 (char 4)", 4, None)
# expect: '{"a":' ('JSONDecodeError', 'Expecting value: line 1 column 6 (char 5)', 5, None)
# expect: '{"a":1' ('JSONDecodeError', "Expecting ',' delimiter: line 1 column 7 (char 6)", 6, None)
# expect: '{"a":1,' ('JSONDecodeError', 'Expecting property name enclosed in double quotes: line 1 column 8 (char 7)', 7
# expect: '{"a":1,}' ('JSONDecodeError', 'Illegal trailing comma before end of object: line 1 column 7 (char 6)', 6, None
# expect: '{1:2}' ('JSONDecodeError', 'Expecting property name enclosed in double quotes: line 1 column 2 (char 1)', 1
# expect: '{"a" 1}' ('JSONDecodeError', "Expecting ':' delimiter: line 1 column 6 (char 5)", 5, None)
# expect: '[1 2]' ('JSONDecodeError', "Expecting ',' delimiter: line 1 column 4 (char 3)", 3, None)
# expect: '"abc' ('JSONDecodeError', 'Unterminated string starting at: line 1 column 1 (char 0)', 0, None)
# expect: '"a\\x"' ('JSONDecodeError', 'Invalid \\escape: line 1 column 3 (char 2)', 2, None)
# expect: '"a\\u12"' ('JSONDecodeError', 'Invalid \\uXXXX escape: line 1 column 4 (char 3)', 3, None)
# expect: '"\\u12g4"' ('JSONDecodeError', 'Invalid \\uXXXX escape: line 1 column 3 (char 2)', 2, None)
# expect: '"a\nb"' ('JSONDecodeError', 'Invalid control character at: line 1 column 3 (char 2)', 2, None)
# expect-json: "    ['strict'] 'a\\nb'"
# expect: 'nul' ('JSONDecodeError', 'Expecting value: line 1 column 1 (char 0)', 0, None)
# expect: 'tru' ('JSONDecodeError', 'Expecting value: line 1 column 1 (char 0)', 0, None)
# expect: '01' ('JSONDecodeError', 'Extra data: line 1 column 2 (char 1)', 1, None)
# expect: '1.' ('JSONDecodeError', 'Extra data: line 1 column 2 (char 1)', 1, None)
# expect: '-' ('JSONDecodeError', 'Expecting value: line 1 column 1 (char 0)', 0, None)
# expect: '.5' ('JSONDecodeError', 'Expecting value: line 1 column 1 (char 0)', 0, None)
# expect: '1e' ('JSONDecodeError', 'Extra data: line 1 column 2 (char 1)', 1, None)
# expect: '1e5' 100000.0
# expect-json: "    ['parse_int', 'parse_float'] Decimal('1E+5')"
# expect: '-0' 0
# expect-json: "    ['parse_int', 'parse_float'] -0.0"
# expect: '-0.0' -0.0
# expect-json: "    ['parse_int', 'parse_float'] Decimal('-0.0')"
# expect: '1E400' inf
# expect-json: "    ['parse_int', 'parse_float'] Decimal('1E+400')"
# expect: 'NaN' nan
# expect-json: "    ['parse_constant'] 'NaN'"
# expect: '-Infinity' -inf
# expect-json: "    ['parse_constant'] '-Infinity'"
# expect: 'Infinity' inf
# expect-json: "    ['parse_constant'] 'Infinity'"
# expect: '"\\ud83d\\ude00"' '😀'
# expect: '"\\ud83d"' '\ud83d'
# expect: '"\\ude00x"' '\ude00x'
# expect: '"\\ud83d\\u0041"' '\ud83dA'
# expect: '[]]' ('JSONDecodeError', 'Extra data: line 1 column 3 (char 2)', 2, None)
# expect: '1 2' ('JSONDecodeError', 'Extra data: line 1 column 3 (char 2)', 2, None)
# expect: ' [ 1 , 2 ] ' [1, 2]
# expect-json: "    ['parse_int', 'parse_float'] [1.0, 2.0]"
# expect: '{"a":{"b":[1,{"c":null}]}}' {'a': {'b': [1, {'c': None}]}}
# expect-json: "    ['object_hook'] ('H', {'a': ('H', {'b': [1, ('H', {'c': None})]})})"
# expect-json: "    ['object_pairs_hook'] [('a', [('b', [1, [('c', None)]])])]"
# expect-json: "    ['parse_int', 'parse_float'] {'a': {'b': [1.0, {'c': None}]}}"
# expect: '"é😀"' 'é😀'
# expect: '{"é😀":1,}' ('JSONDecodeError', 'Illegal trailing comma before end of object: line 1 column 8 (char 7)', 7, None
# expect: '[1,\n2,\n x]' ('JSONDecodeError', 'Expecting value: line 3 column 2 (char 8)', 8, None)
# expect: '123456789012345678901234567890' 123456789012345678901234567890
# expect-json: "    ['parse_int', 'parse_float'] 1.2345678901234568e+29"
# expect: '1.5e3' 1500.0
# expect-json: "    ['parse_int', 'parse_float'] Decimal('1.5E+3')"
# expect: '[1,,2]' ('JSONDecodeError', 'Expecting value: line 1 column 4 (char 3)', 3, None)
# expect: '{,}' ('JSONDecodeError', 'Expecting property name enclosed in double quotes: line 1 column 2 (char 1)', 1
# expect: '\ufeff1' ('JSONDecodeError', 'Unexpected UTF-8 BOM (decode using utf-8-sig): line 1 column 1 (char 0)', 0, No
# expect: '"\t"' ('JSONDecodeError', 'Invalid control character at: line 1 column 2 (char 1)', 1, None)
# expect-json: "    ['strict'] '\\t'"
# expect: '"\\"' ('JSONDecodeError', 'Unterminated string starting at: line 1 column 1 (char 0)', 0, None)
# expect: '{"a":1 "b"}' ('JSONDecodeError', "Expecting ',' delimiter: line 1 column 8 (char 7)", 7, None)
# expect: '[true,false,null]' [True, False, None]
# expect: '"\\/\\b\\f\\n\\r\\t\\\\"' '/\x08\x0c\n\r\t\\'
# expect: '[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[ [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
print(t(json.loads,b'{"a":"\xc3\xa9"}'),t(json.loads,'[1]'.encode('utf-16')),t(json.loads,5))
# expect: {'a': 'é'} [1] ('TypeError', 'the JSON object must be str, bytes or bytearray, not int', None, None)
class A: pass
class I(int): 
    def __repr__(self): return 'I!'
class F(float):
    def __repr__(self): return 'F!'
class S(str): pass
class L(list): pass
for o in [None,True,1,1.5,1e100,float('nan'),float('inf'),'a"\\\n\t\x00é😀\ud800','',[],{},[1,[2,[3]]],{'a':1,'b':[1,2],'c':{}},(1,2),{1:2,None:3,True:4,1.5:6},{(1,):2},A(),[A()],{'a':A()},I(5),F(2.5),S('x'),L([1]),{I(3):F(1.5)},{S('k'):1},{'b':1,'a':2},10**50,-0.0]:
    for kw in (dict(),dict(indent=2),dict(indent='\t',sort_keys=True),dict(separators=(',',':')),dict(ensure_ascii=False),dict(allow_nan=False),dict(skipkeys=True),dict(default=str if not isinstance(o,A) else (lambda x:'D')),dict(indent=0)):
        try: print(list(kw),ascii(t(json.dumps,o,**kw))[:160].split(' at 0x')[0])
        except Exception as e: print('!!',type(e),e)
# expect: [] 'null'
# expect: ['indent'] 'null'
# expect: ['indent', 'sort_keys'] 'null'
# expect: ['separators'] 'null'
# expect: ['ensure_ascii'] 'null'
# expect: ['allow_nan'] 'null'
# expect: ['skipkeys'] 'null'
# expect: ['default'] 'null'
# expect: ['indent'] 'null'
# expect: [] 'true'
# expect: ['indent'] 'true'
# expect: ['indent', 'sort_keys'] 'true'
# expect: ['separators'] 'true'
# expect: ['ensure_ascii'] 'true'
# expect: ['allow_nan'] 'true'
# expect: ['skipkeys'] 'true'
# expect: ['default'] 'true'
# expect: ['indent'] 'true'
# expect: [] '1'
# expect: ['indent'] '1'
# expect: ['indent', 'sort_keys'] '1'
# expect: ['separators'] '1'
# expect: ['ensure_ascii'] '1'
# expect: ['allow_nan'] '1'
# expect: ['skipkeys'] '1'
# expect: ['default'] '1'
# expect: ['indent'] '1'
# expect: [] '1.5'
# expect: ['indent'] '1.5'
# expect: ['indent', 'sort_keys'] '1.5'
# expect: ['separators'] '1.5'
# expect: ['ensure_ascii'] '1.5'
# expect: ['allow_nan'] '1.5'
# expect: ['skipkeys'] '1.5'
# expect: ['default'] '1.5'
# expect: ['indent'] '1.5'
# expect: [] '1e+100'
# expect: ['indent'] '1e+100'
# expect: ['indent', 'sort_keys'] '1e+100'
# expect: ['separators'] '1e+100'
# expect: ['ensure_ascii'] '1e+100'
# expect: ['allow_nan'] '1e+100'
# expect: ['skipkeys'] '1e+100'
# expect: ['default'] '1e+100'
# expect: ['indent'] '1e+100'
# expect: [] 'NaN'
# expect: ['indent'] 'NaN'
# expect: ['indent', 'sort_keys'] 'NaN'
# expect: ['separators'] 'NaN'
# expect: ['ensure_ascii'] 'NaN'
# expect: ['allow_nan'] ('ValueError', 'Out of range float values are not JSON compliant: nan', None, None)
# expect: ['skipkeys'] 'NaN'
# expect: ['default'] 'NaN'
# expect: ['indent'] 'NaN'
# expect: [] 'Infinity'
# expect: ['indent'] 'Infinity'
# expect: ['indent', 'sort_keys'] 'Infinity'
# expect: ['separators'] 'Infinity'
# expect: ['ensure_ascii'] 'Infinity'
# expect: ['allow_nan'] ('ValueError', 'Out of range float values are not JSON compliant: inf', None, None)
# expect: ['skipkeys'] 'Infinity'
# expect: ['default'] 'Infinity'
# expect: ['indent'] 'Infinity'
# expect: [] '"a\\"\\\\\\n\\t\\u0000\\u00e9\\ud83d\\ude00\\ud800"'
# expect: ['indent'] '"a\\"\\\\\\n\\t\\u0000\\u00e9\\ud83d\\ude00\\ud800"'
# expect: ['indent', 'sort_keys'] '"a\\"\\\\\\n\\t\\u0000\\u00e9\\ud83d\\ude00\\ud800"'
# expect: ['separators'] '"a\\"\\\\\\n\\t\\u0000\\u00e9\\ud83d\\ude00\\ud800"'
# expect: ['ensure_ascii'] '"a\\"\\\\\\n\\t\\u0000\xe9\U0001f600\ud800"'
# expect: ['allow_nan'] '"a\\"\\\\\\n\\t\\u0000\\u00e9\\ud83d\\ude00\\ud800"'
# expect: ['skipkeys'] '"a\\"\\\\\\n\\t\\u0000\\u00e9\\ud83d\\ude00\\ud800"'
# expect: ['default'] '"a\\"\\\\\\n\\t\\u0000\\u00e9\\ud83d\\ude00\\ud800"'
# expect: ['indent'] '"a\\"\\\\\\n\\t\\u0000\\u00e9\\ud83d\\ude00\\ud800"'
# expect: [] '""'
# expect: ['indent'] '""'
# expect: ['indent', 'sort_keys'] '""'
# expect: ['separators'] '""'
# expect: ['ensure_ascii'] '""'
# expect: ['allow_nan'] '""'
# expect: ['skipkeys'] '""'
# expect: ['default'] '""'
# expect: ['indent'] '""'
# expect: [] '[]'
# expect: ['indent'] '[]'
# expect: ['indent', 'sort_keys'] '[]'
# expect: ['separators'] '[]'
# expect: ['ensure_ascii'] '[]'
# expect: ['allow_nan'] '[]'
# expect: ['skipkeys'] '[]'
# expect: ['default'] '[]'
# expect: ['indent'] '[]'
# expect: [] '{}'
# expect: ['indent'] '{}'
# expect: ['indent', 'sort_keys'] '{}'
# expect: ['separators'] '{}'
# expect: ['ensure_ascii'] '{}'
# expect: ['allow_nan'] '{}'
# expect: ['skipkeys'] '{}'
# expect: ['default'] '{}'
# expect: ['indent'] '{}'
# expect: [] '[1, [2, [3]]]'
# expect: ['indent'] '[\n  1,\n  [\n    2,\n    [\n      3\n    ]\n  ]\n]'
# expect: ['indent', 'sort_keys'] '[\n\t1,\n\t[\n\t\t2,\n\t\t[\n\t\t\t3\n\t\t]\n\t]\n]'
# expect: ['separators'] '[1,[2,[3]]]'
# expect: ['ensure_ascii'] '[1, [2, [3]]]'
# expect: ['allow_nan'] '[1, [2, [3]]]'
# expect: ['skipkeys'] '[1, [2, [3]]]'
# expect: ['default'] '[1, [2, [3]]]'
# expect: ['indent'] '[\n1,\n[\n2,\n[\n3\n]\n]\n]'
# expect: [] '{"a": 1, "b": [1, 2], "c": {}}'
# expect: ['indent'] '{\n  "a": 1,\n  "b": [\n    1,\n    2\n  ],\n  "c": {}\n}'
# expect: ['indent', 'sort_keys'] '{\n\t"a": 1,\n\t"b": [\n\t\t1,\n\t\t2\n\t],\n\t"c": {}\n}'
# expect: ['separators'] '{"a":1,"b":[1,2],"c":{}}'
# expect: ['ensure_ascii'] '{"a": 1, "b": [1, 2], "c": {}}'
# expect: ['allow_nan'] '{"a": 1, "b": [1, 2], "c": {}}'
# expect: ['skipkeys'] '{"a": 1, "b": [1, 2], "c": {}}'
# expect: ['default'] '{"a": 1, "b": [1, 2], "c": {}}'
# expect: ['indent'] '{\n"a": 1,\n"b": [\n1,\n2\n],\n"c": {}\n}'
# expect: [] '[1, 2]'
# expect: ['indent'] '[\n  1,\n  2\n]'
# expect: ['indent', 'sort_keys'] '[\n\t1,\n\t2\n]'
# expect: ['separators'] '[1,2]'
# expect: ['ensure_ascii'] '[1, 2]'
# expect: ['allow_nan'] '[1, 2]'
# expect: ['skipkeys'] '[1, 2]'
# expect: ['default'] '[1, 2]'
# expect: ['indent'] '[\n1,\n2\n]'
# expect: [] '{"1": 4, "null": 3, "1.5": 6}'
# expect: ['indent'] '{\n  "1": 4,\n  "null": 3,\n  "1.5": 6\n}'
# expect: ['indent', 'sort_keys'] ('TypeError', "'<' not supported between instances of 'NoneType' and 'int'", None, None)
# expect: ['separators'] '{"1":4,"null":3,"1.5":6}'
# expect: ['ensure_ascii'] '{"1": 4, "null": 3, "1.5": 6}'
# expect: ['allow_nan'] '{"1": 4, "null": 3, "1.5": 6}'
# expect: ['skipkeys'] '{"1": 4, "null": 3, "1.5": 6}'
# expect: ['default'] '{"1": 4, "null": 3, "1.5": 6}'
# expect: ['indent'] '{\n"1": 4,\n"null": 3,\n"1.5": 6\n}'
# expect: [] ('TypeError', 'keys must be str, int, float, bool or None, not tuple', None, None)
# expect: ['indent'] ('TypeError', 'keys must be str, int, float, bool or None, not tuple', None, None)
# expect: ['indent', 'sort_keys'] ('TypeError', 'keys must be str, int, float, bool or None, not tuple', None, None)
# expect: ['separators'] ('TypeError', 'keys must be str, int, float, bool or None, not tuple', None, None)
# expect: ['ensure_ascii'] ('TypeError', 'keys must be str, int, float, bool or None, not tuple', None, None)
# expect: ['allow_nan'] ('TypeError', 'keys must be str, int, float, bool or None, not tuple', None, None)
# expect: ['skipkeys'] '{}'
# expect: ['default'] ('TypeError', 'keys must be str, int, float, bool or None, not tuple', None, None)
# expect: ['indent'] ('TypeError', 'keys must be str, int, float, bool or None, not tuple', None, None)
# expect: [] ('TypeError', 'Object of type A is not JSON serializable', None, None)
# expect: ['indent'] ('TypeError', 'Object of type A is not JSON serializable', None, None)
# expect: ['indent', 'sort_keys'] ('TypeError', 'Object of type A is not JSON serializable', None, None)
# expect: ['separators'] ('TypeError', 'Object of type A is not JSON serializable', None, None)
# expect: ['ensure_ascii'] ('TypeError', 'Object of type A is not JSON serializable', None, None)
# expect: ['allow_nan'] ('TypeError', 'Object of type A is not JSON serializable', None, None)
# expect: ['skipkeys'] ('TypeError', 'Object of type A is not JSON serializable', None, None)
# expect: ['default'] '"D"'
# expect: ['indent'] ('TypeError', 'Object of type A is not JSON serializable', None, None)
# expect: [] ('TypeError', 'Object of type A is not JSON serializable', None, ['when serializing list item 0'])
# expect: ['indent'] ('TypeError', 'Object of type A is not JSON serializable', None, ['when serializing list item 0'])
# expect: ['indent', 'sort_keys'] ('TypeError', 'Object of type A is not JSON serializable', None, ['when serializing list item 0'])
# expect: ['separators'] ('TypeError', 'Object of type A is not JSON serializable', None, ['when serializing list item 0'])
# expect: ['ensure_ascii'] ('TypeError', 'Object of type A is not JSON serializable', None, ['when serializing list item 0'])
# expect: ['allow_nan'] ('TypeError', 'Object of type A is not JSON serializable', None, ['when serializing list item 0'])
# expect: ['skipkeys'] ('TypeError', 'Object of type A is not JSON serializable', None, ['when serializing list item 0'])
# expect: ['default'] '["<__main__.A object
# expect: ['indent'] ('TypeError', 'Object of type A is not JSON serializable', None, ['when serializing list item 0'])
# expect: [] ('TypeError', 'Object of type A is not JSON serializable', None, ["when serializing dict item 'a'"])
# expect: ['indent'] ('TypeError', 'Object of type A is not JSON serializable', None, ["when serializing dict item 'a'"])
# expect: ['indent', 'sort_keys'] ('TypeError', 'Object of type A is not JSON serializable', None, ["when serializing dict item 'a'"])
# expect: ['separators'] ('TypeError', 'Object of type A is not JSON serializable', None, ["when serializing dict item 'a'"])
# expect: ['ensure_ascii'] ('TypeError', 'Object of type A is not JSON serializable', None, ["when serializing dict item 'a'"])
# expect: ['allow_nan'] ('TypeError', 'Object of type A is not JSON serializable', None, ["when serializing dict item 'a'"])
# expect: ['skipkeys'] ('TypeError', 'Object of type A is not JSON serializable', None, ["when serializing dict item 'a'"])
# expect: ['default'] '{"a": "<__main__.A object
# expect: ['indent'] ('TypeError', 'Object of type A is not JSON serializable', None, ["when serializing dict item 'a'"])
# expect: [] '5'
# expect: ['indent'] '5'
# expect: ['indent', 'sort_keys'] '5'
# expect: ['separators'] '5'
# expect: ['ensure_ascii'] '5'
# expect: ['allow_nan'] '5'
# expect: ['skipkeys'] '5'
# expect: ['default'] '5'
# expect: ['indent'] '5'
# expect: [] '2.5'
# expect: ['indent'] '2.5'
# expect: ['indent', 'sort_keys'] '2.5'
# expect: ['separators'] '2.5'
# expect: ['ensure_ascii'] '2.5'
# expect: ['allow_nan'] '2.5'
# expect: ['skipkeys'] '2.5'
# expect: ['default'] '2.5'
# expect: ['indent'] '2.5'
# expect: [] '"x"'
# expect: ['indent'] '"x"'
# expect: ['indent', 'sort_keys'] '"x"'
# expect: ['separators'] '"x"'
# expect: ['ensure_ascii'] '"x"'
# expect: ['allow_nan'] '"x"'
# expect: ['skipkeys'] '"x"'
# expect: ['default'] '"x"'
# expect: ['indent'] '"x"'
# expect: [] '[1]'
# expect: ['indent'] '[\n  1\n]'
# expect: ['indent', 'sort_keys'] '[\n\t1\n]'
# expect: ['separators'] '[1]'
# expect: ['ensure_ascii'] '[1]'
# expect: ['allow_nan'] '[1]'
# expect: ['skipkeys'] '[1]'
# expect: ['default'] '[1]'
# expect: ['indent'] '[\n1\n]'
# expect: [] '{"3": 1.5}'
# expect: ['indent'] '{\n  "3": 1.5\n}'
# expect: ['indent', 'sort_keys'] '{\n\t"3": 1.5\n}'
# expect: ['separators'] '{"3":1.5}'
# expect: ['ensure_ascii'] '{"3": 1.5}'
# expect: ['allow_nan'] '{"3": 1.5}'
# expect: ['skipkeys'] '{"3": 1.5}'
# expect: ['default'] '{"3": 1.5}'
# expect: ['indent'] '{\n"3": 1.5\n}'
# expect: [] '{"k": 1}'
# expect: ['indent'] '{\n  "k": 1\n}'
# expect: ['indent', 'sort_keys'] '{\n\t"k": 1\n}'
# expect: ['separators'] '{"k":1}'
# expect: ['ensure_ascii'] '{"k": 1}'
# expect: ['allow_nan'] '{"k": 1}'
# expect: ['skipkeys'] '{"k": 1}'
# expect: ['default'] '{"k": 1}'
# expect: ['indent'] '{\n"k": 1\n}'
# expect: [] '{"b": 1, "a": 2}'
# expect: ['indent'] '{\n  "b": 1,\n  "a": 2\n}'
# expect: ['indent', 'sort_keys'] '{\n\t"a": 2,\n\t"b": 1\n}'
# expect: ['separators'] '{"b":1,"a":2}'
# expect: ['ensure_ascii'] '{"b": 1, "a": 2}'
# expect: ['allow_nan'] '{"b": 1, "a": 2}'
# expect: ['skipkeys'] '{"b": 1, "a": 2}'
# expect: ['default'] '{"b": 1, "a": 2}'
# expect: ['indent'] '{\n"b": 1,\n"a": 2\n}'
# expect: [] '100000000000000000000000000000000000000000000000000'
# expect: ['indent'] '100000000000000000000000000000000000000000000000000'
# expect: ['indent', 'sort_keys'] '100000000000000000000000000000000000000000000000000'
# expect: ['separators'] '100000000000000000000000000000000000000000000000000'
# expect: ['ensure_ascii'] '100000000000000000000000000000000000000000000000000'
# expect: ['allow_nan'] '100000000000000000000000000000000000000000000000000'
# expect: ['skipkeys'] '100000000000000000000000000000000000000000000000000'
# expect: ['default'] '100000000000000000000000000000000000000000000000000'
# expect: ['indent'] '100000000000000000000000000000000000000000000000000'
# expect: [] '-0.0'
# expect: ['indent'] '-0.0'
# expect: ['indent', 'sort_keys'] '-0.0'
# expect: ['separators'] '-0.0'
# expect: ['ensure_ascii'] '-0.0'
# expect: ['allow_nan'] '-0.0'
# expect: ['skipkeys'] '-0.0'
# expect: ['default'] '-0.0'
# expect: ['indent'] '-0.0'
x=[]; x.append(x); print(t(json.dumps,x)); d={}; d['a']=[d]; print(t(json.dumps,d)); print(t(json.dumps,A(),default=lambda o:o)[:2])
# expect: ('ValueError', 'Circular reference detected', None, ['when serializing list item 0'])
# expect: ('ValueError', 'Circular reference detected', None, ['when serializing list item 0', "when serializing dict item 'a'"])
# expect: ('ValueError', 'Circular reference detected')
print(t(json.dumps,{1:1,'a':2},sort_keys=True))
# expect: ('TypeError', "'<' not supported between instances of 'str' and 'int'", None, None)

print(json.JSONEncoder().encode([1,{'a':2}]), list(json.JSONEncoder(indent=1).iterencode([1,{'a':2}])), list(json.JSONEncoder().iterencode([1,{'a':2}])), json.JSONDecoder().raw_decode('  [1] x'.strip()))
# expect: [1, {"a": 2}] ['[\n 1', ',\n ', '{', '\n  ', '"a"', ': ', '2', '\n ', '}', '\n', ']'] ['[1', ', ', '{', '"a"', ': ', '2', '}', ']'] ([1], 3)
import _json; print(_json.scanstring('abc"d',0), t(_json.scanstring,'abc',0), t(_json.scanstring,'abc',9), t(_json.scanstring,b'abc',0), _json.encode_basestring('a"\u1234'), _json.encode_basestring_ascii('a"\u1234'), t(_json.encode_basestring,1))
# expect: ('abc', 4) ('JSONDecodeError', 'Unterminated string starting at: line 1 column 0 (char -1)', -1, None) ('ValueError', 'end is out of bounds', None, None) ('TypeError', 'first argument must be a string, not bytes', None, None) "a\"ሴ" "a\"\u1234" ('TypeError', 'first argument must be a string, not int', None, None)
