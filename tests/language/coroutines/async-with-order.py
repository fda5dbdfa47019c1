# async with order
def run(coro):
    try:
        while True:
            coro.send(None)
    except StopIteration as e:
        return e.value


class ACM:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    async def __aenter__(self):
        print("aenter", self.name)
        return self.name

    async def __aexit__(self, t, v, tb):
        print("aexit", self.name, t and t.__name__)
        return self.swallow


async def main():
    async with ACM("a") as x, ACM("b"):
        print("body", x)
    async with ACM("swallow", True):
        raise ValueError
    try:
        async with ACM("through"):
            raise KeyError("k")
    except KeyError as e:
        print("got", e)
    async with ACM("ret"):
        return "value"


print(run(main()))
# expect: aenter a
# expect: aenter b
# expect: body a
# expect: aexit b None
# expect: aexit a None
# expect: aenter swallow
# expect: aexit swallow ValueError
# expect: aenter through
# expect: aexit through KeyError
# expect: got 'k'
# expect: aenter ret
# expect: aexit ret None
# expect: value
