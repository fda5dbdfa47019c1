// Calls of Python functions, which are inlined or run as traces of their own: plain functions, methods, bound methods, classes with and without
// `__init__`, objects with `__call__`. What is written in C is in builtin-calls.ts.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Builder } from "../build/builder.ts";
import { entriesOf, MOST_FIELDS, newInstance, newTuple, tupleItems } from "../build/virtual.ts";
import { isPlainException, newException } from "../build/virtual-exception.ts";
import { type Frame, isNumber, type Node } from "../ir.ts";
import { type Operand, type Recorded, tagOf } from "../recording.ts";
import { type Arguments, bind, namesIn } from "./arguments.ts";
import { builtinBase, isType } from "./attribute-lookup.ts";
import { callSetattr } from "./attributes.ts";
import { appendItem } from "./building.ts";
import { callBuiltin, callResuming } from "./builtin-calls.ts";
import { callExceptionClass, callExceptionInit } from "./exception-objects.ts";
import type { Translator } from "./index.ts";
import { lengthOf } from "./items.ts";
import { guardNoNamespace } from "./lookups.ts";
import { loadField, loadU32 } from "./moves.ts";
import { LENGTH_AT } from "./operations.ts";
import { modeWord, OTHER_CALL, PLAIN_CALL } from "./returns.ts";

const FN = Layout.PyFunction;
const CODE = Layout.PyCode;
const TYPE = Layout.PyType;
const METHOD = Layout.PyMethod;

/** A call as the program wrote it: the callable, then the arguments, in a window at slot `base`. */
export interface Call {
  readonly base: number;
  /** Slot that the callable lies in. */
  readonly from: number;
  readonly callee: Node;
  /** What the recorder saw as the callee; of an object found on the way nothing was seen. */
  readonly hint: Operand | undefined;
  readonly args: Arguments;
  /** Slots that the arguments lie in. */
  readonly slots: readonly number[];
  /** Mode word of the frame that the instruction pushes. */
  readonly mode: number;
}

/** Code of the function that is called; guards that it is. 0 if it is no function. `hint`: what was seen, if that is known. */
export function calleeCode(b: Builder, callee: Node, hint: Operand | undefined): number {
  const { heap } = b;
  if (callee.isConst) {
    const fn = callee.boxed?.low as number;
    if (callee.pyType !== CoreConst.TYPE_FUNCTION) return 0;
    b.depend("function", fn);
    return heap.readU32(fn + FN.code);
  }
  if (hint !== undefined && hint.type !== CoreConst.TYPE_FUNCTION) return 0;
  // The code that ran is held by the recording, the function may be gone.
  const code = b.entered?.code ?? 0;
  if (code === 0 || !b.guardType(callee, CoreConst.TYPE_FUNCTION)) return 0;
  const known = b.cache.get(callee, "code");
  if (known !== undefined) return known.number === code ? code : 0;
  b.emit("guardFieldU32", "none", callee, null, FN.code, code);
  b.cache.set(callee, "code", b.int(code));
  b.depend("code", code);
  return code;
}

/** A trace that is called finds all objects made: while nothing has changed yet they can be. */
function realArguments(b: Builder, { positional, names, named }: Arguments): Arguments {
  const made = new Map<Node, Node>();
  const real = (node: Node): Node => {
    const known = made.get(node) ?? b.real(node);
    made.set(node, known);
    return known;
  };
  const args = { positional: positional.map(real), names, named: named.map(real) };
  b.materialiseAll();
  return args;
}

/** What the head of a frame holds that makes an instance: that, if it is the first argument, or what a `__new__` for the class is called with. */
interface Making {
  readonly make: () => Node;
  readonly cls?: number;
}

/** The function's frame is entered, or its trace called, if the recorder saw that. */
export function enterFunction(b: Builder, r: Recorded, call: Call, making: Making | null): boolean {
  const { heap } = b;
  const { base, callee } = call;
  const { entered } = b;
  if (entered === undefined || entered.delta !== base + 4) return false;
  if (b.skipped !== null && (b.nextDelta !== b.frame.delta || b.nextPc !== r.pc + 8 * r.words)) return false;
  const code = calleeCode(b, callee, call.hint);
  if (code === 0 || entered.code !== code) return false;
  const trace = b.skipped === null ? undefined : b.options.entryAt(entered.pc);
  if (b.skipped !== null && (trace === undefined || making !== null || b.frames.some((f) => f.instance !== null)))
    return false;
  if (trace === undefined && !b.calls.guardFrame()) return false;
  const args = trace === undefined ? call.args : realArguments(b, call.args);
  const bound = bind(b, callee, call.hint?.low ?? 0, code, args, trace !== undefined);
  if (bound === null) return false;
  b.takeSnapshot();
  const made = making?.make() ?? null;
  const isSelf = made !== null && making?.cls === undefined;
  const plain = isSelf ? [made, ...bound.parameters.slice(1)] : bound.parameters;
  const stays = (slot: number): boolean => {
    const { node } = b.state.slot(slot);
    return node !== null && node === (slot === base ? callee : plain[slot - base - 4]);
  };
  for (const slot of [call.from, ...call.slots]) if (!stays(slot)) b.state.clear(slot, b.empty);
  const parameters = [...plain, ...bound.later.map((make) => make())];
  if (!stays(base)) b.state.put(base, callee);
  for (const [i, node] of parameters.entries()) {
    if (bound.owned.has(node)) node.own++;
    if (!stays(base + 4 + i)) b.state.put(base + 4 + i, node);
  }
  const { mode } = call;
  const locals = heap.readU16(code + CODE.local_count);
  const fn = entered.vc.low;
  const frame: Frame = {
    delta: base + 4,
    code,
    locals,
    callable: callee,
    fn,
    callPc: r.pc,
    mode,
    instance: made,
    ...(making?.cls !== undefined && { cls: making.cls }),
    exposed: false,
  };
  if (trace === undefined) b.calls.enter(frame, parameters.length);
  else b.calls.callTrace({ ...frame, exposed: true }, parameters.length, trace);
  return true;
}

/** The call with one more argument in front. */
export function withFirst(call: Call, callee: Node, first: Node): Call {
  return { ...call, callee, hint: undefined, args: { ...call.args, positional: [first, ...call.args.positional] } };
}

export function callObject(b: Builder, r: Recorded, call: Call): boolean {
  const { callee, hint } = call;
  const type = callee.pyType !== 0 ? callee.pyType : (hint?.type ?? 0);
  if (type === CoreConst.TYPE_FUNCTION) return enterFunction(b, r, call, null);
  if (!isType(b, type)) return false;
  if (type === CoreConst.TYPE_METHOD) {
    if (!b.guardType(callee, type)) return false;
    const fn = loadField(b, callee, METHOD.function);
    const self = loadField(b, callee, METHOD.self);
    return enterFunction(b, r, withFirst(call, fn, self), null);
  }
  if (b.heap.readU32(type + TYPE.kind) === CoreConst.LAYOUT_TYPE) return callClass(b, r, call);
  const hook = b.heap.readU32(type + TYPE.specials + 4 * CoreConst.SPECIAL_call);
  if (type < CoreConst.STATIC_END || hook === 0 || b.heap.readU32(hook + 4) !== CoreConst.TYPE_FUNCTION) return false;
  if (!b.guardType(callee, type)) return false;
  b.depend("type", type);
  return enterFunction(b, r, withFirst(call, b.ref(hook), callee), null);
}

/** A class whose instances object.__new__ makes: its `__init__`, if it is written in Python, is entered with the new one. */
function callClass(b: Builder, r: Recorded, call: Call): boolean {
  const { heap } = b;
  const { callee, hint } = call;
  const cls = callee.isConst ? (callee.boxed?.low as number) : hint?.high === 0 ? hint.low : 0;
  if (cls === CoreConst.TYPE_TYPE && call.args.positional.length === 1) return callType(b, r, call);
  if (isPlainException(b, cls)) return callException(b, r, call, cls);
  const special = (type: number, index: number): number => heap.readU32(type + TYPE.specials + 4 * index);
  const meta = cls === 0 ? 0 : heap.readU32(cls + 4);
  if (!isType(b, meta) || heap.readU32(meta + TYPE.kind) !== CoreConst.LAYOUT_TYPE) return false;
  const { TYPE_OBJECT, TYPE_TYPE, SPECIAL_new, SPECIAL_init, SPECIAL_call } = CoreConst;
  if (special(meta, SPECIAL_call) !== special(TYPE_TYPE, SPECIAL_call)) return false;
  if (callExceptionClass(b, r, call, cls)) return true;
  const maker = newFunctionOf(b, cls);
  if (maker !== 0) return callNew(b, r, call, cls, maker);
  if (heap.readU32(cls + TYPE.kind) !== CoreConst.LAYOUT_OBJECT) return false;
  if (heap.typeBits(cls, CoreConst.TYPE_ABSTRACT | CoreConst.TYPE_DISALLOW_NEW) !== 0) return false;
  if (special(cls, SPECIAL_new) !== special(TYPE_OBJECT, SPECIAL_new)) return false;
  const init = special(cls, SPECIAL_init);
  const isPlain = init === special(TYPE_OBJECT, SPECIAL_init);
  if (
    isPlain
      ? call.args.positional.length + call.args.names.length > 0 || b.nextDelta !== r.delta
      : heap.readU32(init + 4) !== CoreConst.TYPE_FUNCTION
  )
    return false;
  if (!b.guardIs(callee, cls)) return false;
  b.depend("type", cls);
  if (!isPlain) {
    const mode = modeWord(CoreConst.RET_INIT, call.mode & 0xff);
    // Its first argument takes the place of the instance, which is made when nothing can fail any more.
    return enterFunction(b, r, { ...withFirst(call, b.ref(init), b.none), mode }, { make: () => instanceOf(b, cls) });
  }
  const instance = instanceOf(b, cls);
  b.dropSlot(call.from);
  b.write(r.a, instance);
  return true;
}

/** The function that a class, which is a type, has as its `__new__`; 0: something else. */
function newFunctionOf(b: Builder, cls: number): number {
  const { heap } = b;
  const found = heap.readU32(cls + TYPE.specials + 4 * CoreConst.SPECIAL_new);
  if (heap.typeBits(cls, CoreConst.TYPE_DISALLOW_NEW) !== 0 || found === 0) return 0;
  const { callable } = Layout.PyWrapperMethod;
  const isWrapped = heap.readU32(found + 4) === CoreConst.TYPE_STATICMETHOD && heap.readU32(found + callable + 4) === 0;
  const fn = isWrapped ? heap.readU32(found + callable) : found;
  return heap.readU32(fn + 4) === CoreConst.TYPE_FUNCTION ? fn : 0;
}

/** `__new__` is entered; the frame's head holds the call, for an `__init__` that may come after it. */
function callNew(b: Builder, r: Recorded, call: Call, cls: number, fn: number): boolean {
  const { positional, named, namesIn: names } = call.args;
  if (positional.length + named.length + 2 > MOST_FIELDS || !b.guardIs(call.callee, cls)) return false;
  b.depend("type", cls);
  const given = named.length === 0 ? b.none : b.ref(names ?? 0);
  const mode = modeWord(CoreConst.RET_NEW, call.mode & 0xff);
  const making = { make: () => newTuple(b, [b.ref(cls), given, ...positional, ...named]), cls };
  return enterFunction(b, r, { ...withFirst(call, b.ref(fn), b.ref(cls)), mode }, making);
}

/** A plain exception, which most often is raised at once. */
function callException(b: Builder, r: Recorded, call: Call, cls: number): boolean {
  const { positional, names } = call.args;
  if (b.skipped !== null || b.nextDelta !== r.delta || names.length > 0 || positional.length > MOST_FIELDS)
    return false;
  if (b.isMadeFromStart(r) || !b.guardIs(call.callee, cls)) return false;
  if (cls >= CoreConst.STATIC_END) b.depend("type", cls);
  const args = positional.map((node) => (node.virtual === null ? node : b.real(node)));
  const exception = newException(b, cls, args);
  if (exception === undefined) return false;
  b.takeSnapshot();
  for (const slot of call.slots) b.dropSlot(slot);
  b.dropSlot(call.from);
  b.write(r.a, exception);
  return true;
}

/** An instance of a class, with its count. */
export function instanceOf(b: Builder, cls: number): Node {
  const virtual = newInstance(b, cls);
  if (virtual !== undefined) return virtual;
  const instance = b.callCore("trace_instance_new", "ref", b.ref(cls));
  instance.isObject = true;
  instance.pyType = cls;
  instance.own = 1;
  instance.isNew = true;
  return instance;
}

/** type(x). */
function callType(b: Builder, r: Recorded, call: Call): boolean {
  const object = call.args.positional[0] as Node;
  const hint = r.generic === "CALL" ? r.vb : undefined;
  if (b.skipped !== null || b.nextDelta !== r.delta || !b.guardIs(call.callee, CoreConst.TYPE_TYPE)) return false;
  let type = object.pyType;
  if (isNumber(object.type)) return false;
  if (type === 0) {
    type = hint !== undefined && tagOf(hint) === "object" ? hint.type : 0;
    if (!isType(b, type) || !b.guardType(object, type)) return false;
  }
  b.takeSnapshot();
  for (const slot of call.slots) b.dropSlot(slot);
  b.dropSlot(call.from);
  b.write(r.a, b.ref(type));
  return true;
}

/** The values in the window, the last ones named by the instruction's constant. */
function argumentsOf(
  b: Builder,
  r: Recorded,
  slots: readonly number[],
  hints: readonly (Operand | undefined)[],
): Arguments {
  const nodes = slots.map((slot, i) => b.peek(slot, hints[i]));
  if (r.generic === "CALL" || r.generic === "CALL_METHOD") return { positional: nodes, names: [], named: [] };
  const consts = b.heap.readU32(b.frame.code + CODE.consts);
  const tuple = b.heap.readU32(consts + Layout.PyTuple.items + 8 * b.heap.readU32(r.pc + 8));
  const names = namesIn(b, tuple);
  const count = nodes.length - names.length;
  return { positional: nodes.slice(0, count), names, named: nodes.slice(count), namesIn: tuple };
}

/** Whether the recorder saw a frame pushed, or a class that makes its instances without one. */
export function isPythonCall(b: Builder, r: Recorded, callee: Node): boolean {
  if (b.skipped !== null || b.nextDelta > r.delta) return true;
  const type = callee.pyType !== 0 ? callee.pyType : r.va.type;
  return isType(b, type) && b.heap.readU32(type + TYPE.kind) === CoreConst.LAYOUT_TYPE;
}

function call(b: Builder, r: Recorded): boolean {
  const base = b.at(r.b);
  const callee = b.read(base, r.va);
  const mode = r.generic === "CALL" ? PLAIN_CALL : OTHER_CALL;
  if (isPythonCall(b, r, callee)) {
    const slots = Array.from({ length: r.c }, (_, i) => base + 4 + i);
    const args = argumentsOf(b, r, slots, [r.vb, r.vc]);
    if (callObject(b, r, { base, from: base, callee, hint: r.va, args, slots, mode })) return true;
  }
  if (r.generic !== "CALL" || b.skipped !== null) return false;
  if (b.nextDelta !== r.delta) return callResuming(b, r, callee, false);
  if (r.op === "CALL_LEN" && callLength(b, r, callee)) return true;
  return callBuiltin(b, r, callee, false);
}

function callMethod(b: Builder, r: Recorded): boolean {
  const window = b.at(r.b);
  const callee = b.read(window, r.va);
  const self = b.peek(window + 4, r.vb);
  // What does not bind: the window begins one register later.
  const isFree = self === b.empty || (!self.isConst && tagOf(r.vb) === "empty");
  if (isFree && self !== b.empty) b.pure("guardEmpty", "none", self);
  if (isPythonCall(b, r, callee)) {
    if (!isFree) b.guardBound(self);
    const base = isFree ? window + 1 : window;
    const first = isFree ? window + 5 : window + 4;
    const slots = Array.from({ length: r.c + (isFree ? 0 : 1) }, (_, i) => first + i);
    const args = argumentsOf(b, r, slots, isFree ? [r.vc] : [r.vb, r.vc]);
    const mode = r.generic === "CALL_METHOD" ? PLAIN_CALL : OTHER_CALL;
    if (callObject(b, r, { base, from: window, callee, hint: r.va, args, slots, mode })) return true;
  }
  if (r.generic !== "CALL_METHOD" || b.skipped !== null) return false;
  if (b.nextDelta !== r.delta) return callResuming(b, r, callee, !isFree);
  if (callSetattr(b, r, callee, !isFree) || callExceptionInit(b, r, callee, !isFree)) return true;
  if (r.op === "CALL_METHOD_APPEND" && callAppend(b, r, callee, self)) return true;
  if (isFree) return self === b.empty && callBuiltin(b, r, callee, false);
  return tagOf(r.vb) === "object" && callBuiltin(b, r, callee, true);
}

/** What the instruction has been specialised for. */
function expectedCallee(b: Builder, { pc }: Recorded): number {
  return b.heap.hint(() => b.heap.readU32(pc + 12));
}

/** len() of a builtin container or str, or of an object of a class that derives from one. */
function callLength(b: Builder, r: Recorded, callee: Node): boolean {
  const expected = expectedCallee(b, r);
  if (!b.guardIs(callee, expected)) return false;
  const length = lengthOfAny(b, b.peek(b.at(r.b + 4), r.vb), r.vb);
  if (length === undefined) return false;
  b.takeSnapshot();
  b.drop(r.b + 4);
  b.drop(r.b);
  b.write(r.a, length);
  return true;
}

/** Undefined: what says how long the object is has to be called. */
function lengthOfAny(b: Builder, peeked: Node, hint: Operand): Node | undefined {
  const entries = peeked.virtual === null ? undefined : entriesOf(peeked.virtual);
  if (entries !== undefined) return b.int(entries.names.length);
  const isTuple = peeked.virtual !== null && tupleItems(peeked.virtual) !== undefined;
  const object = isTuple ? peeked : b.real(peeked);
  const type = object.pyType !== 0 ? object.pyType : hint.type;
  const base = builtinBase(b, type, CoreConst.SPECIAL_len);
  const offset = LENGTH_AT.get(base);
  if ((offset === undefined && base !== CoreConst.TYPE_DICT) || !b.guardType(object, type)) return undefined;
  if (object.virtual !== null) return lengthOf(b, object);
  if (offset === undefined) guardNoNamespace(b, object);
  return loadU32(b, object, offset ?? Layout.PyDict.used, "int");
}

/** list.append. */
function callAppend(b: Builder, r: Recorded, callee: Node, list: Node): boolean {
  const expected = expectedCallee(b, r);
  if (!b.guardIs(callee, expected) || !b.guardType(list, CoreConst.TYPE_LIST)) return false;
  const item = b.read(b.at(r.b + 5), r.vc);
  appendItem(b, list, item, () => b.drop(r.b + 5));
  b.drop(r.b + 4);
  b.drop(r.b);
  b.write(r.a, b.none);
  return true;
}

export const CALLS: Record<string, Translator> = {
  CALL: call,
  CALL_METHOD: callMethod,
  CALL_KW: call,
  CALL_METHOD_KW: callMethod,
};
