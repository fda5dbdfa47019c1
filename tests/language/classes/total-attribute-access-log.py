# total attribute access log
class Log:
    calls = []

    def __getattribute__(self, n):
        object.__getattribute__(self, "calls").append(("get", n))
        return object.__getattribute__(self, n)

    def __setattr__(self, n, v):
        Log.calls.append(("set", n))
        object.__setattr__(self, n, v)

    def __delattr__(self, n):
        Log.calls.append(("del", n))
        object.__delattr__(self, n)

    def m(self):
        return 1


o = Log()
o.x = 1
o.x += 1
del o.x
o.m()
hasattr(o, "zz")
getattr(o, "m")
print(Log.calls)
# expect: [('set', 'x'), ('get', 'x'), ('set', 'x'), ('del', 'x'), ('get', 'm'), ('get', 'zz'), ('get', 'm')]
