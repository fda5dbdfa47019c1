# json.dumps and json.loads of what is nested 900 deep; what contains itself is refused
import json

for wrap in (lambda v: [v], lambda v: {"k": v}, lambda v: (v, 1)):
    value = 5
    for _ in range(450):
        value = wrap(wrap(value))
    for options in {}, {"indent": 1}, {"sort_keys": True}, {"separators": (",", ":")}:
        text = json.dumps(value, **options)
        print(len(text), json.dumps(json.loads(text), **options) == text)
# expect: 1801 True
# expect: 813601 True
# expect: 1801 True
# expect: 1801 True
# expect: 6301 True
# expect: 818101 True
# expect: 6301 True
# expect: 5401 True
# expect: 4501 True
# expect: 1221751 True
# expect: 4501 True
# expect: 3601 True
loop = []
loop.append({"a": [loop]})
for _ in range(300):
    loop = [loop]
for options in {}, {"indent": 2}:
    try:
        json.dumps(loop, **options)
    except ValueError as error:
        print(error)
# expect: Circular reference detected
# expect: Circular reference detected
