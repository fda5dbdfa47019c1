# an exception that a finaliser raises before it has a frame is shown with the place that let go of the object
import sys, traceback
def hook(info):
    print(info.err_msg.split(" <")[0], type(info.exc_value).__name__, [(f.name, f.lineno) for f in traceback.extract_tb(info.exc_traceback)])
sys.unraisablehook = hook
class Wrong:
    def __del__(): pass
class Divides:
    def __del__(self): 1 / 0
def drop(cls):
    it = cls()
    it = 1
drop(Wrong)  # expect: Exception ignored while calling deallocator TypeError [('drop', 12)]
drop(Divides)  # expect: Exception ignored while calling deallocator ZeroDivisionError [('__del__', 9)]
import weakref
class Plain: pass
def watch():
    p = Plain()
    r = weakref.ref(p, lambda: None)
    p = 2
watch()  # expect: Exception ignored while calling weakref callback TypeError [('watch', 20)]
