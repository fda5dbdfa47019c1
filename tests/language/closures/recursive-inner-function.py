# recursive inner function
def flatten(tree):
    out = []

    def walk(node):
        for item in node:
            if isinstance(item, list):
                walk(item)
            else:
                out.append(item)

    walk(tree)
    return out


print(flatten([1, [2, [3, [4]], 5], [], [[6]]]))  # expect: [1, 2, 3, 4, 5, 6]
