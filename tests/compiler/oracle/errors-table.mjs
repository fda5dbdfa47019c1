// Writes tests/compiler/errors.json: what CPython 3.14's compile() (pyodide) says of every program in snippets.txt, warnings included.
// Programs are parted by lines "%%"; a line "%% single" or "%% eval" says the mode of the next one.
// Run: node tests/compiler/oracle/errors-table.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadPyodide } from "pyodide";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const cases = [];
let mode = "exec";
let lines = [];
const finish = () => {
  if (lines.length > 0) cases.push({ mode, source: `${lines.join("\n")}\n` });
  lines = [];
};
for (const line of readFileSync(here("snippets.txt"), "utf8").trimEnd().split("\n")) {
  const mark = /^%%(?: (\w+))?$/.exec(line);
  if (!mark) {
    lines.push(line);
    continue;
  }
  finish();
  mode = mark[1] ?? "exec";
}
finish();

const python = await loadPyodide();
python.globals.set("CASES", JSON.stringify(cases));
const json = python.runPython(`
import json, warnings, ast
rows = []
for case in json.loads(CASES):
    source, mode = case["source"], case["mode"]
    try:
        ast.parse(source, mode=mode)
        parses = True
    except SyntaxError as error:
        parses = error.msg.startswith(("future feature", "not a chance"))
    row = {"mode": mode, "source": source, "parses": parses, "error": None, "warnings": []}
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            compile(source, "<test>", mode, 0, dont_inherit=True)
        except SyntaxError as error:
            row["error"] = {
                "type": type(error).__name__, "message": error.msg, "lineno": error.lineno, "offset": error.offset,
                "end_lineno": error.end_lineno, "end_offset": error.end_offset, "text": error.text,
            }
    row["warnings"] = [[str(w.message), w.lineno] for w in caught if issubclass(w.category, SyntaxWarning)]
    rows.append(row)
json.dumps(rows, ensure_ascii=False)
`);
const rows = JSON.parse(json).filter((row) => row.parses);
for (const row of rows) delete row.parses;
writeFileSync(here("../errors.json"), `[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`);
const failing = rows.filter((row) => row.error).length;
console.log(
  `${cases.length} programs, ${rows.length} parse: ${failing} fail, ${rows.filter((r) => r.warnings.length).length} warn`,
);
