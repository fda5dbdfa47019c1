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
  text(str: number): string;
  typeFlags(type: number): number;
  isSubtype(type: number, base: number): boolean;
}
