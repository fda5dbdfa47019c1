// The package as npm packs it, in a project of its own that has neither the sources nor a compiled addon: koffi serves.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../harness/root.ts";

let project: string;
let contents: string[];

function run(command: string, args: string[], cwd: string): string {
  const { stdout, stderr, status } = spawnSync(command, args, { cwd, encoding: "utf8", timeout: 60_000 });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${status}\n${stdout}${stderr}`);
  return stdout;
}

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "krait-package-"));
  const packed = run("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", project], root);
  const [{ filename, files }] = JSON.parse(packed) as [{ filename: string; files: { path: string }[] }];
  contents = files.map(({ path }) => path);
  const modules = join(project, "node_modules");
  mkdirSync(modules);
  run("tar", ["-xzf", join(project, filename), "-C", modules], project);
  run("mv", [join(modules, "package"), join(modules, "krait")], project);
  for (const name of ["koffi", "@koromix", "node-addon-api", "pyodide"]) {
    const at = join(root, "node_modules", name);
    if (existsSync(at)) symlinkSync(at, join(modules, name));
  }
  writeFileSync(join(project, "package.json"), '{"name":"project","type":"module"}');
}, 180_000);
afterAll(() => rmSync(project, { recursive: true, force: true }));

test("holds what it needs to run and to build its addon, and no sources", () => {
  for (const needed of ["binding.gyp", "native/addon/addon.cc", "native/build/install-addon.mjs", "dist/index.d.ts"])
    expect(contents).toContain(needed);
  for (const arch of ["x86_64", "aarch64"]) {
    expect(contents).toContain(`native/core/generated/${arch}/core.bin`);
    expect(contents).toContain(`stencils/generated/${arch}/stencils.bin`);
  }
  expect(contents.filter((path) => /^(src|tests|bench|\.cache|build)\//.test(path))).toEqual([]);
});

test("has the command", () => {
  const krait = join(project, "node_modules", "krait", "bin", "krait.js");
  for (const _start of ["the first, which makes the heap image", "one that maps it"])
    expect(run(process.execPath, [krait, "-c", "import json; print(json.dumps([1]))"], project)).toBe("[1]\n");
  expect(run(process.execPath, [krait, "--version", "--verbose"], project)).toContain("native layer: koffi");
}, 180_000);

test("has the library", () => {
  const program =
    'import { Krait } from "krait";\nusing(Krait.create());\nfunction using(vm) { console.log(vm.run("6 * 7")); }';
  writeFileSync(join(project, "program.js"), program);
  expect(run(process.execPath, ["program.js"], project)).toBe("42\n");
}, 180_000);
