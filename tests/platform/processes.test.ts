import { describe, expect, test } from "vitest";
import { openPlatform } from "../../src/platform/platform.ts";
import { runProgram } from "./run-program.ts";

const { arch } = openPlatform("addon");

describe.each(["addon", "koffi"] as const)("%s", (name) => {
  test("a signal stops native code, and is Node's again afterwards", async () => {
    let isSent = false;
    const result = await runProgram("signal", [name], (stdout, pid) => {
      if (isSent || !stdout.includes("ready")) return;
      isSent = true;
      setTimeout(() => process.kill(pid, "SIGINT"), 100);
    });
    expect(result).toMatchObject({ stdout: "ready\nstopped by 2\n", signal: "SIGINT" });
  });

  test("Node's own listener hears of the signal, too", async () => {
    let isSent = false;
    const result = await runProgram("signal", [name, "listener"], (stdout, pid) => {
      if (isSent || !stdout.includes("ready")) return;
      isSent = true;
      setTimeout(() => process.kill(pid, "SIGINT"), 100);
    });
    expect(result).toMatchObject({ stdout: "ready\nstopped by 2\nlistener ran\n", code: 0 });
  });

  test("each worker thread has a VM of its own, interruptible from outside", async () => {
    const result = await runProgram("threads", [name]);
    expect(result).toMatchObject({ stderr: "", code: 0 });
    const left = name === "addon" ? "mappings: 3, then 3\nclosed: 0\n" : "";
    expect(result.stdout).toBe(`1+16 2+16 4+16 8+16\n${left}`);
  });
});

describe("the crash reporter", () => {
  const ending =
    /krait 1\.2\.3, (linux|macos) (x86_64|aarch64): this is a bug in Krait; please report it at https:\/\/example\.invalid\/issues\n/;
  const python = 'krait: while running the Python function "spam", file "/home/me/eggs.py", which starts at line 17\n';
  const trapSignal = arch === "x86_64" ? "SIGILL" : "SIGTRAP";

  test("names the C function, its file, the address and the Python function", async () => {
    const { stdout, stderr, signal } = await runProgram("crash", ["addon", "null"]);
    expect(stderr).toMatch(/^krait: fatal: SIGSEGV in crash_here\+0x[0-9a-f]+ \(main\.c\), address 0x10\n/);
    expect(stderr).toContain(python);
    expect(stderr).toMatch(ending);
    expect(signal).toBe("SIGSEGV");
    expect(stdout).toBe("");
  });

  test("says where in the heap", async () => {
    const readonly = await runProgram("crash", ["addon", "readonly"]);
    expect(readonly.stderr).toMatch(/^krait: fatal: SIG(SEGV|BUS) in crash_here.*\(heap offset 0x10008\)\n/);
    const beyond = await runProgram("crash", ["addon", "beyond"]);
    expect(beyond.stderr).toMatch(/^krait: fatal: SIG(SEGV|BUS) in crash_here.*\(beyond the heap's end\)\n/);
  });

  test("reports a failed assertion", async () => {
    const { stderr, signal } = await runProgram("crash", ["addon", "trap"]);
    expect(stderr).toMatch(new RegExp(`^krait: fatal: ${trapSignal} in test_trap\\+0x[0-9a-f]+ \\(main\\.c\\)\n`));
    expect(signal).toBe(trapSignal);
  });

  test("reports faults in trace code and jumps to nowhere", async () => {
    const trace = await runProgram("crash", ["addon", "trace"]);
    expect(trace.stderr).toMatch(/^krait: fatal: SIGILL in trace code\+0x20\n/);
    const jump = await runProgram("crash", ["addon", "jump"]);
    expect(jump.stderr).toMatch(/^krait: fatal: SIGSEGV in a jump to 0x123456789000, where no code is/);
    expect(jump.signal).toBe("SIGSEGV");
  });

  test("leaves other faults alone", async () => {
    const { stderr, signal } = await runProgram("crash", ["addon", "elsewhere"]);
    expect(stderr).not.toContain("krait");
    expect(signal).toBe("SIGSEGV");
    const wasm = await runProgram("crash", ["addon", "wasm"]);
    expect(wasm).toMatchObject({ stdout: "caught a RuntimeError\nsurvived\n", stderr: "", code: 0 });
  });

  test("koffi has none, but dies of the same signal", async () => {
    expect(await runProgram("crash", ["koffi", "null"])).toMatchObject({ stderr: "", signal: "SIGSEGV" });
  });
});
