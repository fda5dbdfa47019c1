# syntax errors outside async
for source in ("await x", "def f(): await x", "async with x: pass", "def f():\n  async for i in x: pass", "def f(): return [x async for x in y]", "lambda: await x", "async def f(): lambda: await x", "async lambda: 1", "class A:\n  await x", "async def f(): [await x for x in y]"):
    try:
        compile(source, "s", "exec")
        print("ok", repr(source))
    except SyntaxError as e:
        print(e.msg, repr(source))
# expect: 'await' outside function 'await x'
# expect: 'await' outside async function 'def f(): await x'
# expect: 'async with' outside async function 'async with x: pass'
# expect: 'async for' outside async function 'def f():\n  async for i in x: pass'
# expect: asynchronous comprehension outside of an asynchronous function 'def f(): return [x async for x in y]'
# expect: 'await' outside async function 'lambda: await x'
# expect: 'await' outside async function 'async def f(): lambda: await x'
# expect: invalid syntax 'async lambda: 1'
# expect: 'await' outside function 'class A:\n  await x'
# expect: ok 'async def f(): [await x for x in y]'
