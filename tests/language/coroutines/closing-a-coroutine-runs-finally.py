# closing a coroutine runs finally
class Wait:
    def __await__(self):
        try:
            yield
        finally:
            print("wait closed")


async def f():
    try:
        await Wait()
    except GeneratorExit:
        print("exit")
        raise
    finally:
        print("finally")


c = f()
c.send(None)
c.close()
# expect: wait closed
# expect: exit
# expect: finally
c.close()
d = f()
d.send(None)
del d
# expect: wait closed
# expect: exit
# expect: finally
print("end")  # expect: end
