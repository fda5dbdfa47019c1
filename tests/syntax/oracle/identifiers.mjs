// Writes tests/syntax/identifiers.json: ranges of code points that CPython 3.14 (pyodide) lets begin a name, continue
// one, and calls printable. Run: node tests/syntax/oracle/identifiers.mjs

import { loadPyodide } from "pyodide";
import { writeTable } from "./snippets.mjs";

const python = await loadPyodide();
const json = python.runPython(`
import json

def ranges(test):
    found, first = [], None
    for point in range(0x110001):
        inside = point < 0x110000 and not 0xD800 <= point < 0xE000 and test(chr(point))
        if inside and first is None:
            first = point
        elif not inside and first is not None:
            found.append(f"{first:x}" if first == point - 1 else f"{first:x}-{point - 1:x}")
            first = None
    return " ".join(found)

json.dumps({
    "start": ranges(str.isidentifier),
    "continue": ranges(lambda c: ("a" + c).isidentifier()),
    "printable": ranges(str.isprintable),
})
`);
writeTable("identifiers.json", JSON.parse(json));
