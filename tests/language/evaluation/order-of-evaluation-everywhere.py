# order of evaluation everywhere
log = []
def t(name, value=None):
    log.append(name)
    return value


def show():
    print(" ".join(log))
    log.clear()


d = {}
t("a", d)[t("b", 1)] = t("c", 2)
show()  # expect: c a b
t("f", lambda *a, **k: None)(t("1"), *t("2", []), t("3"), k=t("4"), **t("5", {}))
show()  # expect: f 1 2 3 4 5
{t("k1", 1): t("v1"), t("k2", 2): t("v2"), **t("m", {})}
show()  # expect: k1 v1 k2 v2 m
[t("x"), *t("y", []), t("z")]
show()  # expect: x y z
t("l", 1) < t("m", 2) < t("r", 1) < t("never")
show()  # expect: l m r
t("yes") if t("cond", 0) else t("no")
show()  # expect: cond no
(lambda a=t("default"), *, b=t("kwdefault"): None)
show()  # expect: default kwdefault
class C(t("base", object), metaclass=t("meta", type)):
    t("body")
show()  # expect: base meta body
@t("decorator1", lambda f: f)
@t("decorator2", lambda f: f)
def f(a: t("annotation") = t("argdefault")): ...
show()  # expect: decorator1 decorator2 argdefault
x = [0, 0]
x[t("i", 0)], x[t("j", 1)] = t("p", 5), t("q", 6)
show()  # expect: p q i j
t("obj", x)[t("lo", 0):t("hi", 2):t("step", None)]
show()  # expect: obj lo hi step
x[t("idx", 0)] += t("inc", 1)
show()  # expect: idx inc
f"{t('f1', 1)} {t('f2', 2):{t('spec', 3)}}"
show()  # expect: f1 f2 spec
assert t("test", 1), t("message")
show()  # expect: test
del t("target", d)[t("key", 1)]
show()  # expect: target key
for i in t("iter", [1]): t("loop")
else: t("else")
show()  # expect: iter loop else
with t("cm", open(__file__) if False else __import__("contextlib").nullcontext()) as x: t("in with")
show()  # expect: cm in with
