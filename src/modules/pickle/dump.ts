// pickle.dumps() of protocol 4 and 5. Plain values are written here; of everything else Python code (_pickle.py) says beforehand how it is made again. What does not
// fit in, and whatever goes wrong, is left to pickle.py, which does all of it once more.

import { CoreConst } from "../../heap/generated/layout.ts";
import { bigIntOf } from "../../heap/numbers.ts";
import { isFloat, isSmallInt, type Ref, smallIntOf, type Value } from "../../heap/value.ts";
import { checkHeadroom } from "../../util/headroom.ts";
import type { Context } from "../../vm/context.ts";
import type { Steps } from "../../vm/host-call.ts";
import { PickleWriter } from "./writer.ts";

const BATCH = 1000;
const BETWEEN_POLLS = 4096;
const INT32_LEAST = -(2 ** 31);
const MARK = 0x28;
const POP = 0x30;
const POP_MARK = 0x31;

/** Thrown when pickle.py has to do it. */
export class NotPlain extends Error {}

/** How an object that is not plain is made again: what _pickle.py's _reduced gives. */
type Reduced =
  | { readonly kind: "global"; readonly module: Value; readonly name: Value }
  | {
      readonly kind: "reduce" | "newobj" | "newobj_ex";
      readonly parts: readonly Value[];
      /** undefined: it has none. */
      readonly state: Value | undefined;
      readonly setter: Value | undefined;
      readonly listItems: readonly Value[];
      readonly dictItems: readonly (readonly [Value, Value])[];
    };

const isAtom = (v: Value): boolean =>
  isSmallInt(v) || isFloat(v) || v === CoreConst.NONE_REF || v === CoreConst.TRUE_REF || v === CoreConst.FALSE_REF;

/** Asks for every object that is not plain, in the order in which pickling meets them. */
export function* findReduced(ctx: Context, root: Value, reducer: Value): Steps<Map<Ref, Reduced>> {
  const found = new Map<Ref, Reduced>();
  const seen = new Set<Ref>();
  const open: Value[] = [root];
  const { heap } = ctx;
  const push = (values: readonly Value[]): void => {
    for (let i = values.length - 1; i >= 0; i--) open.push(values[i] as Value);
  };
  for (let v = open.pop(); v !== undefined; v = open.pop()) {
    if (isAtom(v) || seen.has(v as Ref)) continue;
    const ref = v as Ref;
    seen.add(ref);
    switch (heap.typeOf(ref)) {
      case CoreConst.TYPE_INT:
      case CoreConst.TYPE_STR:
      case CoreConst.TYPE_BYTES:
      case CoreConst.TYPE_BYTEARRAY:
        break;
      case CoreConst.TYPE_LIST:
        push(heap.listItems(ref));
        break;
      case CoreConst.TYPE_TUPLE:
        push(heap.tupleItems(ref));
        break;
      case CoreConst.TYPE_DICT:
        push(heap.dictEntries(ref).flat());
        break;
      case CoreConst.TYPE_SET:
      case CoreConst.TYPE_FROZENSET:
        push(heap.setItems(ref));
        break;
      default: {
        const reduced = readReduced(ctx, yield* ctx.call(reducer, [ref]));
        found.set(ref, reduced);
        if (reduced.kind === "global") break;
        const { parts, state, setter, listItems, dictItems } = reduced;
        push([...parts, ...listItems, ...dictItems.flat(), ...[setter, state].filter((part) => part !== undefined)]);
      }
    }
  }
  return found;
}

function readReduced(ctx: Context, answer: Value): Reduced {
  const { heap } = ctx;
  if (answer === CoreConst.NONE_REF) throw new NotPlain();
  const [kind, ...rest] = heap.tupleItems(answer as Ref);
  const name = heap.text(kind as Ref) as Reduced["kind"];
  if (name === "global") return { kind: name, module: rest[0] as Value, name: rest[1] as Value };
  const [parts, state, setter, listItems, dictItems] = rest.map((part) => heap.tupleItems(part as Ref));
  return {
    kind: name,
    parts: parts as Value[],
    state: state?.[0],
    setter: setter?.[0],
    listItems: listItems as Value[],
    dictItems: (dictItems ?? []).map((pair) => heap.tupleItems(pair as Ref) as [Value, Value]),
  };
}

export function dumpPickle(
  ctx: Context,
  root: Value,
  protocol: number,
  reduced: ReadonlyMap<Ref, Reduced>,
): Uint8Array {
  const dumper = new Dumper(ctx, protocol, reduced);
  dumper.save(root);
  return dumper.out.finish();
}

class Dumper {
  readonly out: PickleWriter;
  readonly #ctx: Context;
  readonly #protocol: number;
  readonly #reduced: ReadonlyMap<Ref, Reduced>;
  readonly #memo = new Map<Ref, number>();
  /** Objects in the memo; tuples that only Python's C code would have made are counted too. */
  #remembered = 0;
  #saved = 0;
  #depth = 0;

  constructor(ctx: Context, protocol: number, reduced: ReadonlyMap<Ref, Reduced>) {
    this.#ctx = ctx;
    this.#protocol = protocol;
    this.#reduced = reduced;
    this.out = new PickleWriter(protocol);
  }

  save(v: Value): void {
    if (++this.#saved % BETWEEN_POLLS === 0) this.#ctx.machine.poll();
    const { out } = this;
    if (isSmallInt(v)) this.#int(smallIntOf(v));
    else if (isFloat(v)) out.double(0x47, v.value);
    else if (v === CoreConst.NONE_REF) out.op(0x4e);
    else if (v === CoreConst.TRUE_REF) out.op(0x88);
    else if (v === CoreConst.FALSE_REF) out.op(0x89);
    else {
      checkHeadroom(this.#depth++);
      this.#object(v as Ref);
      this.#depth--;
    }
    out.boundary();
  }

  #object(ref: Ref): void {
    const { heap } = this.#ctx;
    const type = heap.typeOf(ref);
    if (type === CoreConst.TYPE_INT) return this.#longInt(bigIntOf(heap, ref));
    const known = this.#memo.get(ref);
    if (known !== undefined) return this.#get(known);
    switch (type) {
      case CoreConst.TYPE_STR:
        return this.#str(ref);
      case CoreConst.TYPE_BYTES:
        return this.#bytes(ref, heap.bytesOf(ref), 0x43, 0x42, 0x8e);
      case CoreConst.TYPE_BYTEARRAY:
        if (this.#protocol < 5) throw new NotPlain();
        this.out.text(0x96, 8, heap.bytesOf(ref));
        return this.#remember(ref);
      case CoreConst.TYPE_TUPLE:
        return this.#tuple(ref);
      case CoreConst.TYPE_LIST:
        this.out.op(0x5d);
        this.#remember(ref);
        return this.#list(heap.listItems(ref));
      case CoreConst.TYPE_DICT:
        this.out.op(0x7d);
        this.#remember(ref);
        return this.#dict(heap.dictEntries(ref), false);
      case CoreConst.TYPE_SET:
        return this.#set(ref);
      case CoreConst.TYPE_FROZENSET:
        return this.#frozenset(ref);
      default:
        return this.#other(ref);
    }
  }

  #remember(ref: Ref): void {
    this.#memo.set(ref, this.#remembered++);
    this.out.op(0x94);
  }
  #get(index: number): void {
    if (index < 256) this.out.op1(0x68, index);
    else this.out.op4(0x6a, index);
  }

  #int(n: number): void {
    const { out } = this;
    if (n >= 0 && n < 256) out.op1(0x4b, n);
    else if (n >= 0 && n < 65536) out.op2(0x4d, n);
    else if (n >= INT32_LEAST && n < -INT32_LEAST) out.op4(0x4a, n >>> 0);
    else this.#longInt(BigInt(n));
  }
  #longInt(n: bigint): void {
    let size = Math.floor((n < 0n ? -n : n).toString(2).length / 8) + 1;
    // One bit more than it seems is enough for powers of two below zero.
    if (n < 0n && size > 1 && BigInt.asIntN(8 * (size - 1), n) === n) size--;
    const digits = BigInt.asUintN(8 * size, n)
      .toString(16)
      .padStart(2 * size, "0");
    const bytes = Buffer.from(digits, "hex").reverse();
    this.out.text(size < 256 ? 0x8a : 0x8b, size < 256 ? 1 : 4, bytes);
  }

  #str(ref: Ref): void {
    const { heap } = this.#ctx;
    const text = heap.text(ref);
    // Lone surrogates are written as pickle.py writes them.
    if (!text.isWellFormed()) throw new NotPlain();
    this.#bytes(ref, Buffer.from(text, "utf8"), 0x8c, 0x58, 0x8d);
  }
  #bytes(ref: Ref, bytes: Uint8Array, short: number, middle: number, long: number): void {
    if (bytes.length < 256) this.out.text(short, 1, bytes);
    else if (bytes.length < 2 ** 32) this.out.text(middle, 4, bytes);
    else this.out.text(long, 8, bytes);
    this.#remember(ref);
  }

  #tuple(ref: Ref): void {
    const { heap } = this.#ctx;
    const { out } = this;
    const items = heap.tupleItems(ref);
    if (items.length === 0) return out.op(0x29);
    const isShort = items.length <= 3;
    if (!isShort) out.op(MARK);
    for (const item of items) this.save(item);
    const known = this.#memo.get(ref);
    if (known !== undefined) {
      // It holds itself, and has been made meanwhile.
      if (isShort) for (const _ of items) out.op(POP);
      else out.op(POP_MARK);
      return this.#get(known);
    }
    out.op(isShort ? 0x84 + items.length : 0x74);
    this.#remember(ref);
  }

  #list(items: readonly Value[]): void {
    const { out } = this;
    if (items.length === 1) {
      this.save(items[0] as Value);
      return out.op(0x61);
    }
    for (let at = 0; at < items.length; at += BATCH) {
      out.op(MARK);
      for (const item of items.slice(at, at + BATCH)) this.save(item);
      out.op(0x65);
    }
  }

  /** `isIterated`: of an iterator, whose last single pair has no mark; a dict of a whole number of batches ends with an empty one. */
  #dict(entries: readonly (readonly [Value, Value])[], isIterated: boolean): void {
    const { out } = this;
    for (let at = 0; at < entries.length || (at > 0 && at === entries.length && !isIterated); at += BATCH) {
      const batch = entries.slice(at, at + BATCH);
      const isSingle = batch.length === 1 && (isIterated || entries.length === 1);
      if (!isSingle) out.op(MARK);
      for (const [key, value] of batch) {
        this.save(key);
        this.save(value);
      }
      out.op(isSingle ? 0x73 : 0x75);
    }
  }

  #set(ref: Ref): void {
    const { out } = this;
    const items = this.#ctx.heap.setItems(ref);
    out.op(0x8f);
    this.#remember(ref);
    // (A set of a whole number of batches ends with an empty one.)
    for (let at = 0; at < items.length || (at > 0 && at === items.length); at += BATCH) {
      out.op(MARK);
      for (const item of items.slice(at, at + BATCH)) this.save(item);
      out.op(0x90);
    }
  }
  #frozenset(ref: Ref): void {
    const { out } = this;
    out.op(MARK);
    for (const item of this.#ctx.heap.setItems(ref)) this.save(item);
    const known = this.#memo.get(ref);
    if (known !== undefined) {
      out.op(POP_MARK);
      return this.#get(known);
    }
    out.op(0x91);
    this.#remember(ref);
  }

  #other(ref: Ref): void {
    const reduced = this.#reduced.get(ref);
    if (reduced === undefined) throw new NotPlain();
    const { out } = this;
    if (reduced.kind === "global") {
      this.save(reduced.module);
      this.save(reduced.name);
      out.op(0x93);
      return this.#remember(ref);
    }
    for (const part of reduced.parts) this.save(part);
    out.op(reduced.kind === "reduce" ? 0x52 : reduced.kind === "newobj" ? 0x81 : 0x92);
    const known = this.#memo.get(ref);
    if (known !== undefined) {
      out.op(POP);
      this.#get(known);
    } else this.#remember(ref);
    const { listItems, dictItems, state, setter } = reduced;
    for (let at = 0; at < listItems.length; at += BATCH) this.#list(listItems.slice(at, at + BATCH));
    this.#dict(dictItems, true);
    if (state === undefined) return;
    if (setter !== undefined) {
      this.save(setter);
      this.save(ref);
      this.save(state);
      out.op(0x86);
      out.op(0x52);
      out.op(POP);
    } else {
      this.save(state);
      out.op(0x62);
    }
  }
}
