// The module dis shows Krait's instructions, by the library's own formatter.
import { afterAll, beforeAll, expect, test } from "vitest";
import { Krait } from "../../src/index.ts";

let vm: Krait;
beforeAll(() => {
  vm = Krait.create({ files: true });
  vm.run(`import dis, io
source = '''import os.path
from ..a import b as c
def count(n):
    for i in range(n):
        if i > 2: print("→3", i)
    return n
'''
module = compile(source, "m.py", "exec")
scope = {"__name__": "m"}
exec("def count" + source.partition("def count")[2], scope)
count = scope["count"]
def shown(x):
    text = io.StringIO()
    dis.dis(x, file=text)
    return text.getvalue()
`);
});
afterAll(() => vm.close());

test("dis() shows lines, labels and operands", () => {
  const text = vm.run("shown(count)") as string;
  expect(text).toMatch(/^ +1 +RESUME/);
  expect(text).toMatch(/^ +2 +LOAD_GLOBAL +t0, \.range$/m);
  expect(text).toMatch(/^ +L1: +FOR_ITER +i, t0, to L3$/m);
  expect(text).toMatch(/LOAD_CONST +t5, '→3'$/m);
  expect(text).toMatch(/JUMP_BACK +to L1$/m);
  expect(text).toMatch(/^ +4 +L3: /m);
  expect(vm.run("dis.Bytecode(count).dis() == shown(count)")).toBe(true);
});

test("nested code is shown too", () => {
  expect(vm.run("shown(module)")).toMatch(/Disassembly of <code object count at 0x[0-9a-f]+, file "m.py", line 3>:/);
});

test("instructions know their place and where they jump", () => {
  vm.run("jump = next(i for i in dis.get_instructions(count) if i.opname == 'JUMP_BACK')");
  expect(
    vm.run(
      "[jump.line_number, jump.jump_target == jump.argval, any(i.offset == jump.argval and i.is_jump_target for i in dis.Bytecode(count))]",
    ),
  ).toEqual([3, true, true]);
  vm.run("print_ = next(i for i in dis.get_instructions(count, first_line=10) if i.argval == 'print')");
  expect(vm.run("[print_.line_number, print_.positions.lineno, print_.starts_line]")).toEqual([12, 3, false]);
});

test("an exception's place is marked", () => {
  vm.run(`
try: count(None)
except TypeError as e:
    text = io.StringIO()
    dis.distb(e.__traceback__.tb_next, file=text)
`);
  expect(vm.run("text.getvalue()")).toMatch(/^ +--> CALL +t0, t0, 1$/m);
});

test("imports and stored names are found, as modulefinder asks for them", () => {
  expect(vm.run("repr(list(dis._find_imports(module)))")).toBe("[('os.path', 0, None), ('a', 2, ('b',))]");
  expect(vm.run("list(dis._find_store_names(module))")).toEqual(["os", "c", "count"]);
});

test("what has no code is refused as ever", () => {
  expect(() => vm.run("dis.dis(3)")).toThrow(/don't know how to disassemble int objects/);
});
