// Whole instructions done by functions of the core (native/core/trace_ops.c): what has no uops of its own. An operation on exact builtin types
// changes nothing, or what it says it changes; anything else may change anything.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Builder, Effect } from "../build/builder.ts";
import { asBool } from "../build/ir-writer.ts";
import { isNumber, type Node } from "../ir.ts";
import { type Operand, type Recorded, tagOf } from "../recording.ts";
import { isType } from "./attribute-lookup.ts";

const IN_PLACE_FLAG = 16;
const IN_PLACE = 0x100;
const EQ = 2;
const NE = 3;
const {
  TYPE_STR,
  TYPE_LIST,
  TYPE_TUPLE,
  TYPE_BYTES,
  TYPE_INT,
  TYPE_FLOAT,
  TYPE_BOOL,
  TYPE_COMPLEX,
  TYPE_DICT,
  TYPE_SET,
} = CoreConst;
const {
  TYPE_FROZENSET,
  TYPE_BYTEARRAY,
  TYPE_DEQUE,
  TYPE_RANGE,
  TYPE_SLICE,
  TYPE_NONETYPE,
  TYPE_DICT_KEYS,
  TYPE_DICT_ITEMS,
} = CoreConst;

const NUMBERS = new Set<number>([TYPE_INT, TYPE_FLOAT, TYPE_BOOL, TYPE_COMPLEX]);
/** Types whose operators are the core's and run no Python code but for that of the items. */
const PLAIN_TYPES = new Set<number>([
  ...NUMBERS, TYPE_STR, TYPE_LIST, TYPE_TUPLE, TYPE_BYTES, TYPE_DICT, TYPE_SET, TYPE_FROZENSET, TYPE_BYTEARRAY, TYPE_DEQUE, TYPE_RANGE,
  TYPE_SLICE, TYPE_NONETYPE, TYPE_DICT_KEYS, TYPE_DICT_ITEMS,
]); // biome-ignore format: a table
/** Types whose objects operators change in place. */
const MUTABLE = new Set<number>([TYPE_LIST, TYPE_DICT, TYPE_SET, TYPE_BYTEARRAY, TYPE_DEQUE]);

/** A fresh object of a type that is known. */
export function typed(node: Node, type: number): Node {
  node.isObject = true;
  node.pyType = type;
  return node;
}

/** Exact type of a value as far as the trace knows or the recorder has seen it. */
export function typeOf(node: Node, hint: Operand): number {
  if (node.type === "int") return TYPE_INT;
  if (node.type === "float") return TYPE_FLOAT;
  if (node.pyType !== 0) return node.pyType;
  if (node.isConst) return 0;
  const tag = tagOf(hint);
  return tag === "int" ? TYPE_INT : tag === "float" ? TYPE_FLOAT : tag === "object" ? hint.type : 0;
}

/** Guards that a value is of a type that typeOf has told; an int of any size if that is `int`. False: the interpreter has to see to it. */
export function guardKind(b: Builder, node: Node, type: number): boolean {
  if (isNumber(node.type) || node.pyType === type) return true;
  if (type === TYPE_INT || type === TYPE_FLOAT) return node.type === "value";
  return b.guardType(node, type);
}

/** Special methods of operators: comparisons, and arithmetic with its reflected and in-place forms. */
const OPERATORS: readonly (readonly [number, number])[] = [
  [CoreConst.SPECIAL_lt, CoreConst.SPECIAL_ge],
  [CoreConst.SPECIAL_add, CoreConst.SPECIAL_rdivmod],
];
/** The builtin type whose operators the objects of a class have, if it derives from one and has none of its own; it is watched. */
function operatorsOf(b: Builder, type: number): number {
  const { heap } = b;
  if (type < CoreConst.STATIC_END || !isType(b, type)) return 0;
  const base = [TYPE_INT, TYPE_STR, TYPE_FLOAT].find((builtin) => heap.isSubtype(type, builtin));
  if (base === undefined) return 0;
  for (const [first, last] of OPERATORS) {
    for (let at = Layout.PyType.specials + 4 * first; at <= Layout.PyType.specials + 4 * last; at += 4)
      if (heap.readU32(type + at) !== heap.readU32(base + at)) return 0;
  }
  b.depend("type", type);
  return base;
}

/** Guards that the value is of a type whose operators run no Python code: the builtin one that they are of, or 0. */
function isPlain(b: Builder, node: Node, hint: Operand): number {
  const type = typeOf(node, hint);
  if (PLAIN_TYPES.has(type)) return guardKind(b, node, type) ? type : 0;
  const base = operatorsOf(b, type);
  return base !== 0 && b.guardType(node, type) ? base : 0;
}

/** What an operator on these exact types gives; 0 if that varies. */
function resultType(op: number, x: number, y: number): number {
  if (op === 0 && x === y && (x === TYPE_LIST || x === TYPE_TUPLE || x === TYPE_BYTES)) return x;
  const sequence = x === TYPE_LIST || x === TYPE_TUPLE || x === TYPE_STR || x === TYPE_BYTES ? x : y;
  if (op === 2 && (sequence === TYPE_LIST || sequence === TYPE_TUPLE || sequence === TYPE_STR)) return sequence;
  if (op === 5 && x === TYPE_STR) return TYPE_STR;
  if (x === TYPE_SET && y === TYPE_SET && op !== 0) return TYPE_SET;
  return 0;
}

/** left op right; `flags` are the instruction's. Undefined: the interpreter has to do it. */
export function binaryOperation(
  b: Builder,
  r: Recorded,
  op: number,
  operands: { left: Node; right: Node; leftHint: Operand; rightHint: Operand },
): Node | undefined {
  const { left, right, leftHint, rightHint } = operands;
  const x = typeOf(left, leftHint);
  const y = typeOf(right, rightHint);
  const flags = op | (r.flags & IN_PLACE_FLAG ? IN_PLACE : 0);
  if (NUMBERS.has(x) && NUMBERS.has(y))
    return b.callOperation("trace_binary_numbers", "value", "nothing", b.word(flags), left, right);
  if (isPlain(b, left, leftHint) === 0 || isPlain(b, right, rightHint) === 0) return undefined;
  const effect: Effect = flags >= IN_PLACE && MUTABLE.has(x) ? "items" : "nothing";
  const result = b.callOperation("trace_binary", "value", effect, b.word(flags), left, right);
  const type = resultType(op, x, y);
  return type === 0 ? result : typed(result, type);
}

/** Guards that a number that is not on the heap is one; what else it may be is told by its type. */
function settleNumber(b: Builder, node: Node, hint: Operand): Node {
  const kind = b.numberKind(node, hint);
  return kind === "int" ? b.asInt(node) : kind === "float" ? b.asFloat(node) : node;
}
/** Types that are equal to nothing of another plain type, but that numbers are to each other. */
export const ALONE = new Set<number>([TYPE_STR, TYPE_NONETYPE, TYPE_INT, TYPE_FLOAT, TYPE_BOOL]);

/** True or False for `left op right`. */
export function compareOperation(
  b: Builder,
  op: number,
  operands: { left: Node; right: Node; leftHint: Operand; rightHint: Operand },
): Node | undefined {
  const { leftHint, rightHint } = operands;
  const x = typeOf(operands.left, leftHint);
  const y = typeOf(operands.right, rightHint);
  const areNumbers = NUMBERS.has(x) && NUMBERS.has(y);
  if (areNumbers)
    return asBool(b.callOperation("trace_compare_any", "ref", "nothing", b.word(op), operands.left, operands.right));
  const left = settleNumber(b, operands.left, leftHint);
  const right = settleNumber(b, operands.right, rightHint);
  const plain = isPlain(b, left, leftHint);
  const other = plain === 0 ? 0 : isPlain(b, right, rightHint);
  if (plain === 0 || other === 0) return undefined;
  const isKnown = (node: Node): boolean => isNumber(node.type) || node.pyType !== 0;
  const areAlike = plain === other || (NUMBERS.has(plain) && NUMBERS.has(other));
  if (
    (op === EQ || op === NE) &&
    !areAlike &&
    (ALONE.has(plain) || ALONE.has(other)) &&
    isKnown(left) &&
    isKnown(right)
  )
    return b.bool(op === NE);
  return asBool(b.callOperation("trace_compare_any", "ref", "nothing", b.word(op), left, right));
}

export function unaryOperation(b: Builder, special: number, operand: Node, hint: Operand): Node | undefined {
  const type = typeOf(operand, hint);
  if (!NUMBERS.has(type)) return undefined;
  if (type === TYPE_BOOL || type === TYPE_COMPLEX) {
    if (!b.guardType(operand, type)) return undefined;
  } else if (operand.type === "value" && operand.pyType === 0 && type === TYPE_INT && tagOf(hint) === "object") {
    if (!b.guardType(operand, TYPE_INT)) return undefined;
  }
  return b.callOperation("trace_unary", "value", "nothing", b.word(special), operand);
}

const READABLE = new Set<number>([
  TYPE_STR,
  TYPE_LIST,
  TYPE_TUPLE,
  TYPE_BYTES,
  TYPE_BYTEARRAY,
  TYPE_DEQUE,
  TYPE_RANGE,
  CoreConst.TYPE_MEMORYVIEW,
  TYPE_DICT,
]);

/** object[key] for builtin containers. */
export function itemOperation(b: Builder, object: Node, key: Node, r: Recorded): Node | undefined {
  const type = typeOf(object, r.vb);
  if (!READABLE.has(type) || !b.guardType(object, type)) return undefined;
  const keyType = typeOf(key, r.vc);
  const isName = keyType === CoreConst.TYPE_STR && type === TYPE_DICT;
  if (keyType !== TYPE_INT && keyType !== TYPE_SLICE && keyType !== TYPE_BOOL && !isName) return undefined;
  if ((keyType === TYPE_SLICE || isName) && !b.guardType(key, keyType)) return undefined;
  const result = b.callOperation("trace_item", "value", "nothing", object, key);
  if (keyType === TYPE_SLICE && type !== TYPE_DEQUE && type !== CoreConst.TYPE_MEMORYVIEW) typed(result, type);
  return result;
}

/** object[key] = value, or without a value `del object[key]`. False: the interpreter has to do it. */
export function changeItemOperation(b: Builder, object: Node, hint: Operand, key: Node, value: Node | null): boolean {
  const type = typeOf(object, hint);
  if ((!MUTABLE.has(type) && type !== CoreConst.TYPE_MEMORYVIEW) || type === TYPE_SET || !b.guardType(object, type))
    return false;
  const effect: Effect = type === TYPE_DICT ? "anything" : "items";
  if (value === null) b.callOperation("trace_delete_item", "ref", effect, object, key);
  else b.callOperation("trace_set_item", "ref", effect, object, key, value);
  return true;
}

/** Types of which a slice that has not been made takes a part. */
const DIVISIBLE = new Set<number>([TYPE_LIST, TYPE_TUPLE, TYPE_STR]);

/** Start, stop and step of a slice that has not been made, if the core's function for these may be asked. */
function partsOf(key: Node): Node[] | undefined {
  const S = Layout.PySlice;
  if (key.virtual === null || key.virtual.type !== TYPE_SLICE) return undefined;
  const parts = [S.start, S.stop, S.step].map((offset) => key.virtual?.get(offset) as Node);
  const isPlain = (part: Node): boolean => part.type === "int" || (part.isConst && part.pyType === TYPE_NONETYPE);
  return parts.every(isPlain) ? parts : undefined;
}

/** object[start:stop:step]. Undefined: it is something else. */
export function partOperation(b: Builder, r: Recorded): Node | undefined {
  const parts = partsOf(b.look(b.at(r.c), r.vc));
  if (parts === undefined) return undefined;
  const object = b.read(b.at(r.b), r.vb);
  const type = typeOf(object, r.vb);
  if (!DIVISIBLE.has(type) || !b.guardType(object, type)) return undefined;
  b.passOperands(parts);
  return typed(b.callOperation("trace_part", "value", "nothing", object), type);
}

/** list[start:stop:step] = a list or tuple. False: it is something else. */
export function changePartOperation(b: Builder, r: Recorded): boolean {
  const parts = partsOf(b.look(b.at(r.b), r.vb));
  if (parts === undefined) return false;
  const list = b.read(b.at(r.a), r.va);
  const values = b.read(b.at(r.c), r.vc);
  const type = typeOf(values, r.vc);
  if (typeOf(list, r.va) !== TYPE_LIST || (type !== TYPE_LIST && type !== TYPE_TUPLE)) return false;
  if (!b.guardType(list, TYPE_LIST) || !b.guardType(values, type)) return false;
  b.passOperands(parts);
  b.callOperation("trace_set_part", "ref", "items", list, values);
  return true;
}

const SIZED: readonly (readonly [number, number])[] = [
  [TYPE_LIST, Layout.PyList.length],
  [TYPE_TUPLE, Layout.PyTuple.length],
  [TYPE_STR, Layout.PyStr.length],
  [TYPE_SET, Layout.PySet.used],
  [TYPE_FROZENSET, Layout.PySet.used],
  [TYPE_BYTES, Layout.PyBytes.length],
  [TYPE_BYTEARRAY, Layout.PyByteArray.length],
  [TYPE_DEQUE, Layout.PyDeque.length],
];
/** Offset of the u32 that is the length of an object of this exact type. */
export const LENGTH_AT: ReadonlyMap<number, number> = new Map(SIZED);

/** Types that iterating over changes nothing and runs no Python code. */
export const ITERATED = new Set<number>([
  TYPE_LIST, TYPE_TUPLE, TYPE_STR, TYPE_BYTES, TYPE_DICT, TYPE_SET, TYPE_FROZENSET, TYPE_RANGE, TYPE_BYTEARRAY, TYPE_DEQUE, TYPE_DICT_KEYS,
  TYPE_DICT_ITEMS, CoreConst.TYPE_DICT_VALUES,
]); // biome-ignore format: a table
