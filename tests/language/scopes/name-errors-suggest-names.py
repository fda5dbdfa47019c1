# name errors suggest names
value = 1
try:
    print(valeu)
except NameError as e:
    print(e, e.name)  # expect: name 'valeu' is not defined valeu
import sys


def show(source):
    import traceback

    try:
        exec(source, {"number": 1, "length": 2})
    except Exception as e:
        print(traceback.format_exception_only(e)[-1].strip())


show("nubmer")  # expect: NameError: name 'nubmer' is not defined
show("lenght")  # expect: NameError: name 'lenght' is not defined
show("prnt")  # expect: NameError: name 'prnt' is not defined
show("xyzzy")  # expect: NameError: name 'xyzzy' is not defined
show("sys.path")  # expect: NameError: name 'sys' is not defined. Did you forget to import 'sys'?
show("math.pi")  # expect: NameError: name 'math' is not defined. Did you forget to import 'math'?
show("class A:\n  blob = 1\n  def f(self): return blob\nA().f()")
# expect: NameError: name 'blob' is not defined
