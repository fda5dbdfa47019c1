import { expect, test } from "vitest";
import { StencilListing } from "../../src/jit/emit/stencil-listing.ts";
import { UOP_NAMES } from "../../src/jit/generated/stencil-uops.ts";
import { formOf } from "./machine.ts";

const x86 = new StencilListing("x86_64");
const arm = new StencilListing("aarch64");

test("registers, constants and ways out are those of the use", () => {
  expect(x86.list("add_int_const", { registers: [5], operands: [65536], exit: "exit_3" }).hot).toEqual([
    "movq %rcx, %rax",
    "addq $0x10000, %rax",
    "jo exit_3",
    "movq %rax, %rcx",
  ]);
  expect(x86.list("load_field", { registers: [0, 4], operands: [24] }).hot).toEqual(["movq 24(%r14,%rdx), %r12"]);
  expect(x86.list("add_float", { registers: [1, 7] }).hot).toEqual(["addsd %xmm7, %xmm1"]);
  expect(arm.list("guard_eq_int_const", { registers: [7], operands: [-65536], exit: "exit_0" }).hot).toEqual([
    "movz x8, #0",
    "movk x8, #65535, lsl #16",
    expect.stringMatching(/^eor x8, x0, x8$/),
    "cbnz x8, exit_0",
  ]);
});

test("what is out of the way is listed apart", () => {
  const { hot, cold } = x86.list("decref", { registers: [2] });
  expect(hot).toEqual(["decl (%r14,%rdi)", expect.stringMatching(/^je L1$/)]);
  expect(cold[0]).toBe("L1:");
  expect(cold).toContain("callq trace_dealloc");
  expect(cold.at(-1)).toBe("jmp next");
});

test("only calls of C functions use the stack on the way on", () => {
  for (const listing of [x86, arm])
    for (const uop of UOP_NAMES.filter((name) => formOf(name) !== "C")) {
      const { hot } = listing.list(uop, { registers: [1, 2, 3].slice(0, formOf(uop).replace("Z", "").length) });
      expect(hot.join("\n"), uop).not.toMatch(/push|pop|call|%rsp|\bsp\b|\bbl\b/);
    }
});

test("every placement has its text, with nothing left to fill in", () => {
  for (const listing of [x86, arm])
    for (const uop of UOP_NAMES) {
      const count = formOf(uop).replace(/[ZC]/, "").length;
      for (const registers of [
        [0, 1, 2],
        [4, 5, 5],
        [7, 7, 7],
        [3, 6, 3],
      ]) {
        const use = { registers: registers.slice(0, count), operands: [1, 2, 3, 4], exit: "x", target: "t", call: "c" };
        const { hot, cold } = listing.list(uop, use);
        expect([...hot, ...cold].join("\n"), uop).not.toMatch(/_HOLE|_EXIT|_TARGET|_CALL|_CONT|[{}]|undefined/);
      }
    }
});
