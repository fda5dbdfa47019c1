# getattribute sees everything
class Spy:
    def __init__(self):
        self.n = 1

    def __getattribute__(self, name):
        print("get", name)
        return super().__getattribute__(name)

    def m(self):
        return self.n


s = Spy()
print(s.m())
# expect: get m
# expect: get n
# expect: 1
try:
    s.zzz  # expect: get zzz
except AttributeError as e:
    print(e)  # expect: 'Spy' object has no attribute 'zzz'


class Both:
    def __getattribute__(self, name):
        raise AttributeError("from getattribute")

    def __getattr__(self, name):
        return f"fallback {name}"


print(Both().anything, len([Both()]))  # expect: fallback anything 1
