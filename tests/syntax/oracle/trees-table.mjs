// Writes tests/syntax/trees.json: for every program in trees-snippets.txt what CPython 3.14 (pyodide) makes of it,
// ast.dump(include_attributes=True), and the warnings of its compile() that come from parsing.
// Run: node tests/syntax/oracle/trees-table.mjs

import { loadPyodide } from "pyodide";
import { readSnippets, writeTable } from "./snippets.mjs";

const cases = readSnippets(new URL("trees-snippets.txt", import.meta.url));

const python = await loadPyodide();
python.globals.set("CASES", JSON.stringify(cases));
const json = python.runPython(`
import ast, json, warnings
PARSER = ("escape sequence", " literal", "'finally' block")

rows = []
for case in json.loads(CASES):
    source, mode = case["source"], case["mode"]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            tree = compile(source, "<test>", mode, ast.PyCF_ONLY_AST, dont_inherit=True)
        except SyntaxError as error:
            print("left out, not Python:", repr(source), error)
            continue
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            compile(source, "<test>", mode, dont_inherit=True)
        except (SyntaxError, UnicodeEncodeError):
            pass  # wrong in a way that the parser does not mind
    rows.append({
        "mode": mode, "source": source, "dump": ast.dump(tree, include_attributes=True),
        "pretty": ast.dump(tree, indent=2),
        "warnings": [[str(w.message), w.lineno] for w in caught
                     if any(p in str(w.message) for p in PARSER) and '"is' not in str(w.message)],
    })
json.dumps(rows, ensure_ascii=False)
`);
const rows = JSON.parse(json);
writeTable("trees.json", rows);
console.log(`${rows.length} programs`);
