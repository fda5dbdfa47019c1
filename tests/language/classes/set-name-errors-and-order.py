# set name errors and order
class D:
    def __set_name__(self, owner, name):
        if name == "bad":
            raise ValueError("bad name")
        print(name)


class A:
    one = D()
    two = D()
# expect: one
# expect: two


try:
    class B:
        ok = D()
        bad = D()
except ValueError as e:
    print(type(e).__name__, e, getattr(e, "__notes__", None))
# expect: ok
# expect: ValueError bad name ["Error calling __set_name__ on 'D' instance 'bad' in 'B'"]
A.late = D()
print("late set: no call")  # expect: late set: no call
