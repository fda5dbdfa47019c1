// What the first round of a loop does with the variables of its frame. A variable that no round reads before it writes it may come to the loop's head
// as anything: unbound before the first round, of another class after a round that went another way. Its phi is *loose*: it says no more than what
// dropping it takes, so that traces from elsewhere can go on at the head whatever they have there.
import { CoreConst } from "../../heap/generated/layout.ts";
import { isNumber, type Looseness, type Node } from "../ir.ts";
import { OP_FORMS } from "../opcode-info.ts";
import { type Recorded, signed16, wide } from "../recording.ts";
import type { Builder } from "./builder.ts";
import { isCounted, SINGLETONS } from "./state.ts";

/** Objects of these types own nothing that could run code or die with them, so their death touches nothing else. */
export const SIMPLE_TYPES = new Set<number>([
  CoreConst.TYPE_STR, CoreConst.TYPE_INT, CoreConst.TYPE_BYTES, CoreConst.TYPE_FLOAT, CoreConst.TYPE_COMPLEX, CoreConst.TYPE_BOOL,
  CoreConst.TYPE_NONETYPE, CoreConst.TYPE_RANGE,
]); // biome-ignore format: a table

export class FirstRound {
  private readonly start: number;
  private readonly end: number;
  private readonly delta: number;
  private readonly reads = new Set<number>();
  private readonly sometimes = new Set<number>();
  private hasForked = false;

  constructor(records: readonly Recorded[]) {
    const [first, last] = [records[0] as Recorded, records[records.length - 1] as Recorded];
    this.start = first.pc;
    this.delta = first.delta;
    this.end = last.generic === "JUMP_BACK" && last.delta === first.delta ? last.pc : Number.POSITIVE_INFINITY;
  }

  /** The slot has been looked at for what it held at the head. */
  read(slot: number): void {
    this.reads.add(slot);
  }
  /** The slot is written for the first time. */
  write(slot: number): void {
    if (this.hasForked) this.sometimes.add(slot);
  }
  /** Where the instruction may go on elsewhere in the loop, what comes after it is not done in every round. */
  pass(record: Recorded): void {
    if (record.delta !== this.delta || record.pc === this.start) return;
    const target = targetOf(record);
    if (target !== undefined && target >= this.start && target <= this.end) this.hasForked = true;
  }

  /** How loose the phi of a variable that holds `start` is to be; null: not at all. */
  looseness(slot: number, start: Node): Looseness | null {
    if (this.reads.has(slot)) return null;
    const isSometimes = this.sometimes.has(slot);
    // A number goes round boxed then, which one more round on the way to the head can save where all rounds write it.
    if (isNumber(start.type)) return isSometimes ? start.type : null;
    if (!start.isObject) return null;
    if (!isCounted(start)) return start.isConst || isSometimes ? "singleton" : null;
    if (SIMPLE_TYPES.has(start.pyType)) return isSometimes ? start.pyType : null;
    return start.isConst && !isSometimes ? null : "any";
  }
}

/** Where a conditional jump may go; undefined: it is none. */
function targetOf(record: Recorded): number | undefined {
  const { generic, pc, a, c } = record;
  if (!generic.startsWith("JUMP_") && generic !== "FOR_ITER") return undefined;
  if (generic === "JUMP_BACK") return undefined;
  const form = OP_FORMS[generic] as string;
  const offset = form[0] === "j" ? signed16(a) : form[2] === "j" ? signed16(c) : wide(record);
  return pc + 8 * offset;
}

/** Whether this phi, which is loose, may go on with `now`, perhaps after a guard. */
export function isAccepted(now: Node, phi: Node): boolean {
  const { loose } = phi;
  if (now.op === "headPc" || now.op === "headAux") return false;
  if (loose === "any" || isNumber(now.type) || !isCounted(now)) return true;
  if (now.isConst) return now.isObject && now.pyType === loose;
  if (loose === "int" || loose === "float") return now.type === "value" && !now.isObject;
  const type = typeOf(phi);
  return type !== 0 && (now.pyType === 0 || now.pyType === type);
}
/** What it goes on with; undefined if it can't. */
export function loosely(b: Builder, now: Node, phi: Node): Node | undefined {
  const { loose } = phi;
  if (!isAccepted(now, phi)) return undefined;
  if (isNumber(now.type)) return b.box(now);
  if (loose === "any" || !isCounted(now)) return now;
  if (loose === "int" || loose === "float") return b.box(loose === "int" ? b.asInt(now) : b.asFloat(now));
  return b.guardType(now, typeOf(phi)) ? now : undefined;
}
/** The type that a counted object must have to come there; 0: none may. */
function typeOf({ loose, a: start }: Node): number {
  if (typeof loose === "number") return loose;
  const type = start?.pyType ?? 0;
  return SINGLETONS.has(type) ? type : 0;
}
