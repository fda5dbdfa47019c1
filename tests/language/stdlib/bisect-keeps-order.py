# bisect keeps order
import bisect

a = [1, 3, 3, 5]
print(bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 3), bisect.bisect_left(a, 0), bisect.bisect(a, 9), bisect.bisect_left(a, 3, 2), bisect.bisect("abc", "b"))
# expect: 3 1 3 0 4 2 2
bisect.insort(a, 4)
bisect.insort_left(a, 1)
print(a, bisect.bisect_left([("a", 3), ("b", 1)], 2, key=lambda p: -p[1] + 4))  # expect: [1, 1, 3, 3, 4, 5] 1


def grade(score):
    return "FDCBA"[bisect.bisect([60, 70, 80, 90], score)]


print([grade(s) for s in (33, 99, 77, 70, 89, 90, 100)])  # expect: ['F', 'A', 'C', 'C', 'B', 'A', 'A']
