// Instructions that the recorder saw raise an exception which a handler of the same frame catches: where it is known what is raised, the trace goes on
// in the handler with an exception that is not made (virtual-exception.ts). All others are steps that land there.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Builder } from "../builder.ts";
import type { Node } from "../ir.ts";
import { type Recorded, tagOf } from "../recording.ts";
import { exceptionOf, isPlainException, newException } from "../virtual-exception.ts";
import type { Translator } from "./index.ts";

const ENTRY = Layout.ExceptionEntry;
const CODE = Layout.PyCode;

/** Number of an instruction in its code. */
function wordOf(b: Builder, r: Recorded): number {
  return (r.pc - b.heap.readU32(r.code + CODE.bytecode)) / 8;
}

/** The handler of the instruction: the register that gets the exception, and the first temporary that is given up. */
function handlerOf(b: Builder, r: Recorded): { register: number; firstTemp: number } | undefined {
  const { heap } = b;
  const word = wordOf(b, r);
  const table = heap.readU32(r.code + CODE.exception_table);
  const count = heap.readU32(r.code + CODE.exception_count);
  for (let at = table; at < table + count * ENTRY.size; at += ENTRY.size) {
    if (word < heap.readU32(at + ENTRY.start) || word >= heap.readU32(at + ENTRY.end)) continue;
    if (b.nextPc !== heap.readU32(r.code + CODE.bytecode) + 8 * heap.readU32(at + ENTRY.handler)) return undefined;
    return { register: heap.readU16(at + ENTRY.exc_reg), firstTemp: heap.readU16(at + ENTRY.first_temp) };
  }
  return undefined;
}

/** Goes on in the handler. `used`: temporaries from there on hold nothing. `raise`: the exception; nothing may leave the trace after it. */
function land(b: Builder, r: Recorded, used: number, raise: () => Node | undefined): boolean {
  const { state, frame } = b;
  const handler = handlerOf(b, r);
  if (handler === undefined || (b.handled !== "nothing" && b.handled !== "unknown")) return false;
  b.guardHandlesNothing();
  const first = frame.delta + handler.firstTemp;
  for (let slot = first; slot < frame.delta + used; slot++) b.peek(slot);
  const exception = raise();
  if (exception === undefined) return false;
  b.takeSnapshot();
  const end = frame.delta + b.heap.readU16(frame.code + CODE.reg_count);
  const given = [...state.slots.keys()].filter((slot) => slot >= first && slot < end).sort((x, y) => x - y);
  exception.dirtyHolders++; // a register may be the only one that holds it
  for (const slot of given) state.clear(slot, b.empty);
  state.put(frame.delta + handler.register, exception);
  exception.dirtyHolders--;
  exceptionOf(exception)?.raised.push({ delta: frame.delta, word: wordOf(b, r) });
  return true;
}

/** `raise x`, where x is an exception that the trace has not made, or a class of the core. */
function raise(b: Builder, r: Recorded): boolean {
  if (r.c !== 1) return false;
  const value = b.peek(b.at(r.a), r.va);
  return land(b, r, r.a + 1, () => {
    const known = exceptionOf(value);
    if (known !== undefined) return known.raised.length === 0 ? value : undefined;
    const cls = value.isConst && value.isObject ? (value.boxed?.low as number) : 0;
    if (cls === 0 || cls >= CoreConst.STATIC_END || !isPlainException(b, cls)) return undefined;
    return newException(b, cls, []);
  });
}

/** A dict that does not have the key. */
function missingKey(b: Builder, r: Recorded): boolean {
  const dict = b.read(b.at(r.b), r.vb);
  const key = b.read(b.at(r.c), r.vc);
  if ((dict.pyType || r.vb.type) !== CoreConst.TYPE_DICT || b.isMadeFromStart(r)) return false;
  return land(b, r, Math.max(r.b, r.c) + 1, () => {
    if (!b.guardType(dict, CoreConst.TYPE_DICT)) return undefined;
    b.callCore("trace_dict_misses", "ref", dict, key);
    return newException(b, CoreConst.EXC_KeyError, [key]);
  });
}

/** int() of a text that is no number. */
function refusedNumber(b: Builder, r: Recorded): boolean {
  const callee = b.read(b.at(r.b), r.va);
  if (r.c !== 1 || !callee.isConst || callee.boxed?.low !== CoreConst.TYPE_INT || b.isMadeFromStart(r)) return false;
  const text = b.read(b.at(r.b + 4), r.vb);
  if (tagOf(r.vb) !== "object" || (text.pyType || r.vb.type) !== CoreConst.TYPE_STR) return false;
  return land(b, r, r.b + 5, () => {
    if (!b.guardType(text, CoreConst.TYPE_STR)) return undefined;
    b.callCore("trace_int_refuses", "ref", text);
    return newException(b, CoreConst.EXC_ValueError, { node: text, raw: "no int" });
  });
}

/** Translators of instructions that raise, by generic opcode. */
export const RAISING: Record<string, Translator> = {
  RAISE: raise,
  GETITEM: missingKey,
  CALL: refusedNumber,
};
