// Writes tests/compiler/stdlib-code.json: for every file of the standard library a hash over what CPython 3.14 (pyodide) makes of each
// code object in it: names, counts, flags, docstring, variables, and where its instructions of each kind stand (lines and columns).
// stdlib-code.test.ts makes the same text of Krait's code objects; see there for what is left out and why.
// Run: node tests/compiler/oracle/stdlib-code.mjs
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadPyodide } from "pyodide";

const python = await loadPyodide();
const json = python.runPython(`
import dis, hashlib, json, sys, types, warnings, zipfile
warnings.simplefilter("ignore")

KINDS = {}
for kind, names in {
    "call": "CALL CALL_KW CALL_FUNCTION_EX", "attribute": "LOAD_ATTR LOAD_SUPER_ATTR", "set attribute": "STORE_ATTR",
    "delete attribute": "DELETE_ATTR", "set item": "STORE_SUBSCR STORE_SLICE", "delete item": "DELETE_SUBSCR",
    "compare": "COMPARE_OP", "contains": "CONTAINS_OP", "iter": "GET_ITER", "raise": "RAISE_VARARGS", "import": "IMPORT_NAME",
    "import from": "IMPORT_FROM", "global": "LOAD_GLOBAL LOAD_NAME", "special": "LOAD_SPECIAL", "send": "SEND",
    "awaitable": "GET_AWAITABLE", "yield": "YIELD_VALUE", "format": "FORMAT_SIMPLE FORMAT_WITH_SPEC CONVERT_VALUE",
    "merge": "DICT_MERGE", "unary": "UNARY_NEGATIVE UNARY_INVERT", "matches": "CHECK_EXC_MATCH CHECK_EG_MATCH",
    "match class": "MATCH_CLASS", "match keys": "MATCH_KEYS", "anext": "GET_ANEXT", "aiter": "GET_AITER",
    "yield from": "GET_YIELD_FROM_ITER", "free": "LOAD_DEREF LOAD_FROM_DICT_OR_DEREF", "item": "BINARY_SLICE",
}.items():
    for name in names.split():
        KINDS[name] = kind

FLAGS = 0x1 | 0x2 | 0x4 | 0x8 | 0x10 | 0x20 | 0x80 | 0x200 | 0x1000000 | 0x4000000 | 0x8000000

def kind_of(instr):
    if instr.opname == "BINARY_OP":
        return "item" if instr.arg == 26 else "binary"
    if instr.opname == "CALL_INTRINSIC_1" and instr.arg == 5:
        return "unary"
    return KINDS.get(instr.opname)

def text(value):
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)

def describe(code, lines):
    function = code.co_flags & 1
    cells = sorted(code.co_cellvars) if code.co_name != "<module>" else []
    variables = [name for name in code.co_varnames if name not in cells and name[0] != "."] if function else []
    doc = code.co_consts[0] if code.co_flags & 0x4000000 else None
    lines.add(text([
        code.co_qualname, code.co_firstlineno, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount,
        variables, cells, list(code.co_freevars), code.co_flags & FLAGS, doc,
    ]))
    for instr in dis.get_instructions(code):
        kind = kind_of(instr)
        if kind:
            at = instr.positions
            lines.add(text([code.co_qualname, kind, at.lineno, at.col_offset, at.end_lineno, at.end_col_offset]))
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            describe(constant, lines)

files = {}
archive = zipfile.ZipFile(next(path for path in sys.path if path.endswith("zip")))
for name in archive.namelist():
    if name.endswith(".py"):
        lines = set()
        describe(compile(archive.read(name), name, "exec", dont_inherit=True), lines)
        joined = "\\n".join(sorted(lines, key=lambda line: line.encode("utf-16-be", "surrogatepass")))
        files[name] = hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]
json.dumps({"python": sys.version.split()[0], "files": files})
`);
const result = JSON.parse(json);
writeFileSync(fileURLToPath(new URL("../stdlib-code.json", import.meta.url)), `${JSON.stringify(result, null, 1)}\n`);
console.log(`${Object.keys(result.files).length} files, Python ${result.python}`);
