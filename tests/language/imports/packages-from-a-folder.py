# packages from a folder
import os
import sys
import tempfile

root = os.path.join(tempfile.gettempdir(), f"krait-pkg-{os.getpid()}")
os.makedirs(os.path.join(root, "pkg_x", "sub"))


def write(name, text):
    with open(os.path.join(root, *name.split("/")), "w") as f:
        f.write(text)


write("pkg_x/__init__.py", "print('init', __name__, __package__)\nfrom .a import value\n__all__ = ['a']\n")
write("pkg_x/a.py", "print('a', __name__)\nvalue = 1\nfrom . import b\n")
write("pkg_x/b.py", "print('b', __package__)\nfrom .sub.c import deep\n")
write("pkg_x/sub/__init__.py", "")
write("pkg_x/sub/c.py", "from ..a import value as early\ndeep = early + 1\n")
write("broken_x.py", "x = 1\n1 / 0\n")
sys.path.insert(0, root)
import pkg_x.sub.c as c
# expect: init pkg_x pkg_x
# expect: a pkg_x.a
# expect: b pkg_x
import pkg_x

print(c.deep, pkg_x.value, pkg_x.a.b.deep, pkg_x.__name__, os.path.basename(pkg_x.__file__), pkg_x.sub.__path__ is not None)
# expect: 2 1 2 pkg_x __init__.py True
try:
    import broken_x
except ZeroDivisionError as e:
    print("broken", e.__traceback__.tb_next.tb_lineno if e.__traceback__.tb_next else None, "broken_x" in sys.modules)
# expect: broken 2 False
sys.path.remove(root)
for name in [n for n in sys.modules if n.startswith("pkg_x")]:
    del sys.modules[name]
import shutil

shutil.rmtree(root)
