/**
 * Clean-up of a code object's instructions before assembly: unreachable code, jumps to jumps, and CHECK_BOUNDs of variables that are
 * certainly bound. Reads one list and returns another.
 */
import { OPCODES, Op, type OpcodeInfo } from "../bytecode/opcodes.ts";
import { CELL, endsBlock, HIDDEN, type Instr, indexLabels, LABEL, type Label, TEMP } from "./ir.ts";
import { placeInstructions } from "./places.ts";

/** `final`: register numbers as they will be. */
export function optimise(
  instrs: readonly Instr[],
  parameterCount: number,
  localCount: number,
  final: (register: number) => number,
): Instr[] {
  let list = removeUnreachable(placeInstructions(removeUnreachable(threadJumps(instrs))));
  if (list.some((instr) => instr.op === Op.CHECK_BOUND)) list = removeChecks(list, parameterCount, localCount);
  return fuse(removeNops(removeEmptyJumps(list)), final);
}

/** Instructions that do the work of several. */
function fuse(list: readonly Instr[], final: (register: number) => number): Instr[] {
  const result: Instr[] = [];
  for (let i = 0; i < list.length; i++) {
    const instr = list[i]!;
    if (instr.op === Op.UNPACK && unpacksToLocals(list, i, final)) {
      result.push({ ...instr, a: list[i + 1]!.a });
      i += instr.c;
    } else if (instr.op === Op.MOVE && returnsCopy(instr, list[i + 1])) {
      result.push({ ...list[i + 1]!, a: instr.b, flags: 0 });
      i++;
    } else {
      result.push(instr);
    }
  }
  return result;
}

/** UNPACK to temporaries that are then moved to neighbouring variables in order. */
function unpacksToLocals(list: readonly Instr[], at: number, final: (register: number) => number): boolean {
  const { a: first, b: source, c: count, handler } = list[at]!;
  const start = list[at + 1];
  if (count === 0 || start?.op !== Op.TAKE || start.a >= TEMP) return false;
  for (let i = 0; i < count; i++) {
    const take = list[at + 1 + i];
    if (take?.op !== Op.TAKE || take.b !== first + i || take.handler !== handler || take.a === source) return false;
    if (take.a >= TEMP || final(take.a) !== final(start.a) + i) return false;
  }
  return true;
}

/** MOVE t, x; RETURN t. */
function returnsCopy(move: Instr, next: Instr | undefined): boolean {
  return next?.op === Op.RETURN && move.a >= TEMP && next.a === move.a && move.b < TEMP;
}

/** The instruction a label stands before. */
function targetOf(list: readonly Instr[], label: Label): Instr | undefined {
  let i = label.index;
  while (list[i]?.op === LABEL) i++;
  return list[i];
}

/** A jump to a jump goes to its end; a jump to `return constant` or to a loop's back edge becomes that itself. */
function threadJumps(list: readonly Instr[]): Instr[] {
  indexLabels(list);
  return list.map((instr) => {
    if (instr.op === LABEL || instr.label === null) return instr;
    let { label } = instr;
    for (let hops = 0; hops < 16; hops++) {
      const next = targetOf(list, label);
      if (next?.op !== Op.JUMP || next === instr) break;
      label = next.label!;
    }
    if (instr.op === Op.JUMP) {
      const next = targetOf(list, label);
      if (next?.op === Op.RETURN_CONST || next?.op === Op.RETURN) {
        const { location } = next.isPlaced ? next : instr;
        return { ...next, location, handler: instr.handler };
      }
      if (next?.op === Op.JUMP_BACK) return { ...next, location: instr.location, handler: instr.handler };
    }
    return label === instr.label ? instr : { ...instr, label };
  });
}

function removeUnreachable(list: readonly Instr[]): Instr[] {
  indexLabels(list);
  const reached = new Uint8Array(list.length);
  const work = [0];
  const visit = (label: Label): void => {
    if (!reached[label.index]) work.push(label.index);
  };
  while (work.length > 0) {
    for (let i = work.pop()!; i < list.length && !reached[i]; i++) {
      reached[i] = 1;
      const instr = list[i]!;
      if (instr.op === LABEL) continue;
      if (instr.label) visit(instr.label);
      if (instr.handler) visit(instr.handler.label);
      if (endsBlock(instr.op)) break;
    }
  }
  return list.filter((_, i) => reached[i]);
}

/** Jumps to the next instruction do nothing. */
function removeEmptyJumps(list: readonly Instr[]): Instr[] {
  indexLabels(list);
  return list.filter((instr, i) => {
    if (instr.op !== Op.JUMP) return true;
    const at = instr.label!.index;
    if (at < i) return true;
    for (let j = i + 1; j < at; j++) if (list[j]!.op !== LABEL) return true;
    return false;
  });
}

/** A NOP is there for its line: in front of another instruction of that line it is not needed. */
function removeNops(list: readonly Instr[]): Instr[] {
  return list.filter((instr, i) => {
    const next = list[i + 1];
    return (
      instr.op !== Op.NOP || !next?.isPlaced || next.op === LABEL || next.location?.lineno !== instr.location?.lineno
    );
  });
}

// -------------------------------------------------------------------------------------------- definite assignment

interface BasicBlock {
  start: number;
  end: number;
  /** Variables certainly bound on entry; null: not reached yet. */
  in: Uint32Array | null;
  successors: number[];
  handler: number;
}

const FORMS: string[] = [];
for (const info of Object.values(OPCODES) as OpcodeInfo[]) FORMS[info.id] = info.form;

/** Dense number of a variable; temporaries have none. */
type Numbering = (register: number) => number;

function removeChecks(list: Instr[], parameterCount: number, localCount: number): Instr[] {
  const hiddenStart = localCount;
  const numberOf: Numbering = (register) => {
    if (register < CELL) return register;
    return register >= HIDDEN && register < TEMP ? hiddenStart + register - HIDDEN : -1;
  };
  let count = localCount;
  for (const { op, a } of list) {
    if (op === Op.CHECK_BOUND) count = Math.max(count, numberOf(a) + 1);
  }
  const blocks = splitBlocks(list);
  const words = (count + 31) >>> 5;
  const entry = new Uint32Array(words);
  for (let i = 0; i < parameterCount; i++) entry[i >>> 5]! |= 1 << (i & 31);
  flow(list, blocks, entry, numberOf, count);
  const keep = new Uint8Array(list.length).fill(1);
  for (const block of blocks) {
    if (!block.in) continue;
    const state = block.in.slice();
    for (let i = block.start; i < block.end; i++) {
      const instr = list[i]!;
      if (instr.op === Op.CHECK_BOUND) {
        const n = numberOf(instr.a);
        if (state[n >>> 5]! & (1 << (n & 31))) keep[i] = 0;
      }
      apply(instr, state, null, numberOf, count);
    }
  }
  return list.filter((_, i) => keep[i]);
}

function splitBlocks(list: readonly Instr[]): BasicBlock[] {
  indexLabels(list);
  const starts = new Uint8Array(list.length + 1);
  starts[0] = 1;
  list.forEach((instr, i) => {
    if (instr.op === LABEL) starts[i] = 1;
    else if (instr.label || endsBlock(instr.op)) starts[i + 1] = 1;
    if (i > 0 && list[i - 1]!.handler !== instr.handler) starts[i] = 1;
  });
  const blocks: BasicBlock[] = [];
  const blockAt = new Int32Array(list.length + 1);
  for (let i = 0; i < list.length; i++) {
    if (starts[i]) blocks.push({ start: i, end: i, in: null, successors: [], handler: -1 });
    blocks.at(-1)!.end = i + 1;
    blockAt[i] = blocks.length - 1;
  }
  blocks.forEach((block, b) => {
    const last = list[block.end - 1]!;
    if (last.op !== LABEL && last.label) block.successors.push(blockAt[last.label.index]!);
    if (!endsBlock(last.op) && b + 1 < blocks.length) block.successors.push(b + 1);
    const handler = last.handler ?? list[block.start]!.handler;
    if (handler) block.handler = blockAt[handler.label.index]!;
  });
  return blocks;
}

function flow(
  list: readonly Instr[],
  blocks: BasicBlock[],
  entry: Uint32Array,
  numberOf: Numbering,
  count: number,
): void {
  const work = [0];
  blocks[0]!.in = entry;
  const merge = (to: number, state: Uint32Array): void => {
    const block = blocks[to]!;
    if (!block.in) {
      block.in = state.slice();
      work.push(to);
      return;
    }
    let changed = false;
    for (let i = 0; i < state.length; i++) {
      const value = block.in[i]! & state[i]!;
      if (value !== (block.in[i]! | 0)) changed = true;
      block.in[i] = value;
    }
    if (changed) work.push(to);
  };
  while (work.length > 0) {
    const block = blocks[work.pop()!]!;
    const state = block.in!.slice();
    // Raising in the middle: what was bound on entry and not unbound since.
    const atRaise = block.handler >= 0 ? block.in!.slice() : null;
    for (let i = block.start; i < block.end; i++) apply(list[i]!, state, atRaise, numberOf, count);
    if (atRaise) merge(block.handler, atRaise);
    const last = list[block.end - 1]!;
    const [jumpTo] = block.successors;
    if (last.op === Op.FOR_ITER) {
      // The target is bound only where the loop goes on.
      merge(jumpTo!, state);
      const n = numberOf(last.a);
      if (n >= 0 && n < count) state[n >>> 5]! |= 1 << (n & 31);
      merge(block.successors[1]!, state);
    } else {
      for (const next of block.successors) merge(next, state);
    }
  }
}

/** What an instruction binds and unbinds. */
function apply(
  instr: Instr,
  state: Uint32Array,
  atRaise: Uint32Array | null,
  numberOf: Numbering,
  count: number,
): void {
  const { op, a, c } = instr;
  if (op === LABEL) return;
  const bind = (register: number): void => {
    const n = numberOf(register);
    if (n >= 0 && n < count) state[n >>> 5]! |= 1 << (n & 31);
  };
  if (op === Op.DROP || op === Op.DELETE_LOCAL) {
    const n = numberOf(a);
    if (n < 0 || n >= count) return;
    const mask = ~(1 << (n & 31));
    state[n >>> 5]! &= mask;
    if (atRaise) atRaise[n >>> 5]! &= mask;
    return;
  }
  if (op === Op.CHECK_BOUND) bind(a);
  else if (op === Op.UNPACK) for (let i = 0; i < c; i++) bind(a + i);
  else if (FORMS[op]!.startsWith("w") && op !== Op.FOR_ITER) bind(a);
}
