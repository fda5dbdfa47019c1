/**
 * The code object being made: names, constants, registers, instructions, and the stack of blocks (loops, try, with) around the
 * statement being compiled. Temporaries are a stack (`top`): an expression's result goes to the next free one or to a given register.
 */
import { CodeFlag, type CodeObject, type Constant, type StrConstant } from "../bytecode/code.ts";
import { OPCODES, Op, type OpcodeInfo } from "../bytecode/opcodes.ts";
import type { Expr, Located, Stmt } from "../syntax/ast.ts";
import { step } from "../util/patience.ts";
import type { AnnotatedName } from "./annotations.ts";
import { assemble } from "./assemble.ts";
import { CompileLimitError } from "./compile-error.ts";
import type { Compiler } from "./compiler.ts";
import { ConstTable } from "./consts.ts";
import { CELL, type Handler, HIDDEN, type Instr, isTemp, type KValue, LABEL, type Label, TEMP } from "./ir.ts";
import { mangle } from "./mangle.ts";
import { type Block, Def, Scope } from "./scope.ts";

export type UnitType = "module" | "class" | "function" | "async function" | "lambda" | "comprehension" | "annotations";

/** A block of the statement stack; what leaving it early needs. Registers are virtual. */
export type Frame =
  | { kind: "while"; start: Label; end: Label; back: Located | null }
  | { kind: "for"; start: Label; end: Label; iterator: number }
  | { kind: "try" }
  | { kind: "finally"; body: Stmt[] }
  | { kind: "finally handler"; saved: number; exception: number }
  | { kind: "handlers" }
  | { kind: "group handlers" }
  /** Body of `except`; `name` is what `as` binds. saved < 0: except* keeps its state in the group handler. */
  | { kind: "handler"; saved: number; name: string | null; at: Located }
  | { kind: "with"; window: number; isAsync: boolean; at: Located }
  | { kind: "value"; register: number }
  | { kind: "generator" }
  | { kind: "async comprehension" };
export type OpenFrame = Frame & { readonly outerHandler: Handler | null };

const USES_A = 1;
const READS_B = 2;
const READS_C = 4;
/** Which operands of an opcode are registers. */
const ROLES: number[] = [];
for (const { id, form } of Object.values(OPCODES) as OpcodeInfo[]) {
  const isRegister = (kind: string | undefined): boolean => kind === "w" || kind === "r" || kind === "x";
  ROLES[id] =
    (isRegister(form[0]) ? USES_A : 0) | (isRegister(form[1]) ? READS_B : 0) | (isRegister(form[2]) ? READS_C : 0);
}

/** CPython's limit of statically nested blocks (CO_MAXBLOCKS). */
const MAX_BLOCKS = 21;

/** An inlined comprehension being compiled: its own variables. */
export interface InlinedScope {
  readonly block: Block;
  /** Name → register of the variable, or of the cell that holds it. */
  readonly registers: Map<string, number>;
}

export interface UnitInit {
  type: UnitType;
  name: string;
  block: Block;
  firstLine: number;
  privateName: string | null;
  argCount?: number;
  posOnlyCount?: number;
  kwOnlyCount?: number;
}

export class Unit {
  readonly compiler: Compiler;
  readonly parent: Unit | null;
  readonly type: UnitType;
  readonly name: string;
  readonly qualname: string;
  readonly block: Block;
  readonly firstLine: number;
  readonly privateName: string | null;
  readonly consts = new ConstTable();
  doc: StrConstant | null = null;
  /** Where instructions are emitted to: the hot code or a cold part. */
  instrs: Instr[] = [];
  /** Parts that are seldom run; they follow the hot code and end in jumps. */
  private readonly coldParts: Instr[][] = [];
  /** Location of the instructions being emitted; null: artificial (they take that of the one emitted before). */
  location: Located | null = null;
  private lastLocation: Located | null = null;
  handler: Handler | null = null;
  readonly frames: OpenFrame[] = [];
  readonly inlined: InlinedScope[] = [];
  /** Attributes set through `self` in methods (classes only). */
  readonly staticAttributes = new Set<string>();
  readonly annotatedNames: AnnotatedName[] = [];
  nextConditionalAnnotation = 0;
  conditionalDepth = 0;
  /** Temporaries in use, and the most that ever were. */
  top = 0;
  maxTop = 0;
  /** Names of registers 0…, in order. */
  readonly locals: string[] = [];
  readonly cells: string[];
  readonly hidden: { name: string; isCell: boolean }[] = [];
  readonly freeNames: string[];
  private readonly init: UnitInit;
  private readonly touched: boolean[] = [];
  /** Registers of `locals` in their final order; `localNumbers` is the inverse. */
  private readonly localOrder: number[] = [];
  private localNumbers: number[] | null = null;
  private readonly localRegisters = new Map<string, number>();
  private readonly cellRegisters = new Map<string, number>();
  private readonly freeIndices = new Map<string, number>();
  private readonly nameIndices = new Map<string, number>();
  private readonly names: string[] = [];
  /** Hidden registers not in use now, by name and kind. */
  private readonly freeHidden = new Map<string, number[]>();

  constructor(compiler: Compiler, parent: Unit | null, init: UnitInit) {
    this.compiler = compiler;
    this.parent = parent;
    this.init = init;
    this.type = init.type;
    this.name = init.name;
    this.block = init.block;
    this.firstLine = init.firstLine;
    this.privateName = init.privateName ?? parent?.privateName ?? null;
    this.qualname = parent ? qualnameOf(this, parent) : init.name;
    if (!this.block.isFunctionLike) this.addLocal(".namespace");
    for (const name of this.block.params) this.addLocal(name);
    for (let i = 0; i < this.locals.length; i++) this.touch(i);
    this.cells = [];
    for (const name of cellNames(this.block)) {
      const argument = this.localRegisters.get(name);
      this.cellRegisters.set(name, argument ?? CELL + this.cells.length);
      if (argument === undefined) this.cells.push(name);
    }
    this.freeNames = namesWith(this.block, Scope.FREE, Def.FREE_CLASS);
    this.freeNames.forEach((name, i) => {
      this.freeIndices.set(name, i);
    });
  }

  // ------------------------------------------------------------------------------------------ names and registers

  get isFunctionLike(): boolean {
    return this.block.isFunctionLike;
  }

  get hasPositionalParameter(): boolean {
    return (this.init.argCount ?? 0) > 0;
  }

  mangled(name: string): string {
    const { mangledNames } = this.block;
    if (mangledNames && !mangledNames.has(name)) return name;
    return mangle(this.privateName, name);
  }

  private addLocal(name: string): number {
    const register = this.locals.push(name) - 1;
    this.localRegisters.set(name, register);
    return register;
  }

  /** Register of a local variable (already mangled). */
  local(name: string): number {
    return this.localRegisters.get(name) ?? this.addLocal(name);
  }

  /** Register of an own cell, or undefined. */
  cell(name: string): number | undefined {
    return this.cellRegisters.get(name);
  }

  free(name: string): number {
    const index = this.freeIndices.get(name);
    if (index === undefined) throw new Error(`${name} is not free in ${this.qualname}`);
    return index;
  }

  /** Makes a name free that the symbol table knows nothing of; returns its index. */
  addFree(name: string): number {
    const known = this.freeIndices.get(name);
    if (known !== undefined) return known;
    const index = this.freeNames.push(name) - 1;
    this.freeIndices.set(name, index);
    return index;
  }

  hasFree(name: string): boolean {
    return this.freeIndices.has(name);
  }

  isHidden(register: number): boolean {
    return register >= HIDDEN && register < TEMP;
  }

  /** A variable of an inlined comprehension; give it back with `returnHidden`. */
  takeHidden(name: string, isCell: boolean): number {
    const key = isCell ? `${name} cell` : name;
    const known = this.freeHidden.get(key)?.pop();
    if (known !== undefined) return known;
    return HIDDEN + this.hidden.push({ name, isCell }) - 1;
  }

  returnHidden(register: number): void {
    const { name, isCell } = this.hidden[register - HIDDEN]!;
    const key = isCell ? `${name} cell` : name;
    const list = this.freeHidden.get(key);
    if (list) list.push(register);
    else this.freeHidden.set(key, [register]);
  }

  nameIndex(name: string): number {
    let index = this.nameIndices.get(name);
    if (index === undefined) {
      index = this.names.push(name) - 1;
      this.nameIndices.set(name, index);
      if (index > 0xffff) throw new CompileLimitError(`more than 65,536 names in ${this.qualname}`);
    }
    return index;
  }

  /** Register of a comprehension's variable in a function that has no other variable of that name, or null. */
  comprehensionLocal(name: string): number | null {
    if (!this.isFunctionLike || !this.block.comprehensionOnly.has(name)) return null;
    if (this.inlined.some((scope) => scope.registers.has(name))) return null;
    return this.local(name);
  }

  /** The next free temporary, not taken yet. */
  get next(): number {
    return TEMP + this.top;
  }

  /** Takes `count` consecutive temporaries; returns the first. */
  take(count = 1): number {
    const first = TEMP + this.top;
    this.top += count;
    if (this.top > this.maxTop) this.maxTop = this.top;
    return first;
  }

  /** Makes sure that `count` registers above `top` exist (the spare one of a call window). */
  reserve(count: number): void {
    if (this.top + count > this.maxTop) this.maxTop = this.top + count;
  }

  // ------------------------------------------------------------------------------------------ instructions

  emit(op: number, a = 0, b = 0, c = 0, flags = 0): Instr {
    step();
    const location = this.location ?? this.lastLocation;
    this.lastLocation = location;
    const instr: Instr = {
      op,
      flags,
      a,
      b,
      c,
      label: null,
      location,
      isPlaced: this.location !== null,
      handler: this.handler,
      cache: 0,
      k: null,
    };
    this.instrs.push(instr);
    if (op >= 0 && (op !== Op.RAISE || c > 0)) this.noteLocals(op, a, b, c);
    return instr;
  }

  /** Locals are numbered in the order in which code reads and writes them (co_varnames, and so locals(), show it). */
  private noteLocals(op: number, a: number, b: number, c: number): void {
    const roles = ROLES[op]!;
    if (roles & READS_B && b < CELL) this.touch(b);
    if (roles & READS_C && c < CELL) this.touch(c);
    if (roles & USES_A && a < CELL) this.touch(a);
  }

  touch(register: number): void {
    if (!this.touched[register]) {
      this.touched[register] = true;
      this.localOrder.push(register);
    }
  }

  jump(op: number, label: Label, a = 0, b = 0, c = 0, flags = 0): Instr {
    const instr = this.emit(op, a, b, c, flags);
    instr.label = label;
    return instr;
  }

  place(label: Label): void {
    this.emit(LABEL).label = label;
  }

  /** Runs `emission` with instructions going out of the way, behind the hot code. It must end in a jump. */
  cold(emission: () => void): void {
    const { instrs, top, lastLocation } = this;
    const part: Instr[] = [];
    this.coldParts.push(part);
    this.instrs = part;
    emission();
    this.instrs = instrs;
    this.top = top;
    this.lastLocation = lastLocation;
  }

  /** Runs `emission` and returns its instructions instead of appending them. */
  aside(emission: () => void): Instr[] {
    const { instrs } = this;
    const part: Instr[] = [];
    this.instrs = part;
    emission();
    this.instrs = instrs;
    return part;
  }

  /** Puts instructions right behind the RESUME. */
  insertAtStart(part: readonly Instr[]): void {
    const at = this.instrs.findIndex((instr) => instr.op === Op.RESUME) + 1;
    this.instrs.splice(at, 0, ...part);
  }

  /** All instructions: hot code, then the cold parts. */
  allInstrs(): Instr[] {
    return this.instrs.concat(...this.coldParts);
  }

  /** Runs `emission` with exceptions going to `handler`. */
  protect(handler: Handler, emission: () => void): void {
    const outer = this.handler;
    this.handler = handler;
    emission();
    this.handler = outer;
  }

  loadConst(target: number, constant: Constant): void {
    if (constant.type === "int") {
      const { value } = constant;
      if (typeof value === "number" && value === (value | 0)) {
        this.emit(Op.LOAD_INT, target, value & 0xffff, (value >> 16) & 0xffff);
        return;
      }
    }
    const index = this.consts.add(constant);
    this.emit(Op.LOAD_CONST, target, index & 0xffff, index >>> 16);
  }

  returnConst(constant: Constant): void {
    const index = this.consts.add(constant);
    this.emit(Op.RETURN_CONST, 0, index & 0xffff, index >>> 16);
  }

  /** Drops a temporary explicitly. */
  drop(register: number): void {
    this.emit(Op.DROP, register);
  }

  /** Moves an owned temporary or copies a borrowed register. */
  moveTo(target: number, source: number): void {
    if (target !== source) this.emit(isTemp(source) ? Op.TAKE : Op.MOVE, target, source);
  }

  withK(instr: Instr, operation: number, k: KValue | null = null): Instr {
    instr.cache = operation << 16;
    instr.k = k;
    return instr;
  }

  // ------------------------------------------------------------------------------------------ blocks

  pushFrame(frame: Frame, outerHandler = this.handler): void {
    if (this.frames.length >= MAX_BLOCKS) {
      const at = "at" in frame ? frame.at : this.location;
      this.compiler.fail("too many statically nested blocks", at ?? this.block.location);
    }
    this.frames.push({ ...frame, outerHandler });
    if (frame.kind === "finally handler") this.compiler.muted++;
  }

  popFrame(): void {
    const frame = this.frames.pop();
    if (frame?.kind === "finally handler") this.compiler.muted--;
  }

  // ------------------------------------------------------------------------------------------ the result

  finish(): CodeObject {
    const { block, init } = this;
    let flags = 0;
    if (block.isFunctionLike) {
      flags |= CodeFlag.NEWLOCALS | CodeFlag.OPTIMIZED;
      if (block.nested) flags |= CodeFlag.NESTED;
      if (block.isGenerator) flags |= block.isCoroutine ? CodeFlag.ASYNC_GENERATOR : CodeFlag.GENERATOR;
      if (block.hasVarArgs) flags |= CodeFlag.VARARGS;
      if (block.hasVarKeywords) flags |= CodeFlag.VARKEYWORDS;
      if (block.hasDocstring && this.doc) flags |= CodeFlag.HAS_DOCSTRING;
      if (block.method) flags |= CodeFlag.METHOD;
    } else {
      flags |= CodeFlag.NAMESPACE;
    }
    if (block.isCoroutine && !block.isGenerator) flags |= CodeFlag.COROUTINE;
    if (this.compiler.future.annotations) flags |= CodeFlag.FUTURE_ANNOTATIONS;
    if (this.compiler.hidden) flags |= CodeFlag.HIDDEN;
    const complex =
      CodeFlag.VARARGS | CodeFlag.VARKEYWORDS | CodeFlag.GENERATOR | CodeFlag.COROUTINE | CodeFlag.ASYNC_GENERATOR;
    const kwOnlyCount = init.kwOnlyCount ?? 0;
    if (block.isFunctionLike && !(flags & complex) && kwOnlyCount === 0) flags |= CodeFlag.SIMPLE;
    for (let i = 0; i < this.locals.length; i++) this.touch(i);
    this.localNumbers = [];
    for (const [number, register] of this.localOrder.entries()) this.localNumbers[register] = number;
    const assembled = assemble(this);
    return {
      name: this.name,
      qualname: this.qualname,
      filename: this.compiler.info.filename,
      firstLine: this.firstLine,
      flags,
      argCount: init.argCount ?? 0,
      posOnlyCount: init.posOnlyCount ?? 0,
      kwOnlyCount,
      localNames: [
        ...this.localOrder.map((register) => this.locals[register]!),
        ...this.cells,
        ...this.hidden.map((variable) => variable.name),
      ],
      cellLocals: this.cellLocals(),
      freeNames: this.freeNames,
      names: this.names,
      doc: this.doc,
      ...assembled,
    };
  }

  /** Final number of a virtual register. */
  finalRegister(register: number): number {
    if (register < CELL) return this.localNumbers![register]!;
    if (register < HIDDEN) return this.locals.length + register - CELL;
    if (register < TEMP) return this.locals.length + this.cells.length + register - HIDDEN;
    return this.localCount + register - TEMP;
  }

  get localCount(): number {
    return this.locals.length + this.cells.length + this.hidden.length;
  }

  private cellLocals(): number[] {
    const registers = [...this.cellRegisters.values()];
    this.hidden.forEach((variable, i) => {
      if (variable.isCell) registers.push(HIDDEN + i);
    });
    return registers.map((register) => this.finalRegister(register));
  }

  /** Own cells in register order, for the MAKE_CELLs at the start. */
  get ownCells(): number[] {
    return [...this.cellRegisters.values()];
  }
}

function namesWith(block: Block, scope: number, flag: number): string[] {
  const names: string[] = [];
  for (const [name, symbol] of block.symbols) if (symbol >> 12 === scope || symbol & flag) names.push(name);
  return names.sort(byCodePoint);
}

/** Cells of the block itself; those that only an inlined comprehension has get hidden registers. */
function cellNames(block: Block): string[] {
  const names = namesWith(block, Scope.CELL, 0).filter((name) => !block.comprehensionOnly.has(name));
  if (block.needsClassCell) names.push("__class__");
  if (block.needsClassDict) names.push("__classdict__");
  if (block.hasConditionalAnnotations && block.type === "class") names.push("__conditional_annotations__");
  return names;
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function qualnameOf(unit: Unit, parent: Unit): string {
  let outer = parent;
  if (parent.type === "annotations") {
    if (!parent.parent?.parent) return unit.name;
    outer = parent.parent;
  }
  if (outer.parent === null) return unit.name;
  if (unit.type === "function" || unit.type === "async function" || unit.type === "class") {
    const name = mangle(outer.privateName, unit.name);
    if (outer.block.scopeOf(name) === Scope.GLOBAL_EXPLICIT) return unit.name;
  }
  const inFunction = outer.type === "function" || outer.type === "async function" || outer.type === "lambda";
  return `${outer.qualname}${inFunction ? ".<locals>" : ""}.${unit.name}`;
}

/** True if evaluating `e` may rebind a name of this scope (an assignment expression). */
export function mayRebind(e: Expr | null): boolean {
  return e !== null && containsWalrus(e);
}

function containsWalrus(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(containsWalrus);
  if (node === null || typeof node !== "object") return false;
  const { kind } = node as { kind?: string };
  if (kind === "NamedExpr") return true;
  if (kind === "Constant" || kind === "Name" || kind === "Lambda") return false;
  for (const value of Object.values(node)) if (typeof value === "object" && containsWalrus(value)) return true;
  return false;
}
