# traceback carets mark the failing part
d = {"a": [1, 2, {"b": None}]}
x = 5


def f():
    return d["a"][2]["b"]["c"] + x


f()
# raises: TypeError: 'NoneType' object is not subscriptable
# traceback: Traceback (most recent call last):
# traceback:   File "traceback-carets-mark-the-failing-part.py", line 10, in <module>
# traceback:     f()
# traceback:     ~^^
# traceback:   File "traceback-carets-mark-the-failing-part.py", line 7, in f
# traceback:     return d["a"][2]["b"]["c"] + x
# traceback:            ~~~~~~~~~~~~~~^^^^^
# traceback: TypeError: 'NoneType' object is not subscriptable
