# What the library's module dis does otherwise in Krait, whose instructions are not CPython's: `adapt` is called when it has been imported.
# The library passes code around as bytes; here these know their code object.
from _opcode import _instructions
from opcode import opmap as _opmap

# Bytes of a program per word of Krait's bytecode in f_lasti, tb_lasti and co_lines().
_UNIT = 2


class _Code(bytes):
    def __new__(cls, code):
        self = super().__new__(cls, code.co_code)
        self.code = code
        return self


class _Operands(str):
    # (dis shows the repr of an argument)
    def __repr__(self):
        return self.ljust(5)


def _rows(code):
    return _instructions(code, [repr(constant) for constant in code.co_consts])


def adapt(dis):
    class Instruction(dis.Instruction):
        __doc__ = dis.Instruction.__doc__

        @property
        def baseopcode(self):
            return self.opcode

        @property
        def baseopname(self):
            return self.opname

        @property
        def end_offset(self):
            return self.offset + _UNIT

        @property
        def jump_target(self):
            return self.argval if isinstance(self.argval, int) else None

    Instruction.__module__, Instruction.__qualname__ = "dis", "Instruction"

    def instructions(code, linestarts=None, line_offset=0, co_positions=None, original_code=None, arg_resolver=None):
        rows = _rows(code.code)
        targets = [row[0] for row in rows if row[4]]
        labels = {at: label for label, at in enumerate(targets, 1)}
        shown = None
        for at, name, operands, place, _, target in rows:
            line = place and place[0]
            value = operands or None
            if name in ("LOAD_GLOBAL", "LOAD_NAME"): # inspect.getclosurevars() asks for the name
                value = operands.rpartition(".")[2]
            if target >= 0:
                value = target * _UNIT
                operands = operands.replace(f"→{target}", f"to L{labels[target]}", 1)
            yield Instruction(
                name, _opmap.get(name, -1), _Operands(operands) if operands else None, value, "", at * _UNIT, at * _UNIT,
                line != shown, line and line + line_offset, labels.get(at), dis.Positions(*(place or (None,) * 4)), None)
            shown = line

    def get_instructions(x, *, first_line=None, show_caches=None, adaptive=False):
        code = dis._get_code_object(x)
        return instructions(_Code(code), line_offset=0 if first_line is None else first_line - code.co_firstlineno)

    def stored_names(code):
        for _, name, operands, *_ in _rows(code):
            if name in ("STORE_NAME", "STORE_GLOBAL"):
                yield operands.rpartition(".")[2]

    def imports(code):
        # IMPORT_NAME's level and names are loaded by the two instructions before it.
        loaded = []
        for _, name, operands, *_ in _rows(code):
            if name == "IMPORT_NAME":
                level, names = loaded[-2:]
                yield operands.partition(", .")[2], int(level), names
            loaded.append(_constant(code, operands))

    get_instructions.__doc__ = dis.get_instructions.__doc__
    dis.Instruction = Instruction
    dis.get_instructions = get_instructions
    dis._get_instructions_bytes = instructions
    dis._get_code_array = lambda code, adaptive: _Code(code)
    dis._parse_exception_table = lambda code: []
    dis._make_labels_map = lambda code, exception_entries=(): {}
    dis.findlabels = lambda code: []
    dis._find_store_names = stored_names
    dis._find_imports = imports


def _constant(code, operands):
    text = operands.partition(", ")[2]
    return next((constant for constant in code.co_consts if repr(constant) == text), text)
