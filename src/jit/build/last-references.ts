// What an instruction lets go of. Whatever may die can take anything with it: before that the trace counts all that it has borrowed, and afterwards
// it knows nothing of memory any more. Most often nothing dies: what was read from an object or a list is still held by it. So the trace leaves
// where a reference turns out to be the last one, and the object dies behind the exit, when all is written back; what goes on there in a
// side trace begins with the death. Only what is likely to be held by nobody else dies in the trace itself: what has been made in it and stored
// nowhere (Node.isNew), temporaries, generators, and what variables held before the loop. The order of deaths is the program's: nothing that may die in the
// trace comes behind something that may die at an exit.
import { CoreConst } from "../../heap/generated/layout.ts";
import type { Node } from "../ir.ts";
import { SIMPLE_TYPES } from "./first-round.ts";

/** A count that is dropped. */
export interface Drop {
  readonly node: Node;
  /** Somebody in the trace holds another one. */
  readonly lives: boolean;
}

/** What is run to its end by the one who has made it. */
const SELDOM_SHARED = new Set<number>([CoreConst.TYPE_GENERATOR, CoreConst.TYPE_COROUTINE]);

/** Whether the object's death touches nothing else. */
export function diesAlone(node: Node): boolean {
  return SIMPLE_TYPES.has(typeAtDeath(node));
}
/** The type that an object is known to have when it is dropped, 0: none. */
export function typeAtDeath({ loose, pyType }: Node): number {
  return typeof loose === "number" ? loose : pyType;
}

/** How many of these have to be dropped in the trace, up to the last that is likely to die. `isLeftover`: what the trace has found in a variable. */
export function droppedInTrace(drops: readonly Drop[], isLeftover: (node: Node) => boolean): number {
  const isLast = (node: Node): boolean => node.isNew || SELDOM_SHARED.has(node.pyType) || isLeftover(node);
  return 1 + drops.findLastIndex(({ node, lives }) => !lives && !diesAlone(node) && isLast(node));
}
