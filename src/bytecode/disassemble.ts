/** Code objects as text, one instruction a line: for `--dis`, dumps and tests. Inline caches are not shown. */
import { CodeFlag, type CodeObject, type Constant } from "./code.ts";
import { type DecodedInstr, decode, inlineConstant, keywordNamesOf, operationOf } from "./decode.ts";
import { type Location, lineEntries } from "./line-table.ts";
import { BinaryOp, CompareOp, Conversion, Flag, FunctionAttr, Intrinsic, SpecialMethod } from "./opcodes.ts";

export interface DisassembleOptions {
  /** Columns after the line number: "3:4-3:9". */
  positions?: boolean;
  /** Nested code objects as well. Default true. */
  nested?: boolean;
  /** Text of a constant. */
  constantText?: (constant: Constant) => string;
}

const SYMBOLS = ["+", "-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^", "@"];
const COMPARE_SYMBOLS = ["<", "<=", "==", "!=", ">", ">="];

function nameIn(table: Record<string, number>, value: number): string {
  return Object.keys(table).find((key) => table[key] === value) ?? `#${value}`;
}

/** An instruction as it is shown. */
export interface ShownInstr {
  /** Index of its word. */
  readonly at: number;
  readonly name: string;
  readonly operands: string;
  readonly location: Location | null;
  readonly isTarget: boolean;
  /** Index of the word it jumps to, -1: it does not. */
  readonly target: number;
}

export function shownInstrs(code: CodeObject, constantText: (constant: Constant) => string): ShownInstr[] {
  const writer = new InstrWriter(code, constantText);
  const locations = locationsOf(code);
  const instrs = decode(code);
  const targets = new Set(instrs.filter((instr) => instr.target >= 0).map((instr) => instr.target));
  for (const entry of code.exceptionTable) targets.add(entry.handler);
  return instrs.map((instr) => ({
    at: instr.at,
    name: instr.name,
    operands: writer.operands(instr),
    location: locations(instr.at),
    isTarget: targets.has(instr.at),
    target: instr.target,
  }));
}

/** Text of a code object. */
export function disassemble(code: CodeObject, options: DisassembleOptions = {}): string {
  const lines: string[] = [`${code.qualname} (${code.filename}:${code.firstLine})`, `  ${header(code)}`];
  const constantText = options.constantText ?? plainConstant;
  let shown = -1;
  for (const { at, name, operands, location, isTarget } of shownInstrs(code, constantText)) {
    const line = location?.line ?? -1;
    const lineText = line === shown ? "" : line < 0 ? "-" : String(line);
    shown = line;
    const place = `${isTarget ? ">" : " "}${String(at).padStart(5)}`;
    const columns = options.positions ? `  ; ${positionText(location)}` : "";
    lines.push(`${lineText.padStart(5)} ${place} ${name.padEnd(18)} ${operands}`.trimEnd() + columns);
  }
  const writer = new InstrWriter(code, constantText);
  for (const { start, end, handler, firstTemp, excReg } of code.exceptionTable) {
    lines.push(
      `      ${start}…${end} → ${handler}: drops from ${writer.register(firstTemp)}, exception in ${writer.register(excReg)}`,
    );
  }
  let text = `${lines.join("\n")}\n`;
  if (options.nested !== false) {
    for (const constant of code.consts) {
      if (constant.type === "code") text += `\n${disassemble(constant.code, options)}`;
    }
  }
  return text;
}

function header(code: CodeObject): string {
  const flags = Object.entries(CodeFlag)
    .filter(([, bit]) => code.flags & bit)
    .map(([name]) => name);
  const counts = `args ${code.argCount}/${code.posOnlyCount}/${code.kwOnlyCount}, registers ${code.regCount}`;
  const free = code.freeNames.length > 0 ? `, free ${code.freeNames.join(" ")}` : "";
  return `${counts}, locals ${code.localNames.join(" ") || "-"}${free}, ${flags.join(" ")}`;
}

function positionText(location: Location | null): string {
  if (!location) return "-";
  return `${location.line}:${location.column}-${location.endLine}:${location.endColumn}`;
}

function locationsOf(code: CodeObject): (at: number) => Location | null {
  const entries = [...lineEntries(code.lineTable, code.firstLine)];
  let i = 0;
  return (at) => {
    while (i < entries.length && at >= entries[i]!.end) i++;
    return entries[i]?.location ?? null;
  };
}

function plainConstant(constant: Constant): string {
  switch (constant.type) {
    case "int":
    case "float":
      return String(constant.value);
    case "complex":
      return `${constant.real}+${constant.imag}j`;
    case "str":
      return JSON.stringify(constant.value);
    case "bytes":
      return `b${JSON.stringify(String.fromCharCode(...constant.value))}`;
    case "tuple":
    case "frozenset":
    case "slice":
      return `${constant.type}(${constant.items.map(plainConstant).join(", ")})`;
    case "code":
      return `<code ${constant.code.qualname}>`;
    case "private":
      return `<_krait.${constant.name}>`;
    default:
      return { none: "None", true: "True", false: "False", ellipsis: "..." }[constant.type];
  }
}

class InstrWriter {
  private readonly code: CodeObject;
  private readonly constantText: (constant: Constant) => string;

  constructor(code: CodeObject, constantText: (constant: Constant) => string) {
    this.code = code;
    this.constantText = constantText;
  }

  /** Locals by name, temporaries as t0, t1 … */
  register(register: number): string {
    const { localNames } = this.code;
    const name = localNames[register];
    if (name === undefined) return `t${register - localNames.length}`;
    return localNames.indexOf(name) === register ? name : `${name}'${register}`;
  }

  operands(instr: DecodedInstr): string {
    const { a, b, c, info, flags, wide } = instr;
    const values = [a, b, c];
    const drops = [Flag.DROP_A, Flag.DROP_B, Flag.DROP_C];
    const parts: string[] = [];
    [...info.form].forEach((kind, i) => {
      const value = values[i]!;
      const dropped = flags & drops[i]! ? "!" : "";
      switch (kind) {
        case "w":
        case "r":
        case "x":
        case "F":
        case "W":
          parts.push(this.register(value) + dropped);
          return;
        case "n":
          parts.push(`.${this.code.names[value]}`);
          return;
        case "K":
          parts.push(this.constant(wide));
          return;
        case "I":
          parts.push(String(wide));
          return;
        case "j":
        case "J":
          parts.push(`→${instr.target}`);
          return;
        case "i":
          parts.push(this.number(instr, value, i));
          return;
      }
    });
    const extra = this.extra(instr);
    if (extra !== "") parts.push(extra);
    if (flags & Flag.INPLACE) parts.push("in place");
    if (flags & Flag.CONST_LEFT) parts.push("constant left");
    if (flags & Flag.INVERT) parts.push("not");
    return parts.join(", ");
  }

  private constant(index: number): string {
    const constant = this.code.consts[index];
    return constant ? this.constantText(constant) : `const ${index}`;
  }

  private extra(instr: DecodedInstr): string {
    switch (instr.name) {
      case "BINARY":
        return SYMBOLS[operationOf(this.code, instr)] ?? nameIn(BinaryOp, -1);
      case "BINARY_K":
        return `${SYMBOLS[operationOf(this.code, instr)]} ${inlineConstant(this.code, instr)}`;
      case "COMPARE":
      case "JUMP_CMP":
        return COMPARE_SYMBOLS[operationOf(this.code, instr)] ?? nameIn(CompareOp, -1);
      case "COMPARE_K":
      case "JUMP_CMP_K":
        return `${COMPARE_SYMBOLS[operationOf(this.code, instr)]} ${inlineConstant(this.code, instr)}`;
      case "CALL_KW":
      case "CALL_METHOD_KW":
        return `names ${this.constant(keywordNamesOf(this.code, instr))}`;
      default:
        return "";
    }
  }

  private number(instr: DecodedInstr, value: number, position: number): string {
    switch (instr.name) {
      case "INTRINSIC":
        return nameIn(Intrinsic, value);
      case "SET_FUNCTION_ATTR":
        return nameIn(FunctionAttr, value);
      case "LOAD_SPECIAL":
        return nameIn(SpecialMethod, value);
      case "FORMAT_VALUE":
      case "FORMAT_SPEC":
      case "CONVERT":
        return nameIn(Conversion, value);
      case "UNPACK_EX":
        return `${value & 0xff}, ${value >>> 8}`;
      case "LOAD_FREE":
      case "LOAD_FREE_CELL":
      case "STORE_FREE":
      case "DELETE_FREE":
      case "LOAD_DICT_OR_FREE":
      case "LOAD_CLASS_FREE":
        return `free ${this.code.freeNames[value]}`;
      default:
        return position === 2 || value !== 0 ? String(value) : "0";
    }
  }
}
