/** Words → instructions, for the disassembler, the verifier and dumps. */
import type { CodeObject } from "./code.ts";
import { OPCODES, type OpcodeInfo, type OpName } from "./opcodes.ts";

export interface DecodedInstr {
  /** Index of the instruction's first word. */
  readonly at: number;
  readonly name: OpName;
  readonly info: OpcodeInfo;
  readonly flags: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  /** Operand kinds J (signed), K (unsigned) and I (signed): b and c together. */
  readonly wide: number;
  /** Word the instruction may jump to, or -1. */
  readonly target: number;
  /** Words taken, inline caches included. */
  readonly length: number;
}

const BY_ID: { name: OpName; info: OpcodeInfo }[] = [];
for (const [name, info] of Object.entries(OPCODES) as [OpName, OpcodeInfo][]) BY_ID[info.id] = { name, info };

/** The instruction at a word. Throws a RangeError if there is none. */
export function decodeAt(code: CodeObject, at: number): DecodedInstr {
  const low = code.words[at * 2];
  const high = code.words[at * 2 + 1];
  if (low === undefined || high === undefined) throw new RangeError(`no word ${at}`);
  const entry = BY_ID[low & 0xff];
  if (!entry) throw new RangeError(`unknown opcode ${low & 0xff} at word ${at}`);
  const { name, info } = entry;
  const a = low >>> 16;
  const b = high & 0xffff;
  const c = high >>> 16;
  const kind = info.form[1];
  const wide = kind === "K" ? high >>> 0 : high | 0;
  let target = -1;
  if (kind === "J") target = at + wide;
  else {
    const position = info.form.indexOf("j");
    if (position >= 0) target = at + (([a, b, c][position]! << 16) >> 16);
  }
  return {
    at,
    name,
    info,
    flags: (low >>> 8) & 0xff,
    a,
    b,
    c,
    wide,
    target,
    length: 1 + (info.caches ?? 0),
  };
}

export function decode(code: CodeObject): DecodedInstr[] {
  const instrs: DecodedInstr[] = [];
  const count = code.words.length / 2;
  for (let at = 0; at < count; ) {
    const instr = decodeAt(code, at);
    instrs.push(instr);
    at += instr.length;
  }
  return instrs;
}

/** Operation number of BINARY*, COMPARE* and JUMP_CMP*: byte 2 of the first cache word. */
export function operationOf(code: CodeObject, instr: DecodedInstr): number {
  return (code.words[(instr.at + 1) * 2]! >>> 16) & 0xff;
}

/** Index of the tuple of keyword names of CALL_KW and CALL_METHOD_KW. */
export function keywordNamesOf(code: CodeObject, instr: DecodedInstr): number {
  return code.words[(instr.at + 1) * 2]!;
}

/** The number inside a _K form. */
export function inlineConstant(code: CodeObject, instr: DecodedInstr): number {
  const low = code.words[(instr.at + 2) * 2]!;
  const high = code.words[(instr.at + 2) * 2 + 1]!;
  if (high >= 0xfffe0000) return ((high << 16) >> 16) * 2 ** 32 + low;
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(0, high - 0x20000);
  view.setUint32(4, low);
  return view.getFloat64(0);
}
