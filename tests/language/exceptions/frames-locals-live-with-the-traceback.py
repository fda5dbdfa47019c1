# frames locals live with the traceback
class D:
    def __del__(self):
        print("D gone")


def f():
    d = D()
    raise ValueError


try:
    f()
except ValueError as e:
    print("caught")
# expect: caught
# expect: D gone
print("out")  # expect: out
