// The symbol table under construction: the blocks that are open, and the names that are bound and used in them.
import type { Located, Mod, TypeParam } from "../syntax/ast.ts";
import { type SourceInfo, syntaxError } from "./compile-error.ts";
import type { Future } from "./future.ts";
import { mangle } from "./mangle.ts";
import { Block, type BlockType, Def } from "./scope.ts";

const NOWHERE: Located = { lineno: 0, col_offset: 0, end_lineno: 0, end_col_offset: 0 };

export class OpenBlocks {
  readonly top: Block;
  protected readonly info: SourceInfo;
  protected readonly future: Future;
  /** By the node (or the array of type parameters) that opens the block. */
  protected readonly blocks = new Map<object, Block>();
  /** Scopes of type parameters' defaults: those of bounds have the parameter as key already. */
  protected readonly defaultBlocks = new Map<TypeParam, Block>();
  protected readonly stack: Block[] = [];
  protected current: Block;
  protected privateName: string | null = null;

  constructor(tree: Mod, info: SourceInfo, future: Future) {
    this.info = info;
    this.future = future;
    this.top = new Block("module", "top", NOWHERE, null);
    this.current = this.top;
    this.blocks.set(tree, this.top);
    this.stack.push(this.top);
  }

  /** The block a node opens. */
  block(node: object): Block {
    const block = this.blocks.get(node);
    if (!block) throw new Error("no symbol table block for this node");
    return block;
  }

  defaultBlock(param: TypeParam): Block {
    const block = this.defaultBlocks.get(param);
    if (!block) throw new Error(`no block for the default of ${param.name}`);
    return block;
  }

  protected fail(message: string, at: Located): never {
    throw syntaxError(this.info, message, at, true);
  }

  // ------------------------------------------------------------------------------------------ blocks and names

  protected enter(block: Block) {
    const previous = this.current;
    block.compIterDepth = previous.compIterDepth;
    if (previous.mangledNames && block.type !== "class") block.mangledNames = previous.mangledNames;
    this.stack.push(block);
    this.current = block;
    // With `from __future__ import annotations` annotation blocks only become strings.
    if (!(this.future.annotations && block.type === "annotation")) previous.children.push(block);
  }

  protected enterNew(type: BlockType, name: string, key: object | null, at: Located): Block {
    const block = new Block(type, name, at, this.current);
    if (key) this.blocks.set(key, block);
    this.enter(block);
    if (type === "annotation" || type === "type variable" || type === "type alias") {
      this.define(".format", Def.PARAM, at);
      this.define(".format", Def.USE, at);
    }
    return block;
  }

  protected exit() {
    this.stack.pop();
    this.current = this.stack.at(-1)!;
  }

  protected mangled(name: string): string {
    const { mangledNames } = this.current;
    if (mangledNames && !mangledNames.has(name)) return name;
    return mangle(this.privateName, name);
  }

  protected lookup(name: string, block = this.current): number {
    return block.symbols.get(this.mangled(name)) ?? 0;
  }

  protected checkName(name: string, at: Located, deleting = false) {
    if (name === "__debug__") this.fail(deleting ? "cannot delete __debug__" : "cannot assign to __debug__", at);
  }

  protected define(name: string, flag: number, at: Located, deleting = false) {
    if (flag & (Def.PARAM | Def.LOCAL | Def.IMPORT)) this.checkName(name, at, deleting);
    if (flag & Def.TYPE_PARAM) this.current.mangledNames?.add(name);
    this.defineIn(name, flag, this.current, at);
  }

  protected defineIn(name: string, flag: number, block: Block, at: Located) {
    const mangled = this.mangled(name);
    const old = block.symbols.get(mangled) ?? 0;
    if (flag & old & Def.PARAM) this.fail(`duplicate argument '${name}' in function definition`, at);
    if (flag & old & Def.TYPE_PARAM) this.fail(`duplicate type parameter '${name}'`, at);
    let symbol = old | flag;
    if (block.inCompTarget) {
      if (symbol & (Def.GLOBAL | Def.NONLOCAL)) {
        this.fail(`comprehension inner loop cannot rebind assignment expression target '${name}'`, at);
      }
      symbol |= Def.COMP_ITER;
    }
    block.symbols.set(mangled, symbol);
    if (flag & Def.PARAM) block.params.push(mangled);
    else if (flag & Def.GLOBAL) {
      this.top.symbols.set(mangled, (this.top.symbols.get(mangled) ?? 0) | flag);
    }
  }

  protected use(name: string, at: Located) {
    this.define(name, Def.USE, at);
  }
}
