// node scripts/unicode-tables.mjs: writes src/host/text/generated/unicode-tables.ts from CPython's own answers (the npm package pyodide), so
// that str's methods know exactly the Unicode version that CPython 3.14 knows, whatever Node's ICU has.
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadPyodide } from "pyodide";

const program = `
import json, unicodedata
tests = [str.isalpha, str.isdecimal, str.isdigit, str.isnumeric, str.islower, str.isupper, str.istitle, str.isprintable, str.isspace, str.isidentifier,
         lambda c: ("a" + c).isidentifier()]
def flags(c):
    bits = 0
    for i, test in enumerate(tests):
        if test(c): bits |= 1 << i
    return bits
digits = "0123456789abcdefghijklmnopqrstuvwxyz"
def base36(n):
    s = ""
    while True:
        n, r = divmod(n, 36)
        s = digits[r] + s
        if not n: return s
runs, last, count = [], None, 0
for cp in range(0x110000):
    f = flags(chr(cp))
    if f != last:
        if count: runs.append(base36(count) + "," + base36(last))
        last, count = f, 0
    count += 1
runs.append(base36(count) + "," + base36(last))
def cases(method):
    out = []
    for cp in range(0x80, 0x110000):
        c = chr(cp)
        r = method(c)
        if r != c: out.append(base36(cp) + "," + ".".join(base36(ord(x)) for x in r))
    return ";".join(out)
decimals = ",".join(base36(cp) for cp in range(0x80, 0x110000) if unicodedata.decimal(chr(cp), -1) == 0)
digit_values = ";".join(base36(cp) + "," + str(unicodedata.digit(chr(cp))) for cp in range(0x80, 0x110000)
                        if unicodedata.digit(chr(cp), None) is not None and unicodedata.decimal(chr(cp), None) is None)
json.dumps({"version": unicodedata.unidata_version, "flags": ";".join(runs), "upper": cases(str.upper), "lower": cases(str.lower),
            "title": cases(str.title), "fold": cases(str.casefold), "zeros": decimals, "digits": digit_values})
`;
const pyodide = await loadPyodide();
await pyodide.loadPackage([]);
const tables = JSON.parse(pyodide.runPython(program));
const target = join(
  dirname(fileURLToPath(import.meta.url)),
  "..",
  "src",
  "host",
  "text",
  "generated",
  "unicode-tables.ts",
);
const lines = [
  "// Written by scripts/unicode-tables.mjs from CPython's answers; do not edit. Numbers are in base 36.",
  `/** Unicode version of the tables. */\nexport const UNICODE_VERSION = ${JSON.stringify(tables.version)};`,
  `/** Runs "length,flags" that cover all code points; flag bits in the order of CharFlag in ../unicode.ts. */\nexport const FLAG_RUNS = ${JSON.stringify(tables.flags)};`,
  `/** "code point,mapped.code.points" where the mapping of a single character beyond ASCII is not itself. */\nexport const UPPER = ${JSON.stringify(tables.upper)};`,
  `export const LOWER = ${JSON.stringify(tables.lower)};`,
  `export const TITLE = ${JSON.stringify(tables.title)};`,
  `export const FOLD = ${JSON.stringify(tables.fold)};`,
  `/** Zeros of the decimal digit blocks beyond ASCII. */\nexport const DECIMAL_ZEROS = ${JSON.stringify(tables.zeros)};`,
  `/** "code point,value" of digits that are not decimal. */\nexport const DIGIT_VALUES = ${JSON.stringify(tables.digits)};`,
];
writeFileSync(target, `${lines.join("\n")}\n`);

// The same for C (native/core/unicode.c): a two-stage table of flags and the simple lower-case mapping, for regular expressions.
const flags = new Uint16Array(0x110000);
let at = 0;
for (const run of tables.flags.split(";")) {
  const [length, bits] = run.split(",").map((n) => Number.parseInt(n, 36));
  flags.fill(bits, at, at + length);
  at += length;
}
const BLOCK = 128;
const blocks = new Map();
const index = [];
for (let start = 0; start < flags.length; start += BLOCK) {
  const key = flags.subarray(start, start + BLOCK).join(",");
  if (!blocks.has(key)) blocks.set(key, blocks.size);
  index.push(blocks.get(key));
}
const single = (packed) =>
  packed
    .split(";")
    .map((entry) => entry.split(","))
    .filter(([, mapped]) => !mapped.includes("."))
    .map(([from, to]) => [Number.parseInt(from, 36), Number.parseInt(to, 36)]);
const wrap = (items) => items.join(",").replaceAll(/(.{1,150}(?:,|$))/g, "$1\n");
const c = [
  "// Written by scripts/unicode-tables.mjs from CPython's answers; do not edit.",
  `#define UNICODE_BLOCK ${BLOCK}`,
  `static const ${blocks.size > 255 ? "u16" : "u8"} unicode_index[] = {\n${wrap(index)}};`,
  `static const u16 unicode_flags[] = {\n${wrap([...blocks.keys()])}};`,
  ...["lower", "upper"].map(
    (name) =>
      `static const u32 unicode_${name}[][2] = {\n${wrap(single(tables[name]).map(([a, b]) => `{${a},${b}}`))}};`,
  ),
];
writeFileSync(
  join(dirname(fileURLToPath(import.meta.url)), "..", "native", "core", "generated", "unicode.h"),
  `${c.join("\n")}\n`,
);
console.log(`unicode ${tables.version}: ${lines.join("").length} bytes`);
process.exit(0);
