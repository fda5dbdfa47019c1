import { expect, test } from "vitest";
import { straighten } from "../../stencils/build/straighten.ts";

const inFunction = (body: string) => `stencil_x:                # @stencil_x\n${body}\n.Lfunc_end0:`;
const lines = (assembly: string) =>
  assembly
    .split("\n")
    .slice(1, -1)
    .map((line) => line.trim().replace(/\s+/g, " "));
const x86 = (body: string) => lines(straighten(inFunction(body), "x86_64"));
const arm = (body: string) => lines(straighten(inFunction(body), "aarch64"));

test("the way on is falling through, an exit a direct jump", () => {
  expect(
    x86(`# %bb.0:
	addq	%r15, %rax
	jo	.LBB0_1
# %bb.2:
	movq	%rax, %r14
	jmp	_CONT                           # TAILCALL
.LBB0_1:
	jmp	_EXIT                           # TAILCALL`),
  ).toEqual(["addq %r15, %rax", "jo _EXIT", "movq %rax, %r14"]);
});

test("a jump on that is conditional is turned round", () => {
  expect(x86("\tcmpq\t%r15, %r14\n\tjl\t_CONT\n\tjmp\t_EXIT")).toEqual(["cmpq %r15, %r14", "jge _EXIT"]);
  expect(arm("\tcbz\tw8, .LBB0_2\n\tb\t_EXIT\n.LBB0_2:\n\tb\t_CONT")).toEqual(["cbnz w8, _EXIT"]);
  expect(arm("\tb.ge\t.LBB0_2\n\tb\t_CONT\n.LBB0_2:\n\tb\t_EXIT")).toEqual(["b.ge _EXIT"]);
});

test("tests of one bit, which don't reach far, jump over a jump", () => {
  const labelled = arm("\ttbnz\tw8, #3, .LBB0_2\n\tmov\tx22, x8\n\tb\t_CONT\n.LBB0_2:\n\tb\t_EXIT");
  expect(labelled.map((line) => line.replace(/(?<=Lpast)\d+/, ""))).toEqual([
    "tbz w8, #3, .Lpast",
    "b _EXIT",
    ".Lpast:",
    "mov x22, x8",
  ]);
});

test("a cold path and what restores registers for an exit leave the way on", () => {
  const text = straighten(
    `${inFunction("\tdecl\t(%r14)\n\tjne\t_CONT\n\t#APP\n\t# cold path\n\t#NO_APP\n\tcallq\tf\n\tjmp\t_CONT")}\n\t.size\tstencil_x, 1`,
    "x86_64",
  );
  const parts = text.split("\n").map((line) => line.trim().replace(/\s+/g, " "));
  expect(parts.slice(1, 3)).toEqual(["decl (%r14)", expect.stringMatching(/^je \.Lcold\d+$/)]);
  expect(parts.slice(parts.indexOf("cold_x:") + 1)).toEqual([
    expect.stringMatching(/^\.Lcold\d+:$/),
    "callq f",
    "jmp _CONT",
  ]);
  expect(x86("\tje\t.LBB0_2\n\tmovq\t%rax, %r14\n\tjmp\t_CONT\n.LBB0_2:\n\tmovq\t%r10, %rdx\n\tjmp\t_EXIT")).toEqual([
    "je .LBB0_2",
    "movq %rax, %r14",
  ]);
});

test("inner branches and everything outside stencils are left alone", () => {
  expect(
    x86("\tjne\t.LBB0_1\n\tjnp\t.LBB0_2\n.LBB0_1:\n\tdivsd\t%xmm2, %xmm1\n\tjmp\t_CONT\n.LBB0_2:\n\tjmp\t_EXIT"),
  ).toEqual(["jne .LBB0_1", "jnp _EXIT", ".LBB0_1:", "divsd %xmm2, %xmm1"]);
  expect(straighten("\t.text\nother:\n\tjmp\t_CONT", "x86_64")).toBe("\t.text\nother:\n\tjmp\t_CONT");
});
