# type comments docstrings and ellipsis
"module doc"


def f():
    """f doc"""
    ...


def g():
    "a" "b"


def h():
    f"not a doc"


class C:
    '''class
       doc'''

    def m(self): "m doc"


def no(): return


print(__doc__, f.__doc__, g.__doc__, h.__doc__, repr(C.__doc__), C.m.__doc__, no.__doc__, f())
# expect: module doc f doc ab None 'class\ndoc' m doc None None
