// node scripts/unicode-data.mjs: writes src/modules/unicodedata/data.bin, the character database of the module unicodedata, from CPython's own answers
// (the npm package pyodide). Aliases can't be listed by asking: unicode-aliases.txt says what to ask for.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";
import { loadPyodide } from "pyodide";

const here = dirname(fileURLToPath(import.meta.url));
const program = `
import json, unicodedata
from unicodedata import ucd_3_2_0
ALL = [chr(cp) for cp in range(0x110000)]
def runs(values):
    out, last, count = [], None, 0
    for v in values:
        if v != last:
            if count: out.append(f"{count},{last}")
            last, count = v, 0
        count += 1
    out.append(f"{count},{last}")
    return ";".join(out)
def database(u):
    return {
        "category": runs(u.category(c) for c in ALL), "bidirectional": runs(u.bidirectional(c) for c in ALL),
        "combining": runs(u.combining(c) for c in ALL), "width": runs(u.east_asian_width(c) for c in ALL),
        "mirrored": runs(u.mirrored(c) for c in ALL),
        "decomposition": ";".join(f"{ord(c):x},{u.decomposition(c)}" for c in ALL if u.decomposition(c)),
        "decimal": ";".join(f"{ord(c):x},{u.decimal(c)}" for c in ALL if u.decimal(c, None) is not None),
        "digit": ";".join(f"{ord(c):x},{u.digit(c)}" for c in ALL if u.digit(c, None) is not None),
        "numeric": ";".join(f"{ord(c):x},{u.numeric(c)!r}" for c in ALL if u.numeric(c, None) is not None),
    }
names, last = [], 0
for c in ALL:
    name = unicodedata.name(c, None)
    if name is None or name.endswith(f"-{ord(c):04X}") and name.startswith(("CJK UNIFIED IDEOGRAPH", "TANGUT IDEOGRAPH", "CJK COMPATIBILITY IDEOGRAPH", "NUSHU CHARACTER", "KHITAN SMALL SCRIPT CHARACTER")) or name.startswith("HANGUL SYLLABLE "):
        continue
    names.append(f"{ord(c) - last:x} {name}")
    last = ord(c)
ranges = []
for prefix in ("CJK UNIFIED IDEOGRAPH-", "TANGUT IDEOGRAPH-", "CJK COMPATIBILITY IDEOGRAPH-", "NUSHU CHARACTER-", "KHITAN SMALL SCRIPT CHARACTER-"):
    start = None
    for cp in range(0x110001):
        hit = cp < 0x110000 and unicodedata.name(chr(cp), "") == f"{prefix}{cp:04X}"
        if hit and start is None: start = cp
        if not hit and start is not None:
            ranges.append([start, cp - 1, prefix])
            start = None
aliases = {}
for alias in asked:
    try: found = unicodedata.lookup(alias)
    except KeyError: continue
    if unicodedata.name(found, None) != alias if len(found) == 1 else True: aliases[alias] = [ord(c) for c in found]
pairs = []
for c in ALL:
    d = unicodedata.decomposition(c)
    if d and not d.startswith("<") and len(d.split()) == 2:
        text = "".join(chr(int(x, 16)) for x in d.split())
        if unicodedata.normalize("NFC", text) == c: pairs.append(f"{ord(c):x}")
json.dumps({"version": unicodedata.unidata_version, "current": database(unicodedata), "old": database(ucd_3_2_0), "names": "\\n".join(names),
            "ranges": ranges, "aliases": aliases, "composites": ";".join(pairs)})
`;
const asked = readFileSync(join(here, "unicode-aliases.txt"), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"));
const pyodide = await loadPyodide();
pyodide.globals.set("asked", pyodide.toPy(asked));
await pyodide.loadPackage("unicodedata").catch(() => {});
const data = pyodide.runPython(program);
const folder = join(here, "..", "src", "modules", "unicodedata");
mkdirSync(folder, { recursive: true });
const packed = deflateRawSync(Buffer.from(data, "utf8"), { level: 9 });
writeFileSync(join(folder, "data.bin"), packed);
console.log(`${data.length} characters, ${packed.length} bytes packed`);
