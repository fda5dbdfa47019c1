# views of OrderedDicts show other names than those of dicts
from collections import Counter, OrderedDict, defaultdict


class Own(OrderedDict):
    pass


for mapping in (OrderedDict(a=1), Own(b=2), {"c": 3}, Counter("d"), defaultdict(list, e=[])):
    print(mapping.keys(), mapping.values(), mapping.items())
# expect: odict_keys(['a']) odict_values([1]) odict_items([('a', 1)])
# expect: odict_keys(['b']) odict_values([2]) odict_items([('b', 2)])
# expect: dict_keys(['c']) dict_values([3]) dict_items([('c', 3)])
# expect: dict_keys(['d']) dict_values([1]) dict_items([('d', 1)])
# expect: dict_keys(['e']) dict_values([[]]) dict_items([('e', [])])
d = OrderedDict()
d["self"] = d.values()
print(d.values())  # expect: odict_values([odict_values([...])])
