// Generators whose registers a trace holds, suspended or running: what it takes for memory to be right about them again.
import { Layout } from "../../heap/generated/layout.ts";
import type { FieldEntry, Node, SlotEntry } from "../ir.ts";
import type { Builder } from "./builder.ts";
import { isCounted } from "./state.ts";
import { Generator, isSuspendedSlot, suspendedByGroup, type Words } from "./suspended.ts";

const GENERATOR = Layout.PyGenerator;

export class KnownGenerators {
  private readonly b: Builder;
  private count = 0;

  constructor(b: Builder) {
    this.b = b;
  }

  of(node: Node): Generator | undefined {
    return this.b.state.generators.find((generator) => generator.node === node);
  }
  /** A generator that the trace knows from now on; memory has `words`. `stale`: see Generator. */
  add(node: Node, code: number, words: Words, stale: ReadonlySet<number>): Generator {
    const registers = this.b.heap.readU16(code + Layout.PyCode.reg_count);
    const generator = new Generator(node, code, registers, this.count++, words, stale);
    this.b.state.generators.push(generator);
    return generator;
  }
  /** The trace has begun with those of its parent. */
  inherited(): void {
    for (const { index } of this.b.state.generators) this.count = Math.max(this.count, index + 1);
  }
  /** What suspended and running generators need for memory to be right, but for counts. */
  fields(dirty: readonly SlotEntry[]): FieldEntry[] {
    const fields: FieldEntry[] = [];
    const held = suspendedByGroup(dirty);
    for (const generator of this.b.state.generators) {
      const { node: object, words, group } = generator;
      for (const { slot, node } of held.get(group) ?? [])
        fields.push({ object, offset: Generator.fieldOf(slot - group), node, raw: "value" });
      const delegate = words.delegates
        ? (this.b.state.slots.get(generator.slotOf(words.target + 1))?.node ?? null)
        : null;
      fields.push(...generator.wordFields((n) => this.b.int(n), this.b.empty, delegate));
    }
    return fields;
  }
  /** Memory has been brought up to date: suspended generators are as it says. */
  forgetSuspended(): void {
    const { state } = this.b;
    for (const generator of state.generators) generator.wasWritten(new Set());
    for (const slot of [...state.slots.keys()]) {
      if (!isSuspendedSlot(slot)) continue;
      state.forget(slot);
      state.slots.delete(slot);
    }
    state.generators = state.generators.filter((generator) => generator.isRunning);
  }
  /** Memory takes over a suspended generator. */
  write(node: Node): void {
    const generator = this.of(node);
    if (generator === undefined || generator.isRunning) return;
    const { state } = this.b;
    const slots = state.dirtySlots().filter(({ slot }) => generator.owns(slot));
    for (const { node: held } of slots) if (held.virtual?.site) this.b.makeFromStart(held.virtual.site);
    const others = state.generators;
    state.generators = [generator];
    const fields = this.fields(slots);
    state.generators = others;
    for (const { slot, node: held } of slots) {
      state.slots.delete(slot);
      this.b.writeFieldsOf(held);
      if (!isCounted(held)) continue;
      held.dirtyHolders--;
      if (held.own > held.dirtyHolders) held.own--;
      else this.b.increment(held);
    }
    for (const { object, offset, node: value, raw } of fields) this.b.storeField(object, offset, value, raw);
    state.generators = others.filter((other) => other !== generator);
    // What only it holds goes with it.
    for (const { node: held } of slots) if (held.dirtyHolders + held.cleanHolders === 0) this.write(held);
  }
  /** Memory is to be right about one that runs, whose registers are a frame's. */
  writeWords(generator: Generator): void {
    const fields = generator.wordFields((n) => this.b.int(n), this.b.empty, null);
    for (const { object, offset, node, raw } of fields) this.b.storeField(object, offset, node, raw);
  }
  /** Memory gets the words of a suspended generator that others take it to have. `stale`: registers with bits that they know of. */
  bring(generator: Generator, memory: Generator["memory"], stale: ReadonlySet<number>): void {
    const { node, memory: has } = generator;
    const put = (offset: number, value: number): void => this.b.storeField(node, offset, this.b.int(value), "u32");
    if (memory.state !== null && has.state !== memory.state) put(GENERATOR.state, memory.state);
    if (has.live !== null || has.state === null) put(GENERATOR.live, 0);
    if (memory.resumePc !== null && has.resumePc !== memory.resumePc) put(GENERATOR.resume_pc, memory.resumePc);
    if (memory.target !== null && has.target !== memory.target) put(GENERATOR.yield_dst, memory.target);
    if (memory.delegates === false && has.delegates !== false)
      this.b.storeField(node, GENERATOR.yield_from, this.b.empty, "borrowed");
    for (const register of generator.stale)
      if (!stale.has(register)) this.b.storeField(node, Generator.fieldOf(register), this.b.empty, "borrowed");
  }
  writeAll(): void {
    for (const { node } of [...this.b.state.generators]) this.write(node);
  }
  /** Whether a suspended generator's register holds what it held before the round. */
  isUnchanged(slot: number, node: Node): boolean {
    return this.b.state.generators.some((generator) => generator.taken.get(slot) === node);
  }
  /** What is to be found again at the head of a loop. */
  get signature(): string {
    return this.b.state.generators.map((generator) => `${generator.node.id} ${generator.signature}`).join(" ");
  }
}
