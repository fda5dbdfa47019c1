// What a trace rests on: words of the heap that its compiler has looked at, and what it was told by the core. As plain numbers, for they come from
// another thread or another run of the program, and are compared here with what is now.
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import type { Heap } from "../heap/heap.ts";
import { LOOKUPS } from "./heap-view.ts";
import { GENERIC_OP } from "./opcode-info.ts";

/** Words of a lookup: function (its place in LOOKUPS), arguments, answer, what it left in vm->scratch. */
export const LOOKUP = { fn: 0, args: 1, answer: 4, scratch: 5, scratchWords: 8, words: 13 } as const;
/** Words of an entry of `seen`: index of the heap's word, the bits that were looked at, what they were. */
export const SEEN_WORDS = 3;
/** Words of the heap that one compilation may look at. */
export const MOST_SEEN = 2 ** 14;

export interface Observations {
  /** SEEN_WORDS for each word. */
  readonly seen: Uint32Array;
  /** LOOKUP.words for each lookup. */
  readonly asked: Uint32Array;
  /** HINT_WORDS for each word that was a hint: it may be another by now, but who compiles the same again has to see the same. */
  readonly hints: Uint32Array;
  /** OPCODE_WORDS for each instruction. */
  readonly opcodes: Uint32Array;
}
/** Words of a hint: index of the heap's word, what it was. */
export const HINT_WORDS = 2;
/** Words of an instruction: its place, its opcode, which may have become another special form of the same. */
export const OPCODE_WORDS = 2;

/** Lookups one behind the other. */
export function joined(lookups: readonly Uint32Array[]): Uint32Array {
  const asked = new Uint32Array(lookups.length * LOOKUP.words);
  for (const [i, lookup] of lookups.entries()) asked.set(lookup, i * LOOKUP.words);
  return asked;
}

/** Slots of the table that finds a word's entry: twice as many as there can be entries. */
const TABLE_BITS = Math.log2(2 * MOST_SEEN);

/** Where the search for a word's entry begins, and where it goes on. */
function firstSlot(word: number): number {
  return Math.imul(word, 0x9e3779b1) >>> (32 - TABLE_BITS);
}
function nextSlot(slot: number): number {
  return (slot + 1) & ((1 << TABLE_BITS) - 1);
}

/** Words that have been looked at, each once. */
export class SeenWords {
  /** SEEN_WORDS for each word. */
  readonly words: Uint32Array;
  count = 0;
  /** By a hash of the word's index: its entry and one, or 0. */
  private readonly entries = new Int32Array(1 << TABLE_BITS);

  /** `words`: room for MOST_SEEN entries. */
  constructor(words: Uint32Array) {
    this.words = words;
  }
  clear(): void {
    this.count = 0;
    this.entries.fill(0);
  }
  /**
   * Notes that the bits in `mask` of a word are those of `value`. False: there is no room, or the word was another when it was looked at before
   * (`count` tells which).
   */
  note(word: number, mask: number, value: number): boolean {
    const { words, entries } = this;
    for (let slot = firstSlot(word); ; slot = nextSlot(slot)) {
      const entry = entries[slot] as number;
      if (entry === 0) {
        if (this.count === MOST_SEEN) return false;
        const at = SEEN_WORDS * this.count++;
        words[at] = word;
        words[at + 1] = mask;
        words[at + 2] = value;
        entries[slot] = this.count;
        return true;
      }
      const at = SEEN_WORDS * (entry - 1);
      if (words[at] !== word) continue;
      const known = words[at + 1] as number;
      if ((((words[at + 2] as number) ^ value) & known & mask) !== 0) return false;
      words[at + 1] = (known | mask) >>> 0;
      words[at + 2] = ((words[at + 2] as number) | value) >>> 0;
      return true;
    }
  }
  /** Forgets the entries after the first `count`, the last one first. */
  dropAfter(count: number, dropped: (word: number) => void): void {
    const { words, entries } = this;
    for (; this.count > count; this.count--) {
      const word = words[SEEN_WORDS * (this.count - 1)] as number;
      let slot = firstSlot(word);
      while (entries[slot] !== this.count) slot = nextSlot(slot);
      entries[slot] = 0; // nothing that came later is behind it any more
      dropped(word);
    }
  }
  copy(): Uint32Array {
    return this.words.slice(0, SEEN_WORDS * this.count);
  }
}

const SCRATCH = Layout.VM.scratch;
const NONE = new Uint32Array(0);
const FUNCTIONS = Object.entries(LOOKUPS);

/** What an observer on another thread tells: there opcodes are words like any other, and so are hints. */
export type Facts = Pick<Observations, "seen" | "asked">;

/** Whether all is as it was seen. */
export function holds(heap: Heap, { seen, asked, opcodes = NONE }: Facts & Partial<Observations>): boolean {
  if (!isUnchanged(heap, seen, seen.length / SEEN_WORDS)) return false;
  const { u32, u8 } = heap;
  for (let at = 0; at < opcodes.length; at += OPCODE_WORDS) {
    const [now, seen] = [u8[opcodes[at] as number] as number, opcodes[at + 1] as number];
    if (now !== seen && GENERIC_OP[now] !== GENERIC_OP[seen]) return false;
  }
  for (let at = 0; at < asked.length; at += LOOKUP.words) {
    if (lookUp(heap, asked, at) !== asked[at + LOOKUP.answer]) return false;
    for (let i = 0; i < LOOKUP.scratchWords; i++)
      if (u32[SCRATCH / 4 + i] !== asked[at + LOOKUP.scratch + i]) return false;
  }
  return true;
}

/** Whether the first `count` words are as they were seen. */
export function isUnchanged({ u32 }: Heap, seen: Uint32Array, count: number): boolean {
  for (let i = 0, at = 0; i < count; i++, at += SEEN_WORDS) {
    const now = u32[seen[at] as number] as number;
    if (((now ^ (seen[at + 2] as number)) & (seen[at + 1] as number)) !== 0) return false;
  }
  return true;
}

/** The core's answer to the lookup at `at`, which leaves the rest of it in vm->scratch. null: what is asked about is gone. */
export function lookUp(heap: Heap, words: ArrayLike<number>, at: number): number | null {
  const { u32, core } = heap;
  const [name, kinds] = FUNCTIONS[words[at + LOOKUP.fn] as number] as (typeof FUNCTIONS)[number];
  const args = kinds.map((_, i) => (words[at + LOOKUP.args + i] as number) >>> 0);
  for (const [i, kind] of kinds.entries()) {
    const ref = args[i] as number;
    if (kind === "number" || (kind === "shape" && ref === 0)) continue;
    // What has been freed has no count.
    if (ref === 0 || heap.readU32(ref) === 0) return null;
    if (kind === "dict" && heap.readU32(heap.readU32(ref + 4) + Layout.PyType.kind) !== CoreConst.LAYOUT_DICT)
      return null;
  }
  // What it leaves is compared, too, not what others have left there.
  u32.fill(0, SCRATCH / 4, SCRATCH / 4 + LOOKUP.scratchWords);
  const functions = core as unknown as Record<string, (...args: number[]) => number>;
  return (functions[name] as (...args: number[]) => number).apply(core, args) >>> 0;
}
