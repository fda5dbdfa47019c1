# contextvars and tokens
import contextvars

v = contextvars.ContextVar("v", default="d")
print(v.get(), v.name)  # expect: d v
t = v.set("one")
print(v.get(), t.old_value is contextvars.Token.MISSING)  # expect: one True


def run():
    v.set("inside")
    return v.get()


ctx = contextvars.copy_context()
print(ctx.run(run), v.get(), ctx[v], len(ctx) >= 1)  # expect: inside one inside True
v.reset(t)
print(v.get())  # expect: d
w = contextvars.ContextVar("w")
try:
    w.get()
except LookupError as e:
    print("LookupError")  # expect: LookupError
print(w.get("fallback"))  # expect: fallback
