# Lists long enough for every way of sorting there is: numbers, strings, tuples of them, mixed kinds, and the limits between.
import math


def numbers(count, bits):
    seed = 7
    result = []
    for _ in range(count):
        seed = (seed * 6364136223846793005 + 1442695040888963407) & (2**64 - 1)
        result.append(seed >> (64 - bits))
    return result




def check(name, keys):
    # stable: equal keys stay in order; sorted: no key is less than the one before
    tagged = list(enumerate(keys))
    for reverse in [False, True]:
        got = sorted(tagged, key=lambda pair: pair[1], reverse=reverse)
        for (i, x), (j, y) in zip(got, got[1:]):
            if (y > x if reverse else y < x) or (x == y and i > j):
                print("wrong", name, reverse, x, y)
                break
        if [y for x, y in got] != sorted(keys, reverse=reverse):
            print("different", name, reverse)
    return got


for count in [3, 100, 600, 3000]:
    small = numbers(count, 8)
    wide = numbers(count, 46)
    for name, keys in [
        ("ints", wide),
        ("few ints", [n & 3 for n in small]),
        ("negative", [n - 2**45 for n in wide]),
        ("over 48 bits", [n * 8 - 2**48 for n in wide]),
        ("bools and ints", [n & 1 == 0 if n & 2 else n & 1 for n in small]),
        ("floats", [(n - 2**45) / 1024.0 for n in wide]),
        ("zeros", [0.0 if n & 1 else -0.0 for n in small]),
        ("infinite", [math.inf if n < 50 else -math.inf if n < 100 else n / 3 for n in small]),
        ("ints and floats", [n / 2 if n & 1 else n for n in small]),
        ("ints and floats at the limit", [float(2**47 - 1 - n) if n & 1 else 2**47 - 1 - n for n in small]),
        ("words", [str(n) for n in wide]),
        ("short words", [str(n % 100) for n in small]),
        ("one prefix", ["a long prefix of all " + str(n) for n in small]),
        ("with zeros", ["a" * (n & 7) + "\0" * (n >> 3 & 7) for n in small]),
        ("wide words", [chr(0x3B1 + n % 20) * (n % 4) + chr(0x1F600 + n % 7) for n in small]),
        ("mixed words", [chr(0x61 + n % 200 * 5) for n in small]),
        ("pairs", [(n & 7, -m) for n, m in zip(small, wide)]),
        ("pairs of words", [("key" + str(n % 5), m) for n, m in zip(small, wide)]),
        ("triples", [(n & 1, str(n & 7), n / 7) for n in small]),
        ("long words in tuples", [("common beginning" + str(n & 3), n) for n in small]),
        ("odd lengths", [(n & 3,) * (n & 7) for n in small]),
        ("nested", [(n & 3, (n & 4, str(n))) for n in small]),
        ("second mixed", [(n & 3, n / 2 if n & 8 else n) for n in small]),
    ]:
        got = check(name, keys)
        if count == 600:
            print(name, repr(got[0]), repr(got[-1]))
# expect: ints (473, 70325722301584) (333, 166849040517)
# expect: few ints (5, 3) (593, 0)
# expect: negative (473, 35141350212752) (333, -35017523048315)
# expect: over 48 bits (473, 281130801702016) (333, -280140184386520)
# expect: bools and ints (0, True) (598, False)
# expect: floats (473, 34317724817.140625) (333, -34196799851.870117)
# expect: zeros (0, -0.0) (599, -0.0)
# expect: infinite (5, inf) (592, -inf)
# expect: ints and floats (44, 254) (522, 0)
# expect: ints and floats at the limit (333, 140737488355327) (575, 140737488355072.0)
# expect: words (447, '9872936580801') (230, '10045666529752')
# expect: short words (133, '99') (522, '0')
# expect: one prefix (133, 'a long prefix of all 99') (522, 'a long prefix of all 0')
# expect: with zeros (99, 'aaaaaaa\x00\x00\x00\x00\x00\x00\x00') (552, '')
# expect: wide words (1, '😆') (526, 'β😀')
# expect: mixed words (250, 'ф') (522, 'a')
# expect: pairs (412, (7, -1993412306619)) (582, (0, -68439916277059))
# expect: pairs of words (369, ('key4', 69980565557879)) (333, ('key0', 166849040517))
# expect: triples (185, (1, '7', 36.42857142857143)) (522, (0, '0', 0.0))
# expect: long words in tuples (185, ('common beginning3', 255)) (522, ('common beginning0', 0))
# expect: odd lengths (6, (3, 3, 3, 3, 3, 3, 3)) (593, ())
# expect: nested (154, (3, (4, '95'))) (522, (0, (0, '0')))
# expect: second mixed (206, (3, 247)) (522, (0, 0))

nan = float("nan")
some = [3.5, nan, 2.0, 1.0, nan, 0.5] * 3
print(sorted(some))
# expect: [1.0, nan, 0.5, 0.5, 1.0, 2.0, 3.5, nan, 0.5, 2.0, 3.5, nan, 1.0, 2.0, nan, 3.5, nan, nan]
print(sorted([(1, x) for x in some]))
# expect: [(1, 1.0), (1, nan), (1, 0.5), (1, 0.5), (1, 1.0), (1, 2.0), (1, 3.5), (1, nan), (1, 0.5), (1, 2.0), (1, 3.5), (1, nan), (1, 1.0), (1, 2.0), (1, nan), (1, 3.5), (1, nan), (1, nan)]
print(sorted([(x, i) for i, x in enumerate(some)]))
# expect: [(1.0, 3), (nan, 4), (0.5, 5), (0.5, 17), (1.0, 15), (2.0, 14), (3.5, 0), (nan, 1), (0.5, 11), (2.0, 2), (3.5, 6), (nan, 7), (1.0, 9), (2.0, 8), (nan, 10), (3.5, 12), (nan, 13), (nan, 16)]
for bad in [[1, "a"], [(1, 2), (1, "a")], [("x", 1), ("x", None)], [None, None], [1, 2, 3j], [(1, None), (1, None)]]:
    try:
        print(sorted(bad))
    except TypeError as e:
        print(e)
# expect: '<' not supported between instances of 'str' and 'int'
# expect: '<' not supported between instances of 'str' and 'int'
# expect: '<' not supported between instances of 'NoneType' and 'int'
# expect: '<' not supported between instances of 'NoneType' and 'NoneType'
# expect: '<' not supported between instances of 'complex' and 'int'
# expect: [(1, None), (1, None)]
print(sorted([(2, None), (1, None), (3, None)]))  # expect: [(1, None), (2, None), (3, None)]


class Lister(list):
    pass


grown = [3, 1, 2]


def grow(x):
    grown.append(x)
    return x


try:
    grown.sort(key=grow)
except ValueError as e:
    print(e, grown)  # expect: list modified during sort [1, 2, 3]
