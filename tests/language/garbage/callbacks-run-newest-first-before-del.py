# callbacks run newest first before del
import weakref


class A:
    def __del__(self):
        print("del")


a = A()
r1 = weakref.ref(a, lambda r: print("first"))
r2 = weakref.ref(a, lambda r: print("second"))
del a
# expect: del
# expect: second
# expect: first
print("done")  # expect: done
b = A()
r3 = weakref.ref(b, lambda r: print("not called"))
del r3
del b  # expect: del
