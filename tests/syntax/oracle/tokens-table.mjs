// Writes tests/syntax/tokens.json: the tokens that CPython 3.14's C tokenizer (pyodide, _tokenize) finds in some
// awkward programs: [type, text, line, column, end line, end column], columns in characters, -1 for layout.
// Run: node tests/syntax/oracle/tokens-table.mjs

import { loadPyodide } from "pyodide";
import { writeTable } from "./snippets.mjs";

const PROGRAMS = [
  "x = 1\n",
  "if x:\n  y\n  if z:\n    w\n# c\n  v\nu\n",
  "if x:\n\ty\n\tif z:\n\t    w\n",
  "if x:\n        y\n",
  "\f  \fx\n",
  "x \\\n  + y\n",
  "if x:\n  \\\n    y\n",
  "if x:\n  y\n\\\n  z\n",
  "(a,\n b # c\n\n  , c)\n",
  "x # comment\n# another\n\n\ny\n",
  "a;b ; c\n",
  "a<<=b>>=c**=d//=e->f:=g!=h<=i>=j==k...l@m@=n\n",
  "a<>b <  > c < <d\n",
  "a!b $ ? `\n",
  "1 1.5 .5 1. 1e5 1E-5 1_000 0xF_f 0o17 0b1 1j 1.5J 0_0 00\n",
  "1.real 1..real 1.e5.imag\n".replace("1.real", "1 .real"),
  "1if 2else 3or 4\n",
  "0xfor 1_0in x\n",
  "a.b...c. .d..e\n",
  "'a' \"b\" '''c''' \"\"\"d\"\"\" '' \"\" '\\'' r'\\' b'' Rb'' bR\"\" u''\n".replace("r'\\' ", ""),
  "'''a\nb''' x\n",
  "'a\\\nb' x\n",
  "'''a'b''c\\'''' x\n",
  'f"a{b}c"\n',
  "f'{x!r:>{w}.{p}}'\n",
  "f'{{a}}{b}{{' rf'\\{x}'\n",
  "f'{a:{{b}}}'\n",
  "f'{a[b:c]}{ {1: 2}[3] }{(lambda: 1)}'\n",
  "f'{a=}{b = !s}{c!=d}'\n",
  "f'''a\n{b\n}c\n{d:\n e}'''\n",
  "f'{f\"{f'{x}'}\"}'\n",
  "f'{x:%H:%M}' f'{x:a{y}b{z}}'\n",
  "f'\\N{DASH}{x}\\{y}'\n",
  "f''\n",
  "t'a{b!r}' Tr'{c}'\n",
  "match case type _ print async await lambda None True False nonlocal\n",
  "@a\nclass A: pass\n",
  "x = (\n",
  "",
  "\n\n",
  "   \n\t\n# c\n",
  "x",
  "if x:\n  y",
].filter((p) => p !== "x = (\n");

const python = await loadPyodide();
python.globals.set("PROGRAMS", JSON.stringify(PROGRAMS));
const json = python.runPython(`
import _tokenize, io, json, token, warnings
warnings.simplefilter("ignore")
rows = []
for source in json.loads(PROGRAMS):
    tokens = []
    text = source if source.endswith("\\n") else source + "\\n"
    for kind, string, start, end, line in _tokenize.TokenizerIter(io.StringIO(text).readline, extra_tokens=False):
        tokens.append([token.tok_name[kind], string, *start, *end])
    rows.append([source, tokens])
json.dumps(rows, ensure_ascii=False)
`);
const rows = JSON.parse(json);
writeTable("tokens.json", rows);
console.log(`${rows.length} programs`);
