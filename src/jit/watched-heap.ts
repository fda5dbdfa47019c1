// The heap as the compiler sees it from another thread, while the program goes on. Nothing that is read can be trusted at the time, so everything is
// noted: word, bits, contents. When the trace is done the driver compares. If all is as it was seen, the trace is as good as one compiled at that
// moment; if not, it is thrown away. What has been seen twice with different contents can't be: then the compilation ends at once. Functions of the
// core are asked for by the other thread, which compares first: they are never called with what is no longer there.
import type { CoreFunctions } from "../heap/core-functions.ts";
import { Layout } from "../heap/generated/layout.ts";
import type { HeapOfOtherThread } from "../platform/shared-heap.ts";
import { Abort } from "./abort.ts";
import { type HeapView, LOOKUPS, type Lookups } from "./heap-view.ts";
import {
  ANSWER_MS,
  LOOKUP,
  MOST_SEEN,
  Question,
  questionOf,
  SEEN_WORDS,
  stateOf,
  type ThreadData,
  WORDS,
} from "./thread-protocol.ts";

const SCRATCH = Layout.VM.scratch;
const SCRATCH_BYTES = 4 * LOOKUP.scratchWords;
const { PyStr } = Layout;
/** Reads of one compilation: what is longer follows garbage. */
const MOST_READS = 4_000_000;
/** Slots of the table that finds a word's entry: twice as many as there can be entries. */
const TABLE_BITS = Math.log2(2 * MOST_SEEN);
/** Answers that are remembered from one trace to the next. */
const MOST_ANSWERS = 4096;

export class WatchedHeap implements HeapView {
  readonly core: Lookups;
  private readonly heap: HeapOfOtherThread;
  private readonly memory: Uint32Array;
  private readonly words: Int32Array;
  private readonly seen: Uint32Array;
  private seenCount = 0;
  private reads = 0;
  /** By a hash of the word's index: its entry and one, or 0. */
  private readonly entries = new Int32Array(1 << TABLE_BITS);
  private readonly scratch = new Uint32Array(LOOKUP.scratchWords);
  /** Answers by what was asked. A guess when they are used again: the driver asks once more before it believes them. */
  private readonly answers = new Map<string, Uint32Array>();
  private asked: Uint32Array[] = [];
  private questions = 0;
  private change: Abort | null = null;
  /** Bit of vm->interrupt that gets the driver's attention. */
  private readonly call: number;

  constructor(heap: HeapOfOtherThread, data: ThreadData, call: number) {
    this.heap = heap;
    this.memory = new Uint32Array(heap.buffer);
    this.words = new Int32Array(data.words);
    this.seen = new Uint32Array(data.seen);
    this.call = call;
    const core: Partial<Record<keyof CoreFunctions, (a: number, b: number, c?: number) => number>> = {};
    for (const [fn, name] of (Object.keys(LOOKUPS) as (keyof Lookups)[]).entries())
      core[name] = (a, b, c = 0) => this.ask(fn, a, b, c);
    this.core = core as Lookups;
  }

  /** Before a compilation. isAgain: what is remembered may be wrong. */
  begin(isAgain: boolean): void {
    this.change = null;
    this.seenCount = 0;
    this.reads = 0;
    this.entries.fill(0);
    this.asked = [];
    if (isAgain || this.answers.size > MOST_ANSWERS) this.answers.clear();
  }
  /** What the compilation rests on. Throws Abort if the heap has changed, though whoever came upon it took that for something else. */
  get everything(): { seen: Uint32Array; asked: Uint32Array } {
    if (this.change !== null) throw this.change;
    const asked = new Uint32Array(this.asked.length * LOOKUP.words);
    for (const [i, lookup] of this.asked.entries()) asked.set(lookup, i * LOOKUP.words);
    return { seen: this.seen.slice(0, this.seenCount * SEEN_WORDS), asked };
  }

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
  text(str: number): string {
    const length = this.readU32(str + PyStr.length);
    const kind = this.readU8(str + PyStr.kind);
    let text = "";
    for (let i = 0, at = str + PyStr.data; i < length; i++, at += kind)
      text += String.fromCodePoint(kind === 1 ? this.readU8(at) : kind === 2 ? this.readU16(at) : this.readPoint(at));
    return text;
  }
  typeFlags(type: number): number {
    return this.readU32(type + Layout.PyType.flags);
  }
  isSubtype(type: number, base: number): boolean {
    return type === base || this.core.typeIsSubtype(type, base) !== 0;
  }

  private readPoint(at: number): number {
    const point = this.readU32(at);
    if (point > 0x10ffff) throw this.changed();
    return point;
  }

  private read(word: number, mask: number): number {
    const value = ((this.memory[word] as number) & mask) >>> 0;
    if (++this.reads > MOST_READS) throw this.changed();
    const { seen, entries } = this;
    for (let slot = Math.imul(word, 0x9e3779b1) >>> (32 - TABLE_BITS); ; slot = (slot + 1) & ((1 << TABLE_BITS) - 1)) {
      const entry = entries[slot] as number;
      if (entry === 0) {
        if (this.seenCount === MOST_SEEN) throw new Abort("too-long", "words looked at");
        const at = SEEN_WORDS * this.seenCount++;
        seen[at] = word;
        seen[at + 1] = mask;
        seen[at + 2] = value;
        entries[slot] = this.seenCount;
        return value;
      }
      const at = SEEN_WORDS * (entry - 1);
      if (seen[at] !== word) continue;
      const known = seen[at + 1] as number;
      if ((((seen[at + 2] as number) ^ value) & known & mask) !== 0) throw this.changed();
      seen[at + 1] = (known | mask) >>> 0;
      seen[at + 2] = ((seen[at + 2] as number) | value) >>> 0;
      return value;
    }
  }

  private ask(fn: number, a: number, b: number, c: number): number {
    const key = `${fn} ${a} ${b} ${c}`;
    let lookup = this.answers.get(key);
    if (lookup === undefined) {
      lookup = this.askDriver(fn, a, b, c);
      this.answers.set(key, lookup);
    }
    if (!this.asked.includes(lookup)) this.asked.push(lookup);
    this.scratch.set(lookup.subarray(LOOKUP.scratch, LOOKUP.scratch + LOOKUP.scratchWords));
    return lookup[LOOKUP.answer] as number;
  }
  private askDriver(...question: number[]): Uint32Array {
    const { words } = this;
    for (const [i, n] of question.entries()) Atomics.store(words, WORDS.lookup + i, n);
    Atomics.store(words, WORDS.seen, this.seenCount);
    const asked = questionOf(++this.questions, Question.asked);
    Atomics.store(words, WORDS.question, asked);
    if (!this.heap.raise(Layout.VM.interrupt, this.call)) throw this.changed();
    Atomics.wait(words, WORDS.question, asked, ANSWER_MS);
    const now = Atomics.exchange(words, WORDS.question, Question.none);
    if (now === asked) throw this.changed("the program has come to no safe point");
    if (stateOf(now) !== Question.answered) throw this.changed();
    return Uint32Array.from(words.subarray(WORDS.lookup, WORDS.lookup + LOOKUP.words), (n) => n >>> 0);
  }

  private changed(how = "the heap has changed"): Abort {
    this.change ??= new Abort("stale-recording", how);
    return this.change;
  }
}
