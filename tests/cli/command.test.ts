// The command as a process: arguments, exit codes, what goes to which stream.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const script = fileURLToPath(new URL("../../bin/krait.js", import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "krait-cli-"));
  writeFileSync(join(folder, "args.py"), "import sys\nprint(sys.argv[1:], __name__)\n");
  writeFileSync(join(folder, "fails.py"), "def f(x):\n    return 1 / x\nf(0)\n");
  writeFileSync(join(folder, "bad.py"), "x = 1\nif x\n    pass\n");
  mkdirSync(join(folder, "package"));
  writeFileSync(join(folder, "package/__init__.py"), "");
  writeFileSync(join(folder, "package/__main__.py"), "print('main of', __package__)\n");
});
afterAll(() => rmSync(folder, { recursive: true }));

function krait(args: string[], input = ""): { out: string; err: string; code: number | null } {
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, ...args], {
    cwd: folder,
    input,
    encoding: "utf8",
  });
  return { out: stdout, err: stderr, code: status };
}

describe("programs", () => {
  test("from a file, with arguments", () => {
    expect(krait(["args.py", "-a", "b"])).toEqual({ out: "['-a', 'b'] __main__\n", err: "", code: 0 });
  });
  test("from -c", () => {
    expect(krait(["-c", "import sys; print(sys.argv, sys.path[0] == '')", "x"]).out).toBe("['-c', 'x'] True\n");
  });
  test("whose reader goes away hear of it by a BrokenPipeError", () => {
    const command = `"${process.execPath}" "${script}" -c "while True: print('x' * 1000)" | head -c 1`;
    const { stdout, stderr } = spawnSync("sh", ["-c", command], { encoding: "utf8" });
    expect(stdout).toBe("x");
    expect(stderr).toMatch(/\nBrokenPipeError: \[Errno 32\] Broken pipe\n$/);
  });
  test("from standard input", () => {
    expect(krait(["-", "q"], "import sys; print(sys.argv)").out).toBe("['-', 'q']\n");
    expect(krait([], "print(5)").out).toBe("5\n");
  });
  test("from a module, a package and a folder", () => {
    expect(krait(["-m", "args", "z"]).out).toBe("['z'] __main__\n");
    expect(krait(["-m", "package"]).out).toBe("main of package\n");
    expect(krait(["package"]).out).toBe("main of \n");
  });
  test("that can't be found end with 2", () => {
    const { err, code } = krait(["missing.py"]);
    expect(err).toMatch(/^krait: can't open file '.*\/missing\.py': \[Errno 2\] No such file or directory\n$/);
    expect(code).toBe(2);
  });
});

describe("exit codes", () => {
  test.each([
    ["pass", 0, ""],
    ["raise SystemExit", 0, ""],
    ["import sys; sys.exit(7)", 7, ""],
    ["import sys; sys.exit(300)", 44, ""],
    ["import sys; sys.exit(-1)", 255, ""],
    ["import sys; sys.exit(2**70)", 255, ""],
    ["import sys; sys.exit('bye')", 1, "bye\n"],
    ["exit(3)", 3, ""],
  ])("%s", (source, code, err) => {
    expect(krait(["-c", source])).toEqual({ out: "", err, code });
  });
  test("KeyboardInterrupt ends it by the signal, and shells see 130", () => {
    expect(krait(["-c", "raise KeyboardInterrupt"]).code).toBe(null);
    expect(krait(["-c", "raise SystemExit(130)"]).code).toBe(130);
  });
  test.each(["os.setgid(2**32)", "os.setuid(-(10**300))", "os.fstat(10**300)"])(
    "a number the system refuses in %s is an exception of the program",
    (call) => {
      const { out, code } = krait([
        "-c",
        `import os\ntry: ${call}\nexcept (OverflowError, ValueError): print('refused')`,
      ]);
      expect([out, code]).toEqual(["refused\n", 0]);
    },
  );
  test("an unknown option is 2", () => {
    expect(krait(["--nonsense"])).toMatchObject({ out: "", code: 2 });
  });
});

describe("uncaught exceptions", () => {
  test("print the traceback and end with 1", () => {
    const { err, code } = krait(["fails.py"]);
    expect(err.replaceAll(`${folder}/`, "")).toBe(
      [
        "Traceback (most recent call last):",
        '  File "fails.py", line 3, in <module>',
        "    f(0)",
        "    ~^^^",
        '  File "fails.py", line 2, in f',
        "    return 1 / x",
        "           ~~^~~",
        "ZeroDivisionError: division by zero",
        "",
      ].join("\n"),
    );
    expect(code).toBe(1);
  });
  test("of syntax show the line", () => {
    const { err, code } = krait(["bad.py"]);
    expect(err.replaceAll(`${folder}/`, "")).toBe(
      "  File \"bad.py\", line 2\n    if x\n        ^\nSyntaxError: expected ':'\n",
    );
    expect(code).toBe(1);
  });
  test("of NUL bytes in a script show the line up to there", () => {
    const script = join(folder, "nul.py");
    writeFileSync(script, 'print(1)\nx = "a\0b"\n');
    const { out, err, code } = krait([script]);
    expect([out, err.replaceAll(`${folder}/`, ""), code]).toEqual([
      "",
      '  File "nul.py", line 2\n    x = "a\nSyntaxError: source code cannot contain null bytes\n',
      1,
    ]);
  });
  test("of a misspelt keyword name the keyword", () => {
    expect(krait(["-c", "def f():\n    retrun 1 + 2"]).err).toBe(
      "  File \"<string>\", line 2\n    retrun 1 + 2\n    ^^^^^^\nSyntaxError: invalid syntax. Did you mean 'return'?\n",
    );
  });
  test("go through sys.excepthook", () => {
    const source = "import sys\nsys.excepthook = lambda t, v, tb: print('hook', t.__name__, v)\n1/0";
    expect(krait(["-c", source])).toEqual({ out: "hook ZeroDivisionError division by zero\n", err: "", code: 1 });
  });
});

describe("the environment", () => {
  const run = (variables: Record<string, string>, program: string, args: string[] = []) =>
    spawnSync(process.execPath, [script, ...args, "-c", program], {
      encoding: "utf8",
      env: { ...process.env, ...variables },
    });
  test("PYTHONWARNINGS comes before -W, and -E leaves it out", () => {
    const program = "import sys; print(sys.warnoptions)";
    const variables = { PYTHONWARNINGS: "error,ignore::UserWarning" };
    expect(run(variables, program, ["-W", "default"]).stdout).toBe("['error', 'ignore::UserWarning', 'default']\n");
    expect(run(variables, program, ["-E"]).stdout).toBe("[]\n");
    expect(run({ PYTHONWARNINGS: "error" }, "import warnings\nwarnings.warn('x')").stderr).toContain("UserWarning: x");
  });
  test("TZ may change while a program runs", () => {
    const program =
      "import os, time\nprint(time.tzname)\nos.environ['TZ'] = 'EST5EDT'\ntime.tzset()\nprint(time.tzname, time.localtime(0).tm_hour)";
    expect(run({ TZ: "CET-1CEST" }, program).stdout).toBe("('CET', 'CEST')\n('EST', 'EDT') 19\n");
  });
});
describe("a coroutine that nobody awaits", () => {
  test("is told of when the program ends", () => {
    const { err, code } = krait(["-c", "async def f(): pass\nc = f()"]);
    expect(err).toContain("RuntimeWarning: coroutine 'f' was never awaited");
    expect(err).not.toContain("Exception ignored");
    expect(code).toBe(0);
  });
});
describe("output", () => {
  const killed = (args: string[], program: string): string => {
    const { PYTHONUNBUFFERED: _, ...env } = process.env;
    return spawnSync(process.execPath, [script, ...args, "-c", `${program}\nwhile True: pass`], {
      cwd: folder,
      encoding: "utf8",
      timeout: 3000,
      env,
    }).stdout;
  };
  test("leaves on flush, though the program never ends", () => {
    expect(killed([], "print(1, flush=True); print(2)")).toBe("1\n");
    expect(killed([], "import sys; print(1); sys.stdout.flush()")).toBe("1\n");
    expect(killed(["-u"], "print(1); print(2, end='')")).toBe("1\n2");
  });
  test("of bytes overtakes text that waits, and leaves at the end", () => {
    const program = "import sys; print('text'); sys.stdout.buffer.write(b'bytes ')";
    expect(krait(["-E", "-c", program]).out).toBe("bytes text\n");
    expect(krait(["-E", "-c", `${program}; sys.stdout.flush(); sys.stdout.buffer.write(b'end')`]).out).toBe(
      "bytes text\nend",
    );
  });
});

test("finalizers of the program's globals run at the end", () => {
  const source = "class A:\n    def __del__(self): print('gone')\na = A()\nb = A()\nb.self = b";
  expect(krait(["-c", source]).out).toBe("gone\ngone\n");
});

test("finalizers at the end find all that their modules had", () => {
  const source = [
    "import sys, types, atexit, traceback",
    "class A:",
    "    def __init__(self, name): self.name = name",
    "    def __del__(self): print(self.name, sys.version_info[0], A.__name__, text())",
    "def text(): return 'text'",
    "def outer():",
    "    inside = A('closure')",
    "    def inner(): return inside",
    "    return inner",
    "module = types.ModuleType('elsewhere')",
    "module.item = A('module')",
    "sys.modules['elsewhere'] = module",
    "first, function = A('global'), outer()",
    "cycle = [A('cycle')]; cycle.append(cycle)",
    "atexit.register(lambda: print('exit'))",
    "1 / 0",
  ].join("\n");
  const { out, code } = krait(["-c", source]);
  expect(code).toBe(1);
  const lines = out.trimEnd().split("\n");
  expect(lines[0]).toBe("exit");
  expect(lines.slice(1).sort()).toEqual(["closure", "cycle", "global", "module"].map((name) => `${name} 3 A text`));
});

test("a module that somebody holds at the end loses its names, those with one underscore first", () => {
  const source = [
    "class A:",
    "    def __init__(self, name): self.name = name",
    "    def __del__(self): print(self.name, A is None)",
    "a, _b = A('a'), A('_b')",
    "import sys",
    "sys.flags_of_mine = sys.modules['__main__']",
  ].join("\n");
  expect(krait(["-c", source]).out).toBe("_b False\na True\n");
});

test("a signal ends the wait for one end of a socket pair, however long it was to be", () => {
  const program = `
import select, signal, socket
class Alarm(Exception): pass
def ring(*_): raise Alarm
signal.signal(signal.SIGALRM, ring)
a, b = socket.socketpair()
for wait in (lambda: select.select([a], [], [], 3600), lambda: select.select([a], [], [])):
    signal.alarm(1)
    try:
        print(wait())
    except Alarm:
        print("rung")
`;
  expect(krait(["-c", program])).toEqual({ out: "rung\nrung\n", err: "", code: 0 });
});

test("the prompt shows values and tracebacks and goes on", () => {
  const { out, err, code } = krait(["-i", "-q"], "1+1\nfor i in range(2):\n  print(i)\n\n1/0\n'x'\nexit(4)\n");
  expect(out).toBe("2\n0\n1\n'x'\n");
  expect(err).toContain("ZeroDivisionError: division by zero");
  expect(code).toBe(4);
});
