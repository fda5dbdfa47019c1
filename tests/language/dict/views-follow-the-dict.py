# views follow the dict
d = {"a": 1}
k, v, i = d.keys(), d.values(), d.items()
d["b"] = 2
print(k, v, i, len(k), "b" in k, 2 in v, ("a", 1) in i, ("a", 2) in i, list(reversed(i)))
# expect: dict_keys(['a', 'b']) dict_values([1, 2]) dict_items([('a', 1), ('b', 2)]) 2 True True True False [('b', 2), ('a', 1)]
d.clear()
print(list(k), list(v), i, k.mapping)  # expect: [] [] dict_items([]) {}
