# exceptions cross await boundaries
async def fail():
    raise KeyError("inside")


async def mid():
    try:
        await fail()
    finally:
        print("mid finally")


async def main():
    try:
        await mid()
    except KeyError as e:
        names = []
        tb = e.__traceback__
        while tb:
            names.append(tb.tb_frame.f_code.co_name)
            tb = tb.tb_next
        return names


try:
    main().send(None)  # expect: mid finally
except StopIteration as e:
    print(e.value)  # expect: ['main', 'mid', 'fail']
c = fail()
try:
    c.send(None)
except KeyError as e:
    print(repr(e))  # expect: KeyError('inside')
