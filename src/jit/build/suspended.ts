// Generators and coroutines that a trace resumes: from one yield to the next their registers stay values of the trace. A suspended one has
// a group of slots of its own below all frames' (FrameState), which stand for PyGenerator.registers as a frame's slots do for its memory;
// resuming moves what they hold to the frame's slots, yielding moves it back, and neither writes anything. Exits, steps and whatever
// may show the generator to somebody else write the slots and those words of the object (its state, where it goes on) that memory has not.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { FieldEntry, Node } from "../ir.ts";

const GENERATOR = Layout.PyGenerator;

/** Slots from here down are registers of suspended generators. */
const FIRST_GROUP = -(2 ** 28);
const GROUP_SLOTS = 2 ** 16;

export function isSuspendedSlot(slot: number): boolean {
  return slot < FIRST_GROUP + GROUP_SLOTS;
}

/** First slot of the group that a register of a suspended generator belongs to. */
function groupOf(slot: number): number {
  return FIRST_GROUP - Math.floor((FIRST_GROUP + GROUP_SLOTS - 1 - slot) / GROUP_SLOTS) * GROUP_SLOTS;
}

/** Those of the slots that are registers of suspended generators, by the first slot of each group. */
export function suspendedByGroup<T extends { readonly slot: number }>(slots: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const entry of slots) {
    if (!isSuspendedSlot(entry.slot)) continue;
    const group = groupOf(entry.slot);
    const known = groups.get(group);
    if (known === undefined) groups.set(group, [entry]);
    else known.push(entry);
  }
  return groups;
}

/** The words of the object that resuming and yielding write. */
export interface Words {
  readonly state: number;
  /** Words from the root frame's R to the generator's while it runs; null: it does not. */
  readonly live: number | null;
  readonly resumePc: number;
  /** Register that gets what is sent. */
  readonly target: number;
  /** It waits for what the register behind `target` holds. */
  readonly delegates: boolean;
}

/** What a trace knew of a generator at an exit. */
export interface GeneratorView extends Pick<Generator, "node" | "words" | "memory" | "stale"> {
  readonly generator: Generator;
}

export class Generator {
  /** The object. */
  node: Node;
  readonly code: number;
  readonly registers: number;
  readonly index: number;
  /** First slot of its group. */
  readonly group: number;
  words: Words;
  /** What memory has; null where it is not known. */
  memory: { -readonly [W in keyof Words]: Words[W] | null };
  /** Registers that may still have a reference's bits in the object, though it does not own them. */
  stale: ReadonlySet<number>;
  /** What its slots held when the trace came to know it. */
  readonly taken = new Map<number, Node>();

  constructor(node: Node, code: number, registers: number, index: number, words: Words, stale: ReadonlySet<number>) {
    this.node = node;
    this.code = code;
    this.registers = registers;
    this.index = index;
    this.group = FIRST_GROUP - index * GROUP_SLOTS;
    this.words = words;
    this.memory = { ...words };
    this.stale = stale;
  }

  get view(): GeneratorView {
    const { node, words, memory, stale } = this;
    return { generator: this, node, words, memory, stale };
  }
  /** The same generator for a side trace, which has `node` for it. */
  static handedOver({ generator, words, memory, stale }: GeneratorView, node: Node): Generator {
    const { code, registers, index } = generator;
    const copy = new Generator(node, code, registers, index, words, stale);
    copy.memory = { ...memory };
    return copy;
  }

  get isRunning(): boolean {
    return this.words.live !== null;
  }
  slotOf(register: number): number {
    return this.group + register;
  }
  owns(slot: number): boolean {
    return slot >= this.group && slot < this.group + this.registers;
  }
  static fieldOf(register: number): number {
    return GENERATOR.registers + 8 * register;
  }

  /** Another node for the same value. */
  replace(old: Node, now: Node): void {
    if (this.node === old) this.node = now;
    for (const [slot, node] of this.taken) if (node === old) this.taken.set(slot, now);
  }

  /** What has to be written for memory to have its words. `delegate`: what it waits for. */
  wordFields(number: (n: number) => Node, empty: Node, delegate: Node | null): FieldEntry[] {
    const { node: object, words, memory } = this;
    const fields: FieldEntry[] = [];
    const put = (offset: number, node: Node, raw: FieldEntry["raw"]): void => {
      fields.push({ object, offset, node, raw });
    };
    if (words.state !== memory.state) put(GENERATOR.state, number(words.state), "u32");
    if (words.live !== memory.live || memory.state === null) {
      if (words.live === null) put(GENERATOR.live, number(0), "u32");
      else put(GENERATOR.live, number(words.live), "frame");
    }
    if (words.delegates && delegate !== null) put(GENERATOR.yield_from, delegate, "borrowed");
    else if (memory.delegates !== false) put(GENERATOR.yield_from, empty, "borrowed");
    if (words.live === null) {
      if (words.resumePc !== memory.resumePc) put(GENERATOR.resume_pc, number(words.resumePc), "u32");
      if (words.target !== memory.target) put(GENERATOR.yield_dst, number(words.target), "u32");
    }
    return fields;
  }
  /** Memory has been brought up to date; `held`: registers that it holds. */
  wasWritten(held: ReadonlySet<number>): void {
    const { words, memory } = this;
    this.memory =
      words.live === null ? { ...words } : { ...memory, state: words.state, live: words.live, delegates: false };
    if (words.live === null) this.stale = held;
  }
  /** A mark of what exits rely on: two rounds of a loop must agree in it. */
  get signature(): string {
    return JSON.stringify([this.group, this.words, this.memory, [...this.stale]]);
  }
}

/** Words of a generator that has not started, and of one that waits behind a YIELD. */
export function createdWords(resumePc: number): Words {
  return { state: CoreConst.GEN_CREATED, live: null, resumePc, target: 0, delegates: false };
}
