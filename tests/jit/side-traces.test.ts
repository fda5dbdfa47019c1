// A branch inside a loop costs a jump: the side trace finds the loop's values in registers and goes back to the loop's head.
import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

/** The nodes of each side trace of a program. */
function sideTraces(source: string): string[][] {
  const program = join(mkdtempSync(join(tmpdir(), "krait-")), "program.py");
  writeFileSync(program, source);
  const args = ["bin/krait.js", "--jit=on", "--jit-v", "--jit-dump=ir", program];
  const { stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  const traces = stderr.split(/^\[jit\] trace/m).filter((text) => /^ \d+ exit/.test(text) && text.includes("\n  "));
  const lines = (text: string): string[] => text.replace(/^loop:.*/m, "  loop:").split("\n");
  return traces.map((text) => lines(text).filter((line) => line.startsWith("  ")));
}

test("the other way of a branch neither loads nor stores nor guards what the loop knows", { timeout: 60_000 }, () => {
  const traces = sideTraces(`
def total(n):
    s = 0
    i = 0
    while i < n:
        if i & 1:
            s += i
        else:
            s -= 3
        i += 1
    return s
print(total(3000000))
`);
  const joined = traces.find((lines) => lines.some((line) => line.startsWith("  join:")));
  expect(joined).toBeDefined();
  const nodes = joined?.filter((line) => !/^ {2}(entry|join):/.test(line)) ?? [];
  expect(nodes.filter((line) => /load|store|guard|box/.test(line))).toEqual([]);
});

test("a guard grows a trace though its instruction also looks whether something died", { timeout: 60_000 }, () => {
  const program = join(mkdtempSync(join(tmpdir(), "krait-")), "program.py");
  writeFileSync(
    program,
    `
class A:
    def get(self): return 1
class B:
    def get(self): return 2
class C:
    def get(self): return 3
def total(things):
    s = 0
    for x in things:  # x may be the last reference to the one before
        s += x.get()
    return s
things = [A(), B(), C()]
print(sum([total(things) for _ in range(100000)]))
`,
  );
  const args = ["bin/krait.js", "--jit=on", "--stats", program];
  const { stderr, stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
  expect(stdout).toBe("600000\n");
  expect(Number(/exits taken +\d+, (\d+) to the interpreter/.exec(stderr)?.[1])).toBeLessThan(40_000);
});

test("a loop that runs with ints and with floats has a version for each", { timeout: 60_000 }, () => {
  const traces = sideTraces(`
def total(xs):
    t = 0
    for x in xs:
        t += x
    return t
ints = list(range(1000))
floats = [x * 0.5 for x in ints]
print([total(xs) for _ in range(1500) for xs in (ints, floats)][-2:])
`);
  const ofLoop = traces.map((lines) => lines.slice(lines.indexOf("  loop:") + 1 || lines.length));
  expect(ofLoop.filter((lines) => lines.some((line) => line.includes("= addFloat"))).length).toBe(1);
  expect(ofLoop.flat().filter((line) => /loadSlot/.test(line))).toEqual([]);
});

test("a loop that calls one function after the other has a version for each", { timeout: 60_000 }, () => {
  const traces = sideTraces(`
def for_each(xs, fn):
    for x in xs:
        fn(x)
class Box: pass
box = Box()
box.a = box.b = 0
def add(x): box.a += x
def mix(x): box.b = box.b + x & 255
xs = list(range(500))
for _ in range(4000):
    for_each(xs, add)
    for_each(xs, mix)
print(box.a, box.b)
`);
  const loops = traces.flatMap((lines) => (lines.includes("  loop:") ? [lines.slice(lines.indexOf("  loop:"))] : []));
  expect(loops.length).toBe(1);
  expect(loops.flat().filter((line) => /loadSlot|guardFieldU32|guardIs/.test(line))).toEqual([]);
});

test("a trace goes on in a loop over a range though the loop's variable is unbound", { timeout: 60_000 }, () => {
  const traces = sideTraces(`
def total(xs, k):
    t = 0
    for i in range(len(xs)):
        if xs[i] > k: t += i
        else: t -= 1
    return t
def run(n):
    xs = [j * 7 % 31 for j in range(12)]
    s = 0
    for j in range(n):
        s += total(xs, j & 15)
    return s
print([run(30000) for _ in range(6)][0])
`);
  const [again] = traces.filter((lines) => lines.some((line) => line.includes("maxZeroInt")));
  expect(again?.some((line) => line.startsWith("  join:"))).toBe(true);
  // What a round of the loop would do is not in it.
  expect(again?.filter((line) => /loadElem|guardIndex/.test(line))).toEqual([]);
});
