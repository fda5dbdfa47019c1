// What --stats has to know of one trace while it is built: stretches of instructions that one counter counts, and how many reference counts the
// interpreter would write. *Positions* number the instructions in the order the trace runs them: a loop's second round goes on where the
// first one ended, so a loop of n instructions has positions 0 to 2n.
import type { Node } from "../ir.ts";

/** Instructions [at, end) run as often as the counter says, but for those behind exits that were taken. */
export interface Stretch {
  readonly at: number;
  end: number;
  /** Heap offset. */
  readonly counter: number;
}

export class Profile {
  readonly stretches: Stretch[] = [];
  /** By position, when the trace is complete. */
  readonly interpreterCounts: number[] = [];
  private readonly makeCounter: () => number;
  /** What registers and fields got and lost in the current instruction: a reference that only moves is not counted. */
  private balance = new Map<Node, number>();
  private readonly balances: ReadonlyMap<Node, number>[] = [];

  constructor(makeCounter: () => number) {
    this.makeCounter = makeCounter;
  }

  /** A stretch begins; answers its counter. */
  begin(at: number): number {
    this.end(at);
    const counter = this.makeCounter();
    this.stretches.push({ at, end: -1, counter });
    return counter;
  }
  /** Instructions from here on don't belong to the last stretch. */
  end(at: number): void {
    const last = this.stretches[this.stretches.length - 1];
    if (last !== undefined && last.end < 0) last.end = at;
  }
  gain(node: Node): void {
    this.balance.set(node, (this.balance.get(node) ?? 0) + 1);
  }
  lose(node: Node): void {
    this.balance.set(node, (this.balance.get(node) ?? 0) - 1);
  }
  /** The instruction at `position` is over. */
  settle(position: number): void {
    this.balances[position] = this.balance;
    this.balance = new Map();
  }
  /** The interpreter runs the instruction itself: not counted on either side. */
  stepped(): void {
    this.balance = new Map();
  }

  /** The trace is complete; it ends at this position. */
  finish(at: number, code: readonly Node[]): void {
    this.end(at);
    const numbers = new Set<Node | null>();
    for (const { op, a } of code) if (op.startsWith("unbox")) numbers.add(a);
    // Singletons count too: the interpreter tells only numbers apart.
    const isReference = (node: Node) =>
      node.op !== "headPc" &&
      (node.type === "ref" || (node.type === "value" && (node.isObject || node.op !== "const"))) &&
      !numbers.has(node);
    for (const [position, balance] of this.balances.entries()) {
      let sum = 0;
      for (const [node, net] of balance ?? []) if (isReference(node)) sum += Math.abs(net);
      this.interpreterCounts[position] = sum;
    }
  }
}
