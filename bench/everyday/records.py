# json there and back.
import json, random
random.seed(5)
data = [{"id": i, "name": f"item{i}", "tags": ["a", "b", str(i % 10)], "price": random.random() * 100, "nested": {"x": i, "y": [1, 2, 3], "ok": i % 2 == 0, "n": None}} for i in range(5000)]
s = json.dumps(data)
for _ in range(5):
    d = json.loads(s)
    s2 = json.dumps(d, indent=2, sort_keys=True)
print(len(s), len(s2))
by = {}
for r in d:
    by.setdefault(r["tags"][2], []).append(r)
print({k: round(sum(x["price"] for x in v), 3) for k, v in sorted(by.items())})
