# hooks come from the type
class A:
    def __enter__(self):
        return "type enter"

    def __exit__(self, *a):
        print("type exit")


a = A()
a.__enter__ = lambda: "instance enter"
a.__exit__ = lambda *x: print("instance exit")
with a as v:
    print(v)
# expect: type enter
# expect: type exit
