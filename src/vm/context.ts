// What a host function works with: the heap, and every operation of the language on any value. Operations that may run Python code are
// generators (`yield* ctx.getattr(…)`). The core is asked first; only if it answers "Python code needed" the operation is done by a
// function of the prelude (src/prelude/operators.py), so that hooks run in ordinary frames.
import { Answer } from "../heap/core-functions.ts";
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import type { Heap } from "../heap/heap.ts";
import { bigIntOf, int, isInt, numberOf } from "../heap/numbers.ts";
import { type ErrorDetail, PyError, raise, typeError } from "../heap/py-error.ts";
import type { Ref, Value } from "../heap/value.ts";
import { EMPTY, isRef, isSmallInt, smallIntOf } from "../heap/value.ts";
import type { Steps } from "./host-call.ts";
import type { Machine } from "./machine.ts";
import { warnOfSubclass } from "./warnings.ts";

export const COMPARISONS = ["lt", "le", "eq", "ne", "gt", "ge"] as const;
export type Comparison = (typeof COMPARISONS)[number];
export const BINARY_NAMES = [
  "add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and", "or", "xor", "matmul",
] as const; // biome-ignore format: a table
export type BinaryName = (typeof BINARY_NAMES)[number];

export class Context {
  readonly machine: Machine;
  readonly heap: Heap;
  readonly none: Ref = CoreConst.NONE_REF;

  constructor(machine: Machine) {
    this.machine = machine;
    this.heap = machine.heap;
  }

  // --- making values -----------------------------------------------------------------------------------------------------

  str(text: string): Ref {
    return this.heap.str(text);
  }
  int(n: number | bigint): Value {
    return int(this.heap, n);
  }
  bool(b: boolean): Ref {
    return this.heap.bool(b);
  }
  tuple(items: readonly Value[]): Ref {
    return this.heap.tuple(items);
  }
  list(items: readonly Value[]): Ref {
    return this.heap.list(items);
  }
  /** A dict with str keys. */
  dict(entries: Iterable<readonly [string, Value]>): Ref {
    const dict = this.heap.dict();
    for (const [name, value] of entries) this.heap.setName(dict, name, value);
    return dict;
  }

  // --- looking at values ---------------------------------------------------------------------------------------------------

  typeName(v: Value): string {
    return this.nameOfType(this.heap.typeOf(v));
  }
  /** A type's name as messages have it: with the module where the type is one that other modules than builtins have from C (tp_name). */
  nameOfType(type: Ref): string {
    const { heap } = this;
    const name = this.shortNameOfType(type);
    const isDotted =
      (heap.typeFlags(type) & CoreConst.TYPE_HEAP) === 0 || (heap.typeFlags(type) & CoreConst.TYPE_DOTTED_NAME) !== 0;
    const module = isDotted ? heap.readU32(type + Layout.PyType.module) : 0;
    const where = module === 0 ? "builtins" : heap.text(module as Ref);
    return where === "builtins" ? name : `${where}.${name}`;
  }
  shortNameOfType(type: Ref): string {
    return this.heap.text(this.heap.readU32(type + Layout.PyType.name));
  }
  /** Text of an argument that must be a str; `what` starts the message, e.g. "open() argument 'mode'". */
  needText(v: Value, what: string): string {
    if (this.heap.isStr(v)) return this.heap.text(v);
    throw typeError(`${what} must be str, not ${this.typeNameForError(v)}`);
  }
  /** As CPython's messages name a bad argument's type: None is "None". */
  typeNameForError(v: Value): string {
    return v === CoreConst.NONE_REF ? "None" : this.typeName(v);
  }
  isNone(v: Value | undefined): boolean {
    return v === undefined || v === CoreConst.NONE_REF;
  }

  // --- calls ------------------------------------------------------------------------------------------------------------------

  /** Calls anything. Host functions without a detour through the VM, but for a few of those nested deep (see HostNesting). */
  *call(callee: Value, args: readonly Value[], keywords?: ReadonlyMap<string, Value>): Steps<Value> {
    const direct = this.machine.hostFunctionOf(callee);
    if (direct === undefined) return yield { callee, args, keywords };
    const { nesting } = this.machine;
    const throughVm = nesting.enter();
    try {
      if (throughVm) return yield { callee, args, keywords };
      const result = this.machine.invoke(direct, callee as Ref, args, keywords);
      if (typeof result !== "object" || !("next" in result)) return result as Value;
      return yield* result;
    } finally {
      nesting.leave();
    }
  }

  *callMethod(object: Value, name: string, args: readonly Value[] = []): Steps<Value> {
    return yield* this.call(yield* this.getattr(object, name), args);
  }

  /**
   * Calls a special method found on the type (never the instance), or gives undefined if the type has none (None where a method is expected is called, and refuses).
   * `special`: a CoreConst.SPECIAL_*.
   */
  *callSpecial(special: number, self: Value, args: readonly Value[] = []): Steps<Value | undefined> {
    const method = this.heap.specialOf(self, special);
    if (method === 0) return undefined;
    if (method === CoreConst.NONE_REF) throw typeError("'NoneType' object is not callable");
    return yield* this.callFound(method, self, args);
  }
  /** Calls what was found on the type of `self`: binds it first. */
  *callFound(method: Ref, self: Value, args: readonly Value[]): Steps<Value> {
    const kind = this.heap.kindOf(method);
    if (kind === CoreConst.LAYOUT_FUNCTION || (kind === CoreConst.LAYOUT_BUILTIN && this.isMethodBuiltin(method)))
      return yield* this.call(method, [self, ...args]);
    const get = this.heap.specialOf(method, CoreConst.SPECIAL_get);
    if (get === 0) return yield* this.call(method, args);
    const bound = yield* this.callFound(get, method, [self, this.heap.typeOf(self)]);
    return yield* this.call(bound, args);
  }
  private isMethodBuiltin(builtin: Ref): boolean {
    return (this.heap.readU32(builtin + Layout.PyBuiltin.flags) & CoreConst.BUILTIN_FLAG_METHOD) !== 0;
  }

  private *prelude(name: string, ...args: Value[]): Steps<Value> {
    return yield* this.call(this.machine.preludeFunction(name), args);
  }

  // --- attributes -----------------------------------------------------------------------------------------------------------------

  *getattr(object: Value, name: string | Ref): Steps<Value> {
    const { heap } = this;
    const key = typeof name === "string" ? heap.intern(name) : name;
    heap.setScratch(0, object);
    const answer = heap.check(heap.core.attrGet(key));
    if (answer === Answer.OK) return heap.takeScratch();
    return yield* this.call(this.machine.builtin("getattr"), [object, key]);
  }
  /** The attribute, or undefined where reading it raises AttributeError. */
  *findattr(object: Value, name: string | Ref): Steps<Value | undefined> {
    const { heap } = this;
    const key = typeof name === "string" ? heap.intern(name) : name;
    heap.setScratch(0, object);
    const answer = heap.check(heap.core.attrFind(key));
    if (answer === Answer.OK) return heap.takeScratch();
    if (answer === Answer.NOTHING) return undefined;
    const missing = this.machine.preludeFunction("MISSING");
    const value = yield* this.call(this.machine.builtin("getattr"), [object, key, missing]);
    return value === missing ? undefined : value;
  }
  /** value undefined: deletes. */
  *setattr(object: Value, name: string | Ref, value: Value | undefined): Steps<void> {
    const { heap } = this;
    const key = typeof name === "string" ? heap.intern(name) : name;
    heap.setScratch(0, object);
    heap.setScratch(1, value ?? EMPTY);
    if (heap.check(heap.core.attrSet(key)) === Answer.OK) return;
    if (value === undefined) yield* this.call(this.machine.builtin("delattr"), [object, key]);
    else yield* this.call(this.machine.builtin("setattr"), [object, key, value]);
  }

  // --- operators ------------------------------------------------------------------------------------------------------------------

  *truth(v: Value): Steps<boolean> {
    const { heap } = this;
    if (v === CoreConst.TRUE_REF) return true;
    if (v === CoreConst.FALSE_REF || v === CoreConst.NONE_REF) return false;
    heap.setScratch(0, v);
    const answer = heap.check(heap.core.truth());
    if (answer !== Answer.TAIL) return answer === Answer.OK;
    return (yield* this.prelude("truth", v)) === CoreConst.TRUE_REF;
  }

  *binary(op: BinaryName, a: Value, b: Value, inPlace = false): Steps<Value> {
    const { heap } = this;
    heap.setScratch(0, a);
    heap.setScratch(1, b);
    const answer = heap.check(heap.core.binary(BINARY_NAMES.indexOf(op), inPlace ? 1 : 0));
    if (answer === Answer.OK) return heap.takeScratch();
    return yield* this.prelude(inPlace ? `i${op}` : `${op}_`, a, b);
  }

  *compare(op: Comparison, a: Value, b: Value): Steps<Value> {
    const { heap } = this;
    heap.setScratch(0, a);
    heap.setScratch(1, b);
    const answer = heap.check(heap.core.compare(COMPARISONS.indexOf(op)));
    if (answer === Answer.OK) return heap.takeScratch();
    return yield* this.prelude(op, a, b);
  }
  /** `a is b or a == b`. */
  *equal(a: Value, b: Value): Steps<boolean> {
    const { heap } = this;
    heap.setScratch(0, a);
    heap.setScratch(1, b);
    const answer = heap.check(heap.core.equal());
    if (answer !== Answer.TAIL) return answer === Answer.OK;
    return yield* this.truth(yield* this.prelude("eq", a, b));
  }
  *less(a: Value, b: Value): Steps<boolean> {
    return yield* this.truth(yield* this.compare("lt", a, b));
  }

  *getitem(object: Value, key: Value): Steps<Value> {
    const { heap } = this;
    heap.setScratch(0, object);
    heap.setScratch(1, key);
    const answer = heap.check(heap.core.getitem());
    if (answer === Answer.OK) return heap.takeScratch();
    return yield* this.prelude("getitem", object, key);
  }
  *setitem(object: Value, key: Value, value: Value): Steps<void> {
    const { heap } = this;
    heap.setScratch(0, object);
    heap.setScratch(1, key);
    heap.setScratch(2, value);
    if (heap.check(heap.core.setitem()) !== Answer.OK) yield* this.prelude("setitem", object, key, value);
  }
  *delitem(object: Value, key: Value): Steps<void> {
    const { heap } = this;
    heap.setScratch(0, object);
    heap.setScratch(1, key);
    if (heap.check(heap.core.delitem()) !== Answer.OK) yield* this.prelude("delitem", object, key);
  }
  *contains(container: Value, item: Value): Steps<boolean> {
    const { heap } = this;
    heap.setScratch(0, container);
    heap.setScratch(1, item);
    const answer = heap.check(heap.core.contains());
    const result = answer === Answer.OK ? heap.takeScratch() : yield* this.prelude("contains", container, item);
    return result === CoreConst.TRUE_REF;
  }
  *length(object: Value): Steps<number> {
    const { heap } = this;
    heap.setScratch(0, object);
    const answer = heap.check(heap.core.len());
    const result = answer === Answer.OK ? heap.takeScratch() : yield* this.call(this.machine.builtin("len"), [object]);
    return numberOf(heap, result);
  }
  /** hash(v) as a signed 64-bit bigint. */
  *hash(v: Value): Steps<bigint> {
    const { heap } = this;
    heap.setScratch(0, v);
    const answer = heap.check(heap.core.hash());
    if (answer === Answer.OK) {
      const low = heap.readU32(Layout.VM.scratch);
      const high = heap.i32[Layout.VM.scratch / 4 + 1] as number;
      return (BigInt(high) << 32n) | BigInt(low);
    }
    return bigIntOf(heap, yield* this.call(this.machine.builtin("hash"), [v]));
  }

  // --- iteration ----------------------------------------------------------------------------------------------------------------------

  *iter(object: Value): Steps<Value> {
    const { heap } = this;
    heap.setScratch(0, object);
    const answer = heap.check(heap.core.iter());
    if (answer === Answer.OK) return heap.takeScratch();
    return yield* this.prelude("iter_", object);
  }
  /** Next item, or undefined at the end. */
  *next(iterator: Value): Steps<Value | undefined> {
    const missing = this.machine.preludeFunction("MISSING");
    const item = yield* this.call(this.machine.builtin("next"), [iterator, missing]);
    return item === missing ? undefined : item;
  }
  /** All items of an iterable: lists, tuples, dicts (keys) and sets at once, anything else through its iterator. */
  *items(iterable: Value): Steps<Value[]> {
    const { heap } = this;
    const type = heap.typeOf(iterable);
    if (type === CoreConst.TYPE_LIST) return heap.listItems(iterable as Ref);
    if (type === CoreConst.TYPE_TUPLE) return heap.tupleItems(iterable as Ref).map((item) => heap.hold(item));
    if (type === CoreConst.TYPE_DICT) return heap.dictEntries(iterable as Ref).map(([key]) => key);
    if (type === CoreConst.TYPE_SET || type === CoreConst.TYPE_FROZENSET) return heap.setItems(iterable as Ref);
    const list = yield* this.prelude("to_list", iterable);
    return heap.listItems(list as Ref);
  }

  // --- text --------------------------------------------------------------------------------------------------------------------------------

  /** repr(v) as JS text. */
  *repr(v: Value): Steps<string> {
    return this.heap.text(yield* this.reprValue(v));
  }
  *reprValue(v: Value): Steps<Ref> {
    this.machine.poll(); // nested containers can go on for ever
    const result = yield* this.callSpecial(CoreConst.SPECIAL_repr, v);
    if (result === undefined) return this.str(`<${this.typeName(v)} object>`);
    if (this.heap.isStr(result)) return result;
    throw typeError(`__repr__ returned non-string (type ${this.typeName(result)})`);
  }
  /** str(v) as JS text. */
  *text(v: Value): Steps<string> {
    return this.heap.text(yield* this.strValue(v));
  }
  *strValue(v: Value): Steps<Ref> {
    if (this.heap.isExact(v, CoreConst.TYPE_STR)) return v as Ref;
    const result = yield* this.callSpecial(CoreConst.SPECIAL_str, v);
    if (result === undefined) return yield* this.reprValue(v);
    if (this.heap.isStr(result)) return result;
    throw typeError(`__str__ returned non-string (type ${this.typeName(result)})`);
  }

  // --- numbers ------------------------------------------------------------------------------------------------------------------------------

  /** An int through __index__, as a Value that is an int. */
  *index(v: Value): Steps<Value> {
    if (isInt(this.heap, v)) return v;
    const result = yield* this.callSpecial(CoreConst.SPECIAL_index, v);
    if (result === undefined) throw typeError(`'${this.typeName(v)}' object cannot be interpreted as an integer`);
    return yield* this.indexReturned(result);
  }
  /** What an `__index__` method returned, once it has been looked at. */
  *indexReturned(result: Value): Steps<Value> {
    if (!isInt(this.heap, result)) throw typeError(`__index__ returned non-int (type ${this.typeName(result)})`);
    yield* warnOfSubclass(this, result, CoreConst.TYPE_INT, "__index__ returned non-int");
    return result;
  }
  /** An int argument that must fit a C ssize_t. */
  *size(v: Value): Steps<number> {
    const n = yield* this.index(v);
    if (isSmallInt(n)) return smallIntOf(n);
    const big = bigIntOf(this.heap, n);
    if (big > 0x7fffffffffffffffn || big < -0x8000000000000000n)
      throw raise("OverflowError", `cannot fit '${this.typeName(v)}' into an index-sized integer`);
    return Number(big);
  }

  // --- exceptions ------------------------------------------------------------------------------------------------------------------------------

  /** True if `error` is a Python exception of one of the types. */
  matches(error: unknown, ...types: Ref[]): error is PyError {
    return error instanceof PyError && types.some((type) => this.heap.isSubtype(error.type, type));
  }
  /** The exception object of an error, made now if it was raised in TypeScript. */
  exceptionOf(error: PyError): Ref {
    const { heap } = this;
    if (error.exception !== 0) return heap.hold(error.exception);
    const args = error.args.map((arg) => (typeof arg === "string" ? heap.str(arg) : arg));
    heap.setScratch(0, heap.tuple(args));
    const exception = heap.made(heap.core.exceptionNew(error.type));
    for (const [name, value] of Object.entries(error.attributes ?? {})) {
      heap.setScratch(0, exception);
      heap.setScratch(1, typeof value === "string" ? heap.str(value) : value);
      heap.check(heap.core.attrSet(heap.intern(name)));
    }
    const details = new Map<string, Value>();
    for (const [name, detail] of Object.entries(error.details ?? {})) {
      const value = this.detail(detail);
      details.set(name, value);
      heap.setScratch(0, exception);
      heap.setScratch(1, value);
      heap.check(heap.core.attrSet(heap.intern(name)));
    }
    if (error.detailsInArgs !== undefined) {
      const shown = error.detailsInArgs.map((name) => details.get(name) ?? this.none);
      heap.setScratch(0, exception);
      heap.setScratch(1, heap.tuple([...args, heap.tuple(shown)]));
      heap.check(heap.core.attrSet(heap.intern("args")));
    }
    error.exception = exception;
    return exception;
  }
  private detail(detail: ErrorDetail): Value {
    if (detail === null) return this.none;
    if (typeof detail === "string") return this.heap.str(detail);
    return typeof detail === "number" ? this.int(detail) : this.tuple(detail.map((item) => this.detail(item)));
  }
  /** AttributeError as reading a missing attribute raises it. */
  attributeError(object: Value, name: string): PyError {
    const isType = this.heap.isType(object);
    const who = isType ? `type object '${this.nameOfType(object as Ref)}'` : `'${this.typeName(object)}' object`;
    return new PyError(CoreConst.EXC_AttributeError, [`${who} has no attribute '${name}'`], 0, { name, obj: object });
  }
  /** A thrown value of an exception object. */
  errorOf(exception: Ref): PyError {
    return new PyError(this.heap.typeOf(exception), [], this.heap.hold(exception));
  }

  /** isinstance(v, type) with __instancecheck__. */
  *isinstance(v: Value, type: Value): Steps<boolean> {
    if (isRef(type) && this.heap.typeOf(v) === type) return true;
    return yield* this.truth(yield* this.call(this.machine.builtin("isinstance"), [v, type]));
  }
}
