// Writes tests/syntax/malformed.json: what CPython 3.14 (pyodide) says of every program in malformed-snippets.txt.
// stage "parser": ast.parse refuses it; "compiler": only compile() does, or the error is one of `from __future__`
// (which CPython's ast.parse happens to check); programs that compile are left out.
// Run: node tests/syntax/oracle/malformed-table.mjs

import { loadPyodide } from "pyodide";
import { readSnippets, writeTable } from "./snippets.mjs";

const cases = readSnippets(new URL("malformed-snippets.txt", import.meta.url)).map(({ mode, source }) =>
  mode === "bytes" ? { mode, source: JSON.parse(`"${source.replaceAll(/\\x(..)/g, "\\u00$1")}"`) } : { mode, source },
);

const python = await loadPyodide();
python.globals.set("CASES", JSON.stringify(cases));
const json = python.runPython(`
import ast, json, warnings
warnings.simplefilter("ignore")
FUTURE = ("future feature", "not a chance")

def error_of(source, mode, flags):
    try:
        compile(source, "<test>", mode, flags, dont_inherit=True)
    except SyntaxError as error:
        return error

rows = []
for case in json.loads(CASES):
    source, mode = case["source"], case["mode"]
    if mode == "bytes":
        source, mode = source.encode("latin-1"), "exec"
    error = error_of(source, mode, ast.PyCF_ONLY_AST)
    stage = "parser"
    if error is None or error.msg.startswith(FUTURE):
        stage = "compiler"
        error = error_of(source, mode, 0)
    if error is None:
        continue
    more = error_of(source, mode, ast.PyCF_ONLY_AST | 0x4000)  # PyCF_ALLOW_INCOMPLETE_INPUT
    rows.append({
        "mode": case["mode"], "source": case["source"], "stage": stage,
        "type": type(error).__name__, "message": error.msg, "lineno": error.lineno, "offset": error.offset,
        "end_lineno": error.end_lineno, "end_offset": error.end_offset, "text": error.text,
        "incomplete": type(more).__name__ == "_IncompleteInputError",
    })
json.dumps(rows, ensure_ascii=False)
`);
const rows = JSON.parse(json);
writeTable("malformed.json", rows);
const count = (stage) => rows.filter((row) => row.stage === stage).length;
console.log(`${cases.length} programs: ${count("parser")} refused by the parser, ${count("compiler")} by the compiler`);
