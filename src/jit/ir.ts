// The trace's intermediate form: a list of nodes in single-assignment form. A node is one uop before registers are known; each row of IR_OPS
// names the stencil that it becomes and how the operands lie, so lowering is a table lookup.

import type { Generator, GeneratorView } from "./build/suspended.ts";
import type { Raised, Virtual } from "./build/virtual-object.ts";
import type { UopName } from "./generated/stencil-uops.ts";

/**
 * What a node's register holds.
 *   int    48-bit int shifted left by 16      float  unboxed double, in a float register
 *   value  any boxed Value                    ref    offset of an object, zero-extended (also a Value)
 *   word   anything else: lengths, block offsets, bits     none   no result
 */
export type IrType = "int" | "float" | "value" | "ref" | "word" | "none";
/** Whether nodes of this type hold a number as it is, outside of its box. */
export function isNumber(type: IrType): type is "int" | "float" {
  return type === "int" || type === "float";
}

/**
 * What a variable that is written before it is read may hold: what nobody counts, most often a number of this kind or a singleton; no objects but
 * those of this type; anything.
 */
export type Looseness = "int" | "float" | "singleton" | "any" | number;

/**
 * How a uop's operands lie.
 *   d    result in a register of its own, no operands      da   result in a register of its own, operand a
 *   dab  result in a register of its own, operands a and b
 *   m    result replaces operand a                         mb   result replaces operand a, second operand b
 *   a    uses a        ab   uses a and b      -  no registers
 *   call fixed registers: operands in r3, r4, r5, result in r2; every other register but r0 and r1 is lost
 *   fcall the same with operands in f0, f1 and result in f0
 *   step every register is lost
 *   trace every register and every spill slot is lost
 */
export type OperandShape = "d" | "da" | "dab" | "m" | "mb" | "a" | "ab" | "-" | "call" | "fcall" | "step" | "trace";

export interface IrOpInfo {
  readonly uop: UopName | "";
  readonly shape: OperandShape;
  /** It may leave the trace (its node has a snapshot). */
  readonly exits?: true;
  /** It does something besides its result: never removed for having no use. Guards count. */
  readonly effect?: true;
  readonly commutes?: true;
}

/** What it finds out holds behind it, or it raises: it stays though nobody may want the result. */
const guard = (uop: UopName, shape: OperandShape): IrOpInfo => ({ uop, shape, exits: true, effect: true });
/** The result may be left away when nobody wants it, and the exit (an int that does not fit) with it. */
const checked = (uop: UopName, shape: OperandShape, commutes?: true): IrOpInfo =>
  commutes ? { uop, shape, exits: true, commutes } : { uop, shape, exits: true };
const pure = (uop: UopName | "", shape: OperandShape, commutes?: true): IrOpInfo =>
  commutes ? { uop, shape, commutes } : { uop, shape };
const effect = (uop: UopName, shape: OperandShape): IrOpInfo => ({ uop, shape, effect: true });

export const IR_OPS = {
  // Made where they are needed, never scheduled.
  const: pure("", "d"),
  phi: pure("", "d"),
  /** An object that has not been made: see virtual.ts. */
  virtual: pure("", "d"),
  /** What the parent trace left in a register or spill slot. */
  entry: pure("", "d"),
  /** Words of a frame's head, only ever stored: caller's pc and fp; the instance under construction (a) and the mode word (imm). */
  headPc: pure("", "d"),
  headAux: pure("", "d"),

  // Frame registers; imm: byte offset from the root frame.
  loadSlot: pure("load_value", "d"),
  /** Low half of a frame's word. */
  loadSlotU32: pure("load_slot_u32", "d"),
  loadSlotInt: guard("load_int", "d"),
  loadSlotFloat: guard("load_float", "d"),
  loadSlotIntKnown: pure("load_int_known", "d"),
  loadSlotFloatKnown: pure("load_float_known", "d"),
  storeSlot: effect("store_value", "a"),
  storeSlotInt: effect("store_int", "a"),
  storeSlotFloat: effect("store_float", "a"),
  storeSlotConst: effect("store_const", "-"),
  storeHeadPc: effect("store_head_pc", "-"),
  storeSlotU32K: effect("store_slot_u32_const", "-"),
  addAbsU32K: effect("add_abs_u32_const", "-"),
  guardDepth: guard("guard_abs_below", "-"),
  /** imm: distance of the frame that makes a call, in bytes. */
  guardStack: guard("guard_stack", "-"),
  /** A frame (imm: slot of its head word) was called by the instruction and the frame that Node.step names. */
  guardCaller: guard("guard_caller", "-"),
  /** imm: slot of a frame's mode word, imm2: what it must be. */
  guardMode: guard("guard_return_pc", "-"),

  // Absolute heap words; imm: heap offset.
  loadAbs: pure("load_abs", "d"),
  storeAbs: effect("store_abs", "a"),
  storeAbsInt: effect("store_abs_int", "a"),
  storeAbsFloat: effect("store_abs_float", "a"),
  storeAbsConst: effect("store_abs_const", "-"),
  guardAbsU32: guard("guard_abs_u32", "-"),

  // Guards on one value; imm: what it is compared with.
  guardInt: guard("guard_int", "a"),
  guardFloat: guard("guard_float", "a"),
  guardObject: guard("guard_object", "a"),
  guardValueType: guard("guard_value_type", "a"),
  guardType: guard("guard_type", "a"),
  guardShape: guard("guard_shape", "a"),
  guardIs: guard("guard_ref_is", "a"),
  guardIsNot: guard("guard_ref_is_not", "a"),
  guardWord: guard("guard_word_is", "a"),
  guardSame: guard("guard_same", "ab"),
  guardNotSame: guard("guard_not_same", "ab"),
  guardNotEmpty: guard("guard_not_empty", "a"),
  guardEmpty: guard("guard_empty", "a"),
  guardFieldU32: guard("guard_u32", "a"),
  guardZero: guard("guard_zero", "a"),
  guardNonzero: guard("guard_nonzero", "a"),
  checkInterrupt: guard("check_interrupt", "-"),
  checkPending: guard("check_pending", "-"),

  // Boxes.
  boxInt: pure("box_int", "m"),
  unboxInt: guard("unbox_int", "m"),
  unboxIntKnown: pure("unbox_int_known", "m"),
  boxFloat: pure("box_float", "da"),
  unboxFloat: guard("unbox_float", "da"),
  unboxFloatKnown: pure("unbox_float_known", "da"),
  intToFloat: pure("int_to_float", "da"),
  /** Rounded towards zero, and down; what is no int of 48 bits then leaves. */
  truncFloat: guard("float_to_int_trunc", "da"),
  floorFloat: guard("float_to_int_floor", "da"),

  // Ints.
  addInt: checked("add_int", "mb", true),
  subInt: checked("sub_int", "mb"),
  mulInt: checked("mul_int", "mb", true),
  floordivInt: guard("floordiv_int", "mb"),
  modInt: guard("mod_int", "mb"),
  maxZeroInt: pure("max_zero_int", "m"),
  andInt: pure("and_int", "mb", true),
  orInt: pure("or_int", "mb", true),
  xorInt: pure("xor_int", "mb", true),
  lshiftInt: guard("lshift_int", "mb"),
  rshiftInt: guard("rshift_int", "mb"),
  /** Where the sum is known to fit, or is not looked at if it does not. */
  addIntNc: pure("add_int_const_nc", "m"),
  addIntWrap: pure("add_int_nc", "mb", true),
  subIntWrap: pure("sub_int_nc", "mb"),
  mulIntWrap: pure("mul_int_nc", "mb", true),
  mulIntKWrap: pure("mul_int_const_nc", "m"),
  addIntK: checked("add_int_const", "m"),
  rsubIntK: checked("rsub_int_const", "m"),
  mulIntK: checked("mul_int_const", "m"),
  andIntK: pure("and_int_const", "m"),
  orIntK: pure("or_int_const", "m"),
  xorIntK: pure("xor_int_const", "m"),
  lshiftIntK: checked("lshift_int_const", "m"),
  rshiftIntK: pure("rshift_int_const", "m"),
  modIntPow2: pure("mod_int_pow2", "m"),
  floordivIntPow2: pure("floordiv_int_pow2", "m"),
  modIntMagic: pure("mod_int_magic", "m"),
  floordivIntMagic: pure("floordiv_int_magic", "m"),
  negInt: checked("neg_int", "m"),
  invertInt: pure("invert_int", "m"),
  absInt: checked("abs_int", "m"),
  guardLtInt: guard("guard_lt_int", "ab"),
  guardLeInt: guard("guard_le_int", "ab"),
  guardEqInt: guard("guard_eq_int", "ab"),
  guardNeInt: guard("guard_ne_int", "ab"),
  guardLtIntK: guard("guard_lt_int_const", "a"),
  guardLeIntK: guard("guard_le_int_const", "a"),
  guardEqIntK: guard("guard_eq_int_const", "a"),
  guardNeIntK: guard("guard_ne_int_const", "a"),
  guardGtIntK: guard("guard_gt_int_const", "a"),
  guardGeIntK: guard("guard_ge_int_const", "a"),
  guardIndex: guard("guard_index", "ab"),
  /** Whether it is one of some numbers; imm: a bit for each of 64; imm2: the first of these. */
  guardInWindow: guard("guard_in_window", "a"),
  guardNotInWindow: guard("guard_not_in_window", "a"),
  setLtInt: pure("set_lt_int", "mb"),
  setLeInt: pure("set_le_int", "mb"),
  setEqInt: pure("set_eq_int", "mb", true),
  /** The same for two values that are equal only if they are the same. */
  setSame: pure("set_eq_int", "mb", true),
  setNeInt: pure("set_ne_int", "mb", true),
  setLtIntK: pure("set_lt_int_const", "m"),
  setLeIntK: pure("set_le_int_const", "m"),
  setEqIntK: pure("set_eq_int_const", "m"),
  setNeIntK: pure("set_ne_int_const", "m"),
  setGtIntK: pure("set_gt_int_const", "m"),
  setGeIntK: pure("set_ge_int_const", "m"),
  setLtFloat: pure("set_lt_float", "dab"),
  setLeFloat: pure("set_le_float", "dab"),
  setEqFloat: pure("set_eq_float", "dab"),

  // Floats.
  addFloat: pure("add_float", "mb", true),
  subFloat: pure("sub_float", "mb"),
  mulFloat: pure("mul_float", "mb", true),
  divFloat: guard("div_float", "mb"),
  /** Where the divisor is known not to be zero. */
  divFloatNc: pure("div_float_nc", "mb"),
  negFloat: pure("neg_float", "m"),
  absFloat: pure("abs_float", "m"),
  sqrtFloat: checked("sqrt_float", "m"),
  /** x ** 2 and x ** 0.5. */
  squareFloat: guard("square_float", "m"),
  rootFloat: guard("root_float", "m"),
  guardLtFloat: guard("guard_lt_float", "ab"),
  guardLeFloat: guard("guard_le_float", "ab"),
  guardEqFloat: guard("guard_eq_float", "ab"),
  guardNotLtFloat: guard("guard_not_lt_float", "ab"),
  guardNotLeFloat: guard("guard_not_le_float", "ab"),
  guardNotEqFloat: guard("guard_ne_float", "ab"),

  // Objects; imm: byte offset in the object a.
  loadField: pure("load_field", "da"),
  loadFieldInt: guard("load_field_int", "da"),
  loadFieldFloat: guard("load_field_float", "da"),
  loadU32: pure("load_field_u32", "da"),
  loadU32Int: pure("load_field_u32_int", "da"),
  loadU8Int: pure("load_field_u8_int", "da"),
  storeField: effect("store_field", "ab"),
  storeFieldInt: effect("store_field_int", "ab"),
  storeFieldFloat: effect("store_field_float", "ab"),
  storeFieldConst: effect("store_field_const", "a"),
  storeU32: effect("store_field_u32", "ab"),
  storeU32Int: effect("store_field_u32_int", "ab"),
  storeI64Int: effect("store_field_i64_int", "ab"),
  storeFieldU32K: effect("store_field_u32_const", "a"),
  /** 32 bits ← heap offset of a frame's R; imm: byte offset, imm2: the frame's distance in bytes. */
  storeFieldFrame: effect("store_field_frame", "a"),
  /** An i64 field as an int. */
  loadShifted: pure("load_field_i64_int", "da"),
  addU32K: effect("add_field_u32_const", "a"),
  /** a: object or block, b: index (int); imm: offset of element 0. */
  loadElem: pure("load_elem", "dab"),
  loadElemInt: guard("load_elem_int", "dab"),
  loadElemFloat: guard("load_elem_float", "dab"),
  /** Byte b of object a as an int; imm: offset of byte 0. */
  loadElemU8: pure("load_elem_u8", "dab"),
  /** a: index (int), b: object or block. */
  elemAddress: pure("elem_address", "mb"),
  byteAddress: pure("byte_address", "mb"),
  /** The byte at address a ← int b; imm: byte 0. */
  storeByte: effect("store_byte", "ab"),

  /** imm: heap offset of a counter of --stats. */
  countRun: effect("count_run", "-"),
  /** A block for a new object. imm: offset of the free list in the VM struct, imm2: its number. */
  allocate: guard("allocate", "d"),
  /** Room for an item. imm, imm2: offsets of the list's length and capacity. */
  listRoom: guard("list_room", "a"),

  // Counts.
  incref: effect("incref", "a"),
  increfValue: effect("incref_value", "a"),
  decref: effect("decref", "a"),
  decrefValue: effect("decref_value", "a"),
  decrefNonzero: effect("decref_nonzero", "a"),
  // The exit leaves behind the instruction, and drops.
  decrefShared: guard("decref_shared", "a"),
  decrefSharedValue: guard("decref_shared_value", "a"),
  decrefAbs: effect("decref_abs_nonzero", "-"),
  increfAbs: effect("incref_abs", "-"),

  // Calls of core functions named by Node.symbol.
  // They exit when the function answers EMPTY: the interpreter runs the instruction again, so the function must not have changed anything then.
  call1: guard("call_1", "call"),
  call2: guard("call_2", "call"),
  call3: guard("call_3", "call"),
  callFloat: pure("call_f_f", "fcall"),
  callFloat2: pure("call_f_ff", "fcall"),
  /** Functions of native/core/trace_calls.c: EMPTY, nothing changed, where the interpreter has to do the instruction. */
  callTry1: effect("call_plain_1", "call"),
  callTry2: effect("call_plain_2", "call"),
  callTry3: effect("call_plain_3", "call"),
  /** The same where the answer depends on nothing that changes. */
  callPure1: pure("call_plain_1", "call"),
  callPure2: pure("call_plain_2", "call"),

  /** Another trace, or this one again, runs as a call; see Node.called. */
  callTrace: { uop: "", shape: "trace", effect: true },
  /** The trace ends: a frame (imm: its distance in bytes) returns the boxed value a to the trace that called it. */
  returnToTrace: effect("return_to_trace", "a"),
  // The interpreter runs one instruction; see Node.step.
  step: { uop: "", shape: "step", effect: true },
} as const satisfies Record<string, IrOpInfo>;

export type IrOp = keyof typeof IR_OPS;

/** A 64-bit operand as two halves. */
export interface Word {
  readonly low: number;
  readonly high: number;
}

/** One register of the interpreter as an exit has to write it. */
export interface SlotEntry {
  /** Words from the root frame's R. */
  readonly slot: number;
  readonly node: Node;
  /** What is known of the object at this point of the trace: later guards don't count. */
  readonly isObject: boolean;
  readonly pyType: number;
}
/** A count that an exit has to add. */
export interface OwedCount {
  readonly node: Node;
  /** Whether it is known at this point that the value is a reference. */
  readonly isObject: boolean;
}
/**
 * A field of an object as an exit has to write it: iterators and generators keep their state in registers. frame: offset of the R that lies as
 * many words from the root frame's as the node, a constant, says.
 */
export interface FieldEntry {
  readonly object: Node;
  readonly offset: number;
  readonly node: Node;
  /**
   * ref: 32 bits, counted, the function of a generator, whose names the generator gets too. borrowed: a Value that is not counted.
   * no int: a str that int() refuses, counted; message: the number of a text (MESSAGE_… in native/core/trace.h); the field gets the
   * arguments of the error that says so. block: 32 bits, a block that nobody else knows of. held: nothing that memory has, but kept alive.
   */
  readonly raw: "i64" | "u32" | "value" | "frame" | "ref" | "borrowed" | "no int" | "message" | "block" | "held";
}

/** An object that an exit has to make: see virtual.ts. */
export interface VirtualEntry {
  readonly node: Node;
  readonly type: number;
  readonly bytes: number;
  readonly list: number;
  /** Registers and fields that will hold it. */
  readonly count: number;
  readonly fields: readonly Omit<FieldEntry, "object">[];
  /** So many of these are the object's as it stands in the trace; behind them is what a generator's slots have. */
  readonly ownFields: number;
  /** An exception: where it has been raised. */
  readonly raised: readonly Raised[];
}

/** The interpreter's state before one instruction: what an exit restores. */
export interface Snapshot {
  /** Heap offset of the instruction. */
  readonly pc: number;
  /** Words from the root frame's R to that of the frame that executes it. */
  readonly delta: number;
  /** What has to be added to vm->depth. */
  readonly depth: number;
  readonly slots: readonly SlotEntry[];
  readonly fields: readonly FieldEntry[];
  readonly virtuals: readonly VirtualEntry[];
  /** A node as many times as it is owed. */
  readonly owed: readonly OwedCount[];
  /** What the instruction before has let go of and the trace has not dropped: see last-references.ts. */
  readonly drops?: readonly Node[];
  readonly index: number;
  /** Instructions that have been run by then; see profile.ts. */
  readonly at: number;
  /** Whether a side trace may begin there. */
  grows: boolean;
  /** A function has done the instruction, or tried to: the interpreter goes on behind it as vm->result says, it does not run it again. */
  readonly answered?: true;
  /** What the trace knows there, for a side trace to begin with. null: too much to hand over, it begins with what is in memory. */
  readonly known: ExitKnowledge | null;
}

/** One register of the interpreter as the trace sees it at an exit; shared between snapshots as long as nothing changes. */
export interface SlotView {
  readonly slot: number;
  readonly node: Node | null;
  readonly clean: boolean;
  readonly stale: boolean;
  readonly known: { readonly type: IrType; readonly pyType: number } | null;
}
/** What a trace knows at an exit besides what the exit has to write; inherit.ts makes the beginning of a side trace of it. */
export interface ExitKnowledge {
  /** What vm->handled holds, as Builder.handled has it. */
  readonly handled: Node | "nothing" | "something" | "unknown";
  readonly slots: readonly SlotView[];
  readonly frames: readonly Frame[];
  readonly fields: readonly { readonly slot: FieldEntry; readonly dirty: boolean; readonly seen: number }[];
  readonly generators: readonly GeneratorView[];
  /** Lengths of the journals of fields, shapes and numbered nodes. */
  entries: number;
  shapes: number;
  readonly numbered: number;
}

/** A frame the trace is in. */
export interface Frame {
  readonly delta: number;
  readonly code: number;
  readonly locals: number;
  /** Its callable's node, if the trace pushed it itself; then it is known to be a plain call. */
  readonly callable: Node | null;
  /** The function that the recorder saw there; it may be gone. */
  readonly fn: number;
  /** Instruction of the caller that called it. */
  readonly callPc: number;
  /** What becomes of the value that it returns (native/core/frame.h); 0: not known. */
  readonly mode: number;
  /** What its head holds: the value that the call gives instead of what the frame returns (`__init__`), or what `__new__` was called with. */
  instance: Node | null;
  /** The class that the call makes an instance of (`__new__`). */
  readonly cls?: number;
  /** The interpreter has seen it (in a step): it may have a frame object by now. */
  exposed: boolean;
  /** It is that of a generator which the trace resumed, with this mode word. */
  readonly resumed?: { readonly generator: Generator; readonly mode: number };
}

export interface StepInfo {
  readonly pc: number;
  readonly delta: number;
  readonly landingPc: number;
  /** It raises, and landingPc is the handler. */
  readonly raises: boolean;
  readonly landingDelta: number;
}

/** A call of a trace. */
export interface TraceCall {
  /** Words from the root frame's R to that of the new frame, and to that of the frame that calls. */
  readonly delta: number;
  readonly callerDelta: number;
  /** Code offset of the trace, -1: the one being built. */
  readonly target: number;
  /** Number of the continuation. */
  readonly continuation: number;
}

const NEVER = Number.POSITIVE_INFINITY;
/** Number of the next node: facts are dated with it, so that a side trace believes only what was known at its exit. */
export const factClock = { now: 0 };

// Fields are declared only and set by the constructor: V8 defines class fields one by one in a function of their own, which takes three times as long.
export class Node {
  declare readonly op: IrOp;
  declare readonly type: IrType;
  declare readonly a: Node | null;
  declare readonly b: Node | null;
  declare readonly c: Node | null;
  /** Plain operands, in the order of the stencil's holes. */
  declare readonly imm: number | Word;
  declare readonly imm2: number | Word;
  declare exit: Snapshot | null;
  /** The instruction that it belongs to, as profile.ts numbers them. */
  declare at: number;
  /** A function that may have changed something was called in this instruction: the exit may be taken only where the guard really fails. */
  declare afterCall: boolean;
  declare step: StepInfo | null;
  declare called: TraceCall | null;
  declare symbol: string;
  /** phi: the value that the next round starts with. */
  declare back: Node | null;
  /** const: the boxed Value. */
  declare boxed: Word | null;
  /** virtual: what is in the object. */
  declare virtual: Virtual | null;
  /** const int or float: the number; otherwise the operand of the third hole. */
  declare number: number;

  // --- facts the builder has about the value; they hold from where they were found to the end of the trace
  /** Its object is a singleton, which nobody counts. Set when the node is made. */
  declare immortal: boolean;
  /** It is one of the strings of one character below 256. Set when the node is made. */
  declare isCharacter: boolean;
  /** A phi that need not be what it is in the recorded rounds: see first-round.ts. */
  declare loose: Looseness | null;
  /** As long as this object lives, it does too. */
  declare keeper: Node | null;
  /** See last-references.ts. */
  declare isNew: boolean;
  declare private objectSince: number;
  declare private typeSince: number;
  declare private exactType: number;

  // --- ownership: see state.ts
  /** Counts that the trace holds for it. */
  declare own: number;
  /** Frame registers that hold it but are not written yet, and those whose memory does hold it. */
  declare dirtyHolders: number;
  declare cleanHolders: number;

  // --- position in the list, uses, place: filled by registers.ts
  declare id: number;
  /** Positions that read it, ascending; the last position that needs it (exits included). */
  declare uses: number[];
  declare nextUse: number;
  declare lastUse: number;
  declare reg: number;
  declare defReg: number;
  /** Its register at the exit that is being looked at, -1: it is in its spill slot. */
  declare exitReg: number;
  /** Whatever has last listed it: keeps lists from having it twice. */
  declare listedBy: object | null;
  declare spill: number;

  constructor(
    op: IrOp,
    type: IrType,
    a: Node | null,
    b: Node | null,
    c: Node | null,
    imm: number | Word,
    imm2: number | Word,
  ) {
    this.op = op;
    this.type = type;
    this.a = a;
    this.b = b;
    this.c = c;
    this.imm = imm;
    this.imm2 = imm2;
    this.exit = null;
    this.at = 0;
    this.afterCall = false;
    this.step = null;
    this.called = null;
    this.symbol = "";
    this.back = null;
    this.boxed = null;
    this.virtual = null;
    this.number = 0;
    this.immortal = false;
    this.isCharacter = false;
    this.loose = null;
    this.keeper = null;
    this.isNew = false;
    this.objectSince = NEVER;
    this.typeSince = NEVER;
    this.exactType = 0;
    this.own = 0;
    this.dirtyHolders = 0;
    this.cleanHolders = 0;
    this.id = -1;
    this.uses = [];
    this.nextUse = 0;
    this.lastUse = -1;
    this.reg = -1;
    this.defReg = -1;
    this.exitReg = -1;
    this.listedBy = null;
    this.spill = -1;
  }

  get isConst(): boolean {
    return this.op === "const";
  }

  /** It is a reference to an object (never EMPTY). */
  get isObject(): boolean {
    return this.objectSince !== NEVER;
  }
  set isObject(is: boolean) {
    if (!is) this.objectSince = NEVER;
    else if (this.objectSince === NEVER) this.objectSince = factClock.now;
  }
  /** Exact type of the object, 0 if unknown. */
  get pyType(): number {
    return this.exactType;
  }
  set pyType(type: number) {
    if (type !== this.exactType) this.typeSince = factClock.now;
    this.exactType = type;
  }
  /** What was known when the node with this number was put into the list. */
  wasObject(at: number): boolean {
    return this.isObject && this.objectSince <= at;
  }
  typeAt(at: number): number {
    return this.typeSince <= at ? this.exactType : 0;
  }
}

/** A trace ready for registers: nodes [0, loopStart) run once, [loopStart, end) for ever; or a line that ends with `end`. */
export interface TraceIr {
  readonly code: readonly Node[];
  /** Position of the loop's head; -1 if the trace does not close. */
  readonly loopStart: number;
  readonly phis: readonly Node[];
  /** A trace that does not close ends here, and goes on in another trace or in the interpreter. */
  readonly end: Snapshot | null;
  /** What is in registers and spill slots when the trace begins. */
  readonly entry: readonly EntryPlace[];
  /** How the trace goes on in the loop of an older one; then there is no end. */
  readonly join: Join | null;
}

/** Where the parent left a value: a register, a spill slot, or both (-1: not there). */
export interface EntryPlace {
  readonly node: Node;
  readonly reg: number;
  readonly spill: number;
}
/** Values where the loop's head has them. */
export interface Join {
  readonly moves: readonly { readonly from: Node; readonly reg: number; readonly spill: number }[];
  /** Code offset of the loop's head. */
  readonly codeOffset: number;
  /** Words from the trace's root frame to that of the loop. */
  readonly delta: number;
}
