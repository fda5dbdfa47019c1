# state and pickle round trip
import pickle


class P:
    def __init__(self, x):
        self.x = x
        self.cache = "not saved"

    def __getstate__(self):
        return {"x": self.x}

    def __setstate__(self, s):
        self.__dict__.update(s)
        self.cache = "restored"

    def __eq__(self, o):
        return self.x == o.x


p = pickle.loads(pickle.dumps(P([1, {2: (3,)}])))
print(p.x, p.cache)  # expect: [1, {2: (3,)}] restored
data = [1, "é", None, 2**70, 1.5, b"x", (1, 2), {3}, frozenset({4}), {"k": [True]}, P(1), int, len]
for protocol in range(0, 6):
    assert pickle.loads(pickle.dumps(data, protocol)) == data
print("all protocols")  # expect: all protocols
try:
    pickle.dumps(lambda: 0)
except (pickle.PicklingError, AttributeError) as e:
    print(type(e).__name__)  # expect: PicklingError
