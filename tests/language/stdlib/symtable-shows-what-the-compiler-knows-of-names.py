import symtable

SOURCE = '''
"""doc"""
import os
from sys import path as where
x: int = 1
class A[T: int]:
    attribute = x
    def method(self, *args, key=0, **rest):
        global x
        x = self.__private
        def inner():
            nonlocal key
            key += len(args)
            return __class__
        return [inner for item in rest if (found := item)]
    async def other(self): pass
type Alias[U] = list[U]
def generator(a, /, b, *, c):
    yield from (a for a in b)
    lambda d: d + c
'''


def show(table, depth=0):
    print("  " * depth, table.get_type(), table.get_name(), table.get_lineno(), table.is_nested(), table.has_children(), table.is_optimized())
    for symbol in sorted(table.get_symbols(), key=lambda symbol: symbol.get_name()):
        facts = [name[3:] for name in ("is_referenced", "is_parameter", "is_global", "is_declared_global", "is_local", "is_free", "is_imported",
                 "is_annotated", "is_assigned", "is_nonlocal", "is_type_parameter", "is_comp_iter", "is_comp_cell", "is_free_class",
                 "is_namespace") if getattr(symbol, name)()]
        print("  " * depth, "-", symbol.get_name(), *facts)
    if table.get_type() == "function":
        print("  " * depth, table.get_parameters(), table.get_locals(), table.get_globals(), table.get_nonlocals(), table.get_frees())
    for child in table.get_children():
        show(child, depth + 1)


show(symtable.symtable(SOURCE, "file.py", "exec"))
# expect-json: " module top 0 False True False"
# expect-json: " - A global local assigned namespace"
# expect-json: " - Alias global local assigned namespace"
# expect-json: " - __conditional_annotations__ referenced global"
# expect-json: " - generator global local assigned namespace"
# expect-json: " - os global local imported"
# expect-json: " - where global local imported"
# expect-json: " - x global declared_global local annotated assigned"
# expect-json: "   annotation __annotate__ 5 False False False"
# expect-json: "   - .format referenced parameter local"
# expect-json: "   - int referenced global"
# expect-json: "   type parameters A 6 False True False"
# expect-json: "   - .generic_base referenced local assigned"
# expect-json: "   - .type_params referenced local assigned"
# expect-json: "   - T local assigned type_parameter namespace"
# expect-json: "     type variable T 6 True False False"
# expect-json: "     - .format referenced parameter local"
# expect-json: "     - int referenced global"
# expect-json: "     class A 6 True True False"
# expect-json: "     - .type_params referenced free"
# expect-json: "     - __type_params__ local assigned"
# expect-json: "     - attribute local assigned"
# expect-json: "     - method local assigned namespace"
# expect-json: "     - other local assigned namespace"
# expect-json: "     - x referenced global"
# expect-json: "       annotation __annotate__ 8 True False False"
# expect-json: "       - .format referenced parameter local"
# expect-json: "       - __classdict__ referenced free"
# expect-json: "       function method 8 True True True"
# expect-json: "       - __class__ free"
# expect-json: "       - args parameter local"
# expect-json: "       - found local assigned"
# expect-json: "       - inner local assigned namespace"
# expect-json: "       - item referenced local assigned comp_iter"
# expect-json: "       - key parameter local"
# expect-json: "       - rest referenced parameter local"
# expect-json: "       - self referenced parameter local"
# expect-json: "       - x global declared_global assigned"
# expect-json: "       ('self', 'key', 'args', 'rest') ('self', 'key', 'args', 'rest', 'inner', 'found', 'item') ('x',) () ('__class__',)"
# expect-json: "         annotation __annotate__ 11 True False False"
# expect-json: "         - .format referenced parameter local"
# expect-json: "         function inner 11 True False True"
# expect-json: "         - __class__ referenced free"
# expect-json: "         - args referenced free"
# expect-json: "         - key free assigned nonlocal"
# expect-json: "         - len referenced global"
# expect-json: "         () () ('len',) ('key',) ('key', 'args', '__class__')"
# expect-json: "       annotation __annotate__ 16 True False False"
# expect-json: "       - .format referenced parameter local"
# expect-json: "       - __classdict__ referenced free"
# expect-json: "       function other 16 True False True"
# expect-json: "       - self parameter local"
# expect-json: "       ('self',) ('self',) () () ()"
# expect-json: "   type parameters Alias 17 False True False"
# expect-json: "   - U local assigned type_parameter"
# expect-json: "     type alias Alias 17 True False False"
# expect-json: "     - .format referenced parameter local"
# expect-json: "     - U referenced free"
# expect-json: "     - list referenced global"
# expect-json: "   annotation __annotate__ 18 False False False"
# expect-json: "   - .format referenced parameter local"
# expect-json: "   function generator 18 False True True"
# expect-json: "   - a parameter local"
# expect-json: "   - b referenced parameter local"
# expect-json: "   - c parameter local"
# expect-json: "   ('a', 'b', 'c') ('a', 'b', 'c') () () ()"
# expect-json: "     function genexpr 19 True False True"
# expect-json: "     - .0 parameter local"
# expect-json: "     - a referenced local assigned comp_iter"
# expect-json: "     ('.0',) ('.0', 'a') () () ()"
# expect-json: "     function lambda 20 True False True"
# expect-json: "     - c referenced free"
# expect-json: "     - d referenced parameter local"
# expect-json: "     ('d',) ('d',) () () ('c',)"
print(symtable.symtable(b"a + b", "file.py", "eval").get_identifiers())  # expect: dict_keys(['a', 'b'])
print(symtable.symtable("a = 1", "file.py", "single").lookup("a"))  # expect: <symbol 'a': LOCAL, DEF_LOCAL>
for arguments in (("x =", "f", "exec"), ("x", "f", "bogus"), (1, "f", "exec"), ("x", 1, "exec"), ("def f():\n x = 1\n global x", "f", "exec")):
    try:
        symtable.symtable(*arguments)
    except (SyntaxError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
# expect: SyntaxError invalid syntax (f, line 1)
# expect: ValueError symtable() arg 3 must be 'exec' or 'eval' or 'single'
# expect: TypeError symtable() arg 1 must be a string or bytes object
# expect: TypeError expected str, bytes or os.PathLike object, not int
# expect: SyntaxError name 'x' is assigned to before global declaration (f, line 3)
