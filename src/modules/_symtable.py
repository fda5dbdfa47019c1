# The module _symtable: entries of the compiler's symbol table (symtable.ts).
USE = 16
DEF_GLOBAL = 1
DEF_NONLOCAL = 8
DEF_LOCAL = 2
DEF_PARAM = 4
DEF_TYPE_PARAM = 1024
DEF_FREE_CLASS = 64
DEF_IMPORT = 128
DEF_BOUND = 134
DEF_ANNOT = 256
DEF_COMP_ITER = 512
DEF_COMP_CELL = 2048
TYPE_FUNCTION, TYPE_CLASS, TYPE_MODULE, TYPE_ANNOTATION, TYPE_TYPE_ALIAS, TYPE_TYPE_PARAMETERS, TYPE_TYPE_VARIABLE = range(7)
LOCAL, GLOBAL_EXPLICIT, GLOBAL_IMPLICIT, FREE, CELL = range(1, 6)
SCOPE_OFF = 12
SCOPE_MASK = 15


def symtable(source, filename, startstr, /):
    """Return symbol and scope dictionaries used internally by compiler."""
    return _entry(_symbols(source, filename, startstr))


def _entry(parts):
    entry = object.__new__(_Entry)
    type, name, line, nested, varnames, symbols, children = parts
    children = [_entry(child) for child in children]
    for field, value in (("type", type), ("name", name), ("lineno", line), ("nested", nested), ("varnames", varnames), ("symbols", symbols),
                         ("children", children), ("id", id(entry))):
        _members[field].__set__(entry, value)
    return entry


class _Entry:
    __slots__ = ("id", "name", "symbols", "varnames", "children", "nested", "type", "lineno", "__weakref__")

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 'symtable entry' instances")

    def __repr__(self):
        return f"<symtable entry {self.name}({self.id}), line {self.lineno}>"


def _seal():
    # The fields can be read and not set: what fills them goes by the members themselves.
    for name, member in _members.items():
        setattr(_Entry, name, property(member.__get__))
    _Entry.__name__ = _Entry.__qualname__ = "symtable entry"
    _Entry.__module__ = "builtins"


_members = {name: getattr(_Entry, name) for name in _Entry.__slots__ if name != "__weakref__"}
_seal()
