// Writes tests/syntax/keyword-hints.json: how CPython 3.14's traceback module (pyodide) prints plain syntax errors in
// programs with misspelt keywords: message, line, offset, end line, end offset, text.
// Run: node tests/syntax/oracle/keyword-hints.mjs

import { loadPyodide } from "pyodide";
import { writeTable } from "./snippets.mjs";

const PROGRAMS = [
  "fro x in y:\n    pass",
  "whille x:\n    pass",
  "imprt os",
  "form os import path",
  "prnt(x) y",
  "def f():\n    retrun 1 + 2",
  "retrun 1 + 2",
  "clas A:\n    pass",
  "dfe f(): pass",
  "x = lambada x: x",
  "a = b esle c",
  "if x:\n    pass\nelsee:\n    pass",
  "if x:\n    pass\nelfi y:\n    pass",
  "try:\n    pass\nexept:\n    pass",
  "with open(x) sa f: pass",
  "rais ValueError",
  "x = Tru and Flase x",
  "for x im range(10):\n    pass",
  "for i inn x: pass",
  "async dfe f(): pass",
  "awiat x",
  "async def f():\n    awiat x",
  "yeild x",
  "assrt x",
  "delt x",
  "x = not y adn z",
  "globl x",
  "nonlocl x",
  "a b",
  "x = (a b)",
  "x = [i fro i in y]",
  "from x imprt y",
  "x = 1 iff y else 2",
  "raise X form y",
  "class A:\n    def f(self):\n        fro x in self:\n            pass\n    def g(self): pass",
  "x = 1\ny = 2\nwhil True:\n    pass\nz = 3",
  "def f():\n    pass\n\nif x:\n    fro y in z: pass",
  "f(lambd x: x)",
  "é fro x in y: pass",
  "é = [ü fro ü in y]",
  "x = 5\nfr i in x: pass",
  "match x:\n  casee 1: pass",
  "a b c d e f g h i j fro",
  "if x\n  pass",
  "(whille x)",
  "im x in y",
  "a = b aand c",
  "pas x",
  "yield form x",
  "wiht a as b: pass",
  "tri:\n pass",
  "isinstance x",
];

const python = await loadPyodide();
python.globals.set("PROGRAMS", JSON.stringify(PROGRAMS));
const json = python.runPython(`
import json, traceback
rows = []
for source in json.loads(PROGRAMS):
    try:
        compile(source, "<test>", "exec")
    except SyntaxError as error:
        shown = traceback.TracebackException.from_exception(error)
        list(shown.format_exception_only())
        rows.append([source, shown.msg, int(shown.lineno), shown.offset, int(shown.end_lineno), shown.end_offset,
                     shown.text])
json.dumps(rows, ensure_ascii=False)
`);
const rows = JSON.parse(json);
writeTable("keyword-hints.json", rows);
console.log(`${rows.length} programs`);
