# chainmap layers
from collections import ChainMap

base, top = {"a": 1, "b": 2}, {"b": 3}
c = ChainMap(top, base)
print(c["b"], c["a"], len(c), sorted(c), dict(c))  # expect: 3 1 2 ['a', 'b'] {'a': 1, 'b': 3}
c["a"] = 9
child = c.new_child({"z": 0})
print(top, base, child["z"], child.parents == c, c.maps)
# expect: {'b': 3, 'a': 9} {'a': 1, 'b': 2} 0 True [{'b': 3, 'a': 9}, {'a': 1, 'b': 2}]
