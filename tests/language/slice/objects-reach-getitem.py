# objects reach getitem
class Show:
    def __getitem__(self, k):
        return k

    def __setitem__(self, k, v):
        print("set", k, v)

    def __delitem__(self, k):
        print("del", k)


s = Show()
print(s[1:2], s[:], s[::3], s[1:2, 3], s[...], s["a":"b":None], s[1,], s[()], s[*[1, 2], 3])
# expect: slice(1, 2, None) slice(None, None, None) slice(None, None, 3) (slice(1, 2, None), 3) Ellipsis slice('a', 'b', None) (1,) () (1, 2, 3)
s[1:] = 5  # expect: set slice(1, None, None) 5
del s[:2, ::3]  # expect: del (slice(None, 2, None), slice(None, None, 3))
s[0] = s[1:1] = 7
# expect: set 0 7
# expect: set slice(1, 1, None) 7
