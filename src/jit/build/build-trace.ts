// From a recording to a trace: builds until what the trace is built on holds.
import { Abort } from "../abort.ts";
import type { Snapshot, TraceIr } from "../ir.ts";
import type { Profile } from "../statistics/profile.ts";
import type { BuildOptions, Dependency } from "./build-options.ts";
import { Builder, type Joining } from "./builder.ts";
import type { TraceKnowledge } from "./inherit.ts";
import { noLessons, Retry } from "./lessons.ts";

/** Times that a trace is built before it counts as one whose types never settle, but for generators that had to be made. */
const MOST_ATTEMPTS = 10;

export interface BuiltTrace {
  readonly ir: TraceIr;
  readonly exits: Snapshot[];
  readonly dependencies: Dependency[];
  readonly continuationCount: number;
  /** It does not go as far as the recording. */
  readonly isCut: boolean;
  readonly profile: Profile | null;
  readonly knowledge: TraceKnowledge;
  readonly joining: Joining;
  /** It begins with what its parent knew, in the parent's registers. */
  readonly inherits: boolean;
  /** A generator comes to the loop's end otherwise than to its head: it is written to memory there, and may wait elsewhere in the next round. */
  readonly losesGenerators: boolean;
  /** Why it was built again, once for each earlier attempt. */
  readonly retries: readonly string[];
}

/** Builds a trace. Throws Abort. */
export function buildTrace(options: BuildOptions): BuiltTrace {
  const lessons = noLessons();
  const retries: string[] = [];
  const { heap } = options;
  const { looked } = heap;
  for (let attempt = 0; attempt < MOST_ATTEMPTS + lessons.madeFromStart.size; attempt++) {
    const builder = new Builder(options, lessons);
    try {
      const ir = builder.build();
      const { exits, dependencies, continuationCount, cut, profile, joining } = builder;
      profile?.finish(builder.position, ir.code);
      const knowledge = builder.knowledge();
      const { writesGenerators: losesGenerators } = lessons;
      return {
        ir,
        exits,
        dependencies,
        continuationCount,
        isCut: cut !== null,
        profile,
        knowledge,
        joining,
        inherits: builder.inherited !== null,
        losesGenerators,
        retries,
      };
    } catch (error) {
      if (!(error instanceof Retry)) throw error;
      retries.push(error.message);
      heap.disregard(looked);
    }
  }
  throw new Abort("type-unstable");
}
