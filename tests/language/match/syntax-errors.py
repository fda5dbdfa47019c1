# syntax errors
# python: 3.14
for source in ("match x:\n case a: pass\n case b: pass", "match x:\n case _: pass\n case 1: pass", "match x:\n case [a, a]: pass", "match x:\n case a | 1: pass", "match x:\n case (1 as a) | 2: pass", "match x:\n case [*a, *b]: pass", "match x:\n case {**a, 'k': 1}: pass", "match x:\n case {'k': 1, 'k': 2}: pass", "match x:\n case f(a=1, a=2): pass", "match x:\n case f(a=1, b): pass", "match x:\n case 1 + 2: pass", "match x:\n case x.y as z.w: pass", "match x:\n case {**_}: pass", "match x:\n case _ as q: pass", "match x:\n case 1 as _: pass", "match x:\n case f'{x}': pass"):
    try:
        compile(source, "s", "exec")
        print("ok", repr(source))
    except SyntaxError as e:
        print(e.msg)
# expect: name capture 'a' makes remaining patterns unreachable
# expect: wildcard makes remaining patterns unreachable
# expect: multiple assignments to name 'a' in pattern
# expect: name capture 'a' makes remaining patterns unreachable
# expect: alternative patterns bind different names
# expect: multiple starred names in sequence pattern
# expect: invalid syntax
# expect: mapping pattern checks duplicate key ('k')
# expect: attribute name repeated in class pattern: a
# expect: positional patterns follow keyword patterns
# expect: imaginary number required in complex literal
# expect: cannot use attribute as pattern target
# expect: invalid syntax
# expect: ok 'match x:\n case _ as q: pass'
# expect: cannot use '_' as a target
# expect: patterns may only match literals and attribute lookups
