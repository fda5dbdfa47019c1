# json loads
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


import json

print(json.loads('{"a": [1, -2.5e3, null, true, "\\u00e9\\n\\ud83d\\ude00"]}'), json.loads("  5 "), json.loads('"x"'), json.loads(b'[1]'), json.loads("[]"), json.loads("1E400"), json.loads("NaN"), json.loads('{"a":1,"a":2}'), json.loads("123456789012345678901234567890"))
# expect: {'a': [1, -2500.0, None, True, 'é\n😀']} 5 x [1] [] inf nan {'a': 2} 123456789012345678901234567890
for bad in ("", "{", "[1,]", "{'a': 1}", '{"a" 1}', "nul", '"abc', "[1 2]", '{"a": 1,}', "01", "1.", '"\\x"', "[1]]", '"a\nb"', "-", '{"a": }'):
    attempt(json.loads, bad)
# expect: JSONDecodeError: Expecting value: line 1 column 1 (char 0)
# expect: JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
# expect: JSONDecodeError: Illegal trailing comma before end of array: line 1 column 3 (char 2)
# expect: JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
# expect: JSONDecodeError: Expecting ':' delimiter: line 1 column 6 (char 5)
# expect: JSONDecodeError: Expecting value: line 1 column 1 (char 0)
# expect: JSONDecodeError: Unterminated string starting at: line 1 column 1 (char 0)
# expect: JSONDecodeError: Expecting ',' delimiter: line 1 column 4 (char 3)
# expect: JSONDecodeError: Illegal trailing comma before end of object: line 1 column 8 (char 7)
# expect: JSONDecodeError: Extra data: line 1 column 2 (char 1)
# expect: JSONDecodeError: Extra data: line 1 column 2 (char 1)
# expect: JSONDecodeError: Invalid \escape: line 1 column 2 (char 1)
# expect: JSONDecodeError: Extra data: line 1 column 4 (char 3)
# expect: JSONDecodeError: Invalid control character at: line 1 column 3 (char 2)
# expect: JSONDecodeError: Expecting value: line 1 column 1 (char 0)
# expect: JSONDecodeError: Expecting value: line 1 column 7 (char 6)
print(json.loads('{"x": 1}', object_hook=lambda d: sorted(d)), json.loads("[1.5]", parse_float=str), json.loads('{"b":1,"a":2}', object_pairs_hook=list))
# expect: ['x'] ['1.5'] [('b', 1), ('a', 2)]
