# json on values that the core reads and writes, and on those where it gives up: numbers of many digits, errors, hooks, nesting, instances.
import json

values = [
    {"a": [1, 2.5, "é\U0001f600\n\x7f\\\"", None, True, False, {}, [], (), 2**60, -0.0], 1: 2, None: 3, True: 4, 2.5: 1},
    [[[[["deep"]]]]], {"x": {"y": {"z": [1e300, 5e-324, 1e16, 123456789.125]}}}, "just text", 12, None, [float("inf"), float("-inf")],
    {"b": 1, "a": {"d": [], "c": {}}}, list(range(5)), {"\ud800": "\ud800\udc00"},
]
for value in values:
    for options in [{}, {"indent": 2}, {"ensure_ascii": False}, {"sort_keys": True}, {"allow_nan": False}, {"separators": (",", ":")}, {"indent": "\té"}]:
        try:
            text = json.dumps(value, **options)
        except (TypeError, ValueError) as e:
            text = f"{type(e).__name__}: {e}"
        print(ascii(text))
# expect: '{"a": [1, 2.5, "\\u00e9\\ud83d\\ude00\\n\\u007f\\\\\\"", null, true, false, {}, [], [], 1152921504606846976, -0.0], "1": 4, "null": 3, "2.5": 1}'
# expect: '{\n  "a": [\n    1,\n    2.5,\n    "\\u00e9\\ud83d\\ude00\\n\\u007f\\\\\\"",\n    null,\n    true,\n    false,\n    {},\n    [],\n    [],\n    1152921504606846976,\n    -0.0\n  ],\n  "1": 4,\n  "null": 3,\n  "2.5": 1\n}'
# expect: '{"a": [1, 2.5, "\xe9\U0001f600\\n\x7f\\\\\\"", null, true, false, {}, [], [], 1152921504606846976, -0.0], "1": 4, "null": 3, "2.5": 1}'
# expect: "TypeError: '<' not supported between instances of 'int' and 'str'"
# expect: '{"a": [1, 2.5, "\\u00e9\\ud83d\\ude00\\n\\u007f\\\\\\"", null, true, false, {}, [], [], 1152921504606846976, -0.0], "1": 4, "null": 3, "2.5": 1}'
# expect: '{"a":[1,2.5,"\\u00e9\\ud83d\\ude00\\n\\u007f\\\\\\"",null,true,false,{},[],[],1152921504606846976,-0.0],"1":4,"null":3,"2.5":1}'
# expect: '{\n\t\xe9"a": [\n\t\xe9\t\xe91,\n\t\xe9\t\xe92.5,\n\t\xe9\t\xe9"\\u00e9\\ud83d\\ude00\\n\\u007f\\\\\\"",\n\t\xe9\t\xe9null,\n\t\xe9\t\xe9true,\n\t\xe9\t\xe9false,\n\t\xe9\t\xe9{},\n\t\xe9\t\xe9[],\n\t\xe9\t\xe9[],\n\t\xe9\t\xe91152921504606846976,\n\t\xe9\t\xe9-0.0\n\t\xe9],\n\t\xe9"1": 4,\n\t\xe9"null": 3,\n\t\xe9"2.5": 1\n}'
# expect: '[[[[["deep"]]]]]'
# expect: '[\n  [\n    [\n      [\n        [\n          "deep"\n        ]\n      ]\n    ]\n  ]\n]'
# expect: '[[[[["deep"]]]]]'
# expect: '[[[[["deep"]]]]]'
# expect: '[[[[["deep"]]]]]'
# expect: '[[[[["deep"]]]]]'
# expect: '[\n\t\xe9[\n\t\xe9\t\xe9[\n\t\xe9\t\xe9\t\xe9[\n\t\xe9\t\xe9\t\xe9\t\xe9[\n\t\xe9\t\xe9\t\xe9\t\xe9\t\xe9"deep"\n\t\xe9\t\xe9\t\xe9\t\xe9]\n\t\xe9\t\xe9\t\xe9]\n\t\xe9\t\xe9]\n\t\xe9]\n]'
# expect: '{"x": {"y": {"z": [1e+300, 5e-324, 1e+16, 123456789.125]}}}'
# expect: '{\n  "x": {\n    "y": {\n      "z": [\n        1e+300,\n        5e-324,\n        1e+16,\n        123456789.125\n      ]\n    }\n  }\n}'
# expect: '{"x": {"y": {"z": [1e+300, 5e-324, 1e+16, 123456789.125]}}}'
# expect: '{"x": {"y": {"z": [1e+300, 5e-324, 1e+16, 123456789.125]}}}'
# expect: '{"x": {"y": {"z": [1e+300, 5e-324, 1e+16, 123456789.125]}}}'
# expect: '{"x":{"y":{"z":[1e+300,5e-324,1e+16,123456789.125]}}}'
# expect: '{\n\t\xe9"x": {\n\t\xe9\t\xe9"y": {\n\t\xe9\t\xe9\t\xe9"z": [\n\t\xe9\t\xe9\t\xe9\t\xe91e+300,\n\t\xe9\t\xe9\t\xe9\t\xe95e-324,\n\t\xe9\t\xe9\t\xe9\t\xe91e+16,\n\t\xe9\t\xe9\t\xe9\t\xe9123456789.125\n\t\xe9\t\xe9\t\xe9]\n\t\xe9\t\xe9}\n\t\xe9}\n}'
# expect: '"just text"'
# expect: '"just text"'
# expect: '"just text"'
# expect: '"just text"'
# expect: '"just text"'
# expect: '"just text"'
# expect: '"just text"'
# expect: '12'
# expect: '12'
# expect: '12'
# expect: '12'
# expect: '12'
# expect: '12'
# expect: '12'
# expect: 'null'
# expect: 'null'
# expect: 'null'
# expect: 'null'
# expect: 'null'
# expect: 'null'
# expect: 'null'
# expect: '[Infinity, -Infinity]'
# expect: '[\n  Infinity,\n  -Infinity\n]'
# expect: '[Infinity, -Infinity]'
# expect: '[Infinity, -Infinity]'
# expect: 'ValueError: Out of range float values are not JSON compliant: inf'
# expect: '[Infinity,-Infinity]'
# expect: '[\n\t\xe9Infinity,\n\t\xe9-Infinity\n]'
# expect: '{"b": 1, "a": {"d": [], "c": {}}}'
# expect: '{\n  "b": 1,\n  "a": {\n    "d": [],\n    "c": {}\n  }\n}'
# expect: '{"b": 1, "a": {"d": [], "c": {}}}'
# expect: '{"a": {"c": {}, "d": []}, "b": 1}'
# expect: '{"b": 1, "a": {"d": [], "c": {}}}'
# expect: '{"b":1,"a":{"d":[],"c":{}}}'
# expect: '{\n\t\xe9"b": 1,\n\t\xe9"a": {\n\t\xe9\t\xe9"d": [],\n\t\xe9\t\xe9"c": {}\n\t\xe9}\n}'
# expect: '[0, 1, 2, 3, 4]'
# expect: '[\n  0,\n  1,\n  2,\n  3,\n  4\n]'
# expect: '[0, 1, 2, 3, 4]'
# expect: '[0, 1, 2, 3, 4]'
# expect: '[0, 1, 2, 3, 4]'
# expect: '[0,1,2,3,4]'
# expect: '[\n\t\xe90,\n\t\xe91,\n\t\xe92,\n\t\xe93,\n\t\xe94\n]'
# expect: '{"\\ud800": "\\ud800\\udc00"}'
# expect: '{\n  "\\ud800": "\\ud800\\udc00"\n}'
# expect: '{"\ud800": "\ud800\udc00"}'
# expect: '{"\\ud800": "\\ud800\\udc00"}'
# expect: '{"\\ud800": "\\ud800\\udc00"}'
# expect: '{"\\ud800":"\\ud800\\udc00"}'
# expect: '{\n\t\xe9"\\ud800": "\\ud800\\udc00"\n}'
for text in [
    '{"a": [1, -2.5e3, "x\\u00e9\\ud83d\\ude00\\n", null, true, false, {}, [], 12345678901234567, 1e400, -0, -0.0]}', "[1,2", '{"a" 1}', '{"a":1,}',
    "[1,]", '"a\\qb"', '"a\nb"', "nul", "-", "1.", "[1 2]", '{"a":1 "b"}', "  [ ]  ", '{"k":1,"k":2}', "NaN", "[-Infinity]", '"\\ud83d"', "0123", "1e5",
    "123456789012345678901234567890", "0.1234567890123456789", "4.35", "2.2250738585072014e-308", '"é"', "[" * 70 + "]" * 70,
]:
    try:
        print(ascii(json.loads(text)))
    except json.JSONDecodeError as e:
        print("error", e)
# expect: {'a': [1, -2500.0, 'x\xe9\U0001f600\n', None, True, False, {}, [], 12345678901234567, inf, 0, -0.0]}
# expect: error Expecting ',' delimiter: line 1 column 5 (char 4)
# expect: error Expecting ':' delimiter: line 1 column 6 (char 5)
# expect: error Illegal trailing comma before end of object: line 1 column 7 (char 6)
# expect: error Illegal trailing comma before end of array: line 1 column 3 (char 2)
# expect: error Invalid \escape: line 1 column 3 (char 2)
# expect: error Invalid control character at: line 1 column 3 (char 2)
# expect: error Expecting value: line 1 column 1 (char 0)
# expect: error Expecting value: line 1 column 1 (char 0)
# expect: error Extra data: line 1 column 2 (char 1)
# expect: error Expecting ',' delimiter: line 1 column 4 (char 3)
# expect: error Expecting ',' delimiter: line 1 column 8 (char 7)
# expect: []
# expect: {'k': 2}
# expect: nan
# expect: [-inf]
# expect: '\ud83d'
# expect: error Extra data: line 1 column 2 (char 1)
# expect: 100000.0
# expect: 123456789012345678901234567890
# expect: 0.12345678901234568
# expect: 4.35
# expect: 2.2250738585072014e-308
# expect: '\xe9'
# expect: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
print(json.loads('"a\tb"', strict=False) == "a\tb", json.loads('{"a": 1.5, "b": [2]}', parse_float=str, parse_int=lambda s: -int(s)))
# expect: True {'a': '1.5', 'b': [-2]}
print(json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d)), json.loads('{"a": {"b": 1}}', object_pairs_hook=lambda p: p))
# expect: ['a'] [('a', [('b', 1)])]


class Point:
    x = 1


class Words(list):
    pass


class Name(str):
    pass


print(json.dumps([1, [2, Point()], {"p": Point()}], default=lambda p: {"x": p.x}), json.dumps(Words([Name("a"), 1])), json.dumps({Name("k"): 1}))
# expect: [1, [2, {"x": 1}], {"p": {"x": 1}}] ["a", 1] {"k": 1}
for bad in [lambda: json.dumps([1, Point()]), lambda: json.dumps({(1, 2): 3}), lambda: json.dumps({"b": 1, 2: 3}, sort_keys=True)]:
    try:
        print(bad())
    except TypeError as e:
        print(e)
# expect: Object of type Point is not JSON serializable
# expect: keys must be str, int, float, bool or None, not tuple
# expect: '<' not supported between instances of 'int' and 'str'
loop = []
loop.append(loop)
try:
    json.dumps(loop)
except ValueError as e:
    print(e)  # expect: Circular reference detected
print(json.dumps({(1, 2): 3, "a": 1}, skipkeys=True), repr([loop])[:20])  # expect: {"a": 1} [[[...]]]
deep = None
for _ in range(100):
    deep = [deep, {"k": deep}] if _ < 8 else [deep]
print(len(json.dumps(deep)), json.loads(json.dumps(deep)) == deep, len(repr(deep)))  # expect: 4013 True 4013
