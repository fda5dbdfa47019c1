// Writes tests/syntax/stdlib-ast.json: for every .py file of the standard library, the first 16 hex digits of the
// SHA-256 of ast.dump(tree, include_attributes=True) as CPython 3.14 (pyodide) prints it.
// Run: node tests/syntax/oracle/stdlib-hashes.mjs

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadPyodide } from "pyodide";
import { writeTable } from "./snippets.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const python = await loadPyodide();
const zip = readFileSync(here("../../../node_modules/pyodide/python_stdlib.zip"));
python.FS.writeFile("/tmp/stdlib.zip", zip);
const json = python.runPython(`
import ast, hashlib, json, sys, zipfile
hashes = {}
with zipfile.ZipFile("/tmp/stdlib.zip") as z:
    for name in sorted(z.namelist()):
        if name.endswith(".py"):
            text = ast.dump(ast.parse(z.read(name)), include_attributes=True)
            hashes[name] = hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:16]
json.dumps({"python": sys.version.split()[0], "files": hashes}, indent=0)
`);
writeTable("stdlib-ast.json", JSON.parse(json));
