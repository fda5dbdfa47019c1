# dict comprehension evaluates key then value
def key(x):
    print("key", x)
    return x


def value(x):
    print("value", x)
    return x


print({key(i): value(i) for i in range(2)}, {key("a"): value("b"), key("c"): value("d")})
# expect: key 0
# expect: value 0
# expect: key 1
# expect: value 1
# expect: key a
# expect: value b
# expect: key c
# expect: value d
# expect: {0: 0, 1: 1} {'a': 'b', 'c': 'd'}
