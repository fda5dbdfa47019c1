// Host functions that call each other (repr() of a list of lists) nest generators, and each resumption of the innermost goes through all of
// them on JavaScript's stack. That stack must never overflow here: it would do so anywhere, between a count taken and the reference noted
// too. So every so-manieth level goes through the VM, which answers it in an activation of its own with no JavaScript below it.
import { raise } from "../heap/py-error.ts";

/** Levels that may stand on JavaScript's stack above one activation: about 2 KB each, of some 900 KB. */
const LEVELS_AN_ACTIVATION = 32;
/** CPython 3.13's limit of nested C calls; sys.setrecursionlimit() doesn't change it there either. */
const LIMIT = 10_000;

/** How many calls of host functions by host functions are under way in a machine. */
export class HostNesting {
  private levels = 0;

  /** One level more: true if the call has to go through the VM. Throws RecursionError. */
  enter(): boolean {
    if (this.levels >= LIMIT) throw raise("RecursionError", "maximum recursion depth exceeded");
    return ++this.levels % LEVELS_AN_ACTIVATION === 0;
  }
  leave(): void {
    this.levels--;
  }
}
