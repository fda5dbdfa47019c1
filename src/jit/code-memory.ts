// Room for trace code in the region behind the core image. Several machines of a thread share that region, so what is given out is remembered
// by region.
import type { CodeRegion } from "../platform/platform.ts";
import { Abort } from "./abort.ts";

const ALIGNMENT = 16;
const regions = new WeakMap<CodeRegion, { next: number }>();

export class CodeMemory {
  private readonly region: CodeRegion;
  private readonly state: { next: number };
  private left: number;

  constructor(region: CodeRegion, limitBytes: number) {
    this.region = region;
    let state = regions.get(region);
    if (state === undefined) {
      state = { next: region.start };
      regions.set(region, state);
    }
    this.state = state;
    this.left = limitBytes;
  }

  /** Code offset of `bytes` bytes. Throws Abort. */
  allocate(bytes: number): number {
    const rounded = Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
    if (rounded > this.left || this.state.next + rounded > this.region.end) throw new Abort("code-memory");
    const offset = this.state.next;
    this.state.next += rounded;
    this.left -= rounded;
    return offset;
  }
}
