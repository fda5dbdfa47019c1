// A map that remembers all its changes, so that what it held at an earlier moment can be had again: a side trace is built long after its
// parent, from what the parent knew at one of its exits.

type Change<K, V> = readonly [key: K, value: V | undefined] | "clear";

export class JournaledMap<K, V> extends Map<K, V> {
  // Not a class field: Map's constructor may call set().
  private readonly journal: Change<K, V>[] = [];

  /** Where the journal stands now. */
  get mark(): number {
    return this.journal.length;
  }

  override set(key: K, value: V): this {
    this.journal.push([key, value]);
    return super.set(key, value);
  }
  override delete(key: K): boolean {
    if (!super.delete(key)) return false;
    this.journal.push([key, undefined]);
    return true;
  }
  override clear(): void {
    if (this.size > 0) this.journal.push("clear");
    super.clear();
  }

  /** What it held at a mark. `later`: which of the entries made since then count too, as long as nothing is taken away. */
  at(mark: number, later?: (value: V) => boolean): Map<K, V> {
    const map = new Map<K, V>();
    for (const [i, change] of this.journal.entries()) {
      if (i >= mark && (later === undefined || change === "clear" || change[1] === undefined || !later(change[1])))
        break;
      if (change === "clear") map.clear();
      else if (change[1] === undefined) map.delete(change[0]);
      else map.set(change[0], change[1]);
    }
    return map;
  }
}
