// What the compiler reads of a heap. It may run while the program goes on changing that heap, on another thread (watched-heap.ts), so it has no
// other way in than these.
import type { CoreFunctions } from "../heap/core-functions.ts";

/** Functions of the core that the compiler asks: api.c and attr_cache.c say what they leave in vm->scratch. */
export const LOOKUPS = [
  "attrOf",
  "attrStore",
  "attrOn",
  "superAttr",
  "operatorHook",
  "typeLookup",
  "typeIsSubtype",
  "dictCell",
  "dictGetStr",
] as const satisfies readonly (keyof CoreFunctions)[];

export type Lookups = Pick<CoreFunctions, (typeof LOOKUPS)[number]>;

/** Offsets are heap offsets in bytes. */
export interface HeapView {
  readonly core: Lookups;
  readU8(offset: number): number;
  readU16(offset: number): number;
  readU32(offset: number): number;
  text(str: number): string;
  typeFlags(type: number): number;
  isSubtype(type: number, base: number): boolean;
}
