// Special methods written in Python: the instruction that calls one enters its frame, and its return does what the instruction does with the
// value (returns.ts). Which function it is follows from the classes of the operands, which are guarded and watched.
import { Conversion } from "../../bytecode/opcodes.ts";
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Builder } from "../build/builder.ts";
import type { Node } from "../ir.ts";
import type { Operand, Recorded } from "../recording.ts";
import { bind } from "./arguments.ts";
import { operands, subOp } from "./arithmetic.ts";
import { findAttribute, isType, nameOf } from "./attribute-lookup.ts";
import { calleeCode } from "./calls.ts";
import { extendByConsumer } from "./consumers.ts";
import { withExit } from "./exception-objects.ts";
import type { Translator } from "./index.ts";
import { keyed } from "./python-keys.ts";

const CODE = Layout.PyCode;
const IN_PLACE = 16;
const HOOK_NONE = 0xffffffff;
const HOOK_SWAPPED = 0x100;
const COMPARE = 64;
const IN_PLACE_OPERATOR = 32;

/** Type of a value as the trace knows it or the recorder saw it. */
export function typeOf(b: Builder, node: Node, hint: Operand): number {
  if (node.pyType !== 0) return node.pyType;
  const kind = node.isConst ? node.type : b.numberKind(node, hint);
  if (kind === "int") return CoreConst.TYPE_INT;
  if (kind === "float") return CoreConst.TYPE_FLOAT;
  return node.isConst ? 0 : hint.type;
}

export function guardTypeOf(b: Builder, node: Node, hint: Operand, type: number): boolean {
  if (node.pyType === type) return true;
  const kind = node.isConst ? undefined : b.numberKind(node, hint);
  if (kind !== undefined) return (kind === "int" ? b.asInt(node) : b.asFloat(node)).type === kind;
  return node.isConst || (isType(b, type) && b.guardType(node, type));
}

export function watchClass(b: Builder, type: number): void {
  if (type >= CoreConst.STATIC_END) b.depend("type", type);
}

/** Enters the frame of a function called for the current instruction, if that is what the recorder saw. `window`: where calls have theirs. */
export function enterHook(b: Builder, r: Recorded, fn: number, args: readonly Node[], window?: number): boolean {
  const { heap, entered } = b;
  if (fn === 0 || heap.readU32(fn + 4) !== CoreConst.TYPE_FUNCTION || entered === undefined) return false;
  if (entered.code !== heap.readU32(fn + Layout.PyFunction.code)) return false;
  return enterKnown(b, r, b.ref(fn), fn, args, window, () => b.depend("function", fn));
}

/** The same for a function that is an operand; `advance` is done when nothing can leave the trace any more. */
export function enterOperand(
  b: Builder,
  r: Recorded,
  callable: Node,
  args: readonly Node[],
  advance: () => void,
): boolean {
  const { entered } = b;
  if (entered === undefined || calleeCode(b, callable, undefined) !== entered.code) return false;
  return enterKnown(b, r, callable, entered.vc.low, args, undefined, () => {}, advance);
}

/** `fn`: the function that was seen, or 0; its code is that of the frame that was entered. */
function enterKnown(
  b: Builder,
  r: Recorded,
  callable: Node,
  fn: number,
  args: readonly Node[],
  window: number | undefined,
  watch: () => void,
  advance?: () => void,
): boolean {
  const { heap, entered } = b;
  const base = window ?? b.frame.delta + heap.readU16(b.frame.code + CODE.reg_count);
  // If something else is to become of the value, too, the words say what.
  if (entered === undefined || b.nextDelta !== base + 4 || entered.va.low !== 0) return false;
  const { code } = entered;
  const parameters = parametersOf(b, callable, code, args);
  if (parameters === undefined) return false;
  watch();
  if (!b.calls.guardFrame()) return false;
  b.takeSnapshot();
  advance?.();
  b.state.put(base, callable);
  for (const [i, parameter] of parameters.entries()) b.state.put(base + 4 + i, parameter);
  const locals = heap.readU16(code + CODE.local_count);
  const frame = { delta: base + 4, code, locals, callable, fn, callPc: r.pc, mode: entered.va.high, instance: null };
  b.calls.enter({ ...frame, exposed: false }, parameters.length);
  return true;
}

/** The same for a CALL, whose window is given up: with the callable in its first register and its arguments in `slots`. */
export function enterCalled(
  b: Builder,
  r: Recorded,
  fn: number,
  slots: readonly number[],
  parameters: readonly Node[],
): boolean {
  const window = b.at(r.b);
  const given = [...slots, window];
  for (const slot of given) b.readLeft(slot);
  // The frame lies where the window was, or above all registers.
  const isInWindow = b.nextDelta === window + 4;
  if (!enterHook(b, r, fn, parameters, isInWindow ? window : undefined)) return false;
  for (const slot of given) if (!isInWindow || slot >= window + 4 + parameters.length) b.dropSlot(slot);
  return true;
}

/** What the parameters of a function get, the last ones their defaults; undefined if it takes anything else. */
function parametersOf(b: Builder, fn: Node, code: number, positional: readonly Node[]): readonly Node[] | undefined {
  const { heap } = b;
  const takesMore = CoreConst.CODE_VARARGS | CoreConst.CODE_VARKEYWORDS;
  if (heap.readU16(code + CODE.kwonly_count) !== 0 || (heap.readU32(code + CODE.flags) & takesMore) !== 0)
    return undefined;
  if (heap.readU16(code + CODE.arg_count) === positional.length) return positional;
  return bind(b, fn, 0, code, { positional, names: [], named: [] }, false)?.parameters;
}

export function special(b: Builder, type: number, index: number): number {
  return b.heap.readU32(type + Layout.PyType.specials + 4 * index);
}

/** Binary operators and comparisons. */
function operator(b: Builder, r: Recorded): boolean {
  const { left, right, leftHint, rightHint } = operands(b, r, "look");
  const [a, c] = [typeOf(b, left, leftHint), typeOf(b, right, rightHint)];
  if (!isType(b, a) || !isType(b, c)) return false;
  const isBinary = r.generic === "BINARY" || r.generic === "BINARY_K";
  const op = subOp(b, r) | (isBinary ? (r.flags & IN_PLACE ? IN_PLACE_OPERATOR : 0) : COMPARE);
  const found = b.heap.core.operatorHook(a, c, op);
  if (found === HOOK_NONE) return false;
  const fn = b.heap.readU32(Layout.VM.scratch);
  if (!guardTypeOf(b, left, leftHint, a) || !guardTypeOf(b, right, rightHint, c)) return false;
  watchClass(b, a);
  watchClass(b, c);
  const now = operands(b, r, "look");
  return enterHook(b, r, fn, found & HOOK_SWAPPED ? [now.right, now.left] : [now.left, now.right]);
}

/** A special method that is called on the operand in register `on`, with the values of further registers. */
function method(index: number, on: "a" | "b" | "c", ...others: readonly ("a" | "b" | "c")[]): Translator {
  return (b, r) => {
    const hints = { a: r.va, b: r.vb, c: r.vc };
    const object = b.look(b.at(r[on]), hints[on]);
    const type = typeOf(b, object, hints[on]);
    if (!isType(b, type) || type < CoreConst.STATIC_END) return false;
    const fn = special(b, type, index);
    const args = others.map((name) => b.look(b.at(r[name]), hints[name]));
    if (!b.guardType(object, type)) return false;
    watchClass(b, type);
    return enterHook(b, r, fn, [object, ...args]);
  };
}

/** `__bool__`, or else `__len__`. */
function truth(on: "a" | "b"): Translator {
  return (b, r) => {
    const hint = on === "a" ? r.va : r.vb;
    const type = typeOf(b, b.look(b.at(r[on]), hint), hint);
    if (!isType(b, type)) return false;
    const hasBool = special(b, type, CoreConst.SPECIAL_bool) !== 0;
    return method(hasBool ? CoreConst.SPECIAL_bool : CoreConst.SPECIAL_len, on)(b, r);
  };
}

/** What the class of an object that finds its attributes as `object` does has by this name, a data descriptor: it comes before what the object has. */
function dataDescriptor(b: Builder, type: number, name: number): { descriptor: number; kind: number } | undefined {
  const { heap } = b;
  if (!isType(b, type) || NOT_AS_OBJECT.has(heap.readU32(type + Layout.PyType.kind))) return undefined;
  if (heap.core.typeLookup(type, name) === 0 || heap.readU32(Layout.VM.scratch + 4) !== 0) return undefined;
  const descriptor = heap.readU32(Layout.VM.scratch);
  if (descriptor === 0) return undefined;
  const kind = heap.readU32(descriptor + 4);
  return special(b, kind, CoreConst.SPECIAL_set) === 0 ? undefined : { descriptor, kind };
}
const NOT_AS_OBJECT = new Set<number>([CoreConst.LAYOUT_SUPER, CoreConst.LAYOUT_METHOD]);

/** The `__get__` of a data descriptor written in Python. */
function callGet(b: Builder, r: Recorded): boolean {
  const object = b.look(b.at(r.b), r.vb);
  const type = typeOf(b, object, r.vb);
  const found = dataDescriptor(b, type, nameOf(b, r.c));
  if (found === undefined || b.heap.typeBits(type, CoreConst.TYPE_HAS_GETATTR_HOOK) !== 0) return false;
  const fn = special(b, found.kind, CoreConst.SPECIAL_get);
  if (fn === 0 || !guardTypeOf(b, object, r.vb, type)) return false;
  watchClass(b, type);
  watchClass(b, found.kind);
  return enterHook(b, r, fn, [b.ref(found.descriptor), object, b.ref(type)]);
}

/** A property's getter, another descriptor's, or the `__getattr__` of a class for what its object lacks. */
function getAttribute(b: Builder, r: Recorded): boolean {
  const object = b.look(b.at(r.b), r.vb);
  const name = nameOf(b, r.c);
  const found = findAttribute(b, object, r.vb, name, false);
  if (found?.kind === CoreConst.ATTR_MISSING)
    return enterHook(b, r, special(b, object.pyType, CoreConst.SPECIAL_getattr), [object, b.ref(name)]);
  if (found?.kind !== CoreConst.ATTR_PROPERTY) return callGet(b, r);
  const property = b.heap.readU32(found.cell + Layout.PyCell.value);
  return enterHook(b, r, b.heap.readU32(property + Layout.PyProperty.getter), [object]);
}

/** A property's setter, or the `__set__` of another data descriptor. */
function setAttribute(b: Builder, r: Recorded): boolean {
  const { heap } = b;
  const object = b.look(b.at(r.a), r.va);
  const value = b.look(b.at(r.b), r.vb);
  const type = typeOf(b, object, r.va);
  if (!isType(b, type) || heap.typeBits(type, CoreConst.TYPE_HAS_SETATTR_HOOK) !== 0) return false;
  const found = dataDescriptor(b, type, nameOf(b, r.c));
  if (found === undefined || !b.guardType(object, type)) return false;
  watchClass(b, type);
  const { descriptor, kind } = found;
  if (kind === CoreConst.TYPE_PROPERTY)
    return enterHook(b, r, heap.readU32(descriptor + Layout.PyProperty.setter), [object, value]);
  watchClass(b, kind);
  return enterHook(b, r, special(b, kind, CoreConst.SPECIAL_set), [b.ref(descriptor), object, value]);
}

/** The `__str__` of a class, or, where that is object's, its `__repr__`. */
export function textMethod(b: Builder, type: number): number {
  const { SPECIAL_str, SPECIAL_repr, TYPE_OBJECT } = CoreConst;
  const own = special(b, type, SPECIAL_str);
  return own === special(b, TYPE_OBJECT, SPECIAL_str) ? special(b, type, SPECIAL_repr) : own;
}

/** `{x}`, `{x!s}` and `{x!r}` in an f-string: `__format__`, or what object's comes down to. */
function format(b: Builder, r: Recorded): boolean {
  const { SPECIAL_format, SPECIAL_repr, TYPE_OBJECT } = CoreConst;
  const object = b.look(b.at(r.b), r.vb);
  const type = typeOf(b, object, r.vb);
  if (!isType(b, type) || type < CoreConst.STATIC_END || !b.guardType(object, type)) return false;
  watchClass(b, type);
  if (r.c === Conversion.REPR) return enterHook(b, r, special(b, type, SPECIAL_repr), [object]);
  const own = special(b, type, SPECIAL_format);
  if (r.c === Conversion.STR || own === special(b, TYPE_OBJECT, SPECIAL_format))
    return enterHook(b, r, textMethod(b, type), [object]);
  return r.c === Conversion.NONE && enterHook(b, r, own, [object, b.ref(CoreConst.EMPTY_STR_REF)]);
}

/** FOR_ITER over an object with a `__next__`. */
export const nextOf: Translator = method(CoreConst.SPECIAL_next, "b");

function either(one: Translator, other: Translator): Translator {
  return (b, r) => one(b, r) || other(b, r);
}

/** Translators of instructions that pushed a frame, by generic opcode. */
export const HOOKS: Record<string, Translator> = {
  BINARY: operator,
  BINARY_K: operator,
  COMPARE: operator,
  COMPARE_K: operator,
  JUMP_CMP: operator,
  JUMP_CMP_K: operator,
  NEGATE: method(CoreConst.SPECIAL_neg, "b"),
  POSITIVE: method(CoreConst.SPECIAL_pos, "b"),
  INVERT: method(CoreConst.SPECIAL_invert, "b"),
  GETITEM: either(method(CoreConst.SPECIAL_getitem, "b", "c"), keyed("get", "b", "c")),
  SETITEM: either(method(CoreConst.SPECIAL_setitem, "a", "b", "c"), keyed("set", "a", "b", "c")),
  CONTAINS: either(method(CoreConst.SPECIAL_contains, "c", "b"), keyed("contains", "c", "b")),
  JUMP_CONTAINS: either(method(CoreConst.SPECIAL_contains, "c", "b"), keyed("contains", "c", "b")),
  NOT: truth("b"),
  TO_BOOL: truth("b"),
  JUMP_IF: truth("a"),
  GET_ITER: method(CoreConst.SPECIAL_iter, "b"),
  GET_YIELD_FROM_ITER: method(CoreConst.SPECIAL_iter, "b"),
  GET_AITER: method(CoreConst.SPECIAL_aiter, "b"),
  GET_ANEXT: method(CoreConst.SPECIAL_anext, "b"),
  GET_AWAITABLE: method(CoreConst.SPECIAL_await, "b"),
  GETATTR: getAttribute,
  LOAD_METHOD: getAttribute,
  SETATTR: setAttribute,
  WITH_EXIT: withExit,
  FORMAT_VALUE: format,
  LIST_EXTEND: extendByConsumer,
};
