# await runs another coroutine
def run(coro):
    try:
        while True:
            coro.send(None)
    except StopIteration as e:
        return e.value


async def double(x):
    return x * 2


async def main():
    a = await double(5)
    b = await double(a)
    return a + b


print(run(main()), type(main).__name__)  # expect: 30 function
c = main()
print(type(c).__name__, c.cr_running, c.cr_await, c.__name__)  # expect: coroutine False None main
c.close()
