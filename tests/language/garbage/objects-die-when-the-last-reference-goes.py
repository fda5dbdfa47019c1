# objects die when the last reference goes
class D:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


a = D("a")
b = a
del a
print("still")  # expect: still
b = None  # expect: del a
print("gone")  # expect: gone
D("temporary")  # expect: del temporary
print("after temporary")  # expect: after temporary
x = [D("in list"), D("second")]
x.pop()  # expect: del second
print("popped")  # expect: popped
x.clear()  # expect: del in list
d = {"k": D("value")}
d["k"] = 1  # expect: del value
t = (D("in tuple"),)
t = None  # expect: del in tuple
print("end")  # expect: end
