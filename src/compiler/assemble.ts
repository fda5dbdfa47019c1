/** Instructions → words: final registers, jump distances (with detours where 16 bits are too few), exception and line tables. */
import type { CodeObject, Constant, ExceptionEntry } from "../bytecode/code.ts";
import { LineTableWriter, type Location } from "../bytecode/line-table.ts";
import { Flag, OPCODES, Op, type OpcodeInfo } from "../bytecode/opcodes.ts";
import type { Located } from "../syntax/ast.ts";
import { CompileLimitError } from "./compile-error.ts";
import { type Instr, LABEL } from "./ir.ts";
import { optimise } from "./optimise.ts";
import type { Unit } from "./unit.ts";

const INFO: OpcodeInfo[] = [];
for (const info of Object.values(OPCODES) as OpcodeInfo[]) INFO[info.id] = info;

/** How a jump reaches its target. */
const Reach = { DIRECT: 0, DETOUR: 1 } as const;
const MAX_SHORT = 0x7fff;
const MAX_REGISTERS = 0xffff;

type Assembled = Pick<CodeObject, "words" | "consts" | "exceptionTable" | "lineTable" | "regCount">;

export function assemble(unit: Unit): Assembled {
  const parameterCount = unit.block.params.length + (unit.isFunctionLike ? 0 : 1);
  const instrs = optimise(unit.allInstrs(), parameterCount, unit.locals.length, (register) =>
    unit.finalRegister(register),
  );
  const regCount = unit.localCount + unit.maxTop;
  if (regCount > MAX_REGISTERS) {
    throw new CompileLimitError(`${unit.qualname} needs ${regCount} registers; krait's limit is ${MAX_REGISTERS}`);
  }
  return new Assembler(unit, instrs).run(regCount);
}

class Assembler {
  private readonly unit: Unit;
  private readonly instrs: readonly Instr[];
  private readonly offsets: Int32Array;
  private readonly reach: Uint8Array;
  private wordCount = 0;
  /** Constants that instructions still use, and their new indices by the old ones. */
  private readonly consts: Constant[] = [];
  private readonly constNumbers: (number | undefined)[] = [];

  constructor(unit: Unit, instrs: readonly Instr[]) {
    this.unit = unit;
    this.instrs = instrs;
    this.offsets = new Int32Array(instrs.length + 1);
    this.reach = new Uint8Array(instrs.length);
  }

  run(regCount: number): Assembled {
    this.layOut();
    return {
      words: this.encode(),
      consts: this.consts,
      exceptionTable: this.exceptions(),
      lineTable: this.lines(),
      regCount,
    };
  }

  private layOut(): void {
    const { instrs, offsets, reach } = this;
    instrs.forEach((instr, i) => {
      if (instr.op === LABEL) instr.label!.index = i;
    });
    for (;;) {
      let at = 0;
      instrs.forEach((instr, i) => {
        offsets[i] = at;
        at += this.size(instr, i);
      });
      offsets[instrs.length] = at;
      this.wordCount = at;
      let grown = false;
      instrs.forEach((instr, i) => {
        if (!isShortJump(instr) || reach[i] === Reach.DETOUR) return;
        const distance = offsets[instr.label!.index]! - offsets[i]!;
        if (Math.abs(distance) > MAX_SHORT) {
          reach[i] = Reach.DETOUR;
          grown = true;
        }
      });
      if (!grown) return;
    }
  }

  private size(instr: Instr, i: number): number {
    if (instr.op === LABEL) return 0;
    const own = 1 + (INFO[instr.op]!.caches ?? 0);
    if (this.reach[i] !== Reach.DETOUR) return own;
    return own + (canInvert(instr.op) ? 1 : 2);
  }

  private encode(): Uint32Array {
    const words = new Uint32Array(this.wordCount * 2);
    this.instrs.forEach((instr, i) => {
      if (instr.op === LABEL) return;
      const at = this.offsets[i]!;
      const own = 1 + (INFO[instr.op]!.caches ?? 0);
      const detour = this.reach[i] === Reach.DETOUR;
      const target = instr.label ? this.offsets[instr.label.index]! : 0;
      let { flags } = instr;
      let distance = target - at;
      if (detour && canInvert(instr.op)) {
        // jump if not … over a long jump
        flags ^= Flag.INVERT;
        distance = own + 1;
        this.put(words, at + own, Op.JUMP, 0, 0, target - (at + own));
      } else if (detour) {
        // to a long jump behind a jump over it
        distance = own + 1;
        this.put(words, at + own, Op.JUMP, 0, 0, 2);
        this.put(words, at + own + 1, Op.JUMP, 0, 0, target - (at + own + 1));
      }
      this.putInstr(words, at, instr, flags, distance);
    });
    return words;
  }

  private put(words: Uint32Array, at: number, op: number, flags: number, a: number, wide: number): void {
    words[at * 2] = op | (flags << 8) | (a << 16);
    words[at * 2 + 1] = wide;
  }

  private putInstr(words: Uint32Array, at: number, instr: Instr, flags: number, distance: number): void {
    const { form, caches } = INFO[instr.op]!;
    const operand = (value: number, kind: string | undefined): number => {
      if (kind === "j") return distance & 0xffff;
      return kind !== undefined && "wrxWF".includes(kind) ? this.unit.finalRegister(value) : value;
    };
    const a = operand(instr.a, form[0]);
    if (form[1] === "K") this.put(words, at, instr.op, flags, a, this.constNumber(instr.b | (instr.c << 16)));
    else if (form[1] === "J") this.put(words, at, instr.op, flags, a, distance);
    else if (form[2] === "+") this.put(words, at, instr.op, flags, a, (instr.b | (instr.c << 16)) >>> 0);
    else {
      // UNPACK's count and the like are plain numbers; registers are translated.
      const b = operand(instr.b, form[1]);
      const c = operand(instr.c, form[2]);
      if (b > 0xffff || c > 0xffff) throw new CompileLimitError(`operand too large in ${this.unit.qualname}`);
      this.put(words, at, instr.op, flags, a, (b | (c << 16)) >>> 0);
    }
    const namesKeywords = instr.op === Op.CALL_KW || instr.op === Op.CALL_METHOD_KW;
    if (caches) words[(at + 1) * 2] = namesKeywords ? this.constNumber(instr.cache) : instr.cache;
    if (instr.k) {
      words[(at + 2) * 2] = instr.k.low;
      words[(at + 2) * 2 + 1] = instr.k.high;
    }
  }

  private constNumber(index: number): number {
    let number = this.constNumbers[index];
    if (number === undefined) {
      number = this.consts.push(this.unit.consts.items[index]!) - 1;
      this.constNumbers[index] = number;
    }
    return number;
  }

  private exceptions(): ExceptionEntry[] {
    const { instrs, offsets, unit } = this;
    const entries: ExceptionEntry[] = [];
    let start = 0;
    while (start < instrs.length) {
      const { handler } = instrs[start]!;
      let end = start + 1;
      while (end < instrs.length && (instrs[end]!.handler === handler || instrs[end]!.op === LABEL)) end++;
      if (handler && offsets[end]! > offsets[start]!) {
        entries.push({
          start: offsets[start]!,
          end: offsets[end]!,
          handler: offsets[handler.label.index]!,
          firstTemp: unit.finalRegister(handler.firstTemp),
          excReg: unit.finalRegister(handler.excReg),
        });
      }
      start = end;
    }
    return entries;
  }

  private lines(): Uint8Array {
    const writer = new LineTableWriter(this.unit.firstLine);
    const known = new Map<Located, Location>();
    this.instrs.forEach((instr, i) => {
      const words = this.offsets[i + 1]! - this.offsets[i]!;
      if (words === 0) return;
      const { location } = instr;
      if (location === null) {
        writer.add(words, null);
        return;
      }
      let entry = known.get(location);
      if (!entry) {
        const { lineno: line, end_lineno: endLine, col_offset: column, end_col_offset: endColumn } = location;
        entry = { line, endLine, column, endColumn };
        known.set(location, entry);
      }
      writer.add(words, entry);
    });
    return writer.finish();
  }
}

function isShortJump(instr: Instr): boolean {
  if (instr.op === LABEL || instr.label === null) return false;
  return INFO[instr.op]!.form.includes("j");
}

/** Conditional jumps whose condition can be turned round. */
function canInvert(op: number): boolean {
  return op !== Op.FOR_ITER && op !== Op.SEND;
}
