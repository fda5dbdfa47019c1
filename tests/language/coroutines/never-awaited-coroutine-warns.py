# never awaited coroutine warns
import warnings

with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")

    async def f():
        pass

    f()
    print([(x.category.__name__, str(x.message)) for x in w])
# expect: [('RuntimeWarning', "coroutine 'f' was never awaited")]
