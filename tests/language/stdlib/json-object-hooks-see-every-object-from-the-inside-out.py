# object_hook is called for every object, inner ones first, in the order of the text
import json

seen = []
def hook(d):
    seen.append(sorted(d))
    return d if len(d) != 1 else ("one", d)

for text in ('{"a": {"b": 1}, "c": [{"d": {}}, [], [{"e": {"f": 2}}]]}', "[]", "1", '"{"', '[{"a": "}{"}, {"b": {"c": 1}}]', '{"a": {"x": 1}, "a": {"y": 2}}', '{"a": {"b": 1}', '[{"a": 1}, nope]', "{}", ' {"a": [1, 2]} '):
    seen.clear()
    try:
        print(json.loads(text, object_hook=hook))
    except json.JSONDecodeError as error:
        print(error)
    print(seen)
# expect: {'a': ('one', {'b': 1}), 'c': [('one', {'d': {}}), [], [('one', {'e': ('one', {'f': 2})})]]}
# expect: [['b'], [], ['d'], ['f'], ['e'], ['a', 'c']]
# expect: []
# expect: []
# expect: 1
# expect: []
# expect: {
# expect: []
# expect: [('one', {'a': '}{'}), ('one', {'b': ('one', {'c': 1})})]
# expect: [['a'], ['c'], ['b']]
# expect: ('one', {'a': ('one', {'y': 2})})
# expect: [['x'], ['y'], ['a']]
# expect: Expecting ',' delimiter: line 1 column 15 (char 14)
# expect: [['b']]
# expect: Expecting value: line 1 column 12 (char 11)
# expect: [['a']]
# expect: {}
# expect: [[]]
# expect: ('one', {'a': [1, 2]})
# expect: [['a']]

class Thing:
    def __init__(self, **names):
        self.__dict__.update(names)

thing = json.loads('{"x": {"y": [1, {"z": null}]}, "w": 2.5}', object_hook=lambda d: Thing(**d))
print(thing.x.y[1].z, thing.w, thing.x.y[0])  # expect: None 2.5 1
def refuses(d):
    raise KeyError("no")
try:
    json.loads('[1, {"a": {}}]', object_hook=refuses)
except KeyError as error:
    print(error)  # expect: 'no'
print(json.loads('{"a": 1, "a": 2}', object_pairs_hook=list), json.loads('[1.5, {"a": 2}]', object_hook=len, parse_float=str))
# expect: [('a', 1), ('a', 2)] ['1.5', 1]
for i in range(300):
    assert json.loads('{"a": [{"b": 1}, {"c": {"d": []}}]}', object_hook=lambda d: dict(d)) == {"a": [{"b": 1}, {"c": {"d": []}}]}
deep = "[" * 200 + '{"a": 1}' + "]" * 200
print(len(str(json.loads(deep, object_hook=lambda d: "x"))))  # expect: 403
