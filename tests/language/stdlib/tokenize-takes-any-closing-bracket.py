# tokenize takes closing brackets as they come; inspect finds lambdas among arguments
import tokenize, io, inspect
def show(s):
    out = []
    try:
        for t in tokenize.generate_tokens(io.StringIO(s).readline): out.append((tokenize.tok_name[t.type], t.string, t.start))
    except Exception as e: out.append((type(e).__name__, e.args))
    print(out)
for s in (")", "x = 1)\n", "a]b\ny\n", "}\n", "(]\n", "[)\n", "f'{a)}'\n", "lambda x: 1),\n  b)\nq\n", "f'{a]}'", "x)\n  y\nz\n", ")(\n1\n)\n"): show(s)
# expect: [('OP', ')', (1, 0)), ('NEWLINE', '', (1, 1)), ('ENDMARKER', '', (2, 0))]
# expect: [('NAME', 'x', (1, 0)), ('OP', '=', (1, 2)), ('NUMBER', '1', (1, 4)), ('OP', ')', (1, 5)), ('NEWLINE', '\n', (1, 6)), ('ENDMARKER', '', (2, 0))]
# expect: [('NAME', 'a', (1, 0)), ('OP', ']', (1, 1)), ('NAME', 'b', (1, 2)), ('NEWLINE', '\n', (1, 3)), ('NAME', 'y', (2, 0)), ('NEWLINE', '\n', (2, 1)), ('ENDMARKER', '', (3, 0))]
# expect: [('OP', '}', (1, 0)), ('NEWLINE', '\n', (1, 1)), ('ENDMARKER', '', (2, 0))]
# expect: [('OP', '(', (1, 0)), ('OP', ']', (1, 1)), ('NEWLINE', '\n', (1, 2)), ('ENDMARKER', '', (2, 0))]
# expect: [('OP', '[', (1, 0)), ('OP', ')', (1, 1)), ('NEWLINE', '\n', (1, 2)), ('ENDMARKER', '', (2, 0))]
# expect: [('FSTRING_START', "f'", (1, 0)), ('OP', '{', (1, 2)), ('NAME', 'a', (1, 3)), ('OP', ')', (1, 4)), ('TokenError', ("f-string: single '}' is not allowed", (1, 6)))]
# expect: [('NAME', 'lambda', (1, 0)), ('NAME', 'x', (1, 7)), ('OP', ':', (1, 8)), ('NUMBER', '1', (1, 10)), ('OP', ')', (1, 11)), ('OP', ',', (1, 12)), ('NEWLINE', '\n', (1, 13)), ('INDENT', '  ', (2, 0)), ('NAME', 'b', (2, 2)), ('OP', ')', (2, 3)), ('NEWLINE', '\n', (2, 4)), ('DEDENT', '', (3, 0)), ('NAME', 'q', (3, 0)), ('NEWLINE', '\n', (3, 1)), ('ENDMARKER', '', (4, 0))]
# expect: [('FSTRING_START', "f'", (1, 0)), ('OP', '{', (1, 2)), ('NAME', 'a', (1, 3)), ('OP', ']', (1, 4)), ('TokenError', ("f-string: single '}' is not allowed", (1, 6)))]
# expect: [('NAME', 'x', (1, 0)), ('OP', ')', (1, 1)), ('NEWLINE', '\n', (1, 2)), ('INDENT', '  ', (2, 0)), ('NAME', 'y', (2, 2)), ('NEWLINE', '\n', (2, 3)), ('DEDENT', '', (3, 0)), ('NAME', 'z', (3, 0)), ('NEWLINE', '\n', (3, 1)), ('ENDMARKER', '', (4, 0))]
# expect: [('OP', ')', (1, 0)), ('OP', '(', (1, 1)), ('NL', '\n', (1, 2)), ('NUMBER', '1', (2, 0)), ('NL', '\n', (2, 1)), ('OP', ')', (3, 0)), ('NEWLINE', '\n', (3, 1)), ('ENDMARKER', '', (4, 0))]
fs = [lambda x: x + 1,
      lambda y: (y,
                 2)]
def wrap(f, *a): return f
g = wrap(lambda x:
         x, 3)
h = wrap(wrap(lambda: 5))
lines = ["lambda x: x + 1),\n", "  b)\n"]
print(inspect.getblock(lines), inspect.getblock(["lambda y: (y,\n", "  2)]\n", "z\n"]), inspect.getblock(["g(lambda: 5, lambda: 6)\n", "h\n"]))
# expect: ['lambda x: x + 1),\n'] ['lambda y: (y,\n', '  2)]\n'] ['g(lambda: 5, lambda: 6)\n']
