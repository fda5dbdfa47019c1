// Generators and coroutines: made, resumed and suspended without leaving the trace. Their registers move between the frame's slots and those of
// the suspended object (suspended.ts); a generator that goes on elsewhere than it did in the recording leaves through a guard.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Builder } from "../build/builder.ts";
import { Generator, type Words } from "../build/suspended.ts";
import { isGenerator, newGenerator } from "../build/virtual-generator.ts";
import type { Frame, Node } from "../ir.ts";
import { GENERIC_OP, OP_NAMES } from "../opcode-info.ts";
import { type Instruction, instructionAt, type Recorded, signed16 } from "../recording.ts";
import type { Translator } from "./index.ts";
import { loadField } from "./moves.ts";
import { STORING } from "./returns.ts";

const { GEN_CREATED, GEN_SUSPENDED, GEN_RUNNING, GEN_CLOSED, TYPE_GENERATOR, TYPE_COROUTINE } = CoreConst;
const GENERATOR = Layout.PyGenerator;
const CODE = Layout.PyCode;
const DROP_B = 2;
const NONE_SEEN: ReadonlySet<number> = new Set();

/** Mode words of resumed frames: by FOR_ITER and SEND, by a call of `next` or `send`. */
const BY_INSTRUCTION = (0x80000000 | (CoreConst.RET_STORE << 8) | CoreConst.RET_GENERATOR) >>> 0;
const BY_CALL = (0x80000000 | (CoreConst.RET_CALL << 8) | CoreConst.RET_GENERATOR) >>> 0;

/** Type of what calling a function with this code gives, 0: what it returns. */
function typeOfCode(b: Builder, code: number): number {
  const flags = b.heap.readU32(code + CODE.flags);
  if (flags & CoreConst.CODE_COROUTINE) return TYPE_COROUTINE;
  if (flags & CoreConst.CODE_ASYNC_GENERATOR) return CoreConst.TYPE_ASYNC_GENERATOR;
  return flags & CoreConst.CODE_GENERATOR ? TYPE_GENERATOR : 0;
}
const isResumable = (type: number): boolean => type === TYPE_GENERATOR || type === TYPE_COROUTINE;

/** The instruction before a word, if it is this one: YIELD and RETURN_GENERATOR have one word. */
function before(b: Builder, pc: number): string {
  return GENERIC_OP[b.heap.opcode(pc - 8)] as string;
}
/** Registers that hold something while a generator waits behind the YIELD at pc. Temporaries come and go like a stack. */
function liveAt(b: Builder, code: number, pc: number): Set<number> {
  const { heap } = b;
  const locals = heap.readU16(code + CODE.local_count);
  const target = heap.readU16(pc + 2);
  const value = heap.readU16(pc + 4);
  const end = target >= locals ? target : value >= locals ? value : heap.readU16(code + CODE.reg_count);
  const live = new Set<number>();
  for (let i = 0; i < end; i++) live.add(i);
  if (heap.readU16(pc + 6) === 1) live.add(target + 1);
  return live;
}
function localsOf(b: Builder, code: number): Set<number> {
  return new Set(Array.from({ length: b.heap.readU16(code + CODE.local_count) }, (_, i) => i));
}
function wordsBehindYield(b: Builder, pc: number): Words {
  const target = b.heap.readU16(pc + 2);
  return { state: GEN_SUSPENDED, live: null, resumePc: pc + 8, target, delegates: b.heap.readU16(pc + 6) === 1 };
}
const runningWords = (words: Words, live: number): Words => ({ ...words, state: GEN_RUNNING, live, delegates: false });

// --- resuming -------------------------------------------------------------------------------------------------------------------

/** Guards that memory has the generator waiting before `pc`, and takes its registers over. */
function takeOver(b: Builder, node: Node, code: number, pc: number, started: boolean): Generator {
  const { state } = b;
  // It may be one of those that the trace knows under another name, about which memory is not right.
  for (const other of state.generators)
    if (other.node.virtual === null) b.pure("guardNotSame", "none", node, other.node);
  b.depend("code", code);
  b.emit("guardFieldU32", "none", node, null, GENERATOR.resume_pc, pc);
  b.emit("guardFieldU32", "none", node, null, GENERATOR.state, started ? GEN_SUSPENDED : GEN_CREATED);
  b.emit("guardFieldU32", "none", node, null, GENERATOR.frame, 0);
  b.emit("guardEmpty", "none", b.emit("loadField", "value", node, null, GENERATOR.handled), null);
  const live = started ? liveAt(b, code, pc - 8) : localsOf(b, code);
  const words: Words = started
    ? wordsBehindYield(b, pc - 8)
    : { state: GEN_CREATED, live: null, resumePc: pc, target: 0, delegates: false };
  const loaded = [...live].map((i) => ({
    i,
    value: b.emit("loadField", "value", node, null, Generator.fieldOf(i)),
  }));
  b.takeSnapshot();
  const generator = b.generators.add(node, code, words, live);
  for (const { i, value } of loaded) {
    value.own++;
    b.state.put(generator.slotOf(i), value);
    generator.taken.set(generator.slotOf(i), value);
  }
  return generator;
}

/**
 * The generator is resumed by the instruction, which the recorder saw happen. `sent`: what its YIELD gives; `give`: lets go of the registers that
 * the instruction consumes.
 */
function resume(
  b: Builder,
  r: Recorded,
  node: Node,
  type: number,
  sent: Node,
  mode: number,
  give: () => void,
): boolean {
  const { heap, state } = b;
  const delta = b.frame.delta + heap.readU16(b.frame.code + CODE.reg_count) + 4;
  const pc = b.nextPc;
  const handled = heap.hint(() => heap.readU32(Layout.VM.handled));
  if (b.nextDelta !== delta || handled !== 0 || b.skipped !== null || !b.mayHandleNothing) return false;
  const code = b.codeAt(delta);
  if (typeOfCode(b, code) !== type) return false;
  const previous = before(b, pc);
  if (previous !== "YIELD" && previous !== "RETURN_GENERATOR") return false;
  const started = previous === "YIELD";
  let generator = b.generators.of(node);
  if (generator !== undefined) {
    const { words } = generator;
    if (words.live !== null || words.resumePc !== pc || (words.state === GEN_SUSPENDED) !== started) return false;
  } else if (node.virtual !== null) return false; // it has ended
  if (!b.guardType(node, type)) return false;
  if (!started && !b.guardIs(sent, CoreConst.NONE_REF)) return false;
  b.calls.refuseRecursion(
    code,
    b.frames.filter(({ resumed }) => resumed),
  );
  if (!b.calls.guardFrame()) return false;
  b.guardHandlesNothing();
  generator ??= takeOver(b, node, code, pc, started);
  const callable = functionOf(b, node);
  b.takeSnapshot();
  const locals = heap.readU16(code + CODE.local_count);
  const frame: Frame = { delta, code, locals, callable, fn: 0, callPc: r.pc, mode: 0, instance: null, exposed: false };
  state.put(delta - 4, callable);
  for (let i = 0; i < generator.registers; i++) {
    const slot = generator.slotOf(i);
    const held = state.slots.get(slot)?.node;
    if (held) state.put(delta + i, held);
    else if (i < locals) state.put(delta + i, b.empty);
  }
  for (let i = 0; i < generator.registers; i++) {
    const slot = generator.slotOf(i);
    if (state.slots.has(slot)) {
      state.clear(slot, b.empty);
      state.slots.delete(slot);
    }
  }
  if (started) state.put(delta + generator.words.target, sent);
  generator.words = runningWords(generator.words, delta);
  b.calls.enterResumed(frame, generator, mode);
  give();
  return true;
}

/** The function that a generator is of. */
function functionOf(b: Builder, node: Node): Node {
  const known = node.virtual?.get(GENERATOR.function);
  if (known !== undefined) return known;
  const fn = b.pure("loadU32", "ref", node, null, GENERATOR.function);
  fn.isObject = true;
  fn.pyType = CoreConst.TYPE_FUNCTION;
  fn.keeper = node;
  return fn;
}

/** What a register holds while its frame is given up: of virtual objects only generators. */
function keep(b: Builder, slot: number): void {
  const { virtual } = b.peek(slot);
  if (virtual !== null && !isGenerator(virtual)) b.read(slot);
}

/** FOR_ITER over a generator. */
export function resumeFor(b: Builder, r: Recorded, iterator: Node): boolean {
  return resume(b, r, iterator, TYPE_GENERATOR, b.none, BY_INSTRUCTION, () => {});
}

function send(b: Builder, r: Recorded): boolean {
  const delegate = b.peek(b.at(r.b), r.vb);
  const type = delegate.pyType !== 0 ? delegate.pyType : r.vb.type;
  if (!isResumable(type) || b.nextDelta <= r.delta) return false;
  const sent = b.read(b.at(r.a), r.va);
  const slot = b.at(r.a);
  return resume(b, r, delegate, type, sent, BY_INSTRUCTION, () => b.dropSlot(slot));
}

/** next(generator), generator.send(x): the window is given up before the generator runs. */
export function resumeByCall(b: Builder, r: Recorded, slots: readonly number[]): boolean {
  const [at, value] = slots;
  if (at === undefined) return false;
  const generator = b.peek(at, r.vb);
  const type = generator.pyType !== 0 ? generator.pyType : r.vb.type;
  if (!isResumable(type)) return false;
  const sent = value === undefined ? b.none : b.read(value, r.vc);
  const window = b.at(r.b);
  return resume(b, r, generator, type, sent, BY_CALL, () => {
    for (const slot of slots) b.dropSlot(slot);
    b.dropSlot(window);
  });
}

// --- yielding and ending ----------------------------------------------------------------------------------------------------------

/** How a generator's frame was resumed. */
interface Resumer {
  readonly pc: number;
  readonly op: string;
  readonly delta: number;
}

/** The instruction that goes on at `nextPc`, if it can have resumed a generator. */
function resumerOf(b: Builder, nextPc: number, delta: number): Resumer | null {
  const op = (words: number): string => GENERIC_OP[b.heap.opcode(nextPc - 8 * words)] as string;
  for (const words of [2, 3]) {
    const name = op(words);
    if (words === 2 ? name === "FOR_ITER" || name === "SEND" : name === "CALL" || name === "CALL_METHOD")
      return { pc: nextPc - 8 * words, op: name, delta };
  }
  return null;
}

/** The generator whose frame the trace is in, and who resumed it; guards both where the trace has not seen it. */
function current(b: Builder): { generator: Generator; resumer: Resumer } | null {
  const { frame, heap } = b;
  if (!isResumable(typeOfCode(b, frame.code))) return null;
  if (b.frames.length >= 2) {
    const caller = b.frames[b.frames.length - 2] as Frame;
    if (b.nextDelta !== caller.delta) return null;
    const op = GENERIC_OP[heap.opcode(frame.callPc)] as string;
    const resumer: Resumer = { pc: frame.callPc, op, delta: caller.delta };
    if (frame.resumed) {
      if (frame.exposed) b.emit("guardMode", "none", null, null, frame.delta - 1, frame.resumed.mode);
      return { generator: frame.resumed.generator, resumer };
    }
    return adopt(b, resumer);
  }
  const resumer = resumerOf(b, b.nextPc, b.nextDelta);
  return resumer === null ? null : adoptLowest(b, resumer);
}

/** The same for the trace's lowest frame. */
function adoptLowest(b: Builder, resumer: Resumer): { generator: Generator; resumer: Resumer } | null {
  if (!isResumable(typeOfCode(b, b.frame.code))) return null;
  const found = adopt(b, resumer);
  if (found === null) return null;
  if (!b.calls.addCaller() || b.frame.callPc !== resumer.pc) return null;
  return found;
}

/** Whether FOR_ITER or SEND goes over something else (an islice) that has the generator's frame pushed for it. */
function passesOn(b: Builder, { pc, delta }: Resumer): boolean {
  const seen = b.records.find((record) => record.pc === pc && record.delta === delta);
  return seen === undefined ? OP_NAMES[b.heap.opcode(pc)] === "FOR_ITER_BUILTIN" : !isResumable(seen.vb.type);
}

/** A running generator that the interpreter has resumed: its frame is in memory. */
function adopt(b: Builder, resumer: Resumer): { generator: Generator; resumer: Resumer } | null {
  const { frame, heap } = b;
  b.calls.refuseRecursion(frame.code, b.state.generators);
  // What it yields passes by others that have no frames (native/core/delegation.h); there will be as many the next time.
  if ((b.options.stack.get(frame.delta)?.mode ?? 0) & CoreConst.FRAME_SKIPS_MASK) return null;
  const byInstruction = resumer.op === "FOR_ITER" || resumer.op === "SEND";
  const mode = byInstruction ? BY_INSTRUCTION : BY_CALL;
  b.emit("guardMode", "none", null, null, frame.delta - 1, mode);
  let node = b.emit("loadSlotU32", "ref", null, null, (frame.delta - 1) * 8);
  // The temporary that the instruction resumes is not written while the generator runs; it may be an iterator that passes on what the generator yields.
  if (byInstruction && !passesOn(b, resumer)) {
    const iterator = b.read(resumer.delta + heap.readU16(resumer.pc + 4));
    b.pure("guardSame", "none", iterator, node);
    node = iterator;
  }
  node.isObject = true;
  node.pyType = typeOfCode(b, frame.code);
  if (b.generators.of(node) !== undefined) return null;
  b.calls.keepAux(frame, node, mode);
  const words: Words = { state: GEN_RUNNING, live: frame.delta, resumePc: 0, target: 0, delegates: false };
  const registers = heap.readU16(frame.code + CODE.reg_count);
  const generator = b.generators.add(node, frame.code, words, new Set(Array.from({ length: registers }, (_, i) => i)));
  generator.memory.resumePc = generator.memory.target = null;
  return { generator, resumer };
}

/** Gives the frame up and goes on at the instruction that resumed it; its registers are elsewhere or to be dropped. */
function yieldValue(b: Builder, r: Recorded): boolean {
  if (b.nextDelta >= b.frame.delta || !b.mayHandleNothing) return false;
  const found = current(b);
  if (found === null) return false;
  const { generator, resumer } = found;
  const { heap, state, frame } = b;
  const size = resumer.op === "FOR_ITER" || resumer.op === "SEND" ? 2 : 3;
  if (b.nextPc !== resumer.pc + 8 * size) return false;
  b.guardHandlesNothing();
  const live = liveAt(b, frame.code, r.pc);
  // A temporary of a frame that the interpreter has not seen is as the trace left it: nothing is in memory.
  const inMemory = !frame.resumed || frame.exposed;
  for (const i of live) if (i < frame.locals || inMemory || state.slot(frame.delta + i).node) keep(b, frame.delta + i);
  const value = b.look(b.at(r.b), r.vb);
  b.takeSnapshot();
  if (r.flags & DROP_B) b.drop(r.b);
  for (let i = 0; i < generator.registers; i++) {
    const slot = state.slots.get(frame.delta + i);
    const held = live.has(i) ? (slot?.node ?? null) : null;
    if (held !== null) state.put(generator.slotOf(i), held);
    else if (generator.stale.has(i)) state.put(generator.slotOf(i), b.empty);
    // What leave() finds there is not to be loaded again.
    if (i < frame.locals) state.put(frame.delta + i, b.empty);
  }
  generator.words = wordsBehindYield(b, r.pc);
  b.calls.leave();
  b.write(heap.readU16(resumer.pc + 2), value);
  return true;
}

/** A generator's frame returns: FOR_ITER ends its loop, SEND has its result. */
export function returnFromGenerator(b: Builder, take: () => Node): boolean {
  const { heap } = b;
  if (b.nextDelta >= b.frame.delta || !b.mayHandleNothing) return false;
  // A side trace may have begun in the generator.
  const isLowest = b.frames.length < 2;
  if (b.isFirst && b.options.parent?.failed?.op === "guardMode") return false; // it has got an object: the interpreter detaches that
  const callPc = isLowest ? (b.options.stack.get(b.frame.delta)?.callPc ?? 0) : b.frame.callPc;
  const op = callPc === 0 ? "" : (GENERIC_OP[heap.opcode(callPc)] as string);
  if ((op !== "FOR_ITER" && op !== "SEND") || b.nextPc !== callPc + 8 * signed16(heap.readU16(callPc + 6)))
    return false;
  const found = isLowest ? adoptLowest(b, { pc: callPc, op, delta: b.nextDelta }) : current(b);
  if (found === null) return false;
  const { generator } = found;
  const { frame } = b;
  b.guardHandlesNothing();
  const value = take();
  b.takeSnapshot();
  b.calls.leave();
  const { node } = generator;
  if (node.virtual !== null) node.virtual.fields.set(GENERATOR.state, { node: b.int(GEN_CLOSED), raw: "u32" });
  else {
    b.emit("storeFieldU32K", "none", node, null, GENERATOR.state, GEN_CLOSED);
    if (generator.memory.live !== null) b.emit("storeFieldU32K", "none", node, null, GENERATOR.live, 0);
    if (generator.memory.delegates !== false) b.storeField(node, GENERATOR.yield_from, b.empty);
  }
  b.state.generators = b.state.generators.filter((other) => other !== generator);
  if (op === "SEND") b.write(heap.readU16(frame.callPc + 2), value);
  b.drop(heap.readU16(frame.callPc + 4));
  return true;
}

// --- making -----------------------------------------------------------------------------------------------------------------------

function returnGenerator(b: Builder, r: Recorded): boolean {
  const { frame, heap, state } = b;
  if (b.frames.length < 2 || frame.callable === null || frame.instance !== null || frame.resumed) return false;
  const caller = b.frames[b.frames.length - 2] as Frame;
  const type = typeOfCode(b, frame.code);
  if (b.nextDelta !== caller.delta || b.isFirst || type === 0) return false;
  const { callable } = frame;
  const instruction = instructionAt(heap, frame.callPc);
  if (!isWanted(b, frame, type, instruction)) return false;
  for (let i = 0; i < frame.locals; i++) keep(b, frame.delta + i);
  if (frame.exposed) b.emit("guardMode", "none", null, null, frame.delta - 1, frame.mode);
  const virtual = isResumable(type) ? newGenerator(b, type, callable, frame.code, r.pc + 8) : undefined;
  const node = virtual ?? b.callCore("trace_generator_new", "ref", callable, b.word(r.pc + 8));
  node.isObject = true;
  node.pyType = type;
  const words: Words = { state: GEN_CREATED, live: null, resumePc: r.pc + 8, target: 0, delegates: false };
  const generator = b.generators.add(node, frame.code, words, NONE_SEEN);
  for (let i = 0; i < frame.locals; i++) {
    state.put(generator.slotOf(i), state.slot(frame.delta + i).node ?? b.empty);
    state.put(frame.delta + i, b.empty);
  }
  b.calls.leave();
  if (instruction.flags & 1) b.drop(instruction.a);
  if (instruction.flags & DROP_B) b.drop(instruction.b);
  if (instruction.flags & 4) b.drop(instruction.c);
  b.write(instruction.a, node, virtual === undefined);
  return true;
}

/** Whether the instruction that called the function takes a generator of this type as it is for its result. */
function isWanted(b: Builder, { mode }: Frame, type: number, { pc, generic, words }: Instruction): boolean {
  const { RET_CALL, RET_STORE, RET_CHECK, CHECK_ITER, CHECK_AWAIT, CHECK_ANEXT } = CoreConst;
  if (b.nextPc !== pc + 8 * words || !STORING.has(generic)) return false;
  const kind = mode & 0xff;
  if (kind === RET_CALL || kind === RET_STORE) return true;
  if (kind !== RET_CHECK || ((mode >>> 8) & 0xff) !== RET_STORE) return false;
  const check = (mode >>> 16) & 15;
  if (check === CHECK_ITER || check === CHECK_AWAIT) return type === TYPE_GENERATOR;
  return check === CHECK_ANEXT && type === TYPE_COROUTINE;
}

function itself(b: Builder, r: Recorded): boolean {
  const node = b.peek(b.at(r.b), r.vb);
  const type = node.pyType !== 0 ? node.pyType : r.vb.type;
  if (r.generic === "GET_AWAITABLE") {
    // One that is awaited already can't be awaited again.
    if (type !== TYPE_COROUTINE || !b.guardType(node, type)) return false;
    const known = b.generators.of(node);
    if (known === undefined && node.virtual !== null) return false;
    if (known === undefined) b.emit("guardEmpty", "none", loadField(b, node, GENERATOR.yield_from), null);
    else if (known.isRunning || known.words.delegates) return false;
  } else if (type !== TYPE_GENERATOR || !b.guardType(node, type)) return false;
  if (r.flags & DROP_B) b.drop(r.b);
  b.write(r.a, node);
  return true;
}

export const GENERATORS: Record<string, Translator> = {
  YIELD: yieldValue,
  SEND: send,
  RETURN_GENERATOR: returnGenerator,
  GET_AWAITABLE: itself,
  GET_YIELD_FROM_ITER: itself,
};
