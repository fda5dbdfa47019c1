// In dist/ `Layout.PyList.length` is 8: a script that has just been loaded runs without having been optimised, and then every look into a table costs
// as much as a call. Tables of which nothing else is left don't get into the scripts at all. (V8's code for the JIT's compiler: a third smaller.)
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

/** Tables of numbers (or of such tables), by the files that export them. */
const TABLES = {
  "heap/generated/layout.ts": ["Layout", "CoreConst", "FieldSize"],
  "bytecode/opcodes.ts": [
    "Flag",
    "BinaryOp",
    "CompareOp",
    "FunctionAttr",
    "SpecialMethod",
    "Conversion",
    "Intrinsic",
    "Op",
  ],
  "jit/generated/stencil-uops.ts": ["Uop"],
  "jit/observations.ts": ["LOOKUP"],
  "jit/thread/thread-protocol.ts": ["WORDS", "Question"],
};

/** Modules that work out nothing but data, which stands in dist/ as it comes out: arrays, objects, numbers and texts. */
const DATA = ["jit/opcode-info.ts", "jit/emit/uops-apart.ts"];

/** Fields of tables, by the files: they are there for people to read, and for those who build the core. */
const UNREAD = { "bytecode/opcodes.ts": /, doc: "(?:[^"\\]|\\.)*"/g };

/**
 * The plugin for sources below `src`.
 * @returns {Promise<import("esbuild").Plugin>}
 */
export async function foldConstants(src) {
  const tables = await exportsOf(
    Object.entries(TABLES).map(([file, names]) => `export { ${names.join(", ")} } from "./${file}";`),
    src,
  );
  const data = new Map();
  for (const file of DATA) data.set(join(src, file), writtenOut(await exportsOf([`export * from "./${file}";`], src)));
  const unread = new Map(Object.entries(UNREAD).map(([file, field]) => [join(src, file), field]));
  const read = (path) => readFileSync(path, "utf8").replaceAll(unread.get(path) ?? "", "");
  return {
    name: "fold-constants",
    setup(build) {
      build.onLoad({ filter: /\/src\/.*\.ts$/ }, ({ path }) => ({
        contents: data.get(path) ?? fold(read(path), tables),
        loader: "ts",
      }));
    },
  };
}

/** What these lines of a module in the folder `src` export, by its names. */
async function exportsOf(lines, src) {
  const { outputFiles } = await build({
    stdin: { contents: lines.join("\n"), resolveDir: src },
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    logLevel: "warning",
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

/** A module that exports the same. Arrays may have holes. */
function writtenOut(exported) {
  const literal = (value) =>
    Array.isArray(value)
      ? `[${Array.from(value, (item) => (item === undefined ? "void 0" : literal(item))).join(",")}]`
      : JSON.stringify(value);
  return Object.entries(exported)
    .map(([name, value]) => `export const ${name} = ${literal(value)};`)
    .join("\n");
}

/** The source with numbers for what it takes out of tables that it imports. */
export function fold(source, tables) {
  let text = source;
  const parts = new Map();
  for (const name of importedNames(source)) {
    const table = tables[name];
    if (table === undefined) continue;
    text = replaceTaken(text, name, table);
    for (const [alias, part] of aliases(text, name, table)) text = replaceFields(text, alias, part);
    text = replaceFields(text, name, table);
    text = replaceParts(text, name, table, parts);
  }
  const constants = [...parts].map(([name, part]) => `const ${name} = ${JSON.stringify(part)};`);
  return constants.join(" ") + text;
}

function importedNames(source) {
  const names = [];
  for (const [, list] of source.matchAll(/^import \{([^}]*)\} from "\.[^"]*"/gm))
    for (const item of list.split(",")) if (/^\s*\w+\s*$/.test(item)) names.push(item.trim());
  return names;
}

/** `const { NONE_REF: NONE, TYPE_INT } = CoreConst;`, `const { PyStr } = Layout;`, `const { scratch } = Layout.VM;`: a constant each. */
function replaceTaken(text, name, table) {
  const taking = new RegExp(`^( *)const \\{([\\w,:\\s]+)\\} =\\s+${name}((?:\\.\\w+)*);$`, "gm");
  return text.replaceAll(taking, (all, indent, list, path) => {
    const part = path === "" ? table : look(table, path);
    const taken = list.split(",").flatMap((item) => (item.trim() === "" ? [] : [item.trim().split(/:\s*/)]));
    if (typeof part !== "object" || taken.some(([field]) => !Object.hasOwn(part, field))) return all;
    const one = ([field, alias]) =>
      `const ${alias ?? field} = ${typeof part[field] === "number" ? part[field] : `${name}${path}.${field}`};`;
    return indent + taken.map(one).join(indent === "" ? "\n" : " ");
  });
}

/** `const VM = Layout.VM;` of a module: names and what they stand for. Names that mean something else somewhere are left out. */
function aliases(text, name, table) {
  const found = [...text.matchAll(new RegExp(`^const (\\w+) = ${name}\\.(\\w+);$`, "gm"))];
  const declares = (alias) => new RegExp(`\\b(?:const|let|function|class) (?:[{[][^}\\]]*\\b)?${alias}\\b`, "g");
  return found
    .map(([, alias, field]) => [alias, table[field]])
    .filter(([alias, part]) => typeof part === "object" && [...text.matchAll(declares(alias))].length === 1);
}

/** name.field, name.part.field: numbers. Types (`typeof name.field`) stay. */
function replaceFields(text, name, table) {
  return text.replaceAll(access(name), (all, path) => {
    const found = look(table, path);
    if (typeof found !== "number") return all;
    return found < 0 ? `(${found})` : String(found);
  });
}
/** What is left of name.part stands for a constant of the module that only holds that part. */
function replaceParts(text, name, table, parts) {
  return text.replaceAll(access(name), (all, path) => {
    const part = look(table, path);
    if (part === undefined) return all;
    const constant = name + path.replaceAll(".", "$");
    parts.set(constant, part);
    return constant;
  });
}
function access(name) {
  return new RegExp(`(?<!typeof )(?<![\\w.$"'\`])${name}((?:\\.\\w+)+)(?![\\w(])`, "g");
}
function look(table, path) {
  let at = table;
  for (const field of path.slice(1).split("."))
    at = typeof at === "object" && Object.hasOwn(at, field) ? at[field] : undefined;
  return at;
}
