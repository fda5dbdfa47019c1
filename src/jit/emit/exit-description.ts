// Writes down the interpreter's state at an exit for native/core/interp/trace_exit.c, which restores it when the exit is taken: a dozen bytes
// where code would take a hundred. Code (exit-code.ts) is made only for exits that are taken often.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import { heldBy, isCounted } from "../build/state.ts";
import { VirtualTraceback } from "../build/virtual-object.ts";
import type { Node, SlotEntry, VirtualEntry, Word } from "../ir.ts";
import { isFloat, type PlacedExit } from "./placed.ts";

const FLOATS = 8;
const FIELD_KINDS = {
  value: CoreConst.EXIT_FIELD_VALUE,
  u32: CoreConst.EXIT_FIELD_U32,
  i64: CoreConst.EXIT_FIELD_I64,
  frame: CoreConst.EXIT_FIELD_FRAME,
  ref: CoreConst.EXIT_FIELD_FUNCTION,
  borrowed: CoreConst.EXIT_FIELD_WORD,
  "no int": CoreConst.EXIT_FIELD_NO_INT,
  message: CoreConst.EXIT_FIELD_MESSAGE,
  block: CoreConst.EXIT_FIELD_U32,
  held: -1,
} as const;

/** Bytes of all exits of a trace, each at a multiple of 4. */
export class ExitDescriptions {
  private bytes = new Uint8Array(1024);
  private length = 0;

  /** Code offset of where exits go on whose instruction a function has done. */
  private readonly answerAt: number;
  /** Objects that the exit being described makes. */
  private virtuals: readonly VirtualEntry[] = [];

  constructor(answerAt: number) {
    this.answerAt = answerAt;
  }

  get byteLength(): number {
    return this.length;
  }

  /**
   * Describes exit `number`; the offset of its description. `clears`: heap offset of a word that is set to 0 when the exit is taken, 0: none;
   * `counts`: of one that goes up by one.
   */
  add(exit: PlacedExit, number: number, clears: number, counts: number): number {
    const { snapshot } = exit;
    if (snapshot.answered) this.addOthers(number, 0);
    const start = this.length;
    exit.registers.note();
    this.virtuals = snapshot.virtuals.filter(({ node }) => !(node.virtual instanceof VirtualTraceback));
    this.u32(snapshot.answered ? this.answerAt : 0);
    this.u32(snapshot.pc);
    this.u32(number);
    this.u32(snapshot.delta);
    this.objects();
    let next = 0;
    for (const entry of snapshot.slots) {
      if (entry.node.virtual instanceof VirtualTraceback) continue;
      if (entry.slot !== next) this.skip(entry.slot - next);
      this.slot(entry);
      next = entry.slot + 1;
    }
    const { owed } = snapshot;
    for (let i = 0; i < owed.length; ) {
      const { node } = owed[i] as (typeof owed)[number];
      let count = 1;
      while (i + count < owed.length && owed[i + count]?.node === node && count < 15) count++;
      this.op(CoreConst.EXIT_OWED, count);
      this.source(node);
      i += count;
    }
    for (const { object, offset, node, raw } of snapshot.fields) {
      this.op(CoreConst.EXIT_FIELD, FIELD_KINDS[raw]);
      this.source(object);
      this.number(offset);
      this.source(node);
    }
    for (const { node, raised } of snapshot.virtuals)
      for (const { delta, word } of raised) {
        this.op(CoreConst.EXIT_SPECIAL, CoreConst.EXIT_RAISED);
        this.source(node);
        this.signed(delta);
        this.number(word);
      }
    for (const { slot, node } of snapshot.slots) {
      if (!(node.virtual instanceof VirtualTraceback)) continue;
      this.op(CoreConst.EXIT_SPECIAL, CoreConst.EXIT_TRACEBACK);
      this.source(node.virtual.exception);
      this.signed(slot);
    }
    if (snapshot.depth !== 0) {
      this.op(CoreConst.EXIT_SPECIAL, CoreConst.EXIT_DEPTH);
      this.signed(snapshot.depth);
    }
    for (const node of snapshot.drops ?? []) {
      this.op(CoreConst.EXIT_SPECIAL, CoreConst.EXIT_DROP);
      this.source(node);
    }
    if (clears !== 0) {
      this.op(CoreConst.EXIT_SPECIAL, CoreConst.EXIT_CLEAR);
      this.number(clears);
    }
    if (counts !== 0) {
      this.op(CoreConst.EXIT_SPECIAL, CoreConst.EXIT_COUNT);
      this.number(counts);
    }
    this.op(CoreConst.EXIT_SPECIAL, CoreConst.EXIT_END);
    while (this.length % 4 !== 0) this.byte(0);
    return start;
  }

  /** The StepOthers of exit `number`: no places yet. `counts`: as above. */
  addOthers(number: number, counts: number): number {
    const start = this.length;
    this.u32(number);
    this.u32(counts);
    for (let i = 8; i < Layout.StepOthers.size; i += 4) this.u32(0);
    return start;
  }

  /** Objects that the trace has not made. */
  private objects(): void {
    const { virtuals } = this;
    if (virtuals.length === 0) return;
    if (virtuals.length > CoreConst.EXIT_OBJECTS_MAX) throw new Error("krait: an exit has too much to make");
    this.op(CoreConst.EXIT_OBJECTS, 0);
    this.number(virtuals.length);
    for (const { type, list, bytes, count } of virtuals) {
      this.number(type);
      this.number(list);
      this.number(bytes);
      this.number(count);
    }
    for (const { fields } of virtuals) {
      this.number(fields.length);
      for (const { offset, node, raw } of fields) {
        this.op(
          CoreConst.EXIT_FIELD,
          node.isConst && !isCounted(node) && raw === "value" ? CoreConst.EXIT_FIELD_WORD : FIELD_KINDS[raw],
        );
        this.number(offset);
        this.source(node);
      }
    }
  }

  copyTo(target: Uint8Array, at: number): void {
    target.set(this.bytes.subarray(0, this.length), at);
  }

  private slot({ node }: SlotEntry): void {
    if (node.op === "headPc") {
      const { pc, delta } = node.step as NonNullable<Node["step"]>;
      this.op(CoreConst.EXIT_HEAD_PC, 0);
      this.number(pc);
      this.signed(delta);
    } else if (node.op === "headAux") {
      this.op(CoreConst.EXIT_HEAD_AUX, 0);
      this.source(heldBy(node));
      this.u32(node.imm as number);
    } else this.source(node);
  }

  private source(node: Node): void {
    if (node.virtual !== null) {
      this.op(CoreConst.EXIT_OBJECT, 0);
      this.number(this.virtuals.findIndex((entry) => entry.node === node));
      return;
    }
    if (node.isConst) {
      this.constant(node.boxed as Word);
      return;
    }
    const r = node.exitReg;
    if (r >= FLOATS) this.op(CoreConst.EXIT_FLOAT, r - FLOATS);
    else if (r >= 0) this.op(node.type === "int" ? CoreConst.EXIT_INT : CoreConst.EXIT_VALUE, r);
    else {
      this.op(
        CoreConst.EXIT_SPILLED,
        node.type === "int" ? CoreConst.EXIT_AS_INT : isFloat(node) ? CoreConst.EXIT_AS_FLOAT : CoreConst.EXIT_AS_VALUE,
      );
      this.byte(node.spill);
    }
  }
  private constant({ low, high }: Word): void {
    if (high === 0) {
      this.op(CoreConst.EXIT_REFERENCE, low === 0 ? 1 : 0);
      if (low !== 0) this.number(low);
    } else if (isSmall(low, high)) {
      this.op(CoreConst.EXIT_SMALL_INT, 0);
      this.signed(low | 0);
    } else {
      this.op(CoreConst.EXIT_WORD, 0);
      this.u32(low);
      this.u32(high);
    }
  }

  private skip(words: number): void {
    if (words > 0 && words < 16) this.op(CoreConst.EXIT_SKIP, words - 1);
    else {
      this.op(CoreConst.EXIT_SKIP, 15);
      this.signed(words);
    }
  }
  private op(kind: number, n: number): void {
    this.byte((kind << 4) | n);
  }
  private signed(n: number): void {
    this.number(((n << 1) ^ (n >> 31)) >>> 0);
  }
  private number(n: number): void {
    let rest = n >>> 0;
    for (; rest > 127; rest >>>= 7) this.byte((rest & 127) | 128);
    this.byte(rest);
  }
  private u32(n: number): void {
    this.byte(n & 255);
    this.byte((n >>> 8) & 255);
    this.byte((n >>> 16) & 255);
    this.byte(n >>> 24);
  }
  private byte(n: number): void {
    if (this.length === this.bytes.length) {
      const grown = new Uint8Array(2 * this.length);
      grown.set(this.bytes);
      this.bytes = grown;
    }
    this.bytes[this.length++] = n;
  }
}

/** Whether the bits are those of a boxed int of 32 bits. */
function isSmall(low: number, high: number): boolean {
  return high >>> 0 === ((low | 0) < 0 ? 0xfffeffff : 0xfffe0000);
}
