// What the machines call the stencils' registers (stencils/abi.h): r0 … r7 and f0 … f7 in the order of the calling convention.
import type { Arch } from "../../platform/platform.ts";

/** By register: its names by how much of it is meant. */
export type RegisterNames = readonly Readonly<Record<string, string>>[];

function x86(name: string): Record<string, string> {
  if (/^r\d+$/.test(name)) return { q: name, d: `${name}d`, w: `${name}w`, b: `${name}b` };
  const short = name.slice(1);
  return { q: name, d: `e${short}`, w: short, b: short.endsWith("x") ? `${short[0]}l` : `${short}l` };
}
const numbers = [0, 1, 2, 3, 4, 5, 6, 7];

export const INTEGER_REGISTERS: Record<Arch, RegisterNames> = {
  x86_64: ["r12", "r15", "rdi", "rsi", "rdx", "rcx", "r8", "r9"].map(x86),
  aarch64: [20, 23, 24, 25, 26, 27, 28, 0].map((n) => ({ q: `x${n}`, d: `w${n}` })),
};
export const FLOAT_REGISTERS: Record<Arch, RegisterNames> = {
  x86_64: numbers.map((n) => ({ q: `xmm${n}` })),
  aarch64: numbers.map((n) => ({ q: `d${n}` })),
};
