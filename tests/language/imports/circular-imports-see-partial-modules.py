# circular imports see partial modules
import os
import sys
import tempfile

root = os.path.join(tempfile.gettempdir(), f"krait-circ-{os.getpid()}")
os.makedirs(root)
with open(os.path.join(root, "circ_a.py"), "w") as f:
    f.write("x = 1\nimport circ_b\ny = circ_b.z + 1\n")
with open(os.path.join(root, "circ_b.py"), "w") as f:
    f.write("import circ_a\nz = circ_a.x + 10\ntry:\n    circ_a.y\nexcept AttributeError as e:\n    print(type(e).__name__, 'circ_a' in str(e))\ntry:\n    from circ_a import y\nexcept ImportError as e:\n    print(str(e).split(' (')[0])\n")
sys.path.insert(0, root)
import circ_a
# expect: AttributeError True
# expect: cannot import name 'y' from partially initialized module 'circ_a'

print(circ_a.y)  # expect: 12
sys.path.remove(root)
del sys.modules["circ_a"], sys.modules["circ_b"]
import shutil

shutil.rmtree(root)
