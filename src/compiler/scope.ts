/**
 * One block of the symbol table: a module, class, function, comprehension, or one of the annotation scopes of PEP 695 and PEP 649.
 * `symbols` maps a (mangled) name to Def bits; analysis adds its Scope, shifted by SCOPE_SHIFT.
 */
import type { Located } from "../syntax/ast.ts";

export const Def = {
  GLOBAL: 1,
  LOCAL: 2,
  PARAM: 4,
  NONLOCAL: 8,
  USE: 16,
  /** A class's name that is also free in one of its methods. */
  FREE_CLASS: 32,
  IMPORT: 64,
  ANNOT: 128,
  COMP_ITER: 256,
  TYPE_PARAM: 512,
  /** Cell in an inlined comprehension. */
  COMP_CELL: 1024,
} as const;
export const DEF_BOUND = Def.LOCAL | Def.PARAM | Def.IMPORT | Def.TYPE_PARAM;

export const Scope = { UNKNOWN: 0, LOCAL: 1, GLOBAL_EXPLICIT: 2, GLOBAL_IMPLICIT: 3, FREE: 4, CELL: 5 } as const;
export const SCOPE_SHIFT = 12;

export type BlockType =
  | "module"
  | "class"
  | "function"
  /** __annotate__ (PEP 649). */
  | "annotation"
  | "type variable"
  | "type alias"
  | "type parameters";
export type ComprehensionType = "list" | "set" | "dict" | "generator";

export class Block {
  readonly type: BlockType;
  readonly name: string;
  readonly location: Located;
  readonly symbols = new Map<string, number>();
  /** Parameters in the order of co_varnames. */
  readonly params: string[] = [];
  children: Block[] = [];
  /** `global` and `nonlocal` names and where they stand, for errors found by analysis. */
  readonly directives: { name: string; at: Located }[] = [];
  readonly nested: boolean;
  /** A function defined right in a class. */
  readonly method: boolean;
  isGenerator = false;
  isCoroutine = false;
  comprehension: ComprehensionType | null = null;
  hasVarArgs = false;
  hasVarKeywords = false;
  hasDocstring = false;
  /** Names that `del` or the end of an `except … as` may unbind. */
  readonly unbound = new Set<string>();
  /** Names bound by assignment expressions: these change in the middle of expressions. */
  readonly walrus = new Set<string>();
  /** Names that only come from inlined comprehensions. */
  readonly comprehensionOnly = new Set<string>();
  needsClassCell = false;
  needsClassDict = false;
  /** The comprehension is compiled as part of its enclosing block (PEP 709). */
  inlined = false;
  canSeeClassScope = false;
  hasConditionalAnnotations = false;
  annotationsUsed = false;
  annotationBlock: Block | null = null;
  // State of the first pass.
  inCompTarget = false;
  compIterDepth = 0;
  inConditionalBlock = false;
  inUnevaluatedAnnotation = false;
  /** In the type parameter scope of a generic class only these names are mangled. */
  mangledNames: Set<string> | null = null;
  /** What a type variable scope is, for messages: "a TypeVar bound". */
  scopeInfo = "";

  constructor(type: BlockType, name: string, location: Located, parent: Block | null) {
    this.type = type;
    this.name = name;
    this.location = location;
    this.nested = parent !== null && (parent.nested || parent.isFunctionLike);
    this.method = type === "function" && parent !== null && parent.type === "class";
  }

  get isFunctionLike(): boolean {
    return this.type !== "module" && this.type !== "class";
  }

  scopeOf(name: string): number {
    return (this.symbols.get(name) ?? 0) >> SCOPE_SHIFT;
  }
}
