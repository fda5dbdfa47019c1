# return break and continue leave properly
class CM:
    def __enter__(self):
        return self

    def __exit__(self, t, v, tb):
        print("exit", t)


def f():
    with CM():
        return "value"


def g():
    for i in range(5):
        with CM():
            if i == 0:
                continue
            if i == 1:
                break
    return i


print(f(), g())
# expect: exit None
# expect: exit None
# expect: exit None
# expect: value 1
