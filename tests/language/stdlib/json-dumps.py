# json dumps
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


import json

print(json.dumps({"a": [1, 2.5, None, True, "é\n\"\\"], "b": {}}), json.dumps([1, (2, 3)], separators=(",", ":")), json.dumps("é😀", ensure_ascii=False), json.dumps({1: "x", None: 2, True: 3, 1.5: 4}))
# expect: {"a": [1, 2.5, null, true, "\u00e9\n\"\\"], "b": {}} [1,[2,3]] "é😀" {"1": 3, "null": 2, "1.5": 4}
print(json.dumps({"b": 1, "a": [1, {"c": []}]}, indent=2, sort_keys=True))
# expect: {
# expect-json: "  \"a\": ["
# expect-json: "    1,"
# expect-json: "    {"
# expect-json: "      \"c\": []"
# expect-json: "    }"
# expect-json: "  ],"
# expect-json: "  \"b\": 1"
# expect: }
print(json.dumps([float("nan"), float("inf"), 1e100, -0.0, 10**30]), json.dumps("\u2028\x7f\x00"), json.dumps({"k": 1}, indent=None), json.dumps([[], {}], indent="\t"))
# expect: [NaN, Infinity, 1e+100, -0.0, 1000000000000000000000000000000] "\u2028\u007f\u0000" {"k": 1} [
# expect-json: "\t[],"
# expect-json: "\t{}"
# expect: ]
attempt(json.dumps, {1, 2})  # expect: TypeError: Object of type set is not JSON serializable
attempt(json.dumps, {(1, 2): 3})  # expect: TypeError: keys must be str, int, float, bool or None, not tuple
attempt(json.dumps, [object])  # expect: TypeError: Object of type type is not JSON serializable
attempt(lambda: json.dumps(float("nan"), allow_nan=False))
# expect: ValueError: Out of range float values are not JSON compliant: nan
loop = []
loop.append(loop)
attempt(json.dumps, loop)  # expect: ValueError: Circular reference detected
print(json.dumps({1, 2}, default=sorted), json.dumps({(1,): 2, "k": 1}, skipkeys=True))
# expect: [1, 2] {"k": 1}
