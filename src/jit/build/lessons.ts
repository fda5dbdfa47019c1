// A trace is built on what its first round looks like. Where that does not hold at the loop's end, it is built again by one who knows better.
import type { VirtualLessons } from "./loop-virtuals.ts";

/** The trace was built on something that turned out not to hold, which the message tells: what to do otherwise is in the lessons. */
export class Retry extends Error {}

/** What earlier attempts at the same recording have learnt. */
export interface Lessons {
  /** Slots that differ from round to round though they did not look so. */
  readonly varying: Set<number>;
  /** Types that slots should be turned into before the loop starts. */
  readonly headTypes: Map<number, "int" | "float">;
  /** Generators are not carried round in registers. */
  writesGenerators: boolean;
  /** What dies in a round ends what is known of memory, though it did not look so. */
  losesFacts: boolean;
  /** Instructions whose generators are made at once. */
  readonly madeFromStart: Set<object>;
  /** Instructions with which no stretch begins: see translate/wrapping.ts. */
  readonly noStretch: Set<object>;
  /** Fields that are not carried round in registers: see carried-fields.ts. */
  readonly notCarried: Set<string>;
  /** Cells of globals and class attributes that the trace writes: what they hold is no constant. */
  readonly writtenCells: Set<number>;
  readonly virtuals: VirtualLessons;
  /** One more round of the loop in which the trace is to go on does not help. */
  staysShort: boolean;
  /** A side trace does not begin with what its parent knew. */
  inheritsNothing: boolean;
}

export function noLessons(): Lessons {
  return {
    varying: new Set(),
    headTypes: new Map(),
    writesGenerators: false,
    losesFacts: false,
    madeFromStart: new Set(),
    noStretch: new Set(),
    notCarried: new Set(),
    writtenCells: new Set(),
    virtuals: { real: new Set(), varying: new Set(), types: new Map() },
    staysShort: false,
    inheritsNothing: false,
  };
}
