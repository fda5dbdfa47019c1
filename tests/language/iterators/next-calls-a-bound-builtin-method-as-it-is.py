# special methods may be methods of other objects that are bound already
def g():
    yield 1
    yield 2
class C:
    __next__ = g().__next__
    def __iter__(self): return self
    __len__ = [1,2].__len__
    __getitem__ = [5,6].__getitem__
    __contains__ = [5].__contains__
    __str__ = "abc".__str__
    __bool__ = (0).__bool__
    __call__ = print
c = C()
print(next(c), len(c), c[1], 5 in c, str(c), bool(c))  # expect: 1 2 6 True abc False
print(next(c), next(c, 7))  # expect: 2 7
