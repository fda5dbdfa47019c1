// What a function of a generated program has at hand: variables by kind, and how deep its loops already are.

/**
 * Kinds of values. `num` may be an int, a float or a bool and changes at run time; `any` may be anything, so only what never fails is done to it.
 */
export type Kind =
  | "int"
  | "float"
  | "num"
  | "bool"
  | "str"
  | "list"
  | "mixed"
  | "dict"
  | "sdict"
  | "set"
  | "tuple"
  | "obj"
  | "fn"
  | "any";

/** Variables of one function. */
export class Names {
  private readonly byKind = new Map<Kind, string[]>();
  /** Loop variables: read only. */
  readonly counters: string[] = [];
  /** Rounds that the loops around the present place make together. */
  rounds = 1;
  loops = 0;
  inTry = 0;
  inFinally = 0;
  isGenerator = false;
  isModule = false;

  of(kind: Kind): readonly string[] {
    return this.byKind.get(kind) ?? [];
  }
  add(kind: Kind, name: string): string {
    const names = this.byKind.get(kind);
    if (names === undefined) this.byKind.set(kind, [name]);
    else if (!names.includes(name)) names.push(name);
    return name;
  }
  /** What is in scope now, for restore(). */
  mark(): ReadonlyMap<Kind, readonly string[]> {
    return new Map([...this.byKind].map(([kind, names]) => [kind, [...names]]));
  }
  restore(marked: ReadonlyMap<Kind, readonly string[]>): void {
    this.byKind.clear();
    for (const [kind, names] of marked) this.byKind.set(kind, [...names]);
  }
  all(): string[] {
    return [...this.byKind.values()].flat();
  }
}
