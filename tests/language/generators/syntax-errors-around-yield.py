# syntax errors around yield
# python: 3.14
for source in ("yield 1", "class A: yield 1", "[(yield 1) for x in y]", "def f():\n  return [(yield x) for x in y]", "def f(): yield = 1", "async def f(): yield from x", "lambda: (yield)", "def f():\n  x: (yield) = 1", "async def f():\n  yield 1\n  return 2"):
    try:
        compile(source, "s", "exec")
        print("ok", repr(source))
    except SyntaxError as e:
        print(e.msg, repr(source))
# expect: 'yield' outside function 'yield 1'
# expect: 'yield' outside function 'class A: yield 1'
# expect: 'yield' inside list comprehension '[(yield 1) for x in y]'
# expect: 'yield' inside list comprehension 'def f():\n  return [(yield x) for x in y]'
# expect: assignment to yield expression not possible 'def f(): yield = 1'
# expect: 'yield from' inside async function 'async def f(): yield from x'
# expect: ok 'lambda: (yield)'
# expect: yield expression cannot be used within an annotation 'def f():\n  x: (yield) = 1'
# expect: 'return' with value in async generator 'async def f():\n  yield 1\n  return 2'
