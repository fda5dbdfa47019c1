// What the compiler reads of a heap. It may run while the program goes on changing that heap, on another thread (watched-heap.ts), so it has no
// other way in than these.
import type { CoreFunctions } from "../heap/core-functions.ts";

/** Functions of the core that the compiler asks, and what their arguments are (shape: it may be 0): api.c and attr_cache.c say what they leave in vm->scratch. */
export const LOOKUPS = {
  attrOf: ["object", "shape", "object"],
  attrStore: ["object", "shape", "object"],
  attrStoreBuiltin: ["object", "shape", "object"],
  attrOn: ["object", "object"],
  superAttr: ["object", "object", "object"],
  operatorHook: ["object", "object", "number"],
  typeLookup: ["object", "object"],
  typeIsSubtype: ["object", "object"],
  dictCell: ["dict", "object", "number"],
  dictGetStr: ["dict", "object"],
} as const satisfies { readonly [N in keyof CoreFunctions]?: readonly ("object" | "shape" | "dict" | "number")[] };

export type Lookups = Pick<CoreFunctions, keyof typeof LOOKUPS>;

/** Offsets are heap offsets in bytes. */
export interface HeapView {
  readonly core: Lookups;
  readU8(offset: number): number;
  readU16(offset: number): number;
  readU32(offset: number): number;
  /** The opcode at a pc as it is now: which special form of its instruction that is is only a hint. */
  opcode(pc: number): number;
  /** Those of the bits in `mask` that are set in a word. */
  bits(offset: number, mask: number): number;
  text(str: number): string;
  /** Those of the flags in `mask` that a type has. */
  typeBits(type: number, mask: number): number;
  isSubtype(type: number, base: number): boolean;
  /** Runs a look at things that the trace does not rely on: they say what is worth a guard, or a try. */
  hint<T>(look: () => T): T;
  /** How much has been looked at, for disregard(). */
  readonly looked: number;
  /** What has been looked at first since `looked` was that is not relied on: it was for an attempt that has failed. */
  disregard(since: number): void;
}
