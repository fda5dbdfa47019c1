# old style iteration by getitem
class Squares:
    def __getitem__(self, i):
        if i >= 5:
            raise IndexError
        return i * i


s = Squares()
print(list(s), 9 in s, 5 in s, [x for x in s], tuple(zip(s, "ab")), max(s))
# expect: [0, 1, 4, 9, 16] True False [0, 1, 4, 9, 16] ((0, 'a'), (1, 'b')) 16
a, *b = s
print(a, b)  # expect: 0 [1, 4, 9, 16]


class Both:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        return "abc"[i]


print(list(reversed(Both())), "".join(Both()), list(enumerate(Both())))
# expect: ['c', 'b', 'a'] abc [(0, 'a'), (1, 'b'), (2, 'c')]
