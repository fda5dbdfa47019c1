# a key taken out and put in again while its dict is iterated over
def replaced(view, count, again):
    d = dict.fromkeys(range(count))
    steps = 0
    try:
        for _ in view(d):
            again(d)
            steps += 1
            if steps > 30:
                break
    except RuntimeError as e:
        return steps, str(e)
    return steps, list(d)


def same(d):
    value = d.pop(0)
    d[0] = value


def last(d):
    d[d.popitem()[0]] = 1


def other(d):
    del d[next(iter(d))]
    d[len(d) + 100 + max(d, default=0)] = 1


for count in (1, 2, 3, 8, 9, 40):
    for view in (dict.keys, dict.items, reversed):
        print(count, [replaced(view, count, again) for again in (same, last, other)])
# expect: 1 [(1, 'dictionary keys changed during iteration'), (1, [0]), (1, 'dictionary keys changed during iteration')]
# expect: 1 [(1, 'dictionary keys changed during iteration'), (1, [0]), (1, 'dictionary keys changed during iteration')]
# expect: 1 [(1, [0]), (1, [0]), (1, [100])]
# expect: 2 [(2, 'dictionary keys changed during iteration'), (2, [0, 1]), (2, 'dictionary keys changed during iteration')]
# expect: 2 [(2, 'dictionary keys changed during iteration'), (2, [0, 1]), (2, 'dictionary keys changed during iteration')]
# expect: 2 [(1, [1, 0]), (2, [0, 1]), (1, [1, 102])]
# expect: 3 [(3, [1, 2, 0]), (3, [0, 1, 2]), (3, [104, 206, 308])]
# expect: 3 [(3, [1, 2, 0]), (3, [0, 1, 2]), (3, [104, 206, 308])]
# expect: 3 [(2, [1, 2, 0]), (3, [0, 1, 2]), (2, [2, 104, 206])]
# expect: 8 [(8, 'dictionary keys changed during iteration'), (8, [0, 1, 2, 3, 4, 5, 6, 7]), (8, 'dictionary keys changed during iteration')]
# expect: 8 [(8, 'dictionary keys changed during iteration'), (8, [0, 1, 2, 3, 4, 5, 6, 7]), (8, 'dictionary keys changed during iteration')]
# expect: 8 [(8, [1, 2, 3, 4, 5, 6, 7, 0]), (8, [0, 1, 2, 3, 4, 5, 6, 7]), (6, [6, 7, 114, 221, 328, 435, 542, 649])]
# expect: 9 [(9, 'dictionary keys changed during iteration'), (9, [0, 1, 2, 3, 4, 5, 6, 7, 8]), (9, 'dictionary keys changed during iteration')]
# expect: 9 [(9, 'dictionary keys changed during iteration'), (9, [0, 1, 2, 3, 4, 5, 6, 7, 8]), (9, 'dictionary keys changed during iteration')]
# expect: 9 [(9, [1, 2, 3, 4, 5, 6, 7, 8, 0]), (9, [0, 1, 2, 3, 4, 5, 6, 7, 8]), (6, [6, 7, 8, 116, 224, 332, 440, 548, 656])]
# expect: 40 [(31, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 0]), (31, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39]), (31, [31, 32, 33, 34, 35, 36, 37, 38, 39, 178, 317, 456, 595, 734, 873, 1012, 1151, 1290, 1429, 1568, 1707, 1846, 1985, 2124, 2263, 2402, 2541, 2680, 2819, 2958, 3097, 3236, 3375, 3514, 3653, 3792, 3931, 4070, 4209, 4348])]
# expect: 40 [(31, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 0]), (31, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39]), (31, [31, 32, 33, 34, 35, 36, 37, 38, 39, 178, 317, 456, 595, 734, 873, 1012, 1151, 1290, 1429, 1568, 1707, 1846, 1985, 2124, 2263, 2402, 2541, 2680, 2819, 2958, 3097, 3236, 3375, 3514, 3653, 3792, 3931, 4070, 4209, 4348])]
# expect: 40 [(31, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 0]), (31, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39]), (22, [22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 178, 317, 456, 595, 734, 873, 1012, 1151, 1290, 1429, 1568, 1707, 1846, 1985, 2124, 2263, 2402, 2541, 2680, 2819, 2958, 3097])]
