# power and modular power at the edges
for base in (0, 1, -1, 2, -3, 2**47, 10**20):
    print([base**e for e in (0, 1, 2, 5)], [pow(base, e, 97) for e in (0, 1, 5, 10**18)])
# expect: [1, 0, 0, 0] [1, 0, 0, 0]
# expect: [1, 1, 1, 1] [1, 1, 1, 1]
# expect: [1, -1, 1, -1] [1, 96, 96, 1]
# expect: [1, 2, 4, 32] [1, 2, 32, 61]
# expect: [1, -3, 9, -243] [1, 94, 48, 61]
# expect: [1, 140737488355328, 19807040628566084398385987584, 55213970774324510299478046898216203619608871777363092441300193790394368] [1, 49, 94, 35]
# expect: [1, 100000000000000000000, 10000000000000000000000000000000000000000, 10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000] [1, 73, 9, 61]
print(pow(3, -1, 7), pow(-3, -2, 11), pow(2, 10, -7), pow(5, 0, 1), pow(0, 0), 2**-1, (-2) ** -3)
# expect: 5 5 -5 0 1 0.5 -0.125
for f in (lambda: 0**-1, lambda: pow(2, -1, 4), lambda: pow(2, 3, 0), lambda: pow(2, 0.5, 3), lambda: pow("a", 2, 2.0)):
    try:
        print(f())
    except (ValueError, ZeroDivisionError, TypeError) as error:
        print(type(error).__name__, error)
# expect: ZeroDivisionError zero to a negative power
# expect: ValueError base is not invertible for the given modulus
# expect: ValueError pow() 3rd argument cannot be 0
# expect: TypeError pow() 3rd argument not allowed unless all arguments are integers
# expect: TypeError pow() 3rd argument not allowed unless all arguments are integers
