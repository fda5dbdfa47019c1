// Returns. What becomes of the value is told by the mode word of the frame (native/core/frame.h) and by the instruction that pushed it, as in
// native/core/interp/deliver.c and finish.c; modes that are not here are stepped.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Builder } from "../build/builder.ts";
import { type Frame, isNumber, type Node } from "../ir.ts";
import {
  type Instruction,
  instructionAt,
  isGeneratorCode,
  NO_HINT,
  type Operand,
  signed16,
  tagOf,
  wide,
} from "../recording.ts";
import { isType } from "./attribute-lookup.ts";
import { guardTruth } from "./comparison.ts";
import { returnFromGenerator } from "./generators.ts";
import { special } from "./hooks.ts";
import type { Translator } from "./index.ts";

const INVERT = 32;
const SAYS_SO = 0x80000000;
/** Stages of RET_TRUTH, RET_COMPARE and RET_CHECK. */
const TRUTH_FROM_LEN = 1;
const TRUTH_INVERT = 2;
const COMPARE_INVERT = 8;

/** Mode word: what is done with the value, then what with the outcome. */
export function modeWord(mode: number, outer: number): number {
  return (SAYS_SO | (outer << 8) | mode) >>> 0;
}
export const PLAIN_CALL = modeWord(CoreConst.RET_CALL, CoreConst.RET_STORE);
export const OTHER_CALL = modeWord(CoreConst.RET_STORE, CoreConst.RET_STORE);

/** Instructions whose result goes to R[a]. */
export const STORING: ReadonlySet<string> = new Set([
  "CALL", "CALL_METHOD", "CALL_KW", "CALL_METHOD_KW", "CALL_EX", "GETATTR", "GETITEM", "BINARY", "BINARY_K", "COMPARE", "COMPARE_K", "NEGATE",
  "POSITIVE", "INVERT", "FOR_ITER", "GET_ITER", "GET_YIELD_FROM_ITER", "GET_AITER", "GET_ANEXT", "GET_AWAITABLE", "FORMAT_VALUE", "WITH_EXIT",
]); // biome-ignore format: a table
const DISCARDING = new Set(["SETATTR", "SETITEM", "DELATTR", "DELITEM"]);
const JUMPING = new Set(["JUMP_IF", "JUMP_CMP", "JUMP_CMP_K", "JUMP_CONTAINS"]);

/** Where a conditional jump goes that has been taken. */
function targetOf(i: Instruction): number {
  return i.pc + 8 * (i.generic === "JUMP_IF" ? wide(i) : signed16(i.a));
}

/** Guards that the value is as true as it was. */
function truthOf(b: Builder, value: Node, hint: Operand): boolean | undefined {
  let truth: boolean | undefined;
  const tag = value.isConst ? undefined : tagOf(hint);
  const low = value.isConst ? (value.boxed?.low as number) : hint.low;
  if (value.isConst && isNumber(value.type)) truth = value.number !== 0;
  else if (tag === "int") truth = hint.low !== 0 || (hint.high & 0xffff) !== 0;
  else if (low === CoreConst.TRUE_REF) truth = true;
  else if (low === CoreConst.FALSE_REF || low === CoreConst.NONE_REF) truth = false;
  return truth !== undefined && guardTruth(b, value, hint, truth) ? truth : undefined;
}

/** What the frame's mode makes of the value it returns, guarded; undefined if the interpreter has to say. */
function transform(b: Builder, frame: Frame, value: Node, hint: Operand): Node | undefined {
  const stage = (frame.mode >>> 16) & 15;
  switch (frame.mode & 0xff) {
    case CoreConst.RET_CALL:
    case CoreConst.RET_STORE:
      return value;
    case CoreConst.RET_INIT:
      if (!b.guardIs(value, CoreConst.NONE_REF)) return undefined;
      return frame.instance ?? b.calls.readInstance(frame);
    case CoreConst.RET_NEW:
      if (frame.cls === undefined || !isReady(b, frame.cls, value, hint)) return undefined;
      b.calls.readInstance(frame); // so that it is let go with the frame
      return value;
    case CoreConst.RET_BINARY:
      return isImplemented(b, value) ? value : undefined;
    case CoreConst.RET_COMPARE: {
      if (!isImplemented(b, value)) return undefined;
      if ((stage & COMPARE_INVERT) === 0) return value;
      const truth = truthOf(b, value, hint);
      return truth === undefined ? undefined : b.bool(!truth);
    }
    case CoreConst.RET_TRUTH: {
      const isLength = (stage & TRUTH_FROM_LEN) !== 0;
      if (isLength ? !isLengthOf(b, value, hint) : !isBool(value, hint)) return undefined;
      const truth = truthOf(b, value, hint);
      return truth === undefined ? undefined : b.bool(truth !== ((stage & TRUTH_INVERT) !== 0));
    }
    case CoreConst.RET_CONTAINS: {
      const truth = truthOf(b, value, hint);
      return truth === undefined ? undefined : b.bool(truth);
    }
    case CoreConst.RET_CHECK:
      return isPromised(b, stage, value, hint) ? value : undefined;
    default:
      return undefined;
  }
}

/** Whether what a `__new__` has returned needs no `__init__`: guards its type. */
function isReady(b: Builder, cls: number, value: Node, hint: Operand): boolean {
  const type = value.pyType || hint.type;
  if (type === 0 || isNumber(value.type) || !isType(b, type) || !b.guardType(value, type)) return false;
  if (!b.heap.isSubtype(type, cls)) return true;
  if (type >= CoreConst.STATIC_END) b.depend("type", type);
  const { SPECIAL_init, TYPE_OBJECT } = CoreConst;
  return special(b, type, SPECIAL_init) === special(b, TYPE_OBJECT, SPECIAL_init);
}

const IS_TEXT = new Set<number>([CoreConst.CHECK_STR, CoreConst.CHECK_REPR, CoreConst.CHECK_FORMAT]);

/** Guards that the value is what the special method promises (check_result in native/core/special_calls.c). */
function isPromised(b: Builder, check: number, value: Node, hint: Operand): boolean {
  if (check === CoreConst.CHECK_LEN) return isLengthOf(b, value, hint);
  const type = value.pyType || hint.type;
  if (IS_TEXT.has(check)) return type === CoreConst.TYPE_STR && b.guardType(value, type);
  if (type === 0 || value.isConst) return false;
  const special = (index: number): number => b.heap.readU32(type + Layout.PyType.specials + 4 * index);
  const isThere = (index: number): boolean => special(index) !== 0 && special(index) !== CoreConst.NONE_REF;
  const isPlainIterator = type !== CoreConst.TYPE_COROUTINE && isThere(CoreConst.SPECIAL_next);
  const fits =
    check === CoreConst.CHECK_AITER
      ? isThere(CoreConst.SPECIAL_anext)
      : (check === CoreConst.CHECK_ITER || check === CoreConst.CHECK_AWAIT) && isPlainIterator;
  if (!fits || !b.guardType(value, type)) return false;
  if (type >= CoreConst.STATIC_END) b.depend("type", type);
  return true;
}

function isImplemented(b: Builder, value: Node): boolean {
  const { NOTIMPLEMENTED_REF } = CoreConst;
  if (isNumber(value.type)) return true;
  if (value.isConst) return value.boxed?.low !== NOTIMPLEMENTED_REF || value.boxed.high !== 0;
  if (value.pyType !== 0 && value.pyType !== b.ref(NOTIMPLEMENTED_REF).pyType) return true;
  b.pure("guardIsNot", "none", value, null, NOTIMPLEMENTED_REF);
  return true;
}
function isLengthOf(b: Builder, value: Node, hint: Operand): boolean {
  if (value.isConst) return value.type === "int" && value.number >= 0;
  if (b.numberKind(value, hint) !== "int") return false;
  b.pure("guardGeIntK", "none", b.asInt(value), null, 0);
  return true;
}
function isBool(value: Node, hint: Operand): boolean {
  return (value.pyType !== 0 ? value.pyType : hint.type) === CoreConst.TYPE_BOOL;
}

/** The value as the instruction delivers it: conditions get True or False, the one that leads where the program went. Undefined: step. */
function outcome(b: Builder, i: Instruction, value: Node, hint: Operand): Node | undefined {
  const through = i.pc + 8 * i.words;
  if (JUMPING.has(i.generic)) {
    const target = targetOf(i);
    if (target === through || (b.nextPc !== target && b.nextPc !== through)) return undefined;
    const truth = truthOf(b, value, hint);
    if (truth === undefined || (truth !== ((i.flags & INVERT) !== 0)) !== (b.nextPc === target)) return undefined;
    return b.bool(truth);
  }
  if (b.nextPc !== through) return undefined;
  if (i.generic === "NOT" || i.generic === "TO_BOOL" || i.generic === "CONTAINS") {
    const truth = truthOf(b, value, hint);
    if (truth === undefined) return undefined;
    return b.bool(
      i.generic === "NOT" ? !truth : i.generic === "CONTAINS" ? truth !== ((i.flags & INVERT) !== 0) : truth,
    );
  }
  return STORING.has(i.generic) || DISCARDING.has(i.generic) || i.generic === "LOAD_METHOD" ? value : undefined;
}

/** Ends the instruction, in the frame that is current again. */
function finish(b: Builder, i: Instruction, value: Node): void {
  if (i.flags & 1) b.drop(i.a);
  if (i.flags & 2) b.drop(i.b);
  if (i.flags & 4) b.drop(i.c);
  if (JUMPING.has(i.generic) || DISCARDING.has(i.generic)) return;
  b.write(i.a, value);
  if (i.generic === "LOAD_METHOD") b.write(i.a + 4, b.empty);
}

/** Guards how the frame ends, unless the trace has pushed it itself. */
function guardMode(b: Builder, frame: Frame): void {
  const mode = frame.mode & 0xff;
  if (mode === CoreConst.RET_BINARY || mode === CoreConst.RET_COMPARE) {
    // Their aux word holds the operands where a function asked.
    const word = b.emit("loadSlot", "word", null, null, (frame.delta - 1) * 8);
    b.emit("guardWord", "none", word, null, { low: 0, high: frame.mode });
  } else b.emit("guardMode", "none", null, null, frame.delta - 1, frame.mode);
}

function returnValue(b: Builder, take: () => Node, hint: Operand): boolean {
  if (isGeneratorCode(b.heap, b.frame.code)) return returnFromGenerator(b, take);
  if (b.frame.delta === b.options.returnsAt) {
    b.calls.returnToTrace(b.real(take()));
    return true;
  }
  if (b.frames.length < 2 && !b.calls.addCaller()) return false;
  const { frame } = b;
  const caller = b.frames[b.frames.length - 2] as Frame;
  const outer = (frame.mode >>> 8) & 0xff;
  // A frame that has an object leaves its registers to it.
  if (b.nextDelta !== caller.delta || frame.mode === 0 || frame.mode & CoreConst.FRAME_HAS_OBJECT) return false;
  const mode = frame.mode & 0xff;
  const isSimple = mode === CoreConst.RET_CALL || mode === CoreConst.RET_STORE;
  if (!isSimple && outer !== CoreConst.RET_CALL && outer !== CoreConst.RET_STORE) return false;
  const instruction = instructionAt(b.heap, frame.callPc);
  const isKept =
    (isSimple || mode === CoreConst.RET_BINARY || mode === CoreConst.RET_NEW) && STORING.has(instruction.generic);
  const value = isKept ? take() : b.real(take());
  // It has got an object: the interpreter detaches that.
  if (b.isFirst && b.options.parent?.failed?.op === "guardMode") return false;
  if (frame.exposed) guardMode(b, frame);
  const transformed = transform(b, frame, value, hint);
  const result = transformed && outcome(b, instruction, transformed, transformed === value ? hint : NO_HINT);
  if (result === undefined) return false;
  b.takeSnapshot();
  b.calls.leave();
  finish(b, instruction, result);
  return true;
}

export const RETURNS: Record<string, Translator> = {
  RETURN: (b, r) => returnValue(b, () => b.peek(b.at(r.a), r.va), r.va),
  RETURN_CONST(b, r) {
    const consts = b.heap.readU32(b.frame.code + Layout.PyCode.consts);
    const at = consts + Layout.PyTuple.items + 8 * wide(r);
    return returnValue(b, () => b.boxedConstant(b.heap.readU32(at), b.heap.readU32(at + 4)), NO_HINT);
  },
};
