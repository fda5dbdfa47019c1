// The heap as a compiler sees it whose work is to be trusted later, when the heap may be another: everything that is looked at is known by word, bits
// and contents, every answer of the core by what was asked. What becomes of it is the subclasses' business.
import type { CoreFunctions } from "../heap/core-functions.ts";
import { Layout } from "../heap/generated/layout.ts";
import { type HeapView, LOOKUPS, type Lookups } from "./heap-view.ts";
import { LOOKUP } from "./observations.ts";

const SCRATCH = Layout.VM.scratch;
const SCRATCH_BYTES = 4 * LOOKUP.scratchWords;
const { PyStr } = Layout;

export abstract class ObservedHeap implements HeapView {
  readonly core: Lookups;
  private readonly scratch = new Uint32Array(LOOKUP.scratchWords);

  constructor() {
    const core: Partial<Record<keyof CoreFunctions, (a: number, b: number, c?: number) => number>> = {};
    for (const [fn, name] of (Object.keys(LOOKUPS) as (keyof Lookups)[]).entries())
      core[name] = (a, b, c = 0) => {
        const lookup = this.lookUp(fn, a, b, c);
        this.scratch.set(lookup.subarray(LOOKUP.scratch, LOOKUP.scratch + LOOKUP.scratchWords));
        return lookup[LOOKUP.answer] as number;
      };
    this.core = core as Lookups;
  }

  /** The bits in `mask` of the word with this index; the others are 0. Throws Abort. */
  protected abstract read(word: number, mask: number): number;
  /** A lookup (LOOKUP says what is where) with its answer. Throws Abort. */
  protected abstract lookUp(fn: number, a: number, b: number, c: number): Uint32Array;

  readU32(offset: number): number {
    if (offset >= SCRATCH && offset < SCRATCH + SCRATCH_BYTES) return this.scratch[(offset - SCRATCH) / 4] as number;
    return this.read(offset >>> 2, 0xffffffff);
  }
  readU16(offset: number): number {
    const shift = (offset & 2) * 8;
    return this.read(offset >>> 2, (0xffff << shift) >>> 0) >>> shift;
  }
  readU8(offset: number): number {
    const shift = (offset & 3) * 8;
    return this.read(offset >>> 2, (0xff << shift) >>> 0) >>> shift;
  }
  opcode(pc: number): number {
    return this.readU8(pc);
  }
  bits(offset: number, mask: number): number {
    return this.read(offset >>> 2, mask);
  }
  text(str: number): string {
    const length = this.readU32(str + PyStr.length);
    const kind = this.readU8(str + PyStr.kind);
    if (kind === 1) return this.latin1(str + PyStr.data, length);
    let text = "";
    for (let i = 0, at = str + PyStr.data; i < length; i++, at += kind)
      text += String.fromCodePoint(kind === 2 ? this.readU16(at) : this.readPoint(at));
    return text;
  }
  /** Characters of a byte each, from the start of a word: nearly every name. Four at a time, for each look is written down. */
  private latin1(start: number, length: number): string {
    let text = "";
    for (let i = 0; i < length; i += 4) {
      const count = Math.min(4, length - i);
      const word = this.read((start + i) >>> 2, count === 4 ? 0xffffffff : (1 << (8 * count)) - 1);
      for (let shift = 0; shift < 8 * count; shift += 8) text += String.fromCharCode((word >>> shift) & 0xff);
    }
    return text;
  }
  typeBits(type: number, mask: number): number {
    return this.bits(type + Layout.PyType.flags, mask);
  }
  isSubtype(type: number, base: number): boolean {
    return type === base || this.core.typeIsSubtype(type, base) !== 0;
  }

  hint<T>(look: () => T): T {
    return look();
  }
  get looked(): number {
    return 0;
  }
  disregard(_since: number): void {}

  /** A code point of four bytes. Throws Abort. */
  protected readPoint(at: number): number {
    return this.readU32(at);
  }
}
