import collections.abc


class SM(collections.abc.Sequence, collections.abc.Mapping):
    def __getitem__(self, i): return [1, 2][i]
    def __len__(self): return 2
    def __iter__(self): return iter([1, 2])


class MS(collections.abc.Mapping, collections.abc.Sequence):
    def __getitem__(self, i): return [1, 2][i]
    def __len__(self): return 2
    def __iter__(self): return iter([1, 2])


class Both(SM, MS):
    pass
# raises: TypeError: Cannot create a consistent method resolution order (MRO) for bases Sequence, Mapping


class L(dict):
    pass


collections.abc.Sequence.register(L)
for cls in (SM, MS, Both, L):
    match cls():
        case []: print(cls.__name__, 'empty')
        case {}: print(cls.__name__, 'mapping')
        case [*_]: print(cls.__name__, 'sequence')
