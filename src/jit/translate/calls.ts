// Calls of Python functions, which are inlined, and returns from them; the few builtins that cost nothing in a trace.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import { Abort } from "../abort.ts";
import { type Builder, modeWord } from "../builder.ts";
import type { Frame, Node } from "../ir.ts";
import { GENERIC_OP } from "../opcode-info.ts";
import { type Recorded, tagOf, wide } from "../recording.ts";
import { newInstance } from "../virtual.ts";
import { callBuiltin } from "./builtin-calls.ts";
import { isGeneratorCode, returnFromGenerator } from "./generators.ts";
import type { Translator } from "./index.ts";
import { lengthOf } from "./items.ts";
import { giveCount, loadU32 } from "./moves.ts";

const FN = Layout.PyFunction;
const CODE = Layout.PyCode;
const CALL_BYTES = 3 * 8;

/** Code of the function that is called; guards that it is. 0 if it is no function. */
function calleeCode(b: Builder, callee: Node, hint: Recorded["va"]): number {
  const { heap } = b;
  const fn = callee.isConst ? (callee.boxed?.low as number) : tagOf(hint) === "object" ? hint.low : 0;
  if (fn === 0 || heap.readU32(fn + 4) !== CoreConst.TYPE_FUNCTION) return 0;
  const code = heap.readU32(fn + FN.code);
  if (callee.isConst) {
    b.depend("function", fn);
    return code;
  }
  if (!b.guardType(callee, CoreConst.TYPE_FUNCTION)) return 0;
  const known = b.cache.get(callee, "code");
  if (known !== undefined) return known.number === code ? code : 0;
  b.emit("guardFieldU32", "none", callee, null, FN.code, code);
  b.cache.set(callee, "code", b.int(code));
  b.depend("code", code);
  return code;
}

/** The function's frame is entered if the recorder saw that, and nothing but the given arguments goes into it. */
function enterFunction(
  b: Builder,
  r: Recorded,
  base: number,
  callee: Node,
  given: number,
  hint: Recorded["va"],
  instance: Node | null,
): boolean {
  const { heap } = b;
  if (b.skipped !== null) return callTrace(b, r, base, callee, given, hint);
  if (b.nextDelta !== base + 4) return false;
  const code = calleeCode(b, callee, hint);
  if (code === 0 || b.nextPc !== heap.readU32(code + CODE.bytecode)) return false;
  if (heap.readU32(code + CODE.exact_args) !== given + 1) return false;
  b.guardFrame();
  const frame: Frame = {
    delta: base + 4,
    code,
    locals: heap.readU16(code + CODE.local_count),
    callable: callee,
    callPc: r.pc,
    instance,
    exposed: false,
  };
  b.takeSnapshot();
  b.enter(frame, given);
  return true;
}

/** The recorder has not followed the call: the function has a trace, or is the one being recorded. */
function callTrace(b: Builder, r: Recorded, base: number, callee: Node, given: number, hint: Recorded["va"]): boolean {
  const { heap, skipped } = b;
  if (skipped === null || skipped.delta !== base + 4) return false;
  if (b.nextDelta !== b.frame.delta || b.nextPc !== r.pc + 8 * r.words) return false;
  if (b.frames.some((frame) => frame.instance !== null)) return false;
  const code = calleeCode(b, callee, hint);
  if (code === 0 || skipped.pc !== heap.readU32(code + CODE.bytecode)) return false;
  if (heap.readU32(code + CODE.exact_args) !== given + 1) return false;
  const trace = b.options.entryAt(skipped.pc);
  if (trace === undefined) return false;
  const locals = heap.readU16(code + CODE.local_count);
  const frame: Frame = { delta: base + 4, code, locals, callable: callee, callPc: r.pc, instance: null, exposed: true };
  b.callTrace(frame, given, trace);
  return true;
}

function call(b: Builder, r: Recorded): boolean {
  const base = b.at(r.b);
  const callee = b.read(base, r.va);
  if (callee.isConst ? callee.pyType === CoreConst.TYPE_FUNCTION : r.va.type === CoreConst.TYPE_FUNCTION)
    return enterFunction(b, r, base, callee, r.c, r.va, null);
  if (r.op === "CALL_LEN") return callLength(b, r, callee);
  if (r.op === "CALL_CLASS") return callClass(b, r, base, callee);
  return callBuiltin(b, r, callee, false);
}

/** A class with an `__init__` in Python: the instance is made, then `__init__` is entered with it as first argument. */
function callClass(b: Builder, r: Recorded, base: number, callee: Node): boolean {
  const { heap } = b;
  const cls = callee.isConst ? (callee.boxed?.low as number) : tagOf(r.va) === "object" ? r.va.low : 0;
  const version = heap.readU32(r.pc + 16);
  const meta = heap.readU32(r.pc + 20);
  if (cls === 0 || heap.readU32(cls + 4) !== meta || heap.readU32(meta + Layout.PyType.kind) !== CoreConst.LAYOUT_TYPE)
    return false;
  if (heap.readU32(cls + Layout.PyType.version) !== version || b.nextDelta !== base + 4) return false;
  const init = heap.readU32(cls + Layout.PyType.specials + 4 * CoreConst.SPECIAL_init);
  const given = r.c + 1;
  const initNode = b.ref(init);
  if (initNode.pyType !== CoreConst.TYPE_FUNCTION || !isEntered(b, init, given)) return false;
  for (let i = 0; i < r.c; i++) b.look(base + 4 + i, i === 0 ? r.vb : i === 1 ? r.vc : undefined);
  if (!b.guardIs(callee, cls)) return false;
  b.depend("type", cls);
  b.depend("function", init);
  b.guardFrame();
  const instance = newInstance(b, cls) ?? realInstance(b, cls);
  for (let i = given; i > 1; i--) b.state.put(base + 3 + i, b.look(base + 2 + i));
  b.state.put(base, initNode);
  b.state.put(base + 4, instance);
  const code = heap.readU32(init + FN.code);
  const locals = heap.readU16(code + CODE.local_count);
  b.enter({ delta: base + 4, code, locals, callable: initNode, callPc: r.pc, instance, exposed: false }, given);
  return true;
}

/** An instance of a class that does not fit a virtual. */
function realInstance(b: Builder, cls: number): Node {
  const instance = b.emit("call1", "ref", b.ref(cls), null);
  instance.symbol = "instance_new";
  instance.isObject = true;
  instance.pyType = cls;
  instance.own = 1;
  return instance;
}

/** Whether the next record is the first of this function, which takes just the given arguments. */
function isEntered(b: Builder, fn: number, given: number): boolean {
  const code = b.heap.readU32(fn + FN.code);
  return b.nextPc === b.heap.readU32(code + CODE.bytecode) && b.heap.readU32(code + CODE.exact_args) === given + 1;
}

function callMethod(b: Builder, r: Recorded): boolean {
  const base = b.at(r.b);
  const callee = b.read(base, r.va);
  const self = b.look(base + 4, r.vb);
  if (callee.isConst ? callee.pyType === CoreConst.TYPE_FUNCTION : r.va.type === CoreConst.TYPE_FUNCTION) {
    if (self === b.empty) {
      // What does not bind: the window begins one register later.
      if ((b.skipped?.delta ?? b.nextDelta) !== base + 5) return false;
      b.takeSnapshot();
      b.state.clear(base, b.empty);
      b.state.put(base + 1, callee);
      return enterFunction(b, r, base + 1, callee, r.c, r.va, null) || failLate();
    }
    if (self.type === "value" && !self.isObject && !self.isConst) {
      if (tagOf(r.vb) === "empty") return false;
      b.pure("guardNotEmpty", "none", self);
    }
    return enterFunction(b, r, base, callee, r.c + 1, r.va, null);
  }
  if (r.op === "CALL_METHOD_APPEND" && callAppend(b, r, callee, self)) return true;
  if (self === b.empty) return callBuiltin(b, r, callee, false);
  return tagOf(r.vb) === "object" && callBuiltin(b, r, callee, true);
}
function failLate(): never {
  throw new Abort("no-progress", "a call could not be entered");
}

/** len() of a list, tuple or str. */
function callLength(b: Builder, r: Recorded, callee: Node): boolean {
  const expected = b.heap.readU32(r.pc + 12);
  if (!b.guardIs(callee, expected)) return false;
  let object = b.look(b.at(r.b + 4), r.vb);
  if (object.pyType !== CoreConst.TYPE_TUPLE) object = b.real(object);
  const type = object.pyType !== 0 ? object.pyType : r.vb.type;
  const offsets = new Map<number, number>([
    [CoreConst.TYPE_LIST, Layout.PyList.length],
    [CoreConst.TYPE_TUPLE, Layout.PyTuple.length],
    [CoreConst.TYPE_STR, Layout.PyStr.length],
    [CoreConst.TYPE_SET, Layout.PySet.used],
  ]);
  const offset = offsets.get(type);
  if (offset === undefined || !b.guardType(object, type)) return false;
  const length = object.virtual === null ? loadU32(b, object, offset, "int") : lengthOf(b, object);
  b.takeSnapshot();
  b.drop(r.b + 4);
  b.drop(r.b);
  b.write(r.a, length);
  return true;
}

/** list.append where there is room; the list grows in the interpreter. */
function callAppend(b: Builder, r: Recorded, callee: Node, list: Node): boolean {
  if (b.isFirst) return false; // perhaps because there was no room: then the core makes some
  const expected = b.heap.readU32(r.pc + 12);
  if (!b.guardIs(callee, expected) || !b.guardType(list, CoreConst.TYPE_LIST)) return false;
  const item = b.read(b.at(r.b + 5), r.vc);
  const length = loadU32(b, list, Layout.PyList.length, "int");
  b.emit("guardLtInt", "none", length, loadU32(b, list, Layout.PyList.capacity, "int"));
  const items = loadU32(b, list, Layout.PyList.items);
  b.takeSnapshot();
  const grown = b.pure("addIntNc", "int", length, null, 65536);
  b.drop(r.b + 5);
  giveCount(b, item);
  b.storeField(b.emit("elemAddress", "word", length, items), 0, item);
  b.storeField(list, Layout.PyList.length, grown, "u32");
  b.cache.store(list, `int ${Layout.PyList.length}`, grown);
  b.drop(r.b + 4);
  b.drop(r.b);
  b.write(r.a, b.none);
  return true;
}

/** Whether a return to this place ends a CALL or CALL_METHOD of a frame that lies where the root trace has put it. */
function isCalledFrom(b: Builder, nextPc: number, delta: number): boolean {
  if (delta < 0 || b.frame.instance !== null) return false;
  const generic = GENERIC_OP[b.heap.u8[nextPc - CALL_BYTES] as number];
  return generic === "CALL" || generic === "CALL_METHOD";
}

/** Whether a frame that the interpreter made was called as a function, as far as the recording says; not for a class or by a hook. */
function isPlainCall(b: Builder, frame: Frame): boolean {
  if (frame.callPc === 0) return true;
  const calls = b.options.records.filter(({ pc, delta }) => pc === frame.callPc && delta < frame.delta);
  return calls.every(
    ({ generic, va }) =>
      (generic === "CALL" || generic === "CALL_METHOD") &&
      (va.type === CoreConst.TYPE_FUNCTION || va.type === CoreConst.TYPE_METHOD),
  );
}

function returnValue(b: Builder, take: () => Node): boolean {
  const { frame } = b;
  if (isGeneratorCode(b, frame.code)) return returnFromGenerator(b, take);
  if (frame.delta === b.options.returnsAt) {
    b.returnToTrace(b.real(take()));
    return true;
  }
  // The frame was perhaps not called as it seems: then this would fail again and again.
  if (frame.callable === null && frame.instance === null && (b.isFirst || !isPlainCall(b, frame))) return false;
  if (b.frames.length < 2) {
    if (!isCalledFrom(b, b.nextPc, b.nextDelta)) return false;
    const callPc = b.nextPc - CALL_BYTES;
    b.emit("guardReturnPc", "none", null, null, frame.delta - 3, callPc);
    b.addCaller(b.nextDelta);
    b.frames[1] = { ...frame, callPc };
    return returnValue(b, take);
  }
  if (frame.callable === null && !frame.exposed) return false;
  const caller = b.frames[b.frames.length - 2] as Frame;
  if (b.nextDelta !== caller.delta) return false;
  let value = take();
  if (frame.exposed) b.emit("guardMode", "none", null, null, frame.delta - 1, modeWord(frame));
  if (frame.instance !== null) {
    if (!b.guardIs(value, CoreConst.NONE_REF)) return false;
    value = frame.instance;
  }
  b.takeSnapshot();
  const result = b.heap.readU16(frame.callPc + 2);
  b.leave();
  b.write(result, value);
  return true;
}

export const CALLS: Record<string, Translator> = {
  CALL: call,
  CALL_METHOD: callMethod,
  RETURN: (b, r) => returnValue(b, () => b.look(b.at(r.a), r.va)),
  RETURN_CONST(b, r) {
    const consts = b.heap.readU32(b.frame.code + CODE.consts);
    const at = consts + Layout.PyTuple.items + 8 * wide(r);
    return returnValue(b, () => b.boxedConstant(b.heap.readU32(at), b.heap.readU32(at + 4)));
  },
};
