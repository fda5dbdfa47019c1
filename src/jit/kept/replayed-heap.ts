// The heap as a compiler saw it in another run of the program: what it noted then is all there is. With it a trace that came from that run is compiled
// again, for the sake of what the compiler knows of it afterwards.
import { Abort } from "../abort.ts";
import { HINT_WORDS, LOOKUP, type Observations, OPCODE_WORDS, SEEN_WORDS } from "../observations.ts";
import { ObservedHeap } from "../observed-heap.ts";

export class ReplayedHeap extends ObservedHeap {
  /** Bits and what they were, by the word's index. */
  private readonly seen = new Map<number, { readonly mask: number; readonly value: number }>();
  private readonly opcodes = new Map<number, number>();
  private readonly hints = new Map<number, number>();
  private isHint = false;
  private readonly asked = new Map<string, Uint32Array>();

  constructor({ seen, asked, hints, opcodes }: Observations) {
    super();
    for (let at = 0; at < seen.length; at += SEEN_WORDS)
      this.seen.set(seen[at] as number, { mask: seen[at + 1] as number, value: seen[at + 2] as number });
    for (let at = 0; at < opcodes.length; at += OPCODE_WORDS)
      this.opcodes.set(opcodes[at] as number, opcodes[at + 1] as number);
    for (let at = 0; at < hints.length; at += HINT_WORDS) this.hints.set(hints[at] as number, hints[at + 1] as number);
    for (let at = 0; at < asked.length; at += LOOKUP.words)
      this.asked.set(asked.subarray(at, at + LOOKUP.answer).join(" "), asked.subarray(at, at + LOOKUP.words));
  }

  override opcode(pc: number): number {
    const op = this.opcodes.get(pc);
    if (op === undefined) throw new Abort("stale-recording", "it was compiled otherwise");
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

  protected override read(word: number, mask: number): number {
    const hint = this.isHint ? this.hints.get(word) : undefined;
    if (hint !== undefined) return (hint & mask) >>> 0;
    const seen = this.seen.get(word);
    if (seen === undefined || (mask & ~seen.mask) !== 0) {
      // Looked at in an attempt that came to nothing: see disregard().
      const disregarded = this.hints.get(word);
      if (disregarded !== undefined) return (disregarded & mask) >>> 0;
      throw new Abort("stale-recording", "it was compiled otherwise");
    }
    return (seen.value & mask) >>> 0;
  }
  protected override lookUp(fn: number, a: number, b: number, c: number): Uint32Array {
    const lookup = this.asked.get(`${fn} ${a} ${b} ${c}`);
    if (lookup === undefined) throw new Abort("stale-recording", "it was compiled otherwise");
    return lookup;
  }
}
