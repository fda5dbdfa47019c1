# sort asks the same questions as cpython
log = []


class Key:
    def __init__(self, value, index):
        self.value = value
        self.index = index

    def __lt__(self, other):
        log.append((self.index, other.index))
        return self.value < other.value


def questions(values, reverse=False):
    log.clear()
    order = [k.index for k in sorted([Key(v, i) for i, v in enumerate(values)], reverse=reverse)]
    digest = 0
    for pair in log:
        digest = (digest * 31 + pair[0] * 1009 + pair[1]) % 1000003
    return len(log), digest, sum(i * k for i, k in enumerate(order)) % 1000003


seed = 1
def random(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2**31
    return seed >> 8 % n if n > 8 else (seed >> 16) % n


print(questions([3, 1, 2]), log)  # expect: (6, 432485, 2) [(1, 0), (2, 1), (1, 2), (2, 0), (2, 0), (2, 1)]
print(questions([1, 1, 1, 0, 0, 2]), log)
# expect: (9, 543179, 40) [(1, 0), (2, 1), (3, 2), (0, 2), (4, 3), (3, 4), (5, 4), (4, 5), (5, 2)]
print(questions([5, 5, 4, 4, 3, 9]), log)
# expect: (9, 8715, 37) [(1, 0), (2, 1), (0, 1), (3, 2), (2, 3), (4, 3), (5, 4), (4, 5), (5, 1)]
for n in (10, 63, 64, 65, 130, 700):
    print(n, questions([random(1000) for _ in range(n)]), questions([random(3) for _ in range(n)], True))
    print(n, questions(range(n)), questions([i // 7 for i in range(n)][::-1]), questions([i % 32 for i in range(n)]))
    print(n, questions(list(range(0, n, 2)) + list(range(1, n, 2))), questions([i + 3 * (i % 50 == 0) for i in range(n)]))
# expect: 10 (26, 624373, 181) (20, 511080, 267)
# expect: 10 (9, 109761, 285) (16, 178509, 180) (9, 109761, 285)
# expect: 10 (21, 399855, 255) (23, 595569, 282)
# expect: 63 (296, 716446, 54884) (282, 805470, 65155)
# expect: 63 (62, 870908, 81375) (111, 18155, 40215) (208, 48347, 70959)
# expect: 63 (208, 48347, 70959) (264, 890334, 81369)
# expect: 64 (307, 255974, 61500) (281, 660605, 70548)
# expect: 64 (63, 61696, 85344) (117, 617517, 42168) (127, 968040, 74928)
# expect: 64 (127, 968040, 74928) (186, 955802, 85338)
# expect: 65 (310, 989215, 68646) (285, 384726, 75386)
# expect: 65 (64, 977212, 89440) (119, 939621, 44185) (141, 163714, 77040)
# expect: 65 (129, 821731, 78000) (195, 462103, 89434)
# expect: 130 (757, 989385, 570363) (603, 450484, 576565)
# expect: 130 (129, 661934, 723905) (238, 970770, 358778) (426, 788621, 582245)
# expect: 130 (259, 427802, 634465) (289, 880942, 723896)
# expect: 700 (5725, 398276, 876224) (3586, 576214, 251789)
# expect: 700 (699, 562564, 88108) (1294, 33093, 927332) (4910, 499592, 283355)
# expect: 700 (1399, 503332, 857678) (1536, 973087, 88066)
