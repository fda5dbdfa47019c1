// Calls of functions written in C: directly where they change nothing before they give up, or folded where the answer is known.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Builder } from "../build/builder.ts";
import { newTuple } from "../build/virtual.ts";
import type { Node } from "../ir.ts";
import { NO_HINT, type Operand, type Recorded } from "../recording.ts";
import { intOp } from "./arithmetic.ts";
import { isType } from "./attribute-lookup.ts";
import { attributeByName } from "./attributes.ts";
import { addToSet, appendItem, forgetSizes } from "./building.ts";
import { characterCode, characterOfCode, testCharacter } from "./characters.ts";
import { foldInstance } from "./classes.ts";
import { construct as constructOf, consume } from "./consumers.ts";
import { callCore, construct } from "./core-calls.ts";
import { resumeByCall } from "./generators.ts";
import { itemOf, stepIterator } from "./iterator-steps.ts";
import { lookUp } from "./lookups.ts";
import { makeByNew } from "./making.ts";
import { callMath, mathEntry } from "./math-calls.ts";
import { isNumberCall, nameOfNumberType, numberCall } from "./number-calls.ts";
import { typed } from "./operations.ts";
import { askIterator, stepByCall } from "./prelude-steps.ts";
import { callHash, callKeyed } from "./python-keys.ts";
import { newRange } from "./ranges.ts";
import { callSpecial } from "./special-calls.ts";

const BUILTIN = Layout.PyBuiltin;
/** Sub-operations of BINARY. */
const FLOORDIV = 4;
const MOD = 5;
/** Types with a method `send`. */
const RESUMED = new Set(["generator", "coroutine"]);

interface Called {
  /** The PyBuiltin, and the name of its type and its own. */
  readonly builtin: number;
  readonly owner: string;
  readonly name: string;
  /** Slots of its arguments, self first. */
  readonly slots: readonly number[];
}

/** A bound method of a builtin type that is called by itself (`add = seen.add`, and then `add(x)`). */
interface Bound {
  readonly callee: Node;
  readonly self: Node;
  readonly hint: Operand;
}

/** What a CALL or CALL_METHOD calls, if that is a function of the core. `bound`: its window's fifth register holds self. */
function calledBy(b: Builder, r: Recorded, callee: Node, bound: boolean): Called | undefined {
  const { heap } = b;
  if (!callee.isConst) return undefined;
  const builtin = callee.boxed?.low as number;
  const type = heap.readU32(builtin + 4);
  if (type !== (bound ? CoreConst.TYPE_METHOD_DESCRIPTOR : CoreConst.TYPE_BUILTIN)) return undefined;
  if (bound !== (heap.readU32(builtin + BUILTIN.owner) !== 0)) return undefined;
  const first = b.at(r.b) + (bound || r.generic === "CALL" ? 4 : 5);
  const slots = Array.from({ length: r.c + (bound ? 1 : 0) }, (_, i) => first + i);
  const called = describe(b, builtin, slots, slots.length);
  if (called === undefined || !bound) return called;
  return isSelf(b, b.peek(first, r.vb), r.vb, builtin, called) ? called : undefined;
}
/** A function of the core that takes so many arguments. */
function describe(b: Builder, builtin: number, slots: readonly number[], count: number): Called | undefined {
  const { heap } = b;
  if (heap.readU32(builtin + BUILTIN.kind) !== 0) return undefined;
  if (count < heap.readU16(builtin + BUILTIN.min_args) || count > heap.readU16(builtin + BUILTIN.max_args))
    return undefined;
  const owner = heap.readU32(builtin + BUILTIN.owner);
  const ownerName = owner === 0 ? "" : heap.text(heap.readU32(owner + Layout.PyType.name));
  return { builtin, owner: ownerName, name: heap.text(heap.readU32(builtin + BUILTIN.name)), slots };
}

/** What a bound method that was seen is: what it calls, its object, and the fields that say so. */
function lookAtBound(b: Builder, seen: number, slots: readonly number[]) {
  const { heap } = b;
  if (heap.readU32(seen + 4) !== CoreConst.TYPE_BUILTIN) return undefined;
  const owner = heap.readU32(seen + BUILTIN.owner);
  const low = heap.readU32(seen + BUILTIN.self);
  if (owner === 0 || owner >= CoreConst.STATIC_END || low === 0 || heap.readU32(seen + BUILTIN.self + 4) !== 0)
    return undefined;
  const { BUILTIN_FLAG_STATIC, BUILTIN_FLAG_CLASSMETHOD } = CoreConst;
  if ((heap.readU32(seen + BUILTIN.flags) & (BUILTIN_FLAG_STATIC | BUILTIN_FLAG_CLASSMETHOD)) !== 0) return undefined;
  const hint: Operand = { low, high: 0, type: heap.readU32(low + 4), shape: 0 };
  const called = describe(b, seen, slots, slots.length + 1);
  if (called === undefined || (hint.type !== owner && !heap.isSubtype(hint.type, owner))) return undefined;
  const fields = [BUILTIN.kind, BUILTIN.owner, BUILTIN.table].map((at) => [at, heap.readU32(seen + at)] as const);
  return { called, hint, fields };
}

/** What a CALL of a bound method of a builtin type calls; guards that it does. Each method is bound by an object of its own. */
function boundBy(b: Builder, r: Recorded, callee: Node): (Called & { readonly bound: Bound }) | undefined {
  const { heap } = b;
  if (r.generic !== "CALL" || (callee.pyType !== 0 ? callee.pyType : r.va.type) !== CoreConst.TYPE_BUILTIN)
    return undefined;
  const seen = callee.isConst ? (callee.boxed?.low as number) : r.va.low;
  const slots = Array.from({ length: r.c }, (_, i) => b.at(r.b + 4 + i));
  const looked = heap.hint(() => lookAtBound(b, seen, slots));
  if (looked === undefined) return undefined;
  const { called, hint, fields } = looked;
  if (!b.guardType(callee, CoreConst.TYPE_BUILTIN)) return undefined;
  for (const [offset, field] of fields) b.pure("guardFieldU32", "none", callee, null, offset, field);
  const self = b.pure("loadField", "value", callee, null, BUILTIN.self);
  self.keeper ??= callee;
  return isSelf(b, self, hint, seen, called) ? { ...called, bound: { callee, self, hint } } : undefined;
}

/** Methods that do the same with objects of subclasses, and give nothing that is of the object's class. */
const FOR_SUBCLASSES: ReadonlySet<string> = new Set([
  "list.append", "list.pop", "list.extend", "list.insert", "list.remove", "list.index", "list.count", "dict.get", "dict.setdefault", "dict.pop",
  "dict.keys", "dict.values", "dict.items", "set.add", "set.discard", "set.remove", "tuple.index", "tuple.count",
]); // biome-ignore format: a table

/** Guards the type of a method's object: that of the method, or, where that makes no difference, one that derives from it. */
function isSelf(b: Builder, self: Node, hint: Operand, builtin: number, { owner: ownerName, name }: Called): boolean {
  const owner = b.heap.hint(() => b.heap.readU32(builtin + BUILTIN.owner));
  const kind = b.numberKind(self, hint);
  const type = self.pyType !== 0 ? self.pyType : hint.type;
  const orSubclass = FOR_SUBCLASSES.has(`${ownerName}.${name}`);
  if (orSubclass && kind === undefined && isType(b, type) && type !== owner && b.heap.isSubtype(type, owner))
    return b.guardType(self, type);
  if (kind === undefined) return b.guardType(self, owner);
  if (owner !== (kind === "int" ? CoreConst.TYPE_INT : CoreConst.TYPE_FLOAT)) return false;
  if (kind === "int") b.asInt(self);
  else b.asFloat(self);
  return true;
}

/** The method that was seen, guarded where it is not known. Methods of static types live for ever. */
function methodOf(b: Builder, r: Recorded, callee: Node): Node {
  const seen = r.va.low;
  if (callee.isConst || r.va.type !== CoreConst.TYPE_METHOD_DESCRIPTOR || r.va.high !== 0) return callee;
  if (b.heap.readU32(seen + 4) !== CoreConst.TYPE_METHOD_DESCRIPTOR) return callee;
  const owner = b.heap.readU32(seen + BUILTIN.owner);
  return owner !== 0 && owner < CoreConst.STATIC_END && b.guardIs(callee, seen) ? b.ref(seen) : callee;
}

function moduleOf(b: Builder, called: Called): string {
  const module = b.heap.readU32(called.builtin + BUILTIN.module);
  return module !== 0 && b.heap.readU32(module + 4) === CoreConst.TYPE_STR ? b.heap.text(module) : "";
}

/** Drops the window; the result goes to R[a]. */
function finish(b: Builder, r: Recorded, slots: readonly number[], result: Node, owned: boolean): true {
  for (const slot of [...slots].reverse()) b.dropSlot(slot);
  b.drop(r.b);
  b.write(r.a, result, owned);
  return true;
}

/** A call of a function of the core; false if the interpreter has to make it. */
export function callBuiltin(b: Builder, r: Recorded, callee: Node, bound: boolean): boolean {
  if (callee.isConst && r.generic === "CALL" && callee.boxed?.low === CoreConst.TYPE_RANGE && callRange(b, r))
    return true;
  if (r.generic === "CALL" && r.op !== "CALL_CLASS") {
    const cls = callee.isConst ? (callee.boxed?.low as number) : 0;
    if (cls !== 0 && cls < CoreConst.STATIC_END && b.heap.readU32(cls + 4) === CoreConst.TYPE_TYPE)
      return callType(b, r, cls);
    if (r.op === "CALL_FAST") return callFast(b, r, callee);
  }
  if (!bound) {
    const first = b.at(r.b) + (r.generic === "CALL" ? 4 : 5);
    const slots = Array.from({ length: r.c }, (_, i) => first + i);
    const found = makeByNew(b, callee, r.va, slots, r.generic === "CALL" ? [r.vb, r.vc] : [r.vc]);
    if (found !== undefined) return finish(b, r, slots, found, false);
  }
  const byItself = bound ? undefined : boundBy(b, r, callee);
  if (byItself !== undefined) return callBound(b, r, byItself, byItself.bound);
  const called = calledBy(b, r, bound ? methodOf(b, r, callee) : callee, bound);
  if (called === undefined) return false;
  const { owner, name, slots } = called;
  // CALL_METHOD shows what its fifth register holds as `vb`: self, or nothing where what it found is no method.
  const seen = bound || r.generic === "CALL" ? [r.vb, r.vc] : [r.vc];
  if (owner === "" && (name === "isinstance" || name === "is_really") && slots.length === 2) {
    const [at, classAt] = slots as [number, number];
    const folded = foldInstance(b, b.look(at, r.vb), r.vb, b.read(classAt, r.vc), name === "is_really");
    if (folded !== undefined) {
      b.takeSnapshot();
      return finish(b, r, slots, folded, false);
    }
  }
  if (owner === "" && name === "iter" && slots.length === 1 && moduleOf(b, called) === "builtins") {
    const generator = b.peek(slots[0] as number, seen[0]);
    const type = generator.pyType !== 0 ? generator.pyType : seen[0]?.type;
    if (type === CoreConst.TYPE_GENERATOR && b.guardType(generator, type)) {
      b.takeSnapshot();
      return finish(b, r, slots, generator, false);
    }
  }
  if (owner === "" && name === "next" && slots.length === 1 && !b.isFirst && moduleOf(b, called) === "builtins") {
    if (nextOf(b, slots[0] as number, seen[0] ?? NO_HINT, (item) => finish(b, r, slots, item, false))) return true;
  }
  if (owner === "" && name === "getattr" && slots.length >= 2) {
    const [at, nameAt] = slots as [number, number];
    const found = attributeByName(b, b.look(at, r.vb), r.vb, b.read(nameAt, r.vc));
    if (found !== undefined) {
      if (!found.isOwned) b.takeSnapshot();
      return finish(b, r, slots, found.value, found.isOwned);
    }
  }
  if (owner === "" && name === "sqrt" && slots.length === 1 && !b.isFirst && moduleOf(b, called) === "math") {
    const hint = seen[0] as Operand;
    const x = b.read(slots[0] as number, hint);
    if (b.numberKind(x, hint) === "float") {
      const square = b.asFloat(x);
      // A guard of its own: the root may be wanted by nobody, but a negative number still raises.
      b.pure("guardLeFloat", "none", b.float(0, { low: 0, high: 0x00020000 }), square);
      b.takeSnapshot();
      return finish(b, r, slots, b.pure("sqrtFloat", "float", square), false);
    }
  }
  if (owner === "" && !b.isFirst && mathEntry(name) !== undefined && moduleOf(b, called) === "math") {
    const result = callMath(b, name, slots, seen);
    if (result !== undefined) {
      b.takeSnapshot();
      return finish(b, r, slots, result, false);
    }
  }
  const args = slots.map((slot, i) => b.read(slot, seen[i]));
  if (!b.isFirst || (owner === "list" && name === "append")) {
    const answer = callQuick(b, owner, name, args);
    if (answer !== undefined) {
      b.takeSnapshot();
      return finish(b, r, slots, answer, !answer.isConst);
    }
  }
  const hints = slots.map((_, i) => seen[i] ?? NO_HINT);
  const module = owner === "" ? moduleOf(b, called) : "";
  const asked =
    module === "_krait" && slots.length === 1 ? askIterator(b, name, args[0] as Node, hints[0] as Operand) : undefined;
  if (asked !== undefined) {
    b.takeSnapshot();
    return finish(b, r, slots, asked, false);
  }
  // What the prelude adds items to a set with; its False is the interpreter's.
  if (module === "_krait" && name === "set_try_add" && !b.isFirst) {
    const [set, item] = args as [Node, Node];
    if ((set.pyType || hints[0]?.type) === CoreConst.TYPE_SET && b.guardType(set, CoreConst.TYPE_SET)) {
      addToSet(b, set, item);
      return finish(b, r, slots, b.bool(true), false);
    }
  }
  if (isNumberCall(module, name)) {
    const number = numberCall(b, module, name, args, hints);
    if (number !== undefined) return finish(b, r, slots, number, false);
  }
  const answer = callCore(b, b.word(called.builtin), owner, module, name, args, hints);
  return answer !== undefined && finish(b, r, slots, answer, true);
}

/** next(iterator) of one whose next item needs no call. */
function nextOf(b: Builder, slot: number, hint: Operand, done: (item: Node) => void): boolean {
  const iterator = b.read(slot, hint);
  const type = iterator.pyType !== 0 ? iterator.pyType : hint.type;
  if (hint.high !== 0 || type !== hint.type || !isType(b, type) || !b.guardType(iterator, type)) return false;
  const step = stepIterator(b, iterator, type, hint.low);
  if (step === null) return false;
  step.advance();
  done(itemOf(b, step.item));
  return true;
}

/** A call of a method of a builtin type that was bound before. */
function callBound(b: Builder, r: Recorded, { owner, name, slots }: Called, { callee, self, hint }: Bound): boolean {
  const seen = slots.map((_, i) => [r.vb, r.vc][i] ?? NO_HINT);
  const args = [self, ...slots.map((slot, i) => b.read(slot, seen[i]))];
  const item = slots[0];
  const appends = owner === "list" && name === "append";
  if (appends && !b.isFirst && self.pyType === CoreConst.TYPE_LIST && item !== undefined) {
    appendItem(b, self, args[1] as Node, () => b.dropSlot(item));
    b.drop(r.b);
    b.write(r.a, b.none);
    return true;
  }
  if (!b.isFirst || appends) {
    const answer = callQuick(b, owner, name, args);
    if (answer !== undefined) {
      b.takeSnapshot();
      return finish(b, r, slots, answer, !answer.isConst);
    }
  }
  const answer = callCore(b, callee, owner, "", name, args, [hint, ...seen]);
  return answer !== undefined && finish(b, r, slots, answer, true);
}

/** A call of something in the core that pushes a frame: `next` and `send` push that of a generator. */
export function callResuming(b: Builder, r: Recorded, callee: Node, bound: boolean): boolean {
  if (b.nextDelta <= r.delta) return false;
  const cls = callee.isConst && r.generic === "CALL" ? (callee.boxed?.low as number) : 0;
  if (cls !== 0 && cls < CoreConst.STATIC_END && b.heap.readU32(cls + 4) === CoreConst.TYPE_TYPE) {
    const args = Array.from({ length: r.c }, (_, i) => b.at(r.b + 4 + i));
    if (cls === CoreConst.TYPE_STR) return callSpecial(b, r, "str", args, r.vb);
    return constructOf(b, r, cls, args, [r.vb, r.vc]);
  }
  if (r.op === "CALL_FAST") {
    const name = b.heap.text(b.heap.readU32(b.heap.readU32(r.pc + 12) + BUILTIN.name));
    const slots = Array.from({ length: r.c }, (_, i) => b.at(r.b + 4 + i));
    return b.guardIs(callee, b.heap.readU32(r.pc + 12)) && callSpecial(b, r, name, slots, r.vb);
  }
  const called = calledBy(b, r, bound ? methodOf(b, r, callee) : callee, bound);
  if (called === undefined) return false;
  const { owner, name, slots } = called;
  const isBuiltin = owner !== "" || moduleOf(b, called) === "builtins";
  if (isBuiltin && consume(b, r, owner, name, slots, [r.vb, r.vc])) return true;
  if (isBuiltin && owner === "" && r.generic === "CALL" && callSpecial(b, r, name, slots, r.vb)) return true;
  if (isBuiltin && owner === "" && name === "hash" && r.generic === "CALL") return callHash(b, r, slots, r.vb);
  if (r.generic === "CALL_METHOD" && callKeyed(b, r, owner, name, slots, [r.vb, r.vc])) return true;
  if (owner === "" && name === "next" && stepByCall(b, r, slots)) return true;
  const resumes = owner === "" ? name === "next" && slots.length === 1 : name === "send" && RESUMED.has(owner);
  return resumes && resumeByCall(b, r, slots);
}

/** divmod() of two ints: a tuple that is seldom more than unpacked. */
function quotientAndRest(b: Builder, r: Recorded, slots: readonly number[]): Node | undefined {
  const [x, y] = slots.map((slot, i) => b.look(slot, [r.vb, r.vc][i])) as [Node, Node];
  if (b.numberKind(x, r.vb) !== "int" || b.numberKind(y, r.vc) !== "int") return undefined;
  const left = b.asInt(x);
  const right = b.asInt(y);
  const quotient = intOp(b, FLOORDIV, left, right);
  const rest = intOp(b, MOD, left, right);
  if (quotient === undefined || rest === undefined) return undefined;
  b.takeSnapshot();
  return newTuple(b, [quotient, rest]);
}

/** Methods with functions of their own for traces, which do nothing where the interpreter has to make the call. */
function callQuick(b: Builder, owner: string, name: string, args: readonly Node[]): Node | undefined {
  const [self, key, other] = args as [Node, Node, Node];
  if (owner === "str" && args.length === 1) return testCharacter(b, name, self);
  if (owner === "dict" && name === "get") {
    return lookUp(b, "trace_dict_get_or", "value", self, key, other ?? b.none);
  }
  if (owner === "dict" && name === "setdefault") {
    const value = b.callCore("trace_dict_setdefault", "value", self, key, other ?? b.none);
    b.cache.forgetContainers();
    return value;
  }
  if (owner === "set" && name === "add") {
    addToSet(b, self, key);
    return b.none;
  }
  if (owner === "list" && name === "append") {
    b.callCore("trace_list_append", "ref", self, key);
    forgetSizes(b);
    return b.none;
  }
  if (owner === "list" && name === "pop" && args.length === 1) {
    const item = b.callCore("trace_list_pop", "value", self);
    forgetSizes(b);
    b.cache.forgetItems();
    return item;
  }
  return undefined;
}

/** A call of a builtin type. */
function callType(b: Builder, r: Recorded, cls: number): boolean {
  const slots = Array.from({ length: r.c }, (_, i) => b.at(r.b + 4 + i));
  const hints = slots.map((_, i) => [r.vb, r.vc][i] ?? NO_HINT);
  const args = slots.map((slot, i) => b.read(slot, hints[i]));
  const number = numberCall(b, "builtins", nameOfNumberType(cls), args, hints);
  const made = number ?? construct(b, cls, args, hints);
  if (made === undefined) return false;
  return finish(b, r, slots, made, number === undefined && !made.isConst);
}

/** A builtin that the core does where its arguments are plain (fast_builtins of native/core/fast_builtins.c). */
export function callFast(b: Builder, r: Recorded, callee: Node): boolean {
  const [builtin, row] = b.heap.hint(() => [b.heap.readU32(r.pc + 12), b.heap.readU32(r.pc + 20)] as const);
  if (!b.guardIs(callee, builtin)) return false;
  const slots = Array.from({ length: r.c }, (_, i) => b.at(r.b + 4 + i));
  if (!b.isFirst && r.c === 2 && b.heap.text(b.heap.readU32(builtin + BUILTIN.name)) === "divmod") {
    const pair = quotientAndRest(b, r, slots);
    if (pair !== undefined) {
      return finish(b, r, slots, pair, false);
    }
  }
  const args = slots.map((slot, i) => b.read(slot, [r.vb, r.vc][i]));
  const name = b.heap.text(b.heap.readU32(builtin + BUILTIN.name));
  const plain =
    numberCall(b, "builtins", name, args, [r.vb, r.vc]) ?? (b.isFirst ? undefined : ofCharacter(b, name, args, r.vb));
  if (plain !== undefined) {
    b.takeSnapshot();
    return finish(b, r, slots, plain, false);
  }
  b.passOperands(args);
  const answer = b.callOperation("trace_fast", "value", "nothing", b.word(row), b.word(r.c));
  return finish(b, r, slots, answer, true);
}

/** ord() and chr() of a character below 256. */
function ofCharacter(b: Builder, name: string, args: readonly Node[], hint: Operand): Node | undefined {
  const [arg] = args as [Node];
  if (name === "ord") return characterCode(b, arg);
  if (name !== "chr" || b.numberKind(arg, hint) !== "int") return undefined;
  return characterOfCode(b, b.asInt(arg), hint);
}

/** range() of small ints. */
function callRange(b: Builder, r: Recorded): boolean {
  if (b.isFirst || r.c < 1 || r.c > 3) return false;
  const slots = Array.from({ length: r.c }, (_, i) => b.at(r.b + 4 + i));
  const hints = [r.vb, r.vc];
  const numbers: Node[] = [];
  for (const [i, slot] of slots.entries()) {
    const hint = hints[i];
    const node = b.read(slot, hint);
    if (node.type !== "int" && (hint === undefined || b.numberKind(node, hint) !== "int")) return false;
    numbers.push(b.asInt(node));
  }
  const [first, second, third] = numbers as [Node, Node | undefined, Node | undefined];
  const [start, stop, step] = [second ? first : b.int(0), second ?? first, third ?? b.int(1)];
  const virtual = newRange(b, start, stop, step);
  const range = virtual ?? typed(b.callCore("trace_range", "ref", start, stop, step), CoreConst.TYPE_RANGE);
  return finish(b, r, slots, range, virtual === undefined);
}
