// Instructions that the recorder saw raise an exception which a handler of the same frame catches: where it is known what is raised, the trace goes on
// in the handler with an exception that is not made (virtual-exception.ts). All others are steps that land there.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Builder } from "../build/builder.ts";
import { isPlainException, newException } from "../build/virtual-exception.ts";
import { exceptionOf } from "../build/virtual-object.ts";
import type { Node } from "../ir.ts";
import { type Recorded, signed16, tagOf } from "../recording.ts";
import type { Translator } from "./index.ts";
import { lengthOf } from "./items.ts";
import { loadU32 } from "./moves.ts";

const ENTRY = Layout.ExceptionEntry;
const CODE = Layout.PyCode;
const BUILTIN = Layout.PyBuiltin;

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
  if (b.handled !== "nothing" && b.handled !== "unknown") return false;
  if (handlerOf(b, r) === undefined) return false;
  b.guardHandlesNothing();
  const exception = goOn(b, r, used, raise);
  exceptionOf(exception ?? b.empty)?.raised.push({ delta: b.frame.delta, word: wordOf(b, r) });
  return exception !== undefined;
}
function goOn(b: Builder, r: Recorded, used: number, raise: () => Node | undefined): Node | undefined {
  const { state, frame } = b;
  const handler = handlerOf(b, r);
  if (handler === undefined) return undefined;
  const first = frame.delta + handler.firstTemp;
  for (let slot = first; slot < frame.delta + used; slot++) b.peek(slot);
  const exception = raise();
  if (exception === undefined) return undefined;
  b.takeSnapshot();
  const end = frame.delta + b.heap.readU16(frame.code + CODE.reg_count);
  const given = [...state.slots.keys()].filter((slot) => slot >= first && slot < end).sort((x, y) => x - y);
  exception.dirtyHolders++; // a register may be the only one that holds it
  for (const slot of given) state.clear(slot, b.empty);
  state.put(frame.delta + handler.register, exception);
  exception.dirtyHolders--;
  return exception;
}

/** `raise x`, where x is an exception that the trace has not made, or a class of the core. */
function raise(b: Builder, r: Recorded): boolean {
  if (r.c === 0) return raiseHandled(b, r);
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

/** What is being handled is raised again: what leads to the handler's end comes next. */
function raiseHandled(b: Builder, r: Recorded): boolean {
  const { handled } = b;
  if (typeof handled === "string" || exceptionOf(handled) === undefined) return false;
  return goOn(b, r, b.heap.readU16(b.frame.code + CODE.reg_count), () => handled) !== undefined;
}
/** An exception that has been caught goes on to the next handler: its traceback stays as it is. */
function raiseAgain(b: Builder, r: Recorded): boolean {
  const exception = b.peek(b.at(r.a), r.va);
  if (b.handled !== "nothing" || exceptionOf(exception) === undefined) return false;
  if (r.a < (handlerOf(b, r)?.firstTemp ?? Number.POSITIVE_INFINITY)) return false;
  return goOn(b, r, r.a + 1, () => exception) !== undefined;
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

/** What a sequence says whose index is too big. */
const NO_ITEM = new Map<number, number>([
  [CoreConst.TYPE_LIST, CoreConst.MESSAGE_LIST_INDEX],
  [CoreConst.TYPE_TUPLE, CoreConst.MESSAGE_TUPLE_INDEX],
  [CoreConst.TYPE_STR, CoreConst.MESSAGE_STRING_INDEX],
]);
function indexError(b: Builder, message: number): Node | undefined {
  return newException(b, CoreConst.EXC_IndexError, { node: b.int(message), raw: "message" });
}

/** An index behind the end of a list, tuple or str. */
function missingItem(b: Builder, r: Recorded): boolean {
  const sequence = b.read(b.at(r.b), r.vb);
  const index = b.read(b.at(r.c), r.vc);
  const type = sequence.pyType || r.vb.type;
  const message = NO_ITEM.get(type);
  if (message === undefined || b.numberKind(index, r.vc) !== "int" || b.isMadeFromStart(r)) return false;
  const isNegative = index.isConst ? index.number < 0 : signed16(r.vc.high) < 0;
  if (isNegative || sequence.virtual !== null || sequence.isConst) return false;
  return land(b, r, Math.max(r.b, r.c) + 1, () => {
    if (!b.guardType(sequence, type)) return undefined;
    const at = b.asInt(index);
    const length =
      type === CoreConst.TYPE_STR ? loadU32(b, sequence, Layout.PyStr.length, "int") : lengthOf(b, sequence);
    b.pure("guardLeInt", "none", length, at);
    return indexError(b, message);
  });
}
function missing(b: Builder, r: Recorded): boolean {
  return missingKey(b, r) || missingItem(b, r);
}

/** list.pop() of a list that has nothing. */
function emptyList(b: Builder, r: Recorded): boolean {
  const { heap } = b;
  const callee = b.read(b.at(r.b), r.va);
  if (r.c !== 0 || !callee.isConst || callee.pyType !== CoreConst.TYPE_METHOD_DESCRIPTOR || b.isMadeFromStart(r))
    return false;
  const builtin = callee.boxed?.low as number;
  const isPop =
    heap.readU32(builtin + BUILTIN.owner) === CoreConst.TYPE_LIST &&
    heap.text(heap.readU32(builtin + BUILTIN.name)) === "pop";
  if (!isPop) return false;
  const list = b.read(b.at(r.b + 4), r.vb);
  return land(b, r, r.b + 5, () => {
    if (!b.guardType(list, CoreConst.TYPE_LIST)) return undefined;
    b.pure("guardEqIntK", "none", lengthOf(b, list), null, 0);
    return indexError(b, CoreConst.MESSAGE_EMPTY_LIST);
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
  RERAISE: raiseAgain,
  GETITEM: missing,
  CALL: refusedNumber,
  CALL_METHOD: emptyList,
};
