// Turns a recording into a trace: runs over the recorded instructions with an abstract frame state, emits nodes for what is not known yet, and
// keeps whatever it learns. A loop is gone through twice: the first round finds types, loads and guards that hold for ever, the second finds
// them known, and only the second is repeated. So guards and invariant loads leave the loop without a pass of their own.

import { CoreConst, type CoreEntryName, Layout } from "../../heap/generated/layout.ts";
import { Abort } from "../abort.ts";
import type {
  ExitKnowledge,
  FieldEntry,
  Frame,
  IrOp,
  IrType,
  SlotEntry,
  Snapshot,
  TraceIr,
  VirtualEntry,
  Word,
} from "../ir.ts";
import { factClock, IR_OPS, isNumber, type Node } from "../ir.ts";
import type { Operand, Recorded } from "../recording.ts";
import { localCount, numberTag, tagOf, wide } from "../recording.ts";
import { Profile } from "../statistics/profile.ts";
import { HOOKS } from "../translate/hooks.ts";
import { TRANSLATORS, type Translator } from "../translate/index.ts";
import { RAISING } from "../translate/raising.ts";
import type { Stretch } from "../translate/wrapping.ts";
import { Aliases } from "./aliases.ts";
import type { BuildOptions, Dependency } from "./build-options.ts";
import { FieldCache } from "./field-cache.ts";
import { FirstRound } from "./first-round.ts";
import { FrameCalls } from "./frame-calls.ts";
import { type Inherited, inherit, inverseGuard, type ParentExit, type TraceKnowledge } from "./inherit.ts";
import { hole, IrWriter } from "./ir-writer.ts";
import { isInside } from "./iterator-fields.ts";
import { KnownGenerators } from "./known-generators.ts";
import { type Drop, diesAlone, droppedInTrace, typeAtDeath } from "./last-references.ts";
import { type Lessons, Retry } from "./lessons.ts";
import { comesTooEarly, joinLoop } from "./loop-head.ts";
import { numberWanted } from "./next-use.ts";
import { type FieldSlot, FrameState, HANDLED_SLOT, heldBy, isCounted } from "./state.ts";
import { Steps } from "./steps.ts";
import { type GeneratorView, isSuspendedSlot } from "./suspended.ts";
import { TraceLoop } from "./trace-loop.ts";
import { isDict, MOST_LIVE_FIELDS, materialise } from "./virtual.ts";
import { isGenerator } from "./virtual-generator.ts";
import { exceptionOf, VirtualTraceback } from "./virtual-object.ts";

const NO_VIRTUALS: VirtualEntry[] = [];
const NO_GENERATORS: GeneratorView[] = [];
const FLAG_DROP = [1, 2, 4] as const;
/** Instructions that go on elsewhere in their frame, in another one above it, below it, without having raised. */
const JUMPS = new Set([
  "JUMP", "JUMP_BACK", "JUMP_IF", "JUMP_CMP", "JUMP_CMP_K", "JUMP_IS", "JUMP_NONE", "JUMP_CONTAINS", "FOR_ITER", "SEND",
]); // biome-ignore format: a table
const ENTERING = new Set([
  "CALL", "CALL_METHOD", "CALL_KW", "CALL_METHOD_KW", "CALL_EX", "GETATTR", "FOR_ITER", "SEND",
]); // biome-ignore format: a table
const RAISES = new Set(["RAISE", "RERAISE"]);
export const LEAVING = new Set(["RETURN", "RETURN_CONST", "YIELD", "RETURN_GENERATOR"]);

/**
 * What a function of the core may change besides what it answers: nothing that the trace knows of; items and sizes of containers, whose items
 * may die; whatever there is but the registers of frames.
 */
export type Effect = "nothing" | "items" | "anything";

/** How it went where a trace was to go on at a loop's head. */
export interface Joining {
  /** Why it could not. */
  failure: string;
  /** The trace goes through one more round of that loop first. */
  isLater: boolean;
  /** It could perhaps one round later. */
  isPossibleLater: boolean;
  /** A variable comes to the head as an int where the loop has a float, or the other way round. */
  comesAsOtherNumber: boolean;
  /** What the loop never changes is something else than what it was made for: another function that it calls, another class. */
  hasOtherInvariants: boolean;
}

/** Whether all slots are registers of frames. */
function areRegisters(slots: readonly SlotEntry[]): boolean {
  for (const { slot } of slots) if (slot === HANDLED_SLOT || isSuspendedSlot(slot)) return false;
  return true;
}

export class Builder extends IrWriter {
  readonly options: BuildOptions;
  readonly exits: Snapshot[] = [];
  readonly dependencies: Dependency[] = [];
  readonly frames: Frame[] = [];
  /** null: the trace begins where nothing is known. */
  readonly inherited: Inherited | null = null;
  /** Where the trace was to go on at a loop's head. */
  readonly joining: Joining = {
    failure: "",
    isLater: false,
    isPossibleLater: false,
    comesAsOtherNumber: false,
    hasOtherInvariants: false,
  };
  readonly cache = new FieldCache();
  readonly aliases = new Aliases(this);
  state = new FrameState();
  /** The instruction being translated and the one after it. */
  record!: Recorded;
  nextPc = 0;
  nextDelta = 0;
  next: Recorded | undefined;
  /** Its number in the recording. */
  index = 0;
  /** Where exits go back to the first of some instructions. */
  stretch: Stretch | null = null;
  /** If a frame has been pushed: its RESUME, which has the words of its head. */
  entered: Recorded | undefined;
  /** The call being translated was not followed: the callee's RESUME. */
  skipped: Recorded | null = null;
  continuationCount = 0;
  /** Instruction before which the trace ends though the recording goes on. */
  cut: Recorded | null = null;
  /** The trace has returned to its caller. */
  hasReturned = false;
  /** What is noted of the instructions for --stats: see profile.ts. */
  readonly profile: Profile | null;

  private readonly lessons: Lessons;
  /** What the trace goes through. */
  records: readonly Recorded[];
  private readonly dependent = new Set<string>();
  private snapshot: Snapshot | null = null;
  private snapshotPc = 0;
  private pendingCheck = false;
  /** Something that the trace relies on may have changed. */
  private pendingValid = false;
  readonly generators = new KnownGenerators(this);
  readonly steps = new Steps(this);
  readonly calls = new FrameCalls(this);
  readonly loop: TraceLoop;
  readonly firstRound: FirstRound;

  constructor(options: BuildOptions, lessons: Lessons) {
    super(options.heap);
    this.options = options;
    this.lessons = lessons;
    this.records = options.records;
    this.loop = new TraceLoop(this, lessons);
    const first = options.records[0];
    if (first === undefined) throw new Abort("no-progress");
    this.firstRound = new FirstRound(options.records);
    this.profile = options.makeCounter === undefined ? null : new Profile(options.makeCounter);
    this.state.profile = this.profile;
    this.count();
    // Another code object may come to lie where one of these was: its instructions are not this trace's.
    for (const { code } of options.records) this.depend("code", code);
    const { parent } = options;
    this.nextId = factClock.now = parent?.knowledge.nextId ?? 0;
    if (parent === undefined) {
      this.frames.push(this.seenFrame(0, first.code));
      for (const at of options.unbound) this.state.slot(at).node = this.empty;
    } else if (parent.exits[0] !== undefined && (lessons.inheritsNothing || parent.exits[0].snapshot.known === null))
      this.beginsInMemory(parent.exits[0].snapshot, first.code);
    else {
      this.inherited = inherit(parent);
      this.empty = this.inherited.empty;
      this.begins(this.inherited, parent);
    }
    this.base = this.frames.map((frame) => frame.delta);
    this.pendingValid = options.parentMayHaveDied ?? false;
  }
  /** Distances of the frames that the trace begins in. */
  readonly base: readonly number[];

  private begins(from: Inherited, parent: ParentExit): void {
    this.state = from.state;
    this.generators.inherited();
    this.frames.push(...from.frames);
    this.code.push(...from.loads);
    for (const [key, node] of from.entries) this.cache.entries.set(key, node);
    for (const [node, shape] of from.shapes) this.cache.shapes.set(node, shape);
    for (const [key, node] of from.constants) this.constants.set(key, node);
    for (const [key, node] of from.numbered) this.numbered.set(key, node);
    this.handled = from.handled;
    if (parent.failed !== null) this.believeFailure(parent.failed);
  }
  /** The exit wrote everything: only what kinds of values it wrote is known. */
  private beginsInMemory({ slots, delta }: Snapshot, code: number): void {
    this.frames.push(this.seenFrame(delta, code));
    for (const { slot, node, isObject, pyType } of slots) {
      if (node.op === "headPc" || node.op === "headAux") continue;
      if (isNumber(node.type)) this.state.slot(slot).known = { type: node.type, pyType: 0 };
      else if (isObject) this.state.slot(slot).known = { type: "ref", pyType };
    }
  }
  /** A guard has failed: then its opposite holds. */
  private believeFailure(guard: Node): void {
    const { a, imm, imm2, number, exit } = guard;
    const inverse = inverseGuard(guard);
    if (inverse !== undefined)
      this.numbered.set(this.keyFor(inverse.op, inverse.a, inverse.b, imm, imm2, number), guard);
    if (guard.op !== "guardIs" || a === null || exit === null || a.typeAt(guard.id) !== CoreConst.TYPE_BOOL) return;
    const { TRUE_REF, FALSE_REF } = CoreConst;
    if (imm === TRUE_REF || imm === FALSE_REF)
      this.numbered.set(this.keyFor("guardIs", a, null, imm === TRUE_REF ? FALSE_REF : TRUE_REF, 0, 0), guard);
  }

  protected hasJustFailed({ op, a, b, imm, imm2 }: Node): boolean {
    if (!this.isFirst) return false;
    const failed = this.options.parent?.failed;
    if (!failed || failed.op !== op || !IR_OPS[op].uop.startsWith("guard")) return false;
    const isSame = (x: Node | null, y: Node | null) => x === y || (x !== null && x.id >= 0 && x.id === y?.id);
    return (
      isSame(a, failed.a) && isSame(b, failed.b) && hole(imm) === hole(failed.imm) && hole(imm2) === hole(failed.imm2)
    );
  }

  /** What side traces of this one have to know. */
  knowledge(): TraceKnowledge {
    const { cache, numbered, constants, empty, nextId } = this;
    return { cache, numbered, constants, empty, nextId, head: this.loop.head };
  }

  build(): TraceIr {
    const { records, closes, joins } = this.options;
    this.startsWithDeath(records[0] as Recorded);
    this.cut = this.round(records);
    if (this.cut !== null && this.cut === records[0])
      throw new Abort("no-progress", "it begins with a call of a trace");
    const entry = this.inherited?.entry ?? [];
    const line = { code: this.code, loopStart: -1, phis: [], entry };
    if (this.hasReturned) return { ...line, end: null, join: null };
    if (this.cut !== null && closes) throw new Abort("call-in-loop");
    if (!closes) {
      this.begin(this.cut?.pc ?? this.options.endPc);
      this.goesOnToJoin();
      this.materialiseAll();
      if (this.options.verifies) this.state.verify("the trace's end");
      const join = joins === undefined || this.cut !== null ? null : joinLoop(this, joins);
      if (join !== null) return { ...line, end: null, join };
      if (this.joining.isLater) this.staysShort();
      return { ...line, end: this.takeSnapshot(), join: null };
    }
    this.loop.startLoop(records[0] as Recorded);
    this.round(records);
    this.loop.closeLoop(records[0] as Recorded);
    this.loop.head = this.loop.describeHead(records[0] as Recorded);
    return { code: this.code, loopStart: this.loopStart, phis: this.loop.phis, end: null, entry, join: null };
  }

  /** A variable comes to the loop's head in which the trace is to go on as what it can't be there: one more round may change that. */
  private goesOnToJoin(): void {
    const { joins, later, records } = this.options;
    if (joins === undefined || later === undefined || this.cut !== null || this.lessons.staysShort) return;
    if (!comesTooEarly(this, joins)) return;
    for (const { code } of later) this.depend("code", code);
    this.records = later;
    this.cut = this.round(later, records.length);
    if (this.cut !== null || this.hasReturned) this.staysShort();
    this.joining.isLater = true;
    this.begin(this.options.endPc);
  }
  private staysShort(): never {
    this.lessons.staysShort = true;
    throw new Retry("another round before the loop does not help");
  }

  /** What the exit that the trace grows from was to drop dies now. */
  private startsWithDeath(first: Recorded): void {
    if (this.options.parent?.exits[0]?.snapshot.drops === undefined) return;
    this.begin(first.pc);
    this.settle();
    this.pendingCheck = true;
    this.pendingValid = true;
  }

  /** Answers the instruction before which the trace has to end, null if it got through. `from`: the first one that is new. */
  private round(records: readonly Recorded[], from = 0): Recorded | null {
    const { endPc, endDelta } = this.options;
    const first = this.position - from;
    for (let i = from; i < records.length; i++) {
      const record = records[i] as Recorded;
      this.index = i;
      this.position = first + i;
      let after = records[i + 1];
      this.skipped = null;
      if (after?.skipped) {
        this.skipped = after;
        after = records[++i + 1];
      }
      this.record = record;
      this.next = after;
      this.entered = this.skipped ?? this.entryFrom(records, i + 1);
      this.nextPc = after?.pc ?? endPc;
      this.nextDelta = after?.delta ?? endDelta;
      if (record.delta !== this.frame.delta || record.code !== this.frame.code)
        throw new Abort("unknown-frame", `at ${record.generic}`);
      this.begin(record.pc);
      this.limitVirtuals();
      const translate = this.translatorOf(record);
      if (
        !this.translateRaise(record) &&
        (translate === undefined || !this.wentOn(record) || !translate(this, record))
      ) {
        // A trace that ends somewhere can as well end here.
        if (this.skipped !== null || (this.calls.isTooDeep && !this.options.closes)) return record;
        this.calls.isTooDeep = false;
        // These only raise for an interrupt, which is not what they will do next time.
        if (record.generic === "JUMP_BACK" || record.generic === "RESUME") throw new Abort("interrupted");
        this.breakStretch();
        this.steps.step();
      }
      if (this.stretch !== null && i >= this.stretch.until) this.stretch = null;
      this.settle(this.hasReturned || this.frame.delta !== this.nextDelta ? -1 : first + i + 1);
      if (this.options.verifies) this.state.verify(record.generic);
      if (this.loopStart < 0) this.firstRound.pass(record);
      this.profile?.settle(this.position);
      if (this.hasReturned) break;
    }
    this.position = first + records.length;
    return null;
  }

  /** An instruction that the recorder saw raise, and a handler of its frame catch. */
  private translateRaise(record: Recorded): boolean {
    const translate = RAISING[record.generic];
    if (translate === undefined || this.skipped !== null || record.host || this.nextDelta !== record.delta)
      return false;
    return this.steps.raised(record) && translate(this, record);
  }

  /** The RESUME of the function that the record at `i` is the first of, or its RETURN_GENERATOR. */
  private entryFrom(records: readonly Recorded[], i: number): Recorded | undefined {
    const first = records[i];
    if (first === undefined || first.pc !== this.heap.readU32(first.code + Layout.PyCode.bytecode)) return undefined;
    for (let at = i; records[at]?.delta === first.delta; at++)
      if (records[at]?.generic === "RESUME" || records[at]?.generic === "RETURN_GENERATOR") return records[at];
    return undefined;
  }
  private translatorOf({ generic, delta }: Recorded): Translator | undefined {
    return this.nextDelta > delta && generic in HOOKS ? HOOKS[generic] : TRANSLATORS[generic];
  }
  /** Whether the instruction did what its translator takes for granted: a raise, a hook in Python, a call of TypeScript are followed by a step. */
  wentOn(record: Recorded): boolean {
    const { generic, delta, host } = record;
    // What raises may have its handler right behind it.
    if (host || RAISES.has(generic)) return false;
    if (generic === "JUMP_BACK" || generic === "JUMP") return this.nextPc === record.pc + 8 * wide(record);
    if (this.nextDelta === delta) return JUMPS.has(generic) || this.nextPc === record.pc + 8 * record.words;
    if (this.nextDelta > delta) return ENTERING.has(generic) || generic in HOOKS;
    return LEAVING.has(generic);
  }

  // --- the instruction's frame ------------------------------------------------------------------------------------------------

  get frame(): Frame {
    return this.frames[this.frames.length - 1] as Frame;
  }

  /** Slot of a register of the current frame. */
  at(register: number): number {
    return this.frame.delta + register;
  }
  isLocal(slot: number): boolean {
    for (let i = this.frames.length - 1; i >= 0; i--) {
      const frame = this.frames[i] as Frame;
      if (slot >= frame.delta) return slot < frame.delta + frame.locals;
    }
    return false;
  }

  /** Whether this is the first instruction of a trace that grows from an exit: what failed there must not be tried the same way again. */
  get isFirst(): boolean {
    return this.options.parent !== undefined && this.record === this.options.records[0];
  }
  /** The kind of number that the instruction loads, if it is wanted as one soon; not where just that may have failed. */
  numberWanted(): "int" | "float" | undefined {
    return this.isFirst ? undefined : numberWanted(this.records, this.index);
  }
  isVolatile(cell: number): boolean {
    return this.options.isVolatile(cell) || this.lessons.writtenCells.has(cell);
  }
  /** The function that the current frame runs. */
  callable(): Node {
    const { callable, delta } = this.frame;
    if (callable !== null) return callable;
    const node = this.read(delta - 4);
    if (!node.isConst) {
      node.isObject = true;
      node.pyType = CoreConst.TYPE_FUNCTION;
    }
    return node;
  }
  /** The current frame's globals dict: a constant, guarded where need be. 0 if it can't be told. `seen`: what the recorder saw. */
  globals(seen = 0): number {
    const callable = this.callable();
    const known = this.frameGlobals.get(this.frame);
    if (known !== undefined) {
      if (!callable.isConst) this.guardGlobals(callable, known);
      return known;
    }
    const fn = callable.isConst ? (callable.boxed as Word).low : this.frame.fn;
    // Of some functions only the code is known, whose caches are for one globals dict.
    const globals =
      fn !== 0 && this.heap.readU32(fn + 4) === CoreConst.TYPE_FUNCTION
        ? this.heap.readU32(fn + Layout.PyFunction.globals)
        : this.heap.readU32(this.frame.code + Layout.PyCode.bound_globals) || seen;
    if (globals === 0 || this.heap.readU32(globals + 4) !== CoreConst.TYPE_DICT) return 0;
    if (!callable.isConst) this.guardGlobals(callable, globals);
    this.frameGlobals.set(this.frame, globals);
    return globals;
  }
  private guardGlobals(callable: Node, globals: number): void {
    this.pure("guardFieldU32", "none", callable, null, Layout.PyFunction.globals, globals);
  }
  private readonly frameGlobals = new Map<Frame, number>();

  begin(pc: number): void {
    this.snapshot = null;
    this.called = false;
    this.state.touched = false;
    this.snapshotPc = pc;
    if (this.pendingCheck) {
      this.pendingCheck = false;
      this.emit("checkPending", "none", null, null, 0, 0);
    }
    if (this.pendingValid) {
      this.pendingValid = false;
      this.emit("guardAbsU32", "none", null, null, this.options.validAt, 0);
    }
  }

  /** The state before the current instruction. Must be asked for before the instruction changes anything. */
  takeSnapshot(): Snapshot {
    if (this.stretch !== null) return this.stretch.snapshot;
    if (this.snapshot !== null) return this.snapshot;
    const { state } = this;
    const slots = state.dirtySlots();
    const places = this.placesOf(slots);
    const snapshot: Snapshot = {
      pc: this.snapshotPc,
      delta: this.frame.delta,
      depth: state.depth,
      slots: places.slots,
      fields: places.fields,
      virtuals: places.virtuals,
      owed: state.owed(slots),
      index: this.exits.length,
      at: this.position,
      grows: true,
      known: this.exitKnowledge(),
    };
    this.exits.push(snapshot);
    this.snapshot = snapshot;
    return snapshot;
  }

  /** Where an exit finds what it has to write: registers, fields in memory, objects to be made. */
  private placesOf(slots: SlotEntry[]): Pick<Snapshot, "slots" | "fields" | "virtuals"> {
    const { state } = this;
    const fields = state.dirtyFields();
    const virtuals = state.virtuals.size === 0 ? NO_VIRTUALS : state.virtualEntries();
    for (const entry of virtuals) this.refuseTracebacks(entry.fields);
    // Most exits are of traces without generators and exceptions.
    if (state.generators.length === 0 && areRegisters(slots)) return { slots, fields, virtuals };
    const waiting = this.generators.fields(slots);
    this.refuseTracebacks(waiting);
    for (const field of waiting) if (field.object.virtual === null) fields.push(field);
    for (const { slot, node } of slots) if (slot === HANDLED_SLOT) fields.push(this.handledField(node));
    return {
      slots: slots.filter(({ slot }) => !isSuspendedSlot(slot) && slot !== HANDLED_SLOT),
      fields,
      virtuals: virtuals.map((entry) => {
        const more = waiting.filter(({ object }) => object === entry.node);
        return more.length === 0 ? entry : { ...entry, fields: [...entry.fields, ...more] };
      }),
    };
  }

  /** Tracebacks can be made in registers only. */
  private refuseTracebacks(fields: VirtualEntry["fields"]): void {
    for (const { node, raw } of fields)
      if (raw !== "held" && node.virtual instanceof VirtualTraceback) this.makeFromStart(node.virtual.site as object);
  }

  /** vm->handled as a field. */
  private handledField(node: Node): FieldEntry {
    return { object: this.empty, offset: Layout.VM.handled, node, raw: "value" };
  }

  private exitKnowledge(): ExitKnowledge | null {
    const { state, frames, cache, handled } = this;
    return {
      handled,
      slots: state.views(),
      frames: frames.slice(),
      fields: state.fields.map(({ object, offset, node, raw, dirty }) => ({
        slot: { object, offset, node, raw },
        dirty,
        seen: state.seen.get(object) ?? 0,
      })),
      generators: state.generators.length === 0 ? NO_GENERATORS : state.generators.map(({ view }) => view),
      entries: cache.entries.mark,
      shapes: cache.shapes.mark,
      numbered: this.numbered.mark,
    };
  }

  /** From here on instructions are run as often as this place is passed. */
  count(): void {
    if (this.profile !== null) this.emit("countRun", "none", null, null, this.profile.begin(this.position));
  }

  // --- calls of the core --------------------------------------------------------------------------------------------------------

  /**
   * Calls a function of native/core/trace_ops.c, which does the whole instruction as the interpreter would: where it raises, or Python code is
   * to be called, the trace is left as the function says. After this nothing may leave that repeats the instruction.
   */
  callOperation(symbol: CoreEntryName, type: IrType, effect: Effect, ...operands: Node[]): Node {
    if (effect === "anything") this.writeFields();
    if (effect !== "nothing") this.beforeDrops();
    const exit: Snapshot = {
      ...this.takeSnapshot(),
      index: this.exits.length,
      grows: false,
      answered: true,
    };
    this.exits.push(exit);
    const node = this.callNode(`callTry${operands.length}` as IrOp, symbol, type, operands);
    this.emit("guardNotEmpty", "none", node, null).exit = exit;
    if (effect === "items") {
      this.cache.forgetContainers();
      this.pendingCheck = true;
    } else if (effect === "anything") {
      this.afterDrops();
      this.pendingValid = true;
    }
    return node;
  }
  /** What the next exit has to restore is not what the one before had to. */
  forgetSnapshot(): void {
    this.snapshot = null;
  }
  /** Somebody may look at the objects whose fields are in registers. */
  writeFields(): void {
    const { state } = this;
    for (const field of state.fields) if (field.dirty) this.storeRaw(field, field.node);
    state.fields = [];
    this.snapshot = null;
  }
  /** To be called before something that may drop references of objects that the trace does not know. */
  beforeDrops(): void {
    this.protectBorrowed();
    this.snapshot = null;
  }
  /** To be called when that is done. */
  afterDrops(): void {
    this.cache.forgetAll();
    if (this.snapshot?.known) {
      this.snapshot.known.entries = this.cache.entries.mark;
      this.snapshot.known.shapes = this.cache.shapes.mark;
    }
    this.pendingCheck = true;
  }

  // --- reading registers ------------------------------------------------------------------------------------------------------------

  /** Node of a slot; loads it if the trace has not seen it yet. `hint`: what the recorder saw there. A virtual object is made. */
  read(slot: number, hint?: Operand): Node {
    return this.real(this.look(slot, hint));
  }
  /** The same, but a virtual object stays one, unless it is a generator or a dict. */
  look(slot: number, hint?: Operand): Node {
    const node = this.peek(slot, hint);
    const { virtual } = node;
    return virtual !== null && (isGenerator(virtual) || isDict(virtual)) ? this.real(node) : node;
  }
  /** The same, but any virtual object stays one. */
  peek(slot: number, hint?: Operand): Node {
    if (this.loopStart < 0 && !this.state.slot(slot).written) this.firstRound.read(slot);
    return this.load(slot, hint);
  }
  private load(slot: number, hint?: Operand): Node {
    const s = this.state.slot(slot);
    if (this.loopStart >= 0) this.loop.headReads.add(slot);
    if (s.node !== null) return s.node;
    const { known } = s;
    const tag = known?.type ?? (hint === undefined ? undefined : tagOf(hint));
    let node: Node;
    if (known !== null && tag === "int") node = this.emit("loadSlotIntKnown", "int", null, null, slot * 8);
    else if (known !== null && tag === "float") node = this.emit("loadSlotFloatKnown", "float", null, null, slot * 8);
    else if (tag === "int") node = this.emit("loadSlotInt", "int", null, null, slot * 8);
    else if (tag === "float") node = this.emit("loadSlotFloat", "float", null, null, slot * 8);
    else {
      node = this.emit("loadSlot", "value", null, null, slot * 8);
      if (known?.type === "ref") {
        node.isObject = true;
        node.pyType = known.pyType;
      }
    }
    s.node = node;
    s.clean = true;
    node.isNew = !this.isLocal(slot);
    if (isCounted(node)) node.cleanHolders++;
    return node;
  }
  /** A node that stands for an object in memory. Only before the instruction has changed anything. */
  real(node: Node): Node {
    return node.virtual === null ? node : materialise(this, node);
  }
  /** A virtual object has become `made`. */
  becomesReal(node: Node, made: Node): void {
    for (const frame of this.frames) if (frame.instance === node) frame.instance = made;
    for (const generator of this.state.generators) generator.replace(node, made);
    this.state.becomesReal(node, made, (head) => this.calls.instanceHead(made, head.imm as number));
    this.cache.replace(node, made);
    // The next exit of this instruction finds the object made.
    this.snapshot = null;
  }
  /** Called before an exit that is not the instruction's first: it must still be that of the state before it. */
  mayLeave(): void {
    if (this.state.touched || this.called) throw new Error(`krait: ${this.record?.generic} makes an object too late`);
  }
  /** Generators that the trace has not made but may have suspended. */
  makeGenerators(): void {
    for (const node of [...this.state.virtuals])
      if (node.virtual !== null && isGenerator(node.virtual)) materialise(this, node);
  }
  /** Whether what this instruction of the recording makes has turned out to be needed. */
  isMadeFromStart(site: object): boolean {
    return this.lessons.madeFromStart.has(site);
  }
  /** What that instruction makes would have to be made now, which is too late. */
  makeFromStart(site: object): never {
    const isOwn = [...this.options.records, ...(this.options.later ?? [])].some((record) => record === site);
    if (!isOwn) this.inheritNothing("what the parent has left out is needed");
    this.lessons.madeFromStart.add(site);
    throw new Retry("an object was left out that is needed after all");
  }
  /** The trace can't go on with what its parent had: it begins with what is in memory, where the exit makes and writes everything. */
  inheritNothing(why: string): never {
    this.lessons.inheritsNothing = true;
    throw new Retry(`${why}: nothing is handed over`);
  }
  /** Whether a stretch that began with this instruction of the recording did not come to its end. */
  isKnownToBreak(first: object): boolean {
    return this.lessons.noStretch.has(first);
  }
  /** Something has to be done that can't be done twice. */
  breakStretch(): void {
    if (this.stretch === null) return;
    this.lessons.noStretch.add(this.stretch.first);
    throw new Retry("something has to be done that can't be done twice");
  }
  materialiseAll(): void {
    for (const node of [...this.state.virtuals]) materialise(this, node);
  }
  private limitVirtuals(): void {
    let fields = 0;
    for (const { virtual } of this.state.virtuals) fields += virtual?.fields.size ?? 0;
    if (fields > MOST_LIVE_FIELDS) this.materialiseAll();
    // What a frame has held that an exception has left lives as long as the exception.
    for (const node of this.state.virtuals) {
      const exception = exceptionOf(node);
      if (exception?.raised.some(({ delta }) => !this.frames.some((frame) => frame.delta === delta)))
        this.makeFromStart(exception.site as object);
    }
  }
  /** The int in `node`; guards that it is one. */
  asInt(node: Node): Node {
    if (node.type === "int") return node;
    if (node.type !== "value" || node.isConst || node.isObject) throw new Abort("no-progress", "an int was expected");
    this.loop.wants(node, "int");
    const int = this.pure("unboxInt", "int", node);
    this.refine(node, int);
    return int;
  }
  asFloat(node: Node): Node {
    if (node.type === "float") return node;
    if (node.type === "int") return this.toFloat(node);
    if (node.type !== "value" || node.isConst || node.isObject) throw new Abort("no-progress", "a float was expected");
    this.loop.wants(node, "float");
    const float = this.pure("unboxFloat", "float", node);
    this.refine(node, float);
    return float;
  }
  /** Number kind of a node, with what the recorder saw where the trace does not know; undefined: not a plain number. */
  numberKind(node: Node, hint: Operand): "int" | "float" | undefined {
    if (isNumber(node.type)) return node.type;
    if (node.type !== "value" || node.isConst || node.isObject) return undefined;
    return numberTag(hint);
  }

  /** Guards that `node` is an object of exactly this type. False if it is known not to be. */
  guardType(node: Node, type: number): boolean {
    if (node.pyType !== 0) return node.pyType === type;
    if (isNumber(node.type) || node.type === "word" || type === 0) return false;
    if (node.isConst) return node.isObject && node.pyType === type;
    if (type >= CoreConst.STATIC_END) this.depend("type", type);
    if (node.isObject) this.emit("guardType", "none", node, null, type);
    else this.emit("guardValueType", "none", node, null, type);
    node.isObject = true;
    node.pyType = type;
    if (!isCounted(node)) this.state.stopCounting(node);
    return true;
  }
  /** Guards that a value that was read is there. */
  guardBound(node: Node): void {
    if (node.type === "value" && !node.isObject && !node.isConst) this.pure("guardNotEmpty", "none", node);
  }
  /** Guards the shape of an instance, whose type must be known. */
  guardShape(node: Node, shape: number): boolean {
    const known = this.shapeOf(node);
    if (known !== 0) return known === shape;
    this.emit("guardShape", "none", node, null, shape);
    this.cache.setShape(node, shape);
    return true;
  }
  /** Shape of an instance as far as it is known. */
  shapeOf(node: Node): number {
    return node.virtual === null ? this.cache.shapeOf(node) : node.virtual.shape;
  }
  /** Guards that a value is this very object. */
  guardIs(node: Node, object: number): boolean {
    if (node.virtual !== null) return false;
    if (node.isConst) return node.isObject && (node.boxed as Word).low === object;
    if (isNumber(node.type)) return false;
    this.pure("guardIs", "none", node, null, object);
    const known = this.ref(object);
    this.state.replace(node, known);
    return true;
  }

  /** The trace is right only as long as this does not change. */
  depend(kind: Dependency["kind"], ref: number, dict = 0): void {
    const key = `${kind} ${ref}`;
    if (this.dependent.has(key)) return;
    this.dependent.add(key);
    this.dependencies.push({ kind, ref, dict });
  }

  /** The trace gives this cell of a namespace another value. What it has taken for a constant so far was none. */
  dependWritten(cell: number, dict: number): void {
    this.lessons.writtenCells.add(cell);
    if (this.dependent.has(`cell ${cell}`)) throw new Retry("a global is written that was taken for a constant");
    this.depend("written", cell, dict);
  }

  refine(old: Node, now: Node): void {
    this.state.replace(old, now);
    this.cache.replace(old, now);
  }

  // --- writing registers ------------------------------------------------------------------------------------------------------------

  /** R[register] = node. `owned`: a count comes with it. */
  write(register: number, node: Node, owned = false): void {
    this.writeSlot(this.at(register), node, owned);
  }
  writeSlot(slot: number, node: Node, owned = false): void {
    const s = this.state.slot(slot);
    if (this.loopStart < 0 && !s.written) this.firstRound.write(slot);
    if (s.node === null && s.clean && this.isLocal(slot)) this.load(slot);
    if (owned && isCounted(node)) {
      node.own++;
      node.isNew = true;
    }
    if (owned) this.profile?.lose(node);
    this.state.put(slot, node);
  }
  /** The register is given up: its reference is dropped. */
  drop(register: number): void {
    this.dropSlot(this.at(register));
  }
  dropSlot(slot: number): void {
    this.readLeft(slot);
    this.state.clear(slot, this.empty);
  }
  /** The register is given up and what it held is now the caller's, who puts it elsewhere in the same instruction. */
  dropOperands(record: Recorded): void {
    if (record.flags & FLAG_DROP[0]) this.drop(record.a);
    if (record.flags & FLAG_DROP[1]) this.drop(record.b);
    if (record.flags & FLAG_DROP[2]) this.drop(record.c);
  }

  // --- counts ------------------------------------------------------------------------------------------------------------------------

  /** Releases what the instruction has left without a holder. `after`: the number of the next one, -1 where the trace can't be left before that. */
  settle(after = -1): void {
    const drops = this.findDrops();
    if (drops.length > 0) this.breakStretch();
    const isLeftover = ({ op }: Node) => op === "loadSlot" && this.loopStart < 0 && this.options.closes;
    const inTrace = after < 0 ? drops.length : droppedInTrace(drops, isLeftover);
    for (const [i, { node, lives }] of drops.entries()) {
      if (i < inTrace || node.isConst || (lives && node.isObject) || diesAlone(node)) this.release(node, lives);
      else this.releaseShared(drops.slice(i), after);
      node.own--;
    }
  }
  /** Counts that nobody wants any more, in the order in which they are dropped. */
  private findDrops(): Drop[] {
    const { unsettled } = this.state;
    const drops: Drop[] = [];
    const counts = new Map<Node, number>();
    while (unsettled.length > 0) {
      const node = unsettled.shift() as Node;
      if (node.virtual !== null) {
        if (node.dirtyHolders > 0 || !this.state.virtuals.has(node)) continue;
        if (this.generators.of(node) !== undefined && node.virtual.site !== null) this.makeFromStart(node.virtual.site);
        this.state.bury(node);
        continue;
      }
      const isOutOfSight = node.dirtyHolders + node.cleanHolders === 0;
      if (isOutOfSight) this.generators.write(node);
      if (isOutOfSight || node.own > node.dirtyHolders) this.writeFieldsOf(node);
      let own = node.own - (counts.get(node) ?? 0);
      for (; own > node.dirtyHolders; own--)
        drops.push({ node, lives: own > 1 || node.dirtyHolders + node.cleanHolders > 0 });
      counts.set(node, node.own - own);
    }
    return drops;
  }

  /** Drops the first of these counts, which is hardly the last of its object: if it is, the trace is left behind the instruction, with all of them. */
  private releaseShared(drops: readonly Drop[], after: number): void {
    const { node } = drops[0] as Drop;
    const { position } = this;
    this.snapshot = null;
    this.snapshotPc = this.nextPc;
    this.called = false;
    this.position = after;
    const exit: Snapshot = Object.assign(this.takeSnapshot(), { drops: drops.map((drop) => drop.node) });
    this.position = position;
    this.emit(node.isObject ? "decrefShared" : "decrefSharedValue", "none", node, null).exit = exit;
    this.snapshot = null;
  }

  /** The trace may lose sight of the object: its fields go to memory, and those of what only it holds. */
  writeFieldsOf(object: Node): void {
    const { state } = this;
    const leaves = (field: FieldSlot): boolean => field.object === object || isInside(field.object, object);
    const leaving = state.fields.filter(leaves);
    if (leaving.length === 0) return;
    for (const field of leaving) if (field.dirty) this.storeRaw(field, field.node);
    state.fields = state.fields.filter((field) => !leaves(field));
    this.snapshot = null;
  }

  /** Drops one count of `node` now. */
  release(node: Node, lives = false): void {
    if (node.isConst) {
      // A constant is kept alive by what it was folded from.
      this.emit("decrefAbs", "none", null, null, (node.boxed as Word).low);
      return;
    }
    if (lives && node.isObject) {
      this.emit("decrefNonzero", "none", node, null);
      return;
    }
    const simple = diesAlone(node);
    this.protectBorrowed(simple ? typeAtDeath(node) : 0);
    this.emit(node.isObject ? "decref" : "decrefValue", "none", node, null);
    if (!simple) {
      const isLeftover = this.loopStart < 0 && node.op === "loadSlot" && !this.lessons.losesFacts;
      this.cache.forgetAll(isLeftover ? (node.imm as number) / 8 : undefined);
      this.pendingCheck = true;
    }
  }
  /** Whether a register holds something whose death ends nothing that the trace knows. */
  holdsSimple(slot: number): boolean {
    const node = this.state.slots.get(slot)?.node ?? null;
    return node !== null && (!isCounted(node) || diesAlone(node));
  }

  /**
   * Something may die that borrowed references come from: counts them. `type`: if it takes nothing else with it, its own type; it may still be
   * borrowed under the name of another node.
   */
  protectBorrowed(type = 0): void {
    const protect = (node: Node): void => {
      if (!isCounted(node) || node.virtual !== null || node.own > 0 || node.cleanHolders > 0) return;
      const { keeper } = node;
      if (keeper !== null && keeper.dirtyHolders + keeper.cleanHolders > 0) return;
      if (type !== 0 && node.pyType !== 0 && node.pyType !== type) return;
      this.increment(node);
      node.own++;
    };
    for (const slot of this.state.slots.values()) if (!slot.clean && slot.node !== null) protect(heldBy(slot.node));
    for (const node of this.state.heldByVirtuals()) protect(node);
  }
  // --- memory ------------------------------------------------------------------------------------------------------------------------

  /** Writes all registers to the frame: afterwards the interpreter could go on here. */
  flush(): void {
    const { state } = this;
    this.materialiseAll();
    const slots = state.dirtySlots();
    for (const { node } of state.owed(slots)) this.increment(node);
    const waiting = this.generators.fields(slots);
    for (const { slot, node } of slots) {
      if (!isSuspendedSlot(slot)) this.storeSlot(slot, node);
      state.becomeClean(state.slot(slot));
    }
    for (const { object, offset, node, raw } of waiting) this.storeField(object, offset, node, raw);
    this.generators.forgetSuspended();
    for (const { node } of slots) heldBy(node).own = 0;
    for (const field of state.fields) {
      if (!field.dirty) continue;
      this.storeRaw(field, field.node);
      field.dirty = false;
    }
    this.settleDepth();
  }
  settleDepth(): void {
    const { state } = this;
    if (state.depth !== 0) this.emit("addAbsU32K", "none", null, null, Layout.VM.depth, state.depth >>> 0);
    state.depth = 0;
  }
  storeRaw(field: FieldSlot, node: Node): void {
    this.storeField(field.object, field.offset, node, field.raw);
  }
  // --- exceptions being handled ---------------------------------------------------------------------------------------------

  /** What vm->handled is known to hold; "something": an exception. */
  handled: Node | "nothing" | "something" | "unknown" = "unknown";

  /** Guards that no exception is being handled. */
  guardHandlesNothing(): void {
    if (this.handled === "nothing") return;
    this.emit("guardEmpty", "none", this.emit("loadAbs", "value", null, null, Layout.VM.handled), null);
    this.handled = "nothing";
  }
  get mayHandleNothing(): boolean {
    return this.handled === "nothing" || this.handled === "unknown";
  }

  /** A frame that the interpreter made. */
  seenFrame(delta: number, code: number, callPc = 0): Frame {
    const locals = localCount(this.heap, code);
    const { fn = 0 } = this.options.stack.get(delta) ?? {};
    return { delta, code, locals, callable: null, fn, callPc, mode: 0, instance: null, exposed: true };
  }
  codeAt(delta: number): number {
    const next = this.records.find((r) => r.delta === delta && r.pc === this.nextPc);
    if (next !== undefined) return next.code;
    if (delta === this.options.endDelta) return this.options.endCode;
    throw new Abort("unknown-frame");
  }
  /** Loads what memory has in a slot that the trace has not seen: it is to be dropped. */
  readLeft(slot: number): void {
    const s = this.state.slot(slot);
    if (s.node === null && s.clean) this.load(slot);
  }
}
