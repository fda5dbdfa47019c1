// pickle.loads() of what protocols 2 to 5 write. Opcodes that are rare, and pickles with something wrong in them, are left to pickle.py.

import { Answer } from "../../heap/core-functions.ts";
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { TextBuffer } from "../../heap/heap.ts";
import { int } from "../../heap/numbers.ts";
import { float, isRef, isSmallInt, type Ref, type Value } from "../../heap/value.ts";
import type { Context } from "../../vm/context.ts";
import type { Steps } from "../../vm/host-call.ts";
import { NotPlain } from "./dump.ts";

const BETWEEN_POLLS = 4096;

/** Functions of _pickle.py. */
export interface Makers {
  readonly findClass: Value;
  readonly build: Value;
  readonly extend: Value;
}

export function* loadPickle(ctx: Context, bytes: Uint8Array, makers: Makers): Steps<Value> {
  const { heap } = ctx;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const memo: Value[] = [];
  const outer: Value[][] = [];
  let stack: Value[] = [];
  let at = 0;
  const pop = (): Value => {
    const v = stack.pop();
    if (v === undefined) throw new NotPlain();
    return v;
  };
  const top = (): Value => {
    const v = stack.at(-1);
    if (v === undefined) throw new NotPlain();
    return v;
  };
  const popMark = (): Value[] => {
    const items = stack;
    const below = outer.pop();
    if (below === undefined) throw new NotPlain();
    stack = below;
    return items;
  };
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) as unknown as TextBuffer;
  /** Place of the next `length` bytes. */
  const skip = (length: number): number => {
    const from = at;
    at += length;
    if (at > bytes.length) throw new NotPlain();
    return from;
  };
  const take = (length: number): Uint8Array => bytes.subarray(skip(length), at);
  const u1 = (): number => bytes[skip(1)] as number;
  const u4 = (): number => view.getUint32(skip(4), true);
  const u8 = (): number => {
    const low = u4();
    if (u4() !== 0) throw new NotPlain();
    return low;
  };
  const str = (length: number): Value => {
    const from = skip(length);
    let bits = 0;
    for (let i = from; i < at; i++) bits |= bytes[i] as number;
    if (bits < 128) return heap.str(text.latin1Slice(from, at));
    const found = text.utf8Slice(from, at);
    // Lone surrogates and what is no UTF-8 at all.
    if (found.includes("\ufffd")) throw new NotPlain();
    return heap.str(found);
  };
  const long = (data: Uint8Array): Value => {
    if (data.length === 0) return int(heap, 0);
    const digits = Buffer.from(data).reverse().toString("hex");
    return int(heap, BigInt.asIntN(8 * data.length, BigInt(`0x${digits}`)));
  };
  const recall = (index: number): void => {
    const v = memo[index];
    if (v === undefined) throw new NotPlain();
    stack.push(v);
  };

  for (let count = 0; ; count++) {
    if (count % BETWEEN_POLLS === 0) ctx.machine.poll();
    const code = u1();
    switch (code) {
      case 0x80: // PROTO
        if (u1() > 5) throw new NotPlain();
        break;
      case 0x95: // FRAME
        u8();
        break;
      case 0x2e: // STOP
        return pop();
      case 0x4e:
        stack.push(CoreConst.NONE_REF);
        break;
      case 0x88:
        stack.push(CoreConst.TRUE_REF);
        break;
      case 0x89:
        stack.push(CoreConst.FALSE_REF);
        break;
      case 0x4b:
        stack.push(int(heap, u1()));
        break;
      case 0x4d:
        stack.push(int(heap, view.getUint16(skip(2), true)));
        break;
      case 0x4a:
        stack.push(int(heap, view.getInt32(skip(4), true)));
        break;
      case 0x8a:
        stack.push(long(take(u1())));
        break;
      case 0x8b:
        stack.push(long(take(u4())));
        break;
      case 0x47:
        stack.push(float(view.getFloat64(skip(8))));
        break;
      case 0x8c:
        stack.push(str(u1()));
        break;
      case 0x58:
        stack.push(str(u4()));
        break;
      case 0x8d:
        stack.push(str(u8()));
        break;
      case 0x43:
        stack.push(heap.newBytes(take(u1())));
        break;
      case 0x42:
        stack.push(heap.newBytes(take(u4())));
        break;
      case 0x8e:
        stack.push(heap.newBytes(take(u8())));
        break;
      case 0x96: {
        const data = heap.newBytes(take(u8()));
        stack.push(ctx.machine.boxValue(CoreConst.TYPE_BYTEARRAY, data));
        break;
      }
      case 0x94: // MEMOIZE
        memo.push(top());
        break;
      case 0x71: // BINPUT
        memo[u1()] = top();
        break;
      case 0x72: // LONG_BINPUT
        memo[u4()] = top();
        break;
      case 0x68:
        recall(u1());
        break;
      case 0x6a:
        recall(u4());
        break;
      case 0x28: // MARK
        outer.push(stack);
        stack = [];
        break;
      case 0x30: // POP
        if (stack.length === 0) popMark();
        else stack.pop();
        break;
      case 0x31: // POP_MARK
        popMark();
        break;
      case 0x29:
        stack.push(heap.tuple([]));
        break;
      case 0x85:
        stack.push(heap.tuple([pop()]));
        break;
      case 0x86: {
        const second = pop();
        stack.push(heap.tuple([pop(), second]));
        break;
      }
      case 0x87: {
        const third = pop();
        const second = pop();
        stack.push(heap.tuple([pop(), second, third]));
        break;
      }
      case 0x74: {
        const items = popMark();
        stack.push(heap.tuple(items));
        break;
      }
      case 0x5d:
        stack.push(heap.list([]));
        break;
      case 0x7d:
        stack.push(heap.dict());
        break;
      case 0x8f:
        stack.push(heap.set([]));
        break;
      case 0x61: // APPEND
      case 0x65: {
        const items = code === 0x61 ? [pop()] : popMark();
        const list = top() as Ref;
        if (heap.typeOf(list) === CoreConst.TYPE_LIST) for (const item of items) heap.listAppend(list, item);
        else yield* ctx.call(makers.extend, [list, heap.list(items)]);
        break;
      }
      case 0x73: // SETITEM
      case 0x75: {
        const value = code === 0x73 ? pop() : CoreConst.NONE_REF;
        const items = code === 0x73 ? [pop(), value] : popMark();
        const dict = top() as Ref;
        if (items.length % 2 !== 0) throw new NotPlain();
        const isPlain = heap.typeOf(dict) === CoreConst.TYPE_DICT;
        for (let i = 0; i < items.length; i += 2) {
          const key = items[i] as Value;
          if (isPlain && (isSmallInt(key) || heap.isStr(key))) heap.dictSet(dict, key, items[i + 1] as Value);
          else yield* ctx.setitem(dict, key, items[i + 1] as Value);
        }
        break;
      }
      case 0x90: {
        const items = popMark();
        const set = top();
        for (const item of items) yield* ctx.callMethod(set, "add", [item]);
        break;
      }
      case 0x91: {
        const items = popMark();
        stack.push(yield* ctx.call(CoreConst.TYPE_FROZENSET, [heap.list(items)]));
        break;
      }
      case 0x93: {
        const name = pop();
        stack.push(yield* ctx.call(makers.findClass, [pop(), name]));
        break;
      }
      case 0x52: {
        const args = heap.tupleItems(argumentsOf(ctx, pop()));
        stack.push(yield* ctx.call(pop(), args));
        break;
      }
      case 0x81: {
        const args = heap.tupleItems(argumentsOf(ctx, pop()));
        const cls = pop();
        const plain = args.length === 0 && heap.isType(cls) ? heap.core.plainInstance(cls) : 0;
        if (plain !== 0 || heap.readU32(Layout.VM.exception) !== 0) stack.push(heap.made(plain));
        else stack.push(yield* ctx.callMethod(cls, "__new__", [cls, ...args]));
        break;
      }
      case 0x62: {
        const state = pop();
        const object = top();
        const isPlain = isRef(object) && isRef(state);
        if (!isPlain || heap.check(heap.core.restoreState(object, state)) !== Answer.OK)
          yield* ctx.call(makers.build, [object, state]);
        break;
      }
      default:
        throw new NotPlain();
    }
  }
}

function argumentsOf(ctx: Context, v: Value): Ref {
  if (isSmallInt(v) || !ctx.heap.isTuple(v)) throw new NotPlain();
  return v;
}
