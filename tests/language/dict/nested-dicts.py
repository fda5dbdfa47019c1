# nested dicts
tree = {}
for path in ("a/b/c", "a/b/d", "a/e", "f"):
    node = tree
    for part in path.split("/"):
        node = node.setdefault(part, {})
print(tree)  # expect: {'a': {'b': {'c': {}, 'd': {}}, 'e': {}}, 'f': {}}


def depth(t):
    return 1 + max((depth(v) for v in t.values()), default=0)


print(depth(tree), tree["a"]["b"])  # expect: 4 {'c': {}, 'd': {}}
