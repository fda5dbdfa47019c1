// Puts stencils one after another and fills their holes. Falling through is the way on; every other way is a label, which may be
// bound before or after it is used, inside this code or at an address outside it. Parts of stencils that are seldom run wait until
// placeCold() puts them behind what has been emitted.
import type { StencilLibrary } from "./stencil-library.ts";
import { Patch, Role } from "./stencil-library.ts";

/** An operand of 64 bits as two halves; a plain number stands for an integer of at most 53 bits and its sign. */
export interface Word {
  readonly low: number;
  readonly high: number;
}
export type Operand = number | Word;

/** The register form of a 48-bit int: shifted left by 16. Throws if it doesn't fit. */
export function intWord(value: number): Word {
  if (!Number.isInteger(value) || value < -(2 ** 47) || value >= 2 ** 47)
    throw new RangeError(`${value} is no 48-bit int`);
  return { low: (value << 16) >>> 0, high: Math.floor(value / 2 ** 16) | 0 };
}

const float = new Float64Array(1);
const floatHalves = new Uint32Array(float.buffer);

/** The bits of a float. */
export function floatWord(value: number): Word {
  float[0] = value;
  return { low: floatHalves[0] as number, high: floatHalves[1] as number };
}

declare const labelBrand: unique symbol;
export type Label = number & { readonly [labelBrand]: true };

/** Where a stencil can go besides on, the address of what it calls, and its operands in the order of its holes. */
export interface Ways {
  readonly exit?: Label | undefined;
  readonly target?: Label | undefined;
  readonly call?: number | undefined;
  readonly operands?: readonly Operand[];
}

/** Gives the address of a function of the core that stencils call by name. */
export type SymbolResolver = (name: string) => number;

const UNBOUND = -1;
/** Bytes that most traces have room in. */
const LEAST_ROOM = 2 ** 14;
/** What finish() may add to the code on AArch64, for each address outside that is branched to conditionally. */
export const ISLAND_BYTES = 4;
function isInBranchReach(distance: number): boolean {
  return distance >= -(2 ** 20) && distance < 2 ** 20;
}

export class Stitcher {
  readonly #library: StencilLibrary;
  readonly #resolve: SymbolResolver;
  /** The library's code and, behind it, what has been stitched: bytes are copied fastest within one buffer. */
  #buffer: Uint8Array;
  readonly #base: number;
  /** What has been stitched. */
  #view: DataView;
  #length = 0;
  /** Offset in the code of each label; an address outside is stored in #outside instead. */
  readonly #bound: number[] = [];
  readonly #outside: (number | undefined)[] = [];
  /** Jumps to be filled by finish(): code offset, patch kind, addend, label. */
  readonly #jumps: number[] = [];
  /** Calls, the same with an address instead of a label. */
  readonly #calls: number[] = [];
  /** Offsets of jumps that finish() has added, by label. */
  readonly #islands = new Map<number, number>();
  /** Parts out of the way that placeCold() will append. */
  readonly #cold: { stencil: number; ways: Ways; hot: number; next: number; label: Label }[] = [];

  /** Stencils that call functions of the core by name can be used only if there is a `resolve`. */
  constructor(library: StencilLibrary, resolve: SymbolResolver = noSymbols) {
    this.#library = library;
    this.#resolve = resolve;
    this.#base = library.code.length;
    this.#buffer = library.takeBuffer(this.#base + LEAST_ROOM);
    this.#view = new DataView(this.#buffer.buffer, this.#base);
  }

  /** Bytes of code so far. */
  get length(): number {
    return this.#length;
  }

  newLabel(): Label {
    this.#outside.push(undefined);
    return (this.#bound.push(UNBOUND) - 1) as Label;
  }

  /** Binds a label to the code that comes next. */
  bind(label: Label): void {
    if (this.#bound[label] !== UNBOUND) throw new Error("krait: a label bound twice");
    this.#bound[label] = this.#length;
  }

  /** Binds a label to native code elsewhere. */
  bindAddress(label: Label, address: number): void {
    if (this.#bound[label] !== UNBOUND || this.#outside[label] !== undefined)
      throw new Error("krait: a label bound twice");
    this.#outside[label] = address;
  }

  /**
   * Appends one stencil. Throws if it needs a way or an operand that isn't given, or an operand that doesn't fit its hole.
   */
  emit(stencil: number, ways: Ways = {}): void {
    const base = this.#length;
    this.#append(stencil);
    const next = this.#length;
    const cold = this.#library.coldPart[stencil] as number;
    const coldLabel = cold ? this.newLabel() : undefined;
    this.#fillHoles(stencil, ways, base, next, coldLabel);
    if (coldLabel !== undefined) this.#cold.push({ stencil: cold, ways, hot: base, next, label: coldLabel });
  }

  /** Appends the parts of earlier stencils that are out of the way. finish() does it if nobody has; `length` counts them only then. */
  placeCold(): void {
    for (const { stencil, ways, hot, next, label } of this.#cold.splice(0)) {
      this.bind(label);
      const base = this.#length;
      this.#append(stencil);
      this.#fillHoles(stencil, ways, base, next, undefined, hot);
    }
  }

  /** Fills the holes of the stencil at `base`, whose way on is at `next`; `cold` and `hot` are where its other part is. */
  #fillHoles(stencil: number, ways: Ways, base: number, next: number, cold?: Label, hot = 0): void {
    const { holeStart, holeOffset, holePatch, holeRole, holeAddend } = this.#library;
    for (let hole = holeStart[stencil] as number; hole < (holeStart[stencil + 1] as number); hole++) {
      const at = base + (holeOffset[hole] as number);
      const patch = holePatch[hole] as number;
      const role = holeRole[hole] as number;
      const addend = holeAddend[hole] as number;
      if (role <= Role.operand3) {
        const operand = ways.operands?.[role];
        if (operand === undefined) throw new Error(`krait: stencil ${stencil} needs operand ${role}`);
        this.#fill(at, patch, operand, addend);
      } else if (role === Role.next) {
        this.#fillJump(at, patch, addend, next, 0);
      } else if (role === Role.hot) {
        this.#fillJump(at, patch, addend, hot, 0);
      } else if (role === Role.call || role >= Role.firstSymbol) {
        this.#calls.push(at, patch, addend, this.#callee(stencil, role, ways));
      } else {
        const label = role === Role.exit ? ways.exit : role === Role.target ? ways.target : cold;
        if (label === undefined)
          throw new Error(`krait: stencil ${stencil} needs ${role === Role.exit ? "an exit" : "a target"}`);
        this.#jumps.push(at, patch, addend, label);
      }
    }
  }

  #append(stencil: number): void {
    const { codeStart } = this.#library;
    const from = codeStart[stencil] as number;
    const to = codeStart[stencil + 1] as number;
    this.#reserve(to - from);
    this.#buffer.copyWithin(this.#base + this.#length, from, to);
    this.#length += to - from;
  }

  /** Fills all jumps for code that will run at `address` and returns the bytes; the last call. Throws if a label is unbound or out of reach. */
  finish(address: number): Uint8Array {
    this.placeCold();
    const jumps = this.#jumps;
    for (let i = 0; i < jumps.length; i += 4) {
      const at = jumps[i] as number;
      const patch = jumps[i + 1] as number;
      const addend = jumps[i + 2] as number;
      const label = jumps[i + 3] as number;
      const outside = this.#outside[label];
      const bound = this.#bound[label] as number;
      if (outside === undefined && bound === UNBOUND) throw new Error("krait: a label was never bound");
      let destination = outside === undefined ? bound : outside - address;
      if (patch === Patch.a64Branch19 && outside !== undefined && !isInBranchReach(destination + addend - at))
        destination = this.#islandTo(label, destination, address);
      this.#fillJump(at, patch, addend, destination, address);
    }
    const calls = this.#calls;
    for (let i = 0; i < calls.length; i += 4) {
      const callee = calls[i + 3] as number;
      this.#fillJump(calls[i] as number, calls[i + 1] as number, calls[i + 2] as number, callee - address, address);
    }
    const code = this.#buffer.slice(this.#base, this.#base + this.#length);
    this.#library.giveBack(this.#buffer);
    return code;
  }

  /** Offset of a jump to a place outside the code, for conditional branches: on AArch64 they reach no farther than 1 MiB. */
  #islandTo(label: number, destination: number, address: number): number {
    let at = this.#islands.get(label);
    if (at === undefined) {
      at = this.#length;
      this.#reserve(ISLAND_BYTES);
      this.#length += ISLAND_BYTES;
      this.#view.setUint32(at, 0x14000000, true); // b
      this.#fillJump(at, Patch.a64Jump26, 0, destination, address);
      this.#islands.set(label, at);
    }
    return at;
  }

  #callee(stencil: number, role: number, ways: Ways): number {
    if (role >= Role.firstSymbol) return this.#resolve(this.#library.symbols[role - Role.firstSymbol] as string);
    if (ways.call === undefined) throw new Error(`krait: stencil ${stencil} needs a function to call`);
    return ways.call;
  }

  #reserve(bytes: number): void {
    const needed = this.#base + this.#length + bytes;
    if (needed <= this.#buffer.length) return;
    const grown = this.#library.takeBuffer(2 * needed);
    grown.set(this.#buffer.subarray(this.#base, this.#base + this.#length), this.#base);
    this.#buffer = grown;
    this.#view = new DataView(grown.buffer, this.#base);
  }

  /** Both offsets are relative to the code's start; `destination` may lie outside it. */
  #fillJump(at: number, patch: number, addend: number, destination: number, address: number): void {
    const distance = destination + addend - at;
    if (patch === Patch.rel32) {
      if (distance !== (distance | 0)) throw tooFar(distance, address);
      this.#view.setInt32(at, distance, true);
      return;
    }
    const instruction = this.#view.getUint32(at, true);
    // Addresses: a number of 4 KiB pages from here (adrp), and the place in the page.
    if (patch === Patch.a64Page21) {
      const pages = Math.floor((address + destination + addend) / 4096) - Math.floor((address + at) / 4096);
      if (pages < -(2 ** 20) || pages >= 2 ** 20) throw tooFar(distance, address);
      const fields = ((pages & 3) << 29) | (((pages >> 2) & 0x7ffff) << 5);
      this.#view.setUint32(at, ((instruction & 0x9f00001f) | fields) >>> 0, true);
      return;
    }
    if (patch === Patch.a64Low12) {
      const low = (address + destination + addend) % 4096;
      this.#view.setUint32(at, (instruction & 0xffc003ff) | (low << 10), true);
      return;
    }
    const words = distance / 4;
    if (patch === Patch.a64Jump26) {
      if (words < -(2 ** 25) || words >= 2 ** 25) throw tooFar(distance, address);
      this.#view.setUint32(at, (instruction & 0xfc000000) | (words & 0x03ffffff), true);
    } else if (patch === Patch.a64Branch19) {
      if (!isInBranchReach(distance)) throw tooFar(distance, address);
      this.#view.setUint32(at, (instruction & 0xff00001f) | ((words & 0x7ffff) << 5), true);
    } else throw new Error(`krait: patch ${patch} is no jump`);
  }

  #fill(at: number, patch: number, operand: Operand, addend: number): void {
    const view = this.#view;
    // AArch64 takes 16 bits of the value at a time; there the addend is the shift and no hole has a real one.
    const shifts = patch === Patch.a64Word ? addend : 0;
    let low: number;
    let high: number;
    if (typeof operand === "number") {
      const value = patch === Patch.a64Word ? operand : operand + addend;
      if (!Number.isSafeInteger(value)) throw new RangeError(`krait: operand ${operand} is no exact integer`);
      low = value >>> 0;
      high = Math.floor(value / 2 ** 32) | 0;
    } else {
      if (patch !== Patch.a64Word && addend !== 0) throw new Error("krait: a wide operand in a hole with an addend");
      low = operand.low >>> 0;
      high = operand.high | 0;
    }
    const fitsUnsigned = high === 0;
    const fitsSigned = high === (low | 0) >> 31;
    if (patch === Patch.abs8) {
      if (!fitsUnsigned || low > 63) throw new RangeError(`krait: ${low} is no shift count`);
      view.setUint8(at, low);
      return;
    }
    const instruction = view.getUint32(at, true);
    if (patch === Patch.abs64) {
      view.setUint32(at, low, true);
      view.setInt32(at + 4, high, true);
    } else if (patch === Patch.abs32) {
      if (!fitsUnsigned) throw tooWide(operand);
      view.setUint32(at, low, true);
    } else if (patch === Patch.abs32s) {
      if (!fitsSigned) throw tooWide(operand);
      view.setUint32(at, low, true);
    } else if (patch === Patch.a64Word) {
      const bits = shifts < 32 ? (low >>> shifts) & 0xffff : (high >>> (shifts - 32)) & 0xffff;
      view.setUint32(at, (instruction & 0xffe0001f) | (bits << 5), true);
    } else if (patch === Patch.a64Mov0) {
      // movz, or for a negative number movn, which sets the upper half to ones.
      if (!fitsUnsigned && !fitsSigned) throw tooWide(operand);
      const opcode = high < 0 ? 0x92800000 : 0xd2800000;
      const bits = (high < 0 ? ~low : low) & 0xffff;
      view.setUint32(at, (opcode | (bits << 5) | (instruction & 31)) >>> 0, true);
    } else if (patch === Patch.a64Movk16) {
      view.setUint32(at, (instruction & 0xffe0001f) | ((low >>> 16) << 5), true);
    } else throw new Error(`krait: patch ${patch} takes no operand`);
  }
}

function noSymbols(name: string): never {
  throw new Error(`krait: nobody says where ${name} is`);
}

function tooFar(distance: number, address: number): RangeError {
  return new RangeError(`krait: a jump over ${distance} bytes from code at ${address} is out of reach`);
}

function tooWide(operand: Operand): RangeError {
  const text = typeof operand === "number" ? operand : `${operand.high}:${operand.low}`;
  return new RangeError(`krait: operand ${text} does not fit 32 bits`);
}
