# conditional imports and deletes in order
log = []


class L(list):
    def __getitem__(self, i):
        log.append(("get", i))
        return super().__getitem__(i)

    def __setitem__(self, i, v):
        log.append(("set", i, v))
        super().__setitem__(i, v)

    def __delitem__(self, i):
        log.append(("del", i))
        super().__delitem__(i)


a = L([1, 2, 3])
a[0], a[1] = a[1], a[0]
del a[2], a[0]
a[0] += 5
print(log, list(a))
# expect: [('get', 1), ('get', 0), ('set', 0, 2), ('set', 1, 1), ('del', 2), ('del', 0), ('get', 0), ('set', 0, 6)] [6]
