import { expect, test } from "vitest";

const script = new URL("../../scripts/fold-constants.mjs", import.meta.url).href;
const { fold } = (await import(script)) as { fold(source: string, tables: object): string };

const tables = { Layout: { List: { size: 8, items: 16 }, Str: { data: -4 } }, Op: { ADD: 3 } };
const folded = (source: string) => fold(`import { Layout, Op } from "./x.ts";\n${source}`, tables).split("\n").slice(1);

test("what a module takes out of a table becomes a number", () => {
  expect(folded("f(Layout.List.items, Op.ADD, Layout.Str.data);")).toEqual(["f(16, 3, (-4));"]);
});

test("names for parts of a table count as the table", () => {
  expect(folded("const L = Layout.List;\nf(L.items + L.size);")[1]).toBe("f(16 + 8);");
  expect(folded("const { ADD: add } = Op;\nf(add);")[0]).toBe("const add = 3;");
  expect(folded("const { size, items: at } =\n  Layout.List;")).toEqual(["const size = 8;", "const at = 16;"]);
});

test("a name that means two things is left alone", () => {
  const source = "const L = Layout.List;\nfunction g(x) {\n  const L = x;\n  f(L.items);\n}";
  expect(folded(source).at(-2)).toBe("  f(L.items);");
});

test("types, properties of other things and unknown fields stay", () => {
  const source = "type T = keyof typeof Layout.List;\nf(x.Layout.List.items, Layout.Missing);";
  expect(folded(source)).toEqual(source.split("\n"));
});

test("a part that is used as a whole is the only one that is made", () => {
  const made = fold('import { Layout } from "./x.ts";\nf(Layout.List);', tables);
  expect(made).toBe('const Layout$List = {"size":8,"items":16};import { Layout } from "./x.ts";\nf(Layout$List);');
});
