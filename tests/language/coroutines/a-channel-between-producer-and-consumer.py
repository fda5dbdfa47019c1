# a channel between producer and consumer
class Channel:
    def __init__(self):
        self.items = []
        self.closed = False

    async def put(self, x):
        self.items.append(x)
        await Turn()

    async def get(self):
        while not self.items:
            if self.closed:
                raise EOFError
            await Turn()
        return self.items.pop(0)


class Turn:
    def __await__(self):
        yield


async def producer(ch):
    for i in range(4):
        await ch.put(i * 10)
    ch.closed = True


async def consumer(ch, name):
    got = []
    try:
        while True:
            got.append(await ch.get())
    except EOFError:
        return name, got


ch = Channel()
tasks = [producer(ch), consumer(ch, "x"), consumer(ch, "y")]
while tasks:
    for t in list(tasks):
        try:
            t.send(None)
        except StopIteration as e:
            if e.value:
                print(e.value)
            tasks.remove(t)
# expect: ('x', [0, 10, 20, 30])
# expect: ('y', [])
