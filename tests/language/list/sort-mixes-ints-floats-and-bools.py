# sort mixes ints floats and bools
a = [3, 1.5, True, 0, -2.5, 10**20, 2]
a.sort()
print(a)  # expect: [-2.5, 0, True, 1.5, 2, 3, 100000000000000000000]
b = ["b", "", "é", "a", "ab", "😀"]
b.sort()
print(b)  # expect: ['', 'a', 'ab', 'b', 'é', '😀']
print(sorted([(1, "a"), (1,), ()]), sorted([[2], [1, 5], [1]]), sorted([b"b", b"a"]))
# expect: [(), (1,), (1, 'a')] [[1], [1, 5], [2]] [b'a', b'b']
