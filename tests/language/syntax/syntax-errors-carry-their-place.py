# arguments, text and metadata of SyntaxErrors from the parser, the symbol table and the compiler; misspelt keywords in the traceback module
import ast
import codeop
import traceback


def show(make):
    try:
        make()
    except SyntaxError as e:
        print(type(e).__name__, e.args, repr(e.text), e._metadata, e.print_file_and_line, vars(e))


for source in (
    "x = = 1", "if x:\n1", "if x:\n\t1\n        2", "return", "def f(a, a): 1", "x\0y", "'abc", "print x", "f'{a b}'", "(",
    "from __future__ import braces", "x = 1\nfrom __future__ import division", "del f()", "def f():\n x = 1\n global x", "*a",
    "whille x:\n  pass", "é = = 1", "def f():\n  é; return 1 = 2", "class é: return 1", "match x:\n case a | b: pass", "x = 1\r\ny = = 2\r\n",
):
    show(lambda: compile(source, "<source>", "exec"))
# expect: SyntaxError ('invalid syntax', ('<source>', 1, 5, 'x = = 1\n', 1, 6)) 'x = = 1\n' (0, 0, 'x = = 1\n') None {}
# expect: IndentationError ("expected an indented block after 'if' statement on line 1", ('<source>', 2, 1, '1\n', 2, 2)) '1\n' (0, 0, 'if x:\n1\n') None {}
# expect: TabError ('inconsistent use of tabs and spaces in indentation', ('<source>', 3, 1, '        2\n', 3, 0)) '        2\n' (0, 0, 'if x:\n\t1\n        2\n') None {}
# expect: SyntaxError ("'return' outside function", ('<source>', 1, 1, None, 1, 7)) None None None {}
# expect: SyntaxError ("duplicate argument 'a' in function definition",) None None None {}
# expect: SyntaxError ('source code string cannot contain null bytes',) None None None {}
# expect: SyntaxError ('unterminated string literal (detected at line 1)', ('<source>', 1, 1, "'abc", 1, 1)) "'abc" (0, 0, "'abc\n") None {}
# expect: SyntaxError ("Missing parentheses in call to 'print'. Did you mean print(...)?", ('<source>', 1, 1, 'print x\n', 1, 8)) 'print x\n' (0, 0, 'print x\n') None {}
# expect: SyntaxError ('invalid syntax. Perhaps you forgot a comma?', ('<source>', 1, 4, "f'{a b}'\n", 1, 7)) "f'{a b}'\n" (0, 0, "f'{a b}'\n") None {}
# expect: SyntaxError ("'(' was never closed", ('<source>', 1, 1, '(\n', 1, 0)) '(\n' (0, 0, '(\n') None {}
# expect: SyntaxError ('not a chance',) None None None {}
# expect: SyntaxError ('from __future__ imports must occur at the beginning of the file',) None None None {}
# expect: SyntaxError ('cannot delete function call', ('<source>', 1, 5, 'del f()\n', 1, 8)) 'del f()\n' (0, 0, 'del f()\n') None {}
# expect: SyntaxError ("name 'x' is assigned to before global declaration",) None None None {}
# expect: SyntaxError ("can't use starred expression here", ('<source>', 1, 1, None, 1, 3)) None None None {}
# expect: SyntaxError ('invalid syntax', ('<source>', 1, 8, 'whille x:\n', 1, 9)) 'whille x:\n' (0, 0, 'whille x:\n  pass\n') None {}
# expect: SyntaxError ('invalid syntax', ('<source>', 1, 5, 'é = = 1\n', 1, 6)) 'é = = 1\n' (0, 0, 'é = = 1\n') None {}
# expect: SyntaxError ('invalid syntax', ('<source>', 2, 15, '  é; return 1 = 2\n', 2, 16)) '  é; return 1 = 2\n' (0, 0, 'def f():\n  é; return 1 = 2\n') None {}
# expect: SyntaxError ("'return' outside function", ('<source>', 1, 11, None, 1, 19)) None None None {}
# expect: SyntaxError ("name capture 'a' makes remaining patterns unreachable", ('<source>', 2, 7, None, 2, 8)) None None None {}
# expect: SyntaxError ('invalid syntax', ('<source>', 2, 5, 'y = = 2\n', 2, 6)) 'y = = 2\n' (0, 0, 'x = 1\ny = = 2\n') None {}
show(lambda: compile(b"# coding: nonsense\nx", "<source>", "exec"))
# expect: SyntaxError ('unknown encoding: nonsense', ('<source>', 0, -1, None)) None None None {}
show(lambda: ast.literal_eval("1+"))
# expect: SyntaxError ('invalid syntax', ('<unknown>', 1, 0, '1+', 1, 0)) '1+' (0, 0, '1+') None {}
show(lambda: eval("1 2"))
# expect: SyntaxError ('invalid syntax', ('<string>', 1, 3, '1 2', 1, 4)) '1 2' (0, 0, '1 2') None {}
print(SyntaxError("plain")._metadata)  # expect: None

for source in ("whille x:\n  pass", "for x im y: pass", "def f(a, a): 1", "a b", "try:\n pass\nexcpt: pass", "return 1"):
    try:
        exec(source)
    except SyntaxError:
        print(traceback.format_exc(limit=0))
# expect-json: "  File \"<string>\", line 1"
# expect-json: "    whille x:"
# expect-json: "    ^^^^^^"
# expect: SyntaxError: invalid syntax. Did you mean 'while'?
# expect:
# expect-json: "  File \"<string>\", line 1"
# expect-json: "    for x im y: pass"
# expect-json: "          ^^"
# expect: SyntaxError: invalid syntax. Did you mean 'in'?
# expect:
# expect-json: "  File \"<string>\", line 1"
# expect: SyntaxError: duplicate argument 'a' in function definition
# expect:
# expect-json: "  File \"<string>\", line 1"
# expect-json: "    a b"
# expect-json: "      ^"
# expect: SyntaxError: invalid syntax
# expect:
# expect-json: "  File \"<string>\", line 3"
# expect-json: "    excpt: pass"
# expect-json: "    ^^^^^"
# expect: SyntaxError: expected 'except' or 'finally' block
# expect:
# expect-json: "  File \"<string>\", line 1"
# expect: SyntaxError: 'return' outside function
# expect:

print(codeop.compile_command("while x:", symbol="exec", flags=codeop.PyCF_ONLY_AST))  # expect: None
