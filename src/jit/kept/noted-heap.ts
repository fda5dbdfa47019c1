// The heap as the compiler sees it where its work is to be kept for later runs of the program: what is looked at is noted on the way.

import { Layout } from "../../heap/generated/layout.ts";
import type { Heap } from "../../heap/heap.ts";
import type { Lookups } from "../heap-view.ts";
import { LOOKUPS } from "../heap-view.ts";
import { joined, LOOKUP, lookUp, MOST_SEEN, type Observations, SEEN_WORDS, SeenWords } from "../observations.ts";
import { ObservedHeap } from "../observed-heap.ts";

const SCRATCH = Layout.VM.scratch / 4;
const KINDS: readonly (readonly string[])[] = Object.values(LOOKUPS satisfies Record<keyof Lookups, unknown>);

const SHAPE = Layout.PyShape;
const SHAPE_FIELDS = [SHAPE.cls, SHAPE.parent, SHAPE.name, SHAPE.slot_count];

export class NotedHeap extends ObservedHeap {
  private readonly heap: Heap;
  private readonly seen = new SeenWords(new Uint32Array(SEEN_WORDS * MOST_SEEN));
  private asked = new Map<string, Uint32Array>();
  private readonly opcodes = new Map<number, number>();
  private readonly hints = new Map<number, number>();
  private isHint = false;
  /** There was too much to be noted. */
  private isFull = false;

  constructor(heap: Heap) {
    super();
    this.heap = heap;
  }

  /** Before a compilation. */
  begin(): void {
    this.seen.clear();
    this.asked = new Map();
    this.opcodes.clear();
    this.hints.clear();
    this.isFull = false;
  }
  /** What the compilation since begin() rests on; null: too much to be kept. */
  get everything(): Observations | null {
    if (this.isFull) return null;
    return {
      seen: this.seen.copy(),
      asked: joined([...this.asked.values()]),
      hints: inPairs(this.hints),
      opcodes: inPairs(this.opcodes),
    };
  }

  override opcode(pc: number): number {
    const op = this.heap.u8[pc] as number;
    this.opcodes.set(pc, op);
    return op;
  }
  override hint<T>(look: () => T): T {
    const before = this.isHint;
    this.isHint = true;
    try {
      return look();
    } finally {
      this.isHint = before;
    }
  }
  override get looked(): number {
    return this.seen.count;
  }
  override disregard(since: number): void {
    this.seen.dropAfter(since, (word) => this.hints.set(word, this.heap.u32[word] as number));
  }

  protected override read(word: number, mask: number): number {
    const now = this.heap.u32[word] as number;
    const value = (now & mask) >>> 0;
    if (this.isHint) this.hints.set(word, now);
    else if (!this.seen.note(word, mask, value)) this.isFull = true;
    return value;
  }
  protected override lookUp(fn: number, a: number, b: number, c: number): Uint32Array {
    const key = `${fn} ${a} ${b} ${c}`;
    const known = this.asked.get(key);
    if (known !== undefined) return known;
    const lookup = new Uint32Array(LOOKUP.words);
    lookup[LOOKUP.fn] = fn;
    lookup[LOOKUP.args] = a;
    lookup[LOOKUP.args + 1] = b;
    lookup[LOOKUP.args + 2] = c;
    const answer = lookUp(this.heap, lookup, 0);
    // Who asks about what is gone gets the answer that there is nothing, which nobody is to rely on later.
    if (answer === null) this.isFull = true;
    lookup[LOOKUP.answer] = answer ?? 0;
    if (answer !== null) lookup.set(this.heap.u32.subarray(SCRATCH, SCRATCH + LOOKUP.scratchWords), LOOKUP.scratch);
    this.asked.set(key, lookup);
    for (const [i, kind] of (KINDS[fn] as readonly string[]).entries()) this.noteKind(kind, [a, b, c][i] as number);
    return lookup;
  }
  /** What an object is: that is compared before the core is asked about it. A shape is that of a class with certain attributes. */
  private noteKind(kind: string, ref: number): void {
    if (kind === "number" || ref === 0) return;
    this.readU32(ref + 4);
    if (kind === "shape") for (const at of SHAPE_FIELDS) this.readU32(ref + at);
  }
}

/** Keys and values in turn. */
function inPairs(map: ReadonlyMap<number, number>): Uint32Array {
  const pairs = new Uint32Array(2 * map.size);
  let at = 0;
  for (const [key, value] of map) {
    pairs[at++] = key;
    pairs[at++] = value;
  }
  return pairs;
}
