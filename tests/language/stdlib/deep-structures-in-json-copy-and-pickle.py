# deep structures in json copy and pickle
# oracle: native
def attempt(function):
    try:
        function()
    except RecursionError as error:
        print("RecursionError")
    else:
        print("no error")


import copy
import json
import pickle

nested = []
for _ in range(20000):
    nested = [nested]
attempt(lambda: json.dumps(nested))  # expect: RecursionError
attempt(lambda: json.loads("[" * 20000 + "]" * 20000))  # expect: RecursionError
attempt(lambda: copy.deepcopy(nested))  # expect: RecursionError
small = {"a": [1, {"b": (2, 3)}]}
small["self"] = small["a"]
twin = copy.deepcopy(small)
print(twin, twin["self"] is twin["a"], twin["a"] is small["a"])
# expect: {'a': [1, {'b': (2, 3)}], 'self': [1, {'b': (2, 3)}]} True False
loop = [1]
loop.append(loop)
other = copy.deepcopy(loop)
print(other[1] is other, other is loop)  # expect: True False
back = pickle.loads(pickle.dumps(loop))
print(back[1] is back, back[0])  # expect: True 1
try:
    json.dumps(loop)
except ValueError as error:
    print(error)  # expect: Circular reference detected
