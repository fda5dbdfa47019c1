# a profile tells of functions and methods in C, not of the wrappers around special methods
import cProfile
import pstats


class Base:
    def __init__(self, *, x):
        self.x = x


class Keyword(Base):
    def __init__(self):
        super().__init__(x=1)


class Listed(list):
    def __init__(self):
        super().__init__([1])
        object().__init__()
        size = [].__len__
        size()
        self.append(2)
        len(self)


profile = cProfile.Profile()
profile.enable()
Keyword()
made = Listed()
profile.disable()
print(sorted(str(key[2]) for key in pstats.Stats(profile).stats), made)
# expect: ['<built-in method builtins.len>', "<method 'append' of 'list' objects>", "<method 'disable' of '_lsprof.Profiler' objects>", '__init__', '__init__', '__init__'] [1, 2]
