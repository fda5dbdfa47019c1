/**
 * Second pass of the symbol table: decides for every name of every block whether it is local, cell, free or global, and merges inlined
 * comprehensions into their block. The algorithm and its order are CPython's (Python/symtable.c): the error found first is part of it.
 */
import type { Located } from "../syntax/ast.ts";
import { type Block, DEF_BOUND, Def, SCOPE_SHIFT, Scope } from "./scope.ts";

export type Fail = (message: string, at: Located) => never;

/** What a class body has for the functions in it: cells of its own. */
const CLASS_CELLS: ReadonlySet<string> = new Set(["__class__", "__classdict__", "__conditional_annotations__"]);

export function analyze(top: Block, fail: Fail): void {
  analyzeBlock(top, null, new Set(), new Set(), new Set(), null, fail);
}

/** `bound`: names bound in enclosing functions, null at module level. `free`: collects what is free in here. */
function analyzeBlock(
  block: Block,
  bound: Set<string> | null,
  free: Set<string>,
  global: Set<string>,
  typeParams: Set<string>,
  classBlock: Block | null,
  fail: Fail,
): void {
  const local = new Set<string>();
  const scopes = new Map<string, number>();
  const isClass = block.type === "class";
  // A class's names are invisible in nested blocks: those see what was bound before.
  const newGlobal = isClass ? new Set(global) : new Set<string>();
  const newBound = isClass && bound ? new Set(bound) : new Set<string>();
  const newFree = new Set<string>();
  const inlinedCells = new Set<string>();

  for (const [name, flags] of block.symbols) {
    analyzeName(block, scopes, name, flags, bound, local, free, global, typeParams, classBlock, fail);
  }
  if (isClass) {
    for (const name of CLASS_CELLS) newBound.add(name);
  } else {
    if (block.isFunctionLike) for (const name of local) newBound.add(name);
    if (bound) for (const name of bound) newBound.add(name);
    for (const name of global) newGlobal.add(name);
  }

  for (const child of block.children) {
    const childClass = child.canSeeClassScope ? (isClass ? block : classBlock) : null;
    const childFree = new Set(newFree);
    analyzeBlock(child, new Set(newBound), childFree, new Set(newGlobal), new Set(typeParams), childClass, fail);
    if (child.comprehension && !child.isGenerator && !block.canSeeClassScope) {
      inlineComprehension(block, child, scopes, childFree, inlinedCells);
      child.inlined = true;
    }
    for (const name of childFree) newFree.add(name);
  }
  if (block.children.some((child) => child.inlined)) {
    block.children = block.children.flatMap((child) => (child.inlined ? child.children : [child]));
  }

  if (block.isFunctionLike) {
    for (const [name, scope] of scopes) {
      if (scope === Scope.LOCAL && (newFree.has(name) || inlinedCells.has(name))) {
        scopes.set(name, Scope.CELL);
        newFree.delete(name);
      }
    }
  } else if (isClass) {
    if (newFree.delete("__class__")) block.needsClassCell = true;
    if (newFree.delete("__classdict__")) block.needsClassDict = true;
    if (newFree.delete("__conditional_annotations__")) block.hasConditionalAnnotations = true;
  }
  updateSymbols(block, scopes, bound, newFree, inlinedCells);
  for (const name of newFree) free.add(name);
}

function analyzeName(
  block: Block,
  scopes: Map<string, number>,
  name: string,
  flags: number,
  bound: Set<string> | null,
  local: Set<string>,
  free: Set<string>,
  global: Set<string>,
  typeParams: Set<string>,
  classBlock: Block | null,
  fail: Fail,
): void {
  if (flags & Def.GLOBAL) {
    if (flags & Def.NONLOCAL) fail(`name '${name}' is nonlocal and global`, directive(block, name));
    scopes.set(name, Scope.GLOBAL_EXPLICIT);
    global.add(name);
    bound?.delete(name);
    return;
  }
  if (flags & Def.NONLOCAL) {
    if (!bound) fail("nonlocal declaration not allowed at module level", directive(block, name));
    if (!bound.has(name)) fail(`no binding for nonlocal '${name}' found`, directive(block, name));
    if (typeParams.has(name)) {
      fail(`nonlocal binding not allowed for type parameter '${name}'`, directive(block, name));
    }
    scopes.set(name, Scope.FREE);
    free.add(name);
    return;
  }
  if (flags & DEF_BOUND) {
    scopes.set(name, Scope.LOCAL);
    local.add(name);
    global.delete(name);
    if (flags & Def.TYPE_PARAM) typeParams.add(name);
    else typeParams.delete(name);
    return;
  }
  if (classBlock && name !== "__classdict__") {
    // Names of the class around an annotation scope are looked up at run time: class namespace first, then globals.
    const inClass = classBlock.symbols.get(name) ?? 0;
    if (inClass & Def.GLOBAL) {
      scopes.set(name, Scope.GLOBAL_EXPLICIT);
      return;
    }
    if (inClass & DEF_BOUND && !(inClass & Def.NONLOCAL)) {
      scopes.set(name, Scope.GLOBAL_IMPLICIT);
      return;
    }
  }
  if (bound?.has(name)) {
    scopes.set(name, Scope.FREE);
    free.add(name);
    return;
  }
  scopes.set(name, Scope.GLOBAL_IMPLICIT);
}

function directive(block: Block, name: string): Located {
  return block.directives.find((entry) => entry.name === name)?.at ?? block.location;
}

function inlineComprehension(
  block: Block,
  comp: Block,
  scopes: Map<string, number>,
  compFree: Set<string>,
  inlinedCells: Set<string>,
): void {
  const dropped: string[] = [];
  for (const [name, symbol] of comp.symbols) {
    if (symbol & Def.PARAM) continue; // the ".0" it would have as a function
    let scope = symbol >> SCOPE_SHIFT;
    const flags = symbol & ((1 << SCOPE_SHIFT) - 1);
    if (scope === Scope.CELL || flags & Def.COMP_CELL) inlinedCells.add(name);
    const existing = block.symbols.get(name);
    if (scope === Scope.FREE && block.type === "class" && CLASS_CELLS.has(name)) {
      // They are never free in a class's own code; a function inside the comprehension has the cell from the class.
      scope = Scope.GLOBAL_IMPLICIT;
      if (!isFreeInChild(comp, name)) compFree.delete(name);
      dropped.push(name);
    }
    if (existing === undefined) {
      if (scope === Scope.LOCAL || scope === Scope.CELL) block.comprehensionOnly.add(name);
      block.symbols.set(name, flags);
      scopes.set(name, scope);
    } else if (existing & DEF_BOUND && block.type !== "class" && !isFreeInChild(comp, name)) {
      compFree.delete(name);
    }
  }
  for (const name of dropped) comp.symbols.delete(name);
}

function isFreeInChild(block: Block, name: string): boolean {
  return block.children.some((child) => child.scopeOf(name) === Scope.FREE);
}

function updateSymbols(
  block: Block,
  scopes: Map<string, number>,
  bound: Set<string> | null,
  free: Set<string>,
  inlinedCells: Set<string>,
): void {
  const { symbols } = block;
  for (const [name, flags] of symbols) {
    const cell = inlinedCells.has(name) ? Def.COMP_CELL : 0;
    symbols.set(name, flags | cell | (scopes.get(name)! << SCOPE_SHIFT));
  }
  const classLike = block.type === "class" || block.canSeeClassScope;
  for (const name of free) {
    const symbol = symbols.get(name);
    if (symbol !== undefined) {
      if (classLike) symbols.set(name, symbol | Def.FREE_CLASS);
    } else if (!bound || bound.has(name)) {
      symbols.set(name, Scope.FREE << SCOPE_SHIFT); // passes through on its way to an inner block
    }
  }
}
