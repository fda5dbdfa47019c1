// Instructions that a trace leaves to the interpreter's own handlers, and what it still knows behind them.
import { Layout } from "../../heap/generated/layout.ts";
import { Abort } from "../abort.ts";
import type { Frame } from "../ir.ts";
import type { Recorded } from "../recording.ts";
import { type Builder, LEAVING } from "./builder.ts";

const EXCEPTION_ENTRY = Layout.ExceptionEntry;
/** Instructions that change what is being handled. */
const HANDLING = new Set(["PUSH_EXC", "POP_EXC", "EXC_GROUP_MATCH"]);

export class Steps {
  private readonly b: Builder;

  constructor(b: Builder) {
    this.b = b;
  }

  /** The interpreter's handler runs the instruction and comes back, if what it does next is what the recorder saw it do. */
  step(): void {
    const { record } = this.b;
    this.b.flush();
    const node = this.b.emit("step", "none", null, null);
    node.step = {
      pc: record.pc,
      delta: record.delta,
      landingPc: this.b.nextPc,
      landingDelta: this.b.nextDelta,
      raises: this.raised(record),
    };
    this.b.cache.forgetAll();
    this.b.state.fields = [];
    // Most instructions change nothing about it, but whether they do is not looked at.
    this.b.handled = this.b.handled === "nothing" || HANDLING.has(record.generic) ? "unknown" : this.b.handled;
    if (typeof this.b.handled !== "string") this.b.handled = "something";
    this.forgetAfterStep();
    this.b.profile?.end(this.b.position);
    this.b.begin(this.b.nextPc);
    this.b.profile?.stepped();
    this.b.position++;
    this.b.count();
    this.b.emit("guardAbsU32", "none", null, null, this.b.options.validAt, 0);
  }

  /** Whether the instruction raised, and what follows is the handler. */
  raised(record: Recorded): boolean {
    if (this.b.nextDelta > record.delta) return false;
    // A generator that ends raises where next() has resumed it. Nothing else but an exception gets to where a handler begins.
    const returns = this.b.nextDelta < record.delta && LEAVING.has(record.generic);
    if (!returns && this.b.wentOn(record)) return false;
    const code = this.b.nextDelta === record.delta ? record.code : this.b.codeAt(this.b.nextDelta);
    const { heap, nextPc } = this.b;
    const table = heap.readU32(code + Layout.PyCode.exception_table);
    const handler = (nextPc - heap.readU32(code + Layout.PyCode.bytecode)) / 8;
    for (let i = 0; i < heap.readU32(code + Layout.PyCode.exception_count); i++)
      if (heap.readU32(table + i * EXCEPTION_ENTRY.size + EXCEPTION_ENTRY.handler) === handler) return true;
    return false;
  }
  /** What a stepped instruction may have changed in the frames the trace knows. */
  private forgetAfterStep(): void {
    for (const frame of this.b.frames) frame.exposed = true;
    const { state, record } = this.b;
    const landing = this.b.nextDelta;
    if (landing > record.delta) this.pushSeen(landing, record.pc);
    else if (landing < record.delta) {
      while (this.b.frames.length > 0 && this.b.frame.delta > landing) this.b.frames.pop();
      if (this.b.frames.length === 0) {
        // The frame the trace began in has returned.
        const code = this.b.codeAt(landing);
        this.b.frames.push(this.b.seenFrame(landing, code));
      } else if (this.b.frame.delta !== landing) throw new Abort("unknown-frame");
    }
    const isReplaced = this.isReplaced();
    if (isReplaced) {
      const { callPc } = this.b.frames.pop() as Frame;
      this.pushSeen(landing, callPc);
      for (const slot of state.slots.keys()) if (slot >= landing - 4) state.forget(slot);
    }
    state.generators = state.generators.filter((g) => this.b.frames.some((frame) => frame.resumed?.generator === g));
    // Whatever lies above the locals of the lower frame of the two is another frame's, or a temporary.
    const lower = landing > record.delta ? (this.b.frames[this.b.frames.length - 2] as Frame) : this.b.frame;
    for (const slot of [...state.slots.keys()]) if (slot >= lower.delta + lower.locals) state.forget(slot);
    if (landing < record.delta) this.forgetLocals();
    else if (landing === record.delta && !isReplaced) this.forgetTargets();
  }
  /**
   * Whether the frame at which the stepped instruction has arrived lies where another one lay: that one returned or raised to the core or to
   * TypeScript, which called this one (`__getattr__` after `__getattribute__`, a function for each item).
   */
  private isReplaced(): boolean {
    const { frame, record, nextDelta, nextPc } = this.b;
    if (frame.delta !== nextDelta || nextDelta > record.delta) return false;
    const code = this.b.codeAt(nextDelta);
    if (code !== frame.code || nextPc === this.b.heap.readU32(code + Layout.PyCode.bytecode)) return true;
    return nextDelta === record.delta && LEAVING.has(record.generic);
  }
  private pushSeen(delta: number, callPc: number): void {
    const head = this.b.entered?.delta === delta ? this.b.entered : undefined;
    const seen = this.b.seenFrame(delta, this.b.codeAt(delta), callPc);
    this.b.frames.push({ ...seen, mode: head?.va.high ?? 0, fn: head?.vc.low ?? 0 });
  }
  private forgetLocals(): void {
    const { delta, locals } = this.b.frame;
    for (let i = 0; i < locals; i++) this.b.state.forget(delta + i);
  }
  /** Locals that the stepped instruction writes. */
  private forgetTargets(): void {
    const { record, state } = this.b;
    switch (record.generic) {
      case "UNPACK":
      case "UNPACK_EX":
      case "EXC_GROUP_MATCH":
        this.forgetLocals();
        break;
      default:
        state.forget(this.b.at(record.a));
        if (record.flags & 2) state.forget(this.b.at(record.b));
        if (record.flags & 4) state.forget(this.b.at(record.c));
        if (record.generic === "FOR_ITER" || record.generic === "SEND") state.forget(this.b.at(record.b));
    }
  }
}
