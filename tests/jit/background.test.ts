// Traces that are compiled on another thread, from outside: what becomes of the thread. That the traces are right the language tests see to (mode
// background).
import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { root } from "../harness/root.ts";

const HOT = `
def f(n):
    s = 0
    for i in range(n):
        s += i * i % 7
        if s & 1:
            s += 2
    return s
for k in range(ROUNDS):
    r = f(300)
print(r)
`;

function runNode(args: readonly string[], jit: string): { stdout: string; stderr: string; status: number | null } {
  const env = { ...process.env, KRAIT_JIT: jit, KRAIT_PLATFORM: "addon" };
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    cwd: root,
    env,
    encoding: "utf8",
    timeout: 60_000,
  });
  return { stdout, stderr, status };
}

test.each(["background", "thread"])("a program ends when it is done, whatever the thread does (%s)", (jit) => {
  for (const rounds of [1, 10, 100, 3000]) {
    const { stdout, stderr, status } = runNode(["bin/krait.js", "-c", HOT.replace("ROUNDS", String(rounds))], jit);
    expect([stdout, stderr, status]).toEqual(["1031\n", "", 0]);
  }
});

test("machines come and go while their traces are compiled", () => {
  const script = `
    import { Krait } from "./dist/index.js";
    for (let i = 0; i < 12; i++) {
      const vm = Krait.create({ stdout: (text) => process.stdout.write(text) });
      vm.run(${JSON.stringify(HOT)}.replace("ROUNDS", String([2, 10, 300][i % 3])));
      vm.close();
    }`;
  const { stdout, stderr, status } = runNode(["--input-type=module", "-e", script], "background");
  expect([stdout, stderr, status]).toEqual(["1031\n".repeat(12), "", 0]);
});

test("what the program raises and where is the same", () => {
  const source = `
def g(x):
    return 10 // (x - 5000)
total = 0
for i in range(20000):
    total += g(i)
`;
  const seen = runNode(["bin/krait.js", "-c", source], "background");
  expect(seen).toEqual(runNode(["bin/krait.js", "-c", source], "off"));
});
