// Generators and coroutines that a trace makes, runs to their end and drops (`await f()`, `for x in g()`): they are not made either. What such an
// object holds besides its registers, which are slots of the trace like those of any other generator that the trace runs (suspended.ts), is a
// virtual (virtual.ts). No other virtual may hold one: then nothing can be reached from itself. One that dies before it has ended would have to be
// closed, so it is made from the start (Builder.makeFromStart).
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Node } from "../ir.ts";
import type { Builder } from "./builder.ts";
import { newVirtual } from "./virtual.ts";
import { containerList, Virtual } from "./virtual-object.ts";

const GENERATOR = Layout.PyGenerator;
/** Larger ones are made: the free lists of small sizes are numbered by size. */
const MOST_BYTES = 512;

export function isGenerator({ type }: Virtual): boolean {
  return type === CoreConst.TYPE_GENERATOR || type === CoreConst.TYPE_COROUTINE;
}

/** One that has not started; undefined if it has to be made. */
export function newGenerator(b: Builder, type: number, fn: Node, code: number, resumePc: number): Node | undefined {
  const registers = b.heap.readU16(code + Layout.PyCode.reg_count);
  const bytes = GENERATOR.registers + 8 * registers;
  if (bytes > MOST_BYTES || b.isMadeFromStart(b.record)) return undefined;
  const virtual = new Virtual(type, bytes, containerList(bytes));
  virtual.site = b.record;
  virtual.fields.set(GENERATOR.function, { node: fn, raw: "ref" });
  virtual.fields.set(GENERATOR.state, { node: b.int(CoreConst.GEN_CREATED), raw: "u32" });
  virtual.fields.set(GENERATOR.resume_pc, { node: b.int(resumePc), raw: "u32" });
  virtual.fields.set(GENERATOR.yield_dst, { node: b.int(0), raw: "u32" });
  virtual.fields.set(GENERATOR.kind, { node: b.int(type === CoreConst.TYPE_COROUTINE ? 1 : 0), raw: "u32" });
  virtual.fields.set(GENERATOR.code, { node: b.int(code), raw: "u32" });
  virtual.fields.set(GENERATOR.register_count, { node: b.int(registers), raw: "u32" });
  return newVirtual(b, virtual);
}

/** Its names are those of its function. */
export function nameGenerator(b: Builder, made: Node, virtual: Virtual): void {
  const fn = virtual.get(GENERATOR.function) as Node;
  for (const [from, to] of [
    [Layout.PyFunction.name, GENERATOR.name],
    [Layout.PyFunction.qualname, GENERATOR.qualname],
  ] as const) {
    const name = b.emit("loadU32", "ref", fn, null, from);
    name.isObject = true;
    b.increment(name);
    b.emit("storeU32", "none", made, name, to);
  }
}
