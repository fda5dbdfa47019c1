// Frames that a trace enters and leaves itself, and calls of other traces.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import { Abort } from "../abort.ts";
import { type Frame, isNumber, Node } from "../ir.ts";
import { policy } from "../policy.ts";
import type { Builder } from "./builder.ts";
import { NO_WORD } from "./ir-writer.ts";
import { heldBy, isCounted } from "./state.ts";
import type { Generator } from "./suspended.ts";

/** Mode word of the frames that a trace pushes for another: bit 31, outer mode, mode. */
const TRACE_CALL = (0x80000000 | (CoreConst.RET_STORE << 8) | CoreConst.RET_TRACE) >>> 0;
/** Holds what a frame returns while its registers are dropped: a slot that no frame has. */
const RESULT_SLOT = -(2 ** 24);

export class FrameCalls {
  /** No more frames could be pushed in the last instruction. */
  isTooDeep = false;
  private readonly b: Builder;
  /** Where a call of a trace has been made: frames and distance. */
  private readonly roomFor = new Set<string>();

  constructor(b: Builder) {
    this.b = b;
  }

  /** Guards that one more frame may be pushed. False if the trace has gone deep enough. */
  guardFrame(): boolean {
    const frames = this.b.frames.length;
    if (frames > policy.inlineDepth) {
      this.isTooDeep = true;
      return false;
    }
    const key = `recursion ${this.counted}`;
    const known = this.b.numbered.get(key);
    if (known !== undefined) this.b.useNumbered(key, known);
    else this.b.numbered.set(key, this.b.emit("guardDepth", "none", null, null, this.b.state.depth + 1));
    return true;
  }

  /**
   * One more generator with this code is about to be at hand, where `known` have it already: gives the recording up if they resume each other without end.
   * (A `yield from` through a tree comes out at another depth each time: there are as many ways through it as there are nodes.)
   */
  refuseRecursion(code: number, known: readonly { readonly code: number }[]): void {
    if (known.filter((other) => other.code === code).length < policy.unrolledGenerators) return;
    if (this.b.inherited !== null && this.b.inherited.state.generators.length > 0)
      this.b.inheritNothing("generators resume each other");
    throw new Abort("recursive-generator");
  }

  /** Enters the frame of a generator, whose registers are in place. */
  enterResumed(frame: Frame, generator: Generator, mode: number): void {
    const aux = new Node("headAux", "value", generator.node, null, null, mode, 0);
    this.b.name(aux);
    this.putFrame(frame, frame.locals, aux);
    this.b.frames.push({ ...frame, resumed: { generator, mode } });
  }
  /** A frame in memory holds the generator that it runs. */
  keepAux(frame: Frame, node: Node, mode: number): void {
    const aux = new Node("headAux", "value", node, null, null, mode, 0);
    this.b.name(aux);
    const slot = this.b.state.slot(frame.delta - 1);
    slot.node = aux;
    slot.clean = true;
    node.cleanHolders++;
  }
  /** Enters a frame whose registers begin at slot `delta`, with its parameters in place. Nothing is written to memory. */
  enter(frame: Frame, given: number): void {
    if (frame.instance === null) this.putFrame(frame, given, this.b.word(0, frame.mode));
    else {
      this.putFrame(frame, given, this.instanceHead(frame.instance, frame.mode));
    }
    this.b.frames.push(frame);
  }
  /** Aux and mode word of a frame of `__init__`. */
  instanceHead(instance: Node, mode: number): Node {
    const aux = new Node("headAux", "value", instance, null, null, mode, 0);
    this.b.name(aux);
    return aux;
  }
  /** The head of a frame that the current one calls, and its registers behind the parameters. `aux`: aux and mode word. */
  private putFrame(frame: Frame, given: number, aux: Node): void {
    const { state } = this.b;
    const { delta } = frame;
    const head = new Node("headPc", "value", null, null, null, 0, 0);
    this.b.name(head);
    head.step = { pc: frame.callPc, delta: this.b.frame.delta, landingPc: 0, landingDelta: 0, raises: false };
    state.put(delta - 3, head);
    state.put(delta - 2, this.b.word(0, frame.code));
    state.put(delta - 1, aux);
    for (let i = given; i < frame.locals; i++) state.put(delta + i, this.b.empty);
    state.depth += this.depthOf(frame);
  }
  /** What the frame adds to vm->depth: see code_depth() in native/core/object.h. */
  private depthOf({ code }: Frame): number {
    return this.b.heap.bits(code + Layout.PyCode.flags, CoreConst.CODE_HIDDEN) === 0 ? 1 : 0;
  }
  /** Frames that the trace knows and that count. */
  private get counted(): number {
    return this.b.frames.reduce((sum, frame) => sum + this.depthOf(frame), 0);
  }

  /** Leaves the current frame, which the trace has entered itself: drops its registers. The caller's frame is current afterwards. */
  leave(): Frame {
    const { state } = this.b;
    const frame = this.b.frames.pop() as Frame;
    const first = frame.delta - 4;
    this.readForgotten(frame);
    const slots = [...state.slots.keys()].filter((slot) => slot >= first).sort((x, y) => y - x);
    // Locals die first, the last one of them before the others, then the function, which lies below them: as in the interpreter.
    for (const slot of slots) state.clear(slot, this.b.empty);
    for (const slot of slots) {
      const s = state.slot(slot);
      if (s.stale) this.b.emit("storeSlotConst", "none", null, null, slot * 8, NO_WORD);
      // It is not forgotten that the slot has been written: what was known of it at the trace's entry is over.
      s.node = null;
      s.clean = true;
      s.stale = false;
      s.written = true;
    }
    state.depth -= this.depthOf(frame);
    return frame;
  }

  /** Whatever is in the frame's registers must be known to be dropped. */
  readForgotten(frame: Frame): void {
    for (let i = -1; i < frame.locals; i++) {
      const at = i < 0 ? frame.delta - 4 : frame.delta + i;
      this.b.readLeft(at);
    }
  }

  /** The frame below the trace's lowest one becomes known, the lowest one was called there; false if it can't be told. */
  addCaller(): boolean {
    const lowest = this.b.frames[0] as Frame;
    const found = this.b.options.stack.get(lowest.delta);
    if (found === undefined || found.callerDelta !== this.b.nextDelta) return false;
    const { callPc, callerDelta, mode } = found;
    this.b.emit("guardCaller", "none", null, null, (lowest.delta - 3) * 8).step = {
      pc: callPc,
      delta: callerDelta,
      landingPc: 0,
      raises: false,
      landingDelta: 0,
    };
    this.b.frames[0] = { ...lowest, callPc, mode };
    this.b.frames.unshift(this.b.seenFrame(callerDelta, this.b.codeAt(callerDelta)));
    return true;
  }
  /** The instance that a frame for its `__init__` makes, or what a `__new__` was called with: where the trace has lost sight of it, memory has it. */
  readInstance(frame: Frame): Node {
    const slot = this.b.state.slot(frame.delta - 1);
    if (slot.node?.op === "headAux") return heldBy(slot.node);
    const instance = this.b.emit("loadSlotU32", "ref", null, null, (frame.delta - 1) * 8);
    instance.isObject = true;
    this.keepAux(frame, instance, frame.mode);
    return instance;
  }

  /** Calls a trace in a frame whose registers begin at slot `delta`, with its parameters in place. All that is known is in memory then. */
  callTrace(frame: Frame, given: number, trace: { readonly id: number; readonly codeOffset: number }): void {
    const { state } = this.b;
    const { delta } = frame;
    const callerDelta = this.b.frame.delta;
    this.b.materialiseAll();
    // Interrupts are looked for where it returns. Who had room for one call has it for the next: nobody can lower the limit to where he stands.
    const room = `${this.counted} ${callerDelta}`;
    if (!this.roomFor.has(room)) {
      this.roomFor.add(room);
      this.b.emit("guardDepth", "none", null, null, state.depth + 1);
      this.b.emit("guardStack", "none", null, null, (callerDelta * 8) >>> 0);
    }
    if (trace.id !== 0) this.b.depend("trace", trace.id);
    const continuation = this.b.options.firstContinuation + this.b.continuationCount++;
    if (continuation >= CoreConst.CONTINUATION_MAX) throw new Abort("code-memory");
    this.putFrame(frame, given, this.b.word(continuation, TRACE_CALL));
    // What the call has let go of (a bound method) dies before it: no value lives across it.
    this.b.settle();
    this.b.flush();
    const result = this.b.emit("callTrace", "value", null, null);
    result.called = {
      delta,
      callerDelta,
      target: trace.id === 0 ? -1 : trace.codeOffset,
      continuation,
    };
    this.forgetRegisters(frame);
    for (const [i, known] of this.b.frames.entries()) this.b.frames[i] = this.unseen(known);
    this.b.begin(this.b.nextPc);
    this.b.position += 2; // the call and the RESUME that was not followed
    this.b.count();
    this.b.write(this.b.record.a, result, true);
  }
  /** A frame about which only constants are still known. */
  private unseen(frame: Frame): Frame {
    const { resumed: _, ...rest } = frame;
    return { ...rest, callable: frame.callable?.isConst ? frame.callable : null, exposed: true };
  }
  /** Nothing that was computed is at hand any more; frames are as memory says. */
  forgetRegisters(called: Frame | null): void {
    const callee = called?.delta ?? Number.POSITIVE_INFINITY;
    for (const [at, slot] of this.b.state.slots) {
      const { node } = slot;
      // What is a constant in the caller's registers is one after the call.
      if (called !== null && at < callee - 4 && slot.clean && node?.isConst && !isCounted(node)) continue;
      this.b.state.forget(at);
      if (node === null || at >= callee - 4) continue;
      if (isNumber(node.type)) slot.known = { type: node.type, pyType: 0 };
      // An object may get another class.
      else if (node.isObject)
        slot.known = { type: "ref", pyType: node.pyType < CoreConst.STATIC_END ? node.pyType : 0 };
    }
    this.b.state.fields = [];
    this.b.state.generators = [];
    this.b.handled = "unknown";
    this.b.cache.forgetAll();
    this.b.numbered.clear();
  }

  /** The current frame returns to the trace that called this one. */
  returnToTrace(value: Node): void {
    const { state, frame } = this.b;
    this.b.makeGenerators();
    this.b.takeSnapshot().grows = false;
    this.b.emit("guardMode", "none", null, null, frame.delta - 1, TRACE_CALL);
    this.readForgotten(frame);
    state.put(RESULT_SLOT, value);
    this.b.frames.pop();
    const slots = [...state.slots.keys()].filter((slot) => slot >= frame.delta - 4).sort((x, y) => y - x);
    for (const slot of slots) if (slot >= frame.delta) state.clear(slot, this.b.empty);
    state.clear(frame.delta - 4, this.b.empty);
    this.b.settle();
    if (isCounted(value) && value.own === 0 && state.slot(RESULT_SLOT).node === value) this.b.increment(value);
    state.slots.delete(RESULT_SLOT);
    state.depth -= this.depthOf(frame);
    for (const slot of [-3, -2, -1]) state.slots.delete(frame.delta + slot);
    this.b.flush();
    this.b.emit("returnToTrace", "none", this.b.box(value), null, frame.delta * 8);
    this.b.hasReturned = true;
  }
}
