# json round trip and classes
# python: 3.14
import json


class Enc(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, complex):
            return {"re": o.real, "im": o.imag}
        return super().default(o)


print(json.dumps([1 + 2j, {"z": 3j}], cls=Enc))
# expect: [{"re": 1.0, "im": 2.0}, {"z": {"re": 0.0, "im": 3.0}}]
try:
    json.dumps([b"x"], cls=Enc)
except TypeError as e:
    print(e, e.__notes__)
# expect: Object of type bytes is not JSON serializable ['when serializing list item 0']
data = {"n": None, "l": [1, [2, [3]]], "s": "tab\t", "f": 0.1, "e": {}}
print(json.loads(json.dumps(data)) == data)  # expect: True
import io

out = io.StringIO()
json.dump(data, out)
out.seek(0)
print(json.load(out) == data, "".join(json.JSONEncoder().iterencode([1, 2])))  # expect: True [1, 2]
try:
    json.loads("[1,\n 2,\n x]")
except json.JSONDecodeError as e:
    print(e.msg, e.lineno, e.colno, e.pos)  # expect: Expecting value 3 2 9
