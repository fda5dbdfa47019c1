/**
 * Checks that a code object can't lead the core astray: operands in range, jumps to instructions, and along every path
 *   · no instruction reads a register that may be empty (but those said below),
 *   · a temporary is written before it is read, and is consumed by the time its path ends,
 *   · exception handlers find what they expect.
 * Runs over every code object in tests, and over code read from the disk cache in debug runs.
 */
import { CodeFlag, type CodeObject, parameterCount } from "./code.ts";
import { type DecodedInstr, decode, keywordNamesOf, operationOf } from "./decode.ts";
import { BinaryOp, CompareOp, Flag, Intrinsic } from "./opcodes.ts";

export class VerifyError extends Error {
  constructor(code: CodeObject, at: number, message: string) {
    super(`${code.filename}: ${code.qualname}, word ${at}: ${message}`);
    this.name = "VerifyError";
  }
}

/** What a register may hold. A set bit: possible. */
const EMPTY = 1;
export const FULL = 2;
/** Goes with FULL, for who asks what lies there: a loop's iterator, what was handled before an exception, the exception. */
export const ITERATOR = 4;
export const HANDLED = 8;
export const RAISED = 16;

/** Throws VerifyError. Nested code objects are checked too. */
export function verify(code: CodeObject): void {
  new Verifier(code).run();
  for (const constant of code.consts) if (constant.type === "code") verify(constant.code);
}

/** The instructions of a code object, and what their registers may hold before each; null: not reached. */
export function registerStates(code: CodeObject): { instrs: DecodedInstr[]; states: (Uint8Array | null)[] } {
  const verifier = new Verifier(code);
  verifier.run();
  return { instrs: verifier.instrs, states: verifier.allStates() };
}

class Verifier {
  private readonly code: CodeObject;
  readonly instrs: DecodedInstr[];
  /** Word → index of the instruction that starts there, or -1. */
  private readonly indexAt: Int32Array;
  private readonly localCount: number;
  /** State before each instruction that something jumps to or falls into; empty = not reached. */
  private readonly states: (Uint8Array | null)[];
  private readonly work: number[] = [];
  /** Index of the exception entry of each instruction, or -1. */
  private readonly protection: Int32Array;
  private readonly isTarget: Uint8Array;

  constructor(code: CodeObject) {
    this.code = code;
    this.instrs = this.decode();
    this.localCount = code.localNames.length;
    this.indexAt = new Int32Array(code.words.length / 2 + 1).fill(-1);
    this.instrs.forEach((instr, i) => {
      this.indexAt[instr.at] = i;
    });
    this.states = this.instrs.map(() => null);
    this.protection = new Int32Array(this.instrs.length).fill(-1);
    this.isTarget = new Uint8Array(this.instrs.length);
  }

  run(): void {
    this.checkShape();
    for (const instr of this.instrs) this.checkOperands(instr);
    this.checkExceptions();
    this.flow();
  }

  /** States of instructions that nothing jumps to, too. */
  allStates(): (Uint8Array | null)[] {
    let state: Uint8Array | null = null;
    return this.instrs.map((instr, i) => {
      const before: Uint8Array | null = this.states[i] ?? state;
      state = before && !ENDS.has(instr.name) ? before.slice() : null;
      if (state) {
        this.consume(instr, state);
        this.write(instr, state);
      }
      return before;
    });
  }

  private fail(at: number, message: string): never {
    throw new VerifyError(this.code, at, message);
  }

  private decode(): DecodedInstr[] {
    try {
      return decode(this.code);
    } catch (error) {
      throw new VerifyError(this.code, -1, String(error));
    }
  }

  // ------------------------------------------------------------------------------------------ without following paths

  private checkShape() {
    const { code } = this;
    if (code.words.length % 2 !== 0) this.fail(-1, "half a word");
    if (code.regCount > 0xffff || code.regCount < this.localCount) this.fail(-1, `${code.regCount} registers`);
    const parameters = parameterCount(code) + (code.flags & CodeFlag.NAMESPACE ? 1 : 0);
    if (parameters > this.localCount) this.fail(-1, "more parameters than locals");
    for (const register of code.cellLocals)
      if (register >= this.localCount) this.fail(-1, `cell ${register} is no local`);
    const last = this.instrs.at(-1);
    if (!last || last.at + last.length !== code.words.length / 2) this.fail(-1, "the last instruction is cut off");
  }

  private checkOperands(instr: DecodedInstr) {
    const { code } = this;
    const { at, info, a, b, c, name } = instr;
    const operands = [a, b, c];
    const group = groupSizes(instr);
    [...info.form].forEach((kind, i) => {
      const value = operands[i]!;
      switch (kind) {
        case "w":
        case "r":
        case "x":
          this.checkRegister(at, value, 1);
          return;
        case "F":
        case "W":
          this.checkRegister(at, value, group[i] ?? 1);
          return;
        case "n":
          if (value >= code.names.length) this.fail(at, `name ${value} of ${code.names.length}`);
          return;
        case "k":
          if (value >= code.consts.length) this.fail(at, `constant ${value} of ${code.consts.length}`);
          return;
        case "K":
          if (instr.wide >= code.consts.length) this.fail(at, `constant ${instr.wide} of ${code.consts.length}`);
          return;
      }
    });
    if (instr.target >= 0) {
      const index = this.indexAt[instr.target];
      if (index === undefined || index < 0) this.fail(at, `jump into the middle of something at ${instr.target}`);
      this.isTarget[index] = 1;
    } else if (info.form.includes("j") || info.form.includes("J")) {
      this.fail(at, "jump before the start");
    }
    switch (name) {
      case "BINARY":
      case "BINARY_K":
        if (operationOf(code, instr) > BinaryOp.MATMUL) this.fail(at, "unknown operator");
        return;
      case "COMPARE":
      case "COMPARE_K":
      case "JUMP_CMP":
      case "JUMP_CMP_K":
        if (operationOf(code, instr) > CompareOp.GE) this.fail(at, "unknown comparison");
        return;
      case "CALL_KW":
      case "CALL_METHOD_KW": {
        const names = code.consts[keywordNamesOf(code, instr)];
        if (names?.type !== "tuple" || names.items.length === 0 || names.items.length > c)
          this.fail(at, "keyword names");
        return;
      }
      case "MAKE_FUNCTION":
        if (code.consts[instr.wide]?.type !== "code") this.fail(at, "function of something that is no code");
        return;
      case "LOAD_FREE":
      case "LOAD_FREE_CELL":
      case "LOAD_DICT_OR_FREE":
        return this.checkFree(at, b);
      case "STORE_FREE":
      case "DELETE_FREE":
        return this.checkFree(at, a);
      case "LOAD_CLASS_FREE":
        return this.checkFree(at, c);
      case "INTRINSIC":
        if (c > Intrinsic.NOT_IMPLEMENTED_ERROR) this.fail(at, `unknown intrinsic ${c}`);
        return;
      case "SEND":
        if (b !== a + 1) this.fail(at, "SEND needs neighbouring registers");
        return;
    }
  }

  private checkRegister(at: number, first: number, count: number): void {
    if (first + count > this.code.regCount) {
      this.fail(at, `registers ${first}…${first + count - 1} of ${this.code.regCount}`);
    }
  }

  private checkFree(at: number, index: number): void {
    if (index >= this.code.freeNames.length) this.fail(at, `free variable ${index} of ${this.code.freeNames.length}`);
  }

  private checkExceptions(): void {
    let previous = 0;
    this.code.exceptionTable.forEach((entry, i) => {
      const { start, end, handler, firstTemp, excReg } = entry;
      if (start < previous || end <= start) this.fail(start, "exception ranges overlap or are empty");
      previous = end;
      const from = this.indexAt[start] ?? -1;
      const to = this.indexAt[handler] ?? -1;
      if (from < 0 || to < 0) this.fail(start, "exception range or handler is no instruction");
      if (end < this.code.words.length / 2 && this.indexAt[end]! < 0)
        this.fail(end, "exception range ends in an instruction");
      if (firstTemp < this.localCount || excReg < firstTemp) this.fail(start, "handler registers");
      this.checkRegister(start, excReg, 1);
      for (let k = from; k < this.instrs.length && this.instrs[k]!.at < end; k++) this.protection[k] = i;
      this.isTarget[to] = 1;
    });
  }

  // ------------------------------------------------------------------------------------------ along paths

  private flow(): void {
    const { code, localCount } = this;
    const entry = new Uint8Array(code.regCount).fill(EMPTY);
    const parameters = parameterCount(code) + (code.flags & CodeFlag.NAMESPACE ? 1 : 0);
    entry.fill(FULL, 0, parameters);
    this.states[0] = entry;
    this.work.push(0);
    while (this.work.length > 0) {
      let i = this.work.pop()!;
      const state = this.states[i]!.slice();
      for (;;) {
        const instr = this.instrs[i]!;
        const { name } = instr;
        if (this.protection[i]! >= 0) this.raise(instr, this.protection[i]!, state);
        this.read(instr, state);
        this.consume(instr, state);
        if (instr.target >= 0) {
          const taken = state.slice();
          if (name === "FOR_ITER") set(taken, instr.b, EMPTY);
          else if (name === "SEND") {
            set(taken, instr.b, EMPTY);
            set(taken, instr.a, FULL);
          }
          this.merge(this.indexAt[instr.target]!, taken, instr.at);
        }
        this.write(instr, state);
        if (name === "RETURN" || name === "RETURN_CONST") {
          for (let r = localCount; r < state.length; r++) {
            if (state[r]! & FULL) this.fail(instr.at, `returns with temporary r${r} in use`);
          }
        }
        if (ENDS.has(name)) break;
        i++;
        if (i >= this.instrs.length) this.fail(instr.at, "runs off the end");
        if (this.isTarget[i] || this.states[i]) {
          this.merge(i, state, instr.at);
          break;
        }
      }
    }
  }

  private raise(instr: DecodedInstr, entryIndex: number, before: Uint8Array) {
    const entry = this.code.exceptionTable[entryIndex]!;
    const state = before.slice();
    for (let r = entry.firstTemp; r < state.length; r++) set(state, r, EMPTY);
    set(state, entry.excReg, FULL | RAISED);
    this.merge(this.indexAt[entry.handler]!, state, instr.at);
  }

  private merge(index: number, state: Uint8Array, from: number) {
    const known = this.states[index];
    if (!known) {
      this.states[index] = state.slice();
      this.work.push(index);
      return;
    }
    let changed = false;
    for (let r = 0; r < state.length; r++) {
      const value = known[r]! | state[r]!;
      if (value === known[r]) continue;
      known[r] = value;
      changed = true;
    }
    if (changed) this.work.push(index);
    void from;
  }

  private need(instr: DecodedInstr, state: Uint8Array, register: number) {
    if ((state[register]! & (EMPTY | FULL)) !== FULL) {
      const what = state[register] === EMPTY ? "is empty" : "may be empty";
      this.fail(instr.at, `${instr.name} reads r${register}, which ${what}`);
    }
  }

  private read(instr: DecodedInstr, state: Uint8Array) {
    const { name, a, b, c, info } = instr;
    switch (name) {
      // These are made for registers that may be empty.
      case "CHECK_BOUND":
      case "DELETE_LOCAL":
      case "DROP":
      case "MAKE_CELL":
        return;
      case "TAKE":
      case "MOVE":
        this.need(instr, state, b);
        return;
      case "RAISE":
        if (c >= 1) this.need(instr, state, a);
        if (c === 2) this.need(instr, state, b);
        return;
    }
    const operands = [a, b, c];
    [...info.form].forEach((kind, i) => {
      if (kind === "r" || kind === "x") this.need(instr, state, operands[i]!);
    });
    for (const register of groupRead(instr)) this.need(instr, state, register);
  }

  /** Operands taken over. */
  private consume(instr: DecodedInstr, state: Uint8Array) {
    const { a, b, c, flags, name, info } = instr;
    const operands = [a, b, c];
    [Flag.DROP_A, Flag.DROP_B, Flag.DROP_C].forEach((flag, i) => {
      if (!(flags & flag)) return;
      if (info.form[i] !== "r") this.fail(instr.at, "drop flag on an operand that is not read");
      set(state, operands[i]!, EMPTY);
    });
    for (const register of groupTaken(instr)) set(state, register, EMPTY);
    switch (name) {
      case "DROP":
      case "DELETE_LOCAL":
      case "POP_EXC":
      case "RERAISE":
        return set(state, a, EMPTY);
      case "END_ASYNC_FOR":
        return set(state, a, EMPTY);
      case "TAKE":
        return set(state, b, EMPTY);
    }
  }

  private write(instr: DecodedInstr, state: Uint8Array) {
    const { name, a, b, c, info } = instr;
    // The JIT takes a temporary that it knows nothing of for empty: what was there would never be dropped.
    if (info.form.startsWith("w") && a >= this.localCount && state[a]! & FULL && a !== b && name !== "INTRINSIC")
      this.fail(instr.at, `${name} overwrites temporary r${a}`);
    switch (name) {
      case "CHECK_BOUND":
      case "MAKE_CELL":
        return set(state, a, FULL);
      case "LOAD_METHOD":
      case "LOAD_SPECIAL":
      case "LOAD_SUPER_METHOD":
        set(state, a, FULL);
        return set(state, a + 4, FULL); // self, or knowingly empty
      case "UNPACK":
        for (let r = a; r < a + c; r++) set(state, r, FULL);
        return;
      case "UNPACK_EX":
        for (let r = a; r < a + (c & 0xff) + (c >>> 8) + 1; r++) set(state, r, FULL);
        return;
      case "EXC_GROUP_MATCH":
        set(state, a, FULL);
        return set(state, a + 1, FULL);
      case "SEND":
        return;
      case "GET_ITER":
      case "GET_AITER":
        return set(state, a, FULL | ITERATOR);
      case "PUSH_EXC":
        return set(state, a, FULL | HANDLED);
    }
    if (info.form.startsWith("w")) set(state, a, FULL);
  }
}

const ENDS = new Set(["JUMP", "JUMP_BACK", "RETURN", "RETURN_CONST", "RAISE", "RERAISE"]);

function set(state: Uint8Array, register: number, value: number): void {
  state[register] = value;
}

/** Registers a group or window operand covers, by operand position. */
function groupSizes(instr: DecodedInstr): (number | undefined)[] {
  const { name, c } = instr;
  switch (name) {
    case "BUILD_TUPLE":
    case "BUILD_LIST":
    case "BUILD_SET":
    case "BUILD_STRING":
    case "BUILD_SLICE":
      return [1, c];
    case "BUILD_MAP":
      return [1, c * 2];
    case "UNPACK":
      return [c];
    case "UNPACK_EX":
      return [(c & 0xff) + (c >>> 8) + 1];
    case "EXC_GROUP_MATCH":
      return [2];
    case "FORMAT_SPEC":
    case "IMPORT_NAME":
      return [1, 2];
    case "LOAD_SUPER_ATTR":
    case "MATCH_CLASS":
      return [1, 3];
    case "LOAD_SUPER_METHOD":
      return [5, 3];
    case "LOAD_METHOD":
    case "LOAD_SPECIAL":
      return [5];
    case "CALL":
    case "CALL_KW":
      return [1, 4 + c + 1];
    case "CALL_METHOD":
    case "CALL_METHOD_KW":
      return [1, 5 + c + 1];
    case "CALL_EX":
      return [1, 5 + c + 1];
    case "WITH_EXIT":
      return [1, 5];
    case "INTRINSIC":
      return [1, Math.max(1, INTRINSIC_OPERANDS[c] ?? 1)];
    default:
      return [];
  }
}

/** Operands of each intrinsic. */
const INTRINSIC_OPERANDS: Record<number, number> = {
  [Intrinsic.TYPEVAR_WITH_BOUND]: 2,
  [Intrinsic.TYPEVAR_WITH_CONSTRAINTS]: 2,
  [Intrinsic.TYPEALIAS]: 3,
  [Intrinsic.SET_TYPEPARAM_DEFAULT]: 2,
  [Intrinsic.PREP_RERAISE_STAR]: 2,
  [Intrinsic.SETUP_ANNOTATIONS]: 0,
  [Intrinsic.BUILD_TEMPLATE]: 2,
  [Intrinsic.BUILD_INTERPOLATION]: 4,
  [Intrinsic.LOAD_LOCALS]: 0,
  [Intrinsic.ASSERTION_ERROR]: 0,
  [Intrinsic.BUILD_CLASS]: 0,
  [Intrinsic.NOT_IMPLEMENTED_ERROR]: 0,
};

function range(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => first + i);
}

/** Registers of groups and windows that are read. */
function groupRead(instr: DecodedInstr): number[] {
  const { name, b, c } = instr;
  switch (name) {
    case "BUILD_TUPLE":
    case "BUILD_LIST":
    case "BUILD_SET":
    case "BUILD_STRING":
    case "BUILD_SLICE":
      return range(b, c);
    case "BUILD_MAP":
      return range(b, c * 2);
    case "FORMAT_SPEC":
    case "IMPORT_NAME":
      return range(b, 2);
    case "LOAD_SUPER_ATTR":
    case "LOAD_SUPER_METHOD":
    case "MATCH_CLASS":
      return range(b, 3);
    case "CALL":
    case "CALL_KW":
      return [b, ...range(b + 4, c)];
    case "CALL_METHOD":
    case "CALL_METHOD_KW":
      return [b, b + 4, ...range(b + 5, c)];
    case "CALL_EX":
      return c ? [b, b + 4, b + 5] : [b, b + 4];
    case "WITH_EXIT":
      return [b, b + 4];
    case "INTRINSIC":
      return range(b, INTRINSIC_OPERANDS[c] ?? 1);
    default:
      return [];
  }
}

/** Registers of groups and windows that are taken over. */
function groupTaken(instr: DecodedInstr): number[] {
  return instr.name === "INTRINSIC" || instr.name === "WITH_EXIT" ? [] : groupRead(instr);
}
