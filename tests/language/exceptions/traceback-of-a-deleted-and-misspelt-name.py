# traceback of a deleted and misspelt name
class Config:
    def __init__(self):
        self.timeout = 5


def f(c):
    return c.timeuot


f(Config())
# raises: AttributeError: 'Config' object has no attribute 'timeuot'. Did you mean: 'timeout'?
# traceback: Traceback (most recent call last):
# traceback:   File "traceback-of-a-deleted-and-misspelt-name.py", line 11, in <module>
# traceback:     f(Config())
# traceback:     ~^^^^^^^^^^
# traceback:   File "traceback-of-a-deleted-and-misspelt-name.py", line 8, in f
# traceback:     return c.timeuot
# traceback:            ^^^^^^^^^
# traceback: AttributeError: 'Config' object has no attribute 'timeuot'. Did you mean: 'timeout'?
