// What host code adds to a builtin type: methods and computed attributes. A name that the core's tables (C) define too is left to the core.
import type { Definition, GetSet } from "../vm/host-call.ts";

export interface TypeTable {
  /** Offset of the type: CoreConst.TYPE_… or EXC_…. */
  readonly type: number;
  readonly methods?: Readonly<Record<string, Definition>>;
  readonly attributes?: Readonly<Record<string, GetSet>>;
  /** Plain class attributes: None or text. */
  readonly constants?: Readonly<Record<string, null | string>>;
  readonly doc?: string;
}
