// Room for trace code in the region behind the core image. Several machines of a thread share that region, so what is given out is remembered
// by region; each machine has a limit of its own.
import type { CodeRegion } from "../platform/platform.ts";
import { Ranges } from "../util/ranges.ts";

const ALIGNMENT = 16;
const regions = new WeakMap<CodeRegion, Ranges>();

export class CodeMemory {
  readonly limitBytes: number;
  /** Bytes given out, rounded up. */
  usedBytes = 0;
  private readonly shared: Ranges;
  private readonly given = new Map<number, number>();

  constructor(region: CodeRegion, limitBytes: number) {
    this.limitBytes = limitBytes;
    let shared = regions.get(region);
    if (shared === undefined) {
      shared = new Ranges(Math.ceil(region.start / ALIGNMENT) * ALIGNMENT, region.end);
      regions.set(region, shared);
    }
    this.shared = shared;
  }

  /** Code offset of `bytes` bytes; -1 if there is no room. */
  allocate(bytes: number): number {
    const rounded = Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
    if (this.usedBytes + rounded > this.limitBytes) return -1;
    const offset = this.shared.take(rounded);
    if (offset < 0) return -1;
    this.given.set(offset, rounded);
    this.usedBytes += rounded;
    return offset;
  }

  /** Takes the room at just this code offset. False if it is not all free. */
  claim(offset: number, bytes: number): boolean {
    const rounded = Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
    if (this.usedBytes + rounded > this.limitBytes || !this.shared.claim(offset, rounded)) return false;
    this.given.set(offset, rounded);
    this.usedBytes += rounded;
    return true;
  }

  /** Of the part at this code offset, which allocate() gave, only the first bytes are needed. */
  shrink(offset: number, bytes: number): void {
    const given = this.given.get(offset) ?? 0;
    const needed = Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
    if (needed >= given) return;
    this.shared.release(offset + needed, given - needed);
    this.given.set(offset, needed);
    this.usedBytes -= given - needed;
  }
  /** Nothing will run at this code offset, which allocate() gave, any more. */
  release(offset: number): void {
    const bytes = this.given.get(offset);
    if (bytes === undefined) throw new Error(`krait: no trace has code at ${offset}`);
    this.given.delete(offset);
    this.shared.release(offset, bytes);
    this.usedBytes -= bytes;
  }

  /** The machine is gone. */
  close(): void {
    for (const [offset, bytes] of this.given) this.shared.release(offset, bytes);
    this.given.clear();
    this.usedBytes = this.limitBytes;
  }
}
