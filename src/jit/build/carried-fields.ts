// Fields that a loop stores numbers to in every round, and reads in the next one: `self.x += dt * self.vx`. Memory has the number, for whoever looks, but
// the loop has it in a register too: its head has a phi for it. So nothing is loaded, unboxed or checked in a round. What holds the field must be
// the same object in all rounds.

import { isNumber, type Node } from "../ir.ts";
import type { Builder } from "./builder.ts";
import type { UsedEntry } from "./field-cache.ts";

/** As many phis of a kind find room in registers, with some left for what the loop works out. */
const MOST_PHIS = { int: 5, float: 6 } as const;

export interface CarriedField extends UsedEntry {
  /** As the cache of fields has it. */
  readonly key: string;
}

/** Objects and ints that are the same nodes in every round, by number; `entries`: fields that no round changes. */
function invariants(b: Builder, entries: ReadonlyMap<string, Node>): Map<number, Node> {
  const found = new Map<number, Node>();
  const add = (node: Node): void => void found.set(node.id, node);
  for (const constant of b.constants.values()) add(constant);
  for (const { node } of b.state.slots.values()) if (node !== null && node.op !== "phi") add(node);
  const values = [...entries].map(([key, node]) => ({ of: Number(key.slice(0, key.indexOf(" "))), node }));
  for (const node of b.numbered.values())
    if ((node.op === "loadField" || node.op === "loadU32") && node.a !== null) values.push({ of: node.a.id, node });
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    for (const { of, node } of values) if (found.has(of)) add(node);
  }
  return found;
}

/** Of the fields that a round has changed those that may be carried; `without`: what has been tried in vain. */
export function findCarried(
  b: Builder,
  changed: readonly (readonly [string, Node])[],
  kept: ReadonlyMap<string, Node>,
  without: ReadonlySet<string>,
): CarriedField[] {
  const numbers = changed.filter(([key, { type }]) => isNumber(type) && !without.has(key));
  if (numbers.length === 0) return [];
  const same = invariants(b, kept);
  const carried: CarriedField[] = [];
  for (const [key, node] of numbers) {
    const [id, kind = "", rest] = key.split(" ");
    const object = same.get(Number(id));
    const isField =
      rest === undefined ? /^\d+$/.test(kind) : kind === "int" || (kind === "item" && same.has(Number(rest)));
    if (object === undefined || object.virtual !== null || !isField) continue;
    carried.push({ key, object, field: rest === undefined ? Number(kind) : `${kind} ${rest}`, node });
  }
  return carried;
}

/** Whether there is room for one more phi of this type. */
export function hasRoom(phis: readonly Node[], type: "int" | "float"): boolean {
  return phis.filter((phi) => (phi.type === "float") === (type === "float")).length < MOST_PHIS[type];
}
