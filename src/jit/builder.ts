// Turns a recording into a trace: runs over the recorded instructions with an abstract frame state, emits nodes for what is not known yet, and
// keeps whatever it learns. A loop is gone through twice: the first round finds types, loads and guards that hold for ever, the second finds
// them known, and only the second is repeated. So guards and invariant loads leave the loop without a pass of their own.

import { CoreConst, type CoreEntryName, Layout } from "../heap/generated/layout.ts";
import { Abort } from "./abort.ts";
import type { BuildOptions, Dependency } from "./build-options.ts";
import type { HeadFacts } from "./field-cache.ts";
import { FieldCache } from "./field-cache.ts";
import { FirstRound, loosely } from "./first-round.ts";
import { type Inherited, inherit, inverseGuard, type ParentExit, type TraceKnowledge } from "./inherit.ts";
import type {
  ExitKnowledge,
  FieldEntry,
  Frame,
  IrOp,
  IrType,
  Looseness,
  SlotEntry,
  SlotView,
  Snapshot,
  TraceIr,
  Word,
} from "./ir.ts";
import { factClock, IR_OPS, Node } from "./ir.ts";
import { hole, IrWriter, NO_WORD } from "./ir-writer.ts";
import { isInside } from "./iterator-fields.ts";
import { type Drop, diesAlone, droppedInTrace, typeAtDeath } from "./last-references.ts";
import { joinLoop, type LoopHead } from "./loop-head.ts";
import { LoopVirtuals, type VirtualLessons } from "./loop-virtuals.ts";
import { numberWanted } from "./next-use.ts";
import { policy } from "./policy.ts";
import { Profile } from "./profile.ts";
import type { Operand, Recorded } from "./recording.ts";
import { localCount, numberTag, tagOf, wide } from "./recording.ts";
import { type FieldSlot, FrameState, HANDLED_SLOT, heldBy, isCounted } from "./state.ts";
import { Generator, isSuspendedSlot, type Words } from "./suspended.ts";
import { HOOKS } from "./translate/hooks.ts";
import { TRANSLATORS, type Translator } from "./translate/index.ts";
import { RAISING } from "./translate/raising.ts";
import { MOST_LIVE_FIELDS, materialise } from "./virtual.ts";
import { exceptionOf } from "./virtual-exception.ts";
import { isGenerator } from "./virtual-generator.ts";

const FLAG_DROP = [1, 2, 4] as const;
const EXCEPTION_ENTRY = Layout.ExceptionEntry;
/** Mode word of the frames that a trace pushes for another: bit 31, outer mode, mode. */
const TRACE_CALL = (0x80000000 | (CoreConst.RET_STORE << 8) | CoreConst.RET_TRACE) >>> 0;
/** Holds what a frame returns while its registers are dropped: a slot that no frame has. */
const RESULT_SLOT = -(2 ** 24);
/** Instructions that go on elsewhere in their frame, in another one above it, below it, without having raised. */
const JUMPS = new Set([
  "JUMP", "JUMP_BACK", "JUMP_IF", "JUMP_CMP", "JUMP_CMP_K", "JUMP_IS", "JUMP_NONE", "JUMP_CONTAINS", "FOR_ITER", "SEND",
]); // biome-ignore format: a table
const ENTERING = new Set(["CALL", "CALL_METHOD", "CALL_KW", "CALL_METHOD_KW", "GETATTR", "FOR_ITER", "SEND"]);
const RAISES = new Set(["RAISE", "RERAISE"]);
const LEAVING = new Set(["RETURN", "RETURN_CONST", "YIELD", "RETURN_GENERATOR"]);

/**
 * What a function of the core may change besides what it answers: nothing that the trace knows of; items and sizes of containers, whose items
 * may die; whatever there is but the registers of frames.
 */
export type Effect = "nothing" | "items" | "anything";

/** Instructions that change what is being handled. */
const HANDLING = new Set(["PUSH_EXC", "POP_EXC", "EXC_GROUP_MATCH"]);

/** The loop was built on something that did not hold at its end: what to do otherwise. */
class Retry extends Error {}

/** What earlier attempts at the same recording have learnt. */
interface Lessons {
  /** Slots that differ from round to round though they did not look so. */
  readonly varying: Set<number>;
  /** Types that slots should be turned into before the loop starts. */
  readonly headTypes: Map<number, "int" | "float">;
  /** Generators are not carried round in registers. */
  writesGenerators: boolean;
  /** What dies in a round ends what is known of memory, though it did not look so. */
  losesFacts: boolean;
  /** Instructions whose generators are made at once. */
  readonly madeFromStart: Set<object>;
  readonly virtuals: VirtualLessons;
}

/** Builds a trace. Throws Abort. */
export function buildTrace(options: BuildOptions): {
  ir: TraceIr;
  exits: Snapshot[];
  dependencies: Dependency[];
  continuationCount: number;
  /** It does not go as far as the recording. */
  cut: boolean;
  profile: Profile | null;
  knowledge: TraceKnowledge;
  /** Why the trace could not go on at its loop's head. */
  joinFailure: string;
  /** It could perhaps one round later. */
  joinsLater: boolean;
  /** A variable comes to the head as an int where the loop has a float, or the other way round. */
  comesAsOtherNumber: boolean;
} {
  const lessons: Lessons = {
    varying: new Set(),
    headTypes: new Map(),
    writesGenerators: false,
    losesFacts: false,
    madeFromStart: new Set(),
    virtuals: { real: new Set(), varying: new Set(), types: new Map() },
  };
  for (let attempt = 0; attempt < 10 + lessons.madeFromStart.size; attempt++) {
    const builder = new Builder(options, lessons);
    try {
      const ir = builder.build();
      const { exits, dependencies, continuationCount, cut, profile, joinFailure, joinsLater, comesAsOtherNumber } =
        builder;
      profile?.finish(builder.position, ir.code);
      const knowledge = builder.knowledge();
      return {
        ir,
        exits,
        dependencies,
        continuationCount,
        cut: cut !== null,
        profile,
        knowledge,
        joinFailure,
        joinsLater,
        comesAsOtherNumber,
      };
    } catch (error) {
      if (!(error instanceof Retry)) throw error;
    }
  }
  throw new Abort("type-unstable");
}

export class Builder extends IrWriter {
  readonly options: BuildOptions;
  readonly exits: Snapshot[] = [];
  readonly dependencies: Dependency[] = [];
  readonly frames: Frame[] = [];
  /** null: the trace begins where nothing is known. */
  readonly inherited: Inherited | null = null;
  joinFailure = "";
  joinsLater = false;
  comesAsOtherNumber = false;
  readonly cache = new FieldCache();
  state = new FrameState();
  /** The instruction being translated and the one after it. */
  record!: Recorded;
  nextPc = 0;
  nextDelta = 0;
  next: Recorded | undefined;
  /** Its number in the recording. */
  private index = 0;
  /** If a frame has been pushed: its RESUME, which has the words of its head. */
  entered: Recorded | undefined;
  /** The call being translated was not followed: the callee's RESUME. */
  skipped: Recorded | null = null;
  continuationCount = 0;
  /** Instruction before which the trace ends though the recording goes on. */
  cut: Recorded | null = null;
  /** The trace has returned to its caller. */
  private hasReturned = false;
  /** What is noted of the instructions for --stats: see profile.ts. */
  readonly profile: Profile | null;

  private readonly lessons: Lessons;
  private phis: Node[] = [];
  private readonly phiSlots = new Map<number, Node>();
  /** Slots that hold the same node in every round though they are written. */
  private readonly kept = new Map<number, Node>();
  private readonly dependent = new Set<string>();
  private snapshot: Snapshot | null = null;
  private snapshotPc = 0;
  private pendingCheck = false;
  /** Something that the trace relies on may have changed. */
  private pendingValid = false;
  private readonly loopVirtuals: LoopVirtuals;
  private readonly firstRound: FirstRound;

  constructor(options: BuildOptions, lessons: Lessons) {
    super(options.heap);
    this.options = options;
    this.lessons = lessons;
    this.loopVirtuals = new LoopVirtuals(this, lessons.virtuals);
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
    } else if (parent.exits[0]?.snapshot.known === null) this.beginsInMemory(parent.exits[0].snapshot, first.code);
    else {
      this.inherited = inherit(parent);
      this.empty = this.inherited.empty;
      this.begins(this.inherited, parent);
    }
    this.base = this.frames.map((frame) => frame.delta);
    this.pendingValid = options.parentMayHaveDied ?? false;
  }
  /** Distances of the frames that the trace begins in. */
  private readonly base: readonly number[];

  private begins(from: Inherited, parent: ParentExit): void {
    this.state = from.state;
    this.frames.push(...from.frames);
    this.code.push(...from.loads);
    for (const [key, node] of from.entries) this.cache.entries.set(key, node);
    for (const [node, shape] of from.shapes) this.cache.shapes.set(node, shape);
    for (const [key, node] of from.constants) this.constants.set(key, node);
    for (const [key, node] of from.numbered) this.numbered.set(key, node);
    if (parent.failed !== null) this.believeFailure(parent.failed);
  }
  /** The exit wrote everything: only what kinds of values it wrote is known. */
  private beginsInMemory({ slots, delta }: Snapshot, code: number): void {
    this.frames.push(this.seenFrame(delta, code));
    for (const { slot, node, isObject, pyType } of slots) {
      if (node.op === "headPc" || node.op === "headAux") continue;
      const isNumber = node.type === "int" || node.type === "float";
      if (isNumber) this.state.slot(slot).known = { type: node.type, pyType: 0 };
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
    return { cache, numbered, constants, empty, nextId, head: this.head };
  }

  build(): TraceIr {
    const { records, closes } = this.options;
    this.startsWithDeath(records[0] as Recorded);
    this.cut = this.round(records);
    const entry = this.inherited?.entry ?? [];
    const line = { code: this.code, loopStart: -1, phis: [], entry };
    if (this.hasReturned) return { ...line, end: null, join: null };
    if (this.cut !== null && closes) throw new Abort("call-in-loop");
    if (!closes) {
      this.begin(this.cut?.pc ?? this.options.endPc);
      this.materialiseAll();
      const { joins } = this.options;
      const join = joins === undefined || this.cut !== null ? null : joinLoop(this, joins);
      if (join !== null) return { ...line, end: null, join };
      return { ...line, end: this.takeSnapshot(), join: null };
    }
    this.startLoop(records[0] as Recorded);
    this.round(records);
    this.closeLoop(records[0] as Recorded);
    this.head = this.describeHead(records[0] as Recorded);
    return { code: this.code, loopStart: this.loopStart, phis: this.phis, end: null, entry, join: null };
  }

  /** What the exit that the trace grows from was to drop dies now. */
  private startsWithDeath(first: Recorded): void {
    if (this.options.parent?.exits[0]?.snapshot.drops === undefined) return;
    this.begin(first.pc);
    this.settle();
    this.pendingCheck = true;
    this.pendingValid = true;
  }

  /** Answers the instruction before which the trace has to end, null if it got through. */
  private round(records: readonly Recorded[]): Recorded | null {
    const { endPc, endDelta } = this.options;
    const first = this.position;
    for (let i = 0; i < records.length; i++) {
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
        if (this.skipped !== null || (this.isTooDeep && !this.options.closes)) return record;
        this.isTooDeep = false;
        // These only raise for an interrupt, which is not what they will do next time.
        if (record.generic === "JUMP_BACK" || record.generic === "RESUME") throw new Abort("interrupted");
        this.step();
      }
      this.settle(this.hasReturned || this.frame.delta !== this.nextDelta ? -1 : first + i + 1);
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
    return this.raised(record) && translate(this, record);
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
  private wentOn(record: Recorded): boolean {
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
    return this.isFirst ? undefined : numberWanted(this.options.records, this.index);
  }
  isVolatile(cell: number): boolean {
    return this.options.isVolatile(cell);
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

  private begin(pc: number): void {
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
    if (this.snapshot !== null) return this.snapshot;
    const slots = this.state.dirtySlots();
    const waiting = this.generatorFields(slots);
    const snapshot: Snapshot = {
      pc: this.snapshotPc,
      delta: this.frame.delta,
      depth: this.state.depth,
      slots: slots.filter(({ slot }) => !isSuspendedSlot(slot) && slot !== HANDLED_SLOT),
      fields: [
        ...this.state
          .dirtyFields()
          .map((f): FieldEntry => ({ object: f.object, offset: f.offset, node: f.node, raw: f.raw })),
        ...waiting.filter(({ object }) => object.virtual === null),
        ...slots.filter(({ slot }) => slot === HANDLED_SLOT).map(({ node }) => this.handledField(node)),
      ],
      virtuals: this.state.virtualEntries().map((entry) => {
        const more = waiting.filter(({ object }) => object === entry.node);
        return more.length === 0 ? entry : { ...entry, fields: [...entry.fields, ...more] };
      }),
      owed: this.state.owed(slots),
      index: this.exits.length,
      at: this.position,
      grows: true,
      known: this.exitKnowledge(),
    };
    this.exits.push(snapshot);
    this.snapshot = snapshot;
    return snapshot;
  }

  /** vm->handled as a field. */
  private handledField(node: Node): FieldEntry {
    return { object: this.empty, offset: Layout.VM.handled, node, raw: "value" };
  }

  private exitKnowledge(): ExitKnowledge | null {
    const { state, frames, cache } = this;
    // Generators and exceptions are not handed over.
    const staysHere = [...state.virtuals].some(({ virtual }) => virtual?.site);
    if (state.generators.length > 0 || staysHere || frames.some(({ resumed }) => resumed !== undefined)) return null;
    return {
      slots: state.views(),
      frames: frames.slice(),
      fields: state.fields.map(({ object, offset, node, raw, dirty }) => ({
        slot: { object, offset, node, raw },
        dirty,
        seen: state.seen.get(object) ?? 0,
      })),
      entries: cache.entries.mark,
      shapes: cache.shapes.mark,
      numbered: this.numbered.mark,
    };
  }

  /** From here on instructions are run as often as this place is passed. */
  private count(): void {
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
  /** The same, but a virtual object stays one, unless it is a generator. */
  look(slot: number, hint?: Operand): Node {
    const node = this.peek(slot, hint);
    return node.virtual !== null && isGenerator(node.virtual) ? this.real(node) : node;
  }
  /** The same, but any virtual object stays one. */
  peek(slot: number, hint?: Operand): Node {
    if (this.loopStart < 0 && !this.state.slot(slot).written) this.firstRound.read(slot);
    return this.load(slot, hint);
  }
  private load(slot: number, hint?: Operand): Node {
    const s = this.state.slot(slot);
    if (this.loopStart >= 0) this.headReads.add(slot);
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
    this.state.becomesReal(node, made, (head) => this.instanceHead(made, head.imm as number));
    this.cache.replace(node, made);
    // The next exit of this instruction finds the object made.
    this.snapshot = null;
  }
  /** Called before an exit that is not the instruction's first: it must still be that of the state before it. */
  mayLeave(): void {
    if (this.state.touched || this.called) throw new Error(`krait: ${this.record?.generic} makes an object too late`);
  }
  /** Generators that the trace has not made but may have suspended. */
  private makeGenerators(): void {
    for (const node of [...this.state.virtuals])
      if (node.virtual !== null && isGenerator(node.virtual)) materialise(this, node);
  }
  /** Whether what this instruction of the recording makes has turned out to be needed. */
  isMadeFromStart(site: object): boolean {
    return this.lessons.madeFromStart.has(site);
  }
  /** What that instruction makes would have to be made now, which is too late. */
  makeFromStart(site: object): never {
    this.lessons.madeFromStart.add(site);
    throw new Retry();
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
    this.wantHeadType(node, "int");
    const int = this.pure("unboxInt", "int", node);
    this.refine(node, int);
    return int;
  }
  asFloat(node: Node): Node {
    if (node.type === "float") return node;
    if (node.type === "int") return this.toFloat(node);
    if (node.type !== "value" || node.isConst || node.isObject) throw new Abort("no-progress", "a float was expected");
    this.wantHeadType(node, "float");
    const float = this.pure("unboxFloat", "float", node);
    this.refine(node, float);
    return float;
  }
  private wantHeadType(node: Node, type: "int" | "float"): void {
    if (node.op !== "phi") return;
    for (const [slot, phi] of this.phiSlots)
      if (phi === node && this.lessons.headTypes.get(slot) !== type) {
        this.lessons.headTypes.set(slot, type);
        throw new Retry();
      }
    if (this.loopVirtuals.wants(node, type)) throw new Retry();
  }
  /** Number kind of a node, with what the recorder saw where the trace does not know; undefined: not a plain number. */
  numberKind(node: Node, hint: Operand): "int" | "float" | undefined {
    if (node.type === "int" || node.type === "float") return node.type;
    if (node.type !== "value" || node.isConst || node.isObject) return undefined;
    return numberTag(hint);
  }

  /** Guards that `node` is an object of exactly this type. False if it is known not to be. */
  guardType(node: Node, type: number): boolean {
    if (node.pyType !== 0) return node.pyType === type;
    if (node.type === "int" || node.type === "float" || node.type === "word" || type === 0) return false;
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
    if (node.type === "int" || node.type === "float") return false;
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
        if (this.generatorOf(node) !== undefined && node.virtual.site !== null) this.makeFromStart(node.virtual.site);
        this.state.bury(node);
        continue;
      }
      const isOutOfSight = node.dirtyHolders + node.cleanHolders === 0;
      if (isOutOfSight) this.writeGenerator(node);
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
    const exit: Snapshot = {
      ...this.takeSnapshot(),
      index: this.exits.length,
      drops: drops.map((drop) => drop.node),
    };
    this.exits.push(exit);
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
  private holdsSimple(slot: number): boolean {
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
    const waiting = this.generatorFields(slots);
    for (const { slot, node } of slots) {
      if (!isSuspendedSlot(slot)) this.storeSlot(slot, node);
      state.becomeClean(state.slot(slot));
    }
    for (const { object, offset, node, raw } of waiting) this.storeField(object, offset, node, raw);
    this.forgetSuspended();
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
  private storeRaw(field: FieldSlot, node: Node): void {
    this.storeField(field.object, field.offset, node, field.raw);
  }
  // --- generators ------------------------------------------------------------------------------------------------------------------

  private generatorCount = 0;
  /** What vm->handled is known to hold; "something": an exception. */
  handled: Node | "nothing" | "something" | "unknown" = "unknown";
  private handlesNothingAtHead = false;

  /** Guards that no exception is being handled. */
  guardHandlesNothing(): void {
    if (this.handled === "nothing") return;
    this.emit("guardEmpty", "none", this.emit("loadAbs", "value", null, null, Layout.VM.handled), null);
    this.handled = "nothing";
  }
  get mayHandleNothing(): boolean {
    return this.handled === "nothing" || this.handled === "unknown";
  }
  generatorOf(node: Node): Generator | undefined {
    return this.state.generators.find((generator) => generator.node === node);
  }
  /** A generator that the trace knows from now on; memory has `words`. `stale`: see Generator. */
  addGenerator(node: Node, code: number, words: Words, stale: ReadonlySet<number>): Generator {
    const registers = this.heap.readU16(code + Layout.PyCode.reg_count);
    const generator = new Generator(node, code, registers, this.generatorCount++, words, stale);
    this.state.generators.push(generator);
    return generator;
  }
  /** What suspended and running generators need for memory to be right, but for counts. */
  private generatorFields(dirty: readonly SlotEntry[]): FieldEntry[] {
    const fields: FieldEntry[] = [];
    for (const generator of this.state.generators) {
      const { node: object, words, group } = generator;
      for (const { slot, node } of dirty)
        if (generator.owns(slot)) fields.push({ object, offset: Generator.fieldOf(slot - group), node, raw: "value" });
      const delegate = words.delegates
        ? (this.state.slots.get(generator.slotOf(words.target + 1))?.node ?? null)
        : null;
      fields.push(...generator.wordFields((n) => this.int(n), this.empty, delegate));
    }
    return fields;
  }
  /** Memory has been brought up to date: suspended generators are as it says. */
  private forgetSuspended(): void {
    const { state } = this;
    for (const generator of state.generators) generator.wasWritten(new Set());
    for (const slot of [...state.slots.keys()]) {
      if (!isSuspendedSlot(slot)) continue;
      state.forget(slot);
      state.slots.delete(slot);
    }
    state.generators = state.generators.filter((generator) => generator.isRunning);
  }
  /** Memory takes over a suspended generator. */
  private writeGenerator(node: Node): void {
    const generator = this.generatorOf(node);
    if (generator === undefined || generator.isRunning) return;
    const { state } = this;
    const slots = state.dirtySlots().filter(({ slot }) => generator.owns(slot));
    for (const { node: held } of slots) if (held.virtual?.site) this.makeFromStart(held.virtual.site);
    const others = state.generators;
    state.generators = [generator];
    const fields = this.generatorFields(slots);
    state.generators = others;
    for (const { slot, node: held } of slots) {
      state.slots.delete(slot);
      this.writeFieldsOf(held);
      if (!isCounted(held)) continue;
      held.dirtyHolders--;
      if (held.own > held.dirtyHolders) held.own--;
      else this.increment(held);
    }
    for (const { object, offset, node: value, raw } of fields) this.storeField(object, offset, value, raw);
    state.generators = others.filter((other) => other !== generator);
  }
  private writeGenerators(): void {
    for (const { node } of [...this.state.generators]) this.writeGenerator(node);
  }
  /** Whether a suspended generator's register holds what it held before the round. */
  private isUnchanged(slot: number, node: Node): boolean {
    return this.state.generators.some((generator) => generator.taken.get(slot) === node);
  }
  /** At the head of a loop: what is to be found there again. */
  private generatorsAtHead = "";
  private generatorSignature(): string {
    return this.state.generators.map((generator) => `${generator.node.id} ${generator.signature}`).join(" ");
  }

  // --- leaving it to the interpreter ----------------------------------------------------------------------------------------------

  /** The interpreter's handler runs the instruction and comes back, if what it does next is what the recorder saw it do. */
  step(): void {
    const { record } = this;
    this.flush();
    const node = this.emit("step", "none", null, null);
    node.step = {
      pc: record.pc,
      delta: record.delta,
      landingPc: this.nextPc,
      landingDelta: this.nextDelta,
      raises: this.raised(record),
    };
    this.cache.forgetAll();
    this.state.fields = [];
    // Most instructions change nothing about it, but whether they do is not looked at.
    this.handled = this.handled === "nothing" || HANDLING.has(record.generic) ? "unknown" : this.handled;
    if (typeof this.handled !== "string") this.handled = "something";
    this.forgetAfterStep();
    this.profile?.end(this.position);
    this.begin(this.nextPc);
    this.profile?.stepped();
    this.position++;
    this.count();
    this.emit("guardAbsU32", "none", null, null, this.options.validAt, 0);
  }

  /** Whether the instruction raised, and what follows is the handler. */
  private raised(record: Recorded): boolean {
    if (this.nextDelta > record.delta || this.wentOn(record)) return false;
    const code = this.nextDelta === record.delta ? record.code : this.codeAt(this.nextDelta);
    const { heap, nextPc } = this;
    const table = heap.readU32(code + Layout.PyCode.exception_table);
    const handler = (nextPc - heap.readU32(code + Layout.PyCode.bytecode)) / 8;
    for (let i = 0; i < heap.readU32(code + Layout.PyCode.exception_count); i++)
      if (heap.readU32(table + i * EXCEPTION_ENTRY.size + EXCEPTION_ENTRY.handler) === handler) return true;
    return false;
  }
  /** What a stepped instruction may have changed in the frames the trace knows. */
  private forgetAfterStep(): void {
    for (const frame of this.frames) frame.exposed = true;
    const { state, record } = this;
    const landing = this.nextDelta;
    if (landing > record.delta) this.pushSeen(landing, record.pc);
    else if (landing < record.delta) {
      while (this.frames.length > 0 && this.frame.delta > landing) this.frames.pop();
      if (this.frames.length === 0) {
        // The frame the trace began in has returned.
        const code = this.codeAt(landing);
        this.frames.push(this.seenFrame(landing, code));
      } else if (this.frame.delta !== landing) throw new Abort("unknown-frame");
    }
    const isReplaced = this.isReplaced();
    if (isReplaced) {
      const { callPc } = this.frames.pop() as Frame;
      this.pushSeen(landing, callPc);
      for (const slot of state.slots.keys()) if (slot >= landing - 4) state.forget(slot);
    }
    state.generators = state.generators.filter((g) => this.frames.some((frame) => frame.resumed?.generator === g));
    // Whatever lies above the locals of the lower frame of the two is another frame's, or a temporary.
    const lower = landing > record.delta ? (this.frames[this.frames.length - 2] as Frame) : this.frame;
    for (const slot of [...state.slots.keys()]) if (slot >= lower.delta + lower.locals) state.forget(slot);
    if (landing < record.delta) this.forgetLocals();
    else if (landing === record.delta && !isReplaced) this.forgetTargets();
  }
  /**
   * Whether the frame at which the stepped instruction has arrived lies where another one lay: that one returned or raised to the core or to
   * TypeScript, which called this one (`__getattr__` after `__getattribute__`, a function for each item).
   */
  private isReplaced(): boolean {
    const { frame, record, nextDelta, nextPc } = this;
    if (frame.delta !== nextDelta || nextDelta > record.delta) return false;
    const code = this.codeAt(nextDelta);
    if (code !== frame.code || nextPc === this.heap.readU32(code + Layout.PyCode.bytecode)) return true;
    return nextDelta === record.delta && LEAVING.has(record.generic);
  }
  private pushSeen(delta: number, callPc: number): void {
    const head = this.entered?.delta === delta ? this.entered : undefined;
    const seen = this.seenFrame(delta, this.codeAt(delta), callPc);
    this.frames.push({ ...seen, mode: head?.va.high ?? 0, fn: head?.vc.low ?? 0 });
  }
  /** A frame that the interpreter made. */
  private seenFrame(delta: number, code: number, callPc = 0): Frame {
    const locals = localCount(this.heap, code);
    const { fn = 0 } = this.options.stack.get(delta) ?? {};
    return { delta, code, locals, callable: null, fn, callPc, mode: 0, instance: null, exposed: true };
  }
  codeAt(delta: number): number {
    const next = this.options.records.find((r) => r.delta === delta && r.pc === this.nextPc);
    if (next !== undefined) return next.code;
    if (delta === this.options.endDelta) return this.options.endCode;
    throw new Abort("unknown-frame");
  }
  private forgetLocals(): void {
    const { delta, locals } = this.frame;
    for (let i = 0; i < locals; i++) this.state.forget(delta + i);
  }
  /** Locals that the stepped instruction writes. */
  private forgetTargets(): void {
    const { record, state } = this;
    switch (record.generic) {
      case "UNPACK":
      case "UNPACK_EX":
      case "EXC_GROUP_MATCH":
        this.forgetLocals();
        break;
      default:
        state.forget(this.at(record.a));
        if (record.flags & 2) state.forget(this.at(record.b));
        if (record.flags & 4) state.forget(this.at(record.c));
        if (record.generic === "FOR_ITER" || record.generic === "SEND") state.forget(this.at(record.b));
    }
  }

  // --- calls -----------------------------------------------------------------------------------------------------------------------

  /** Guards that one more frame may be pushed. False if the trace has gone deep enough. */
  guardFrame(): boolean {
    const frames = this.frames.length;
    if (frames > policy.inlineDepth) {
      this.isTooDeep = true;
      return false;
    }
    const key = `recursion ${frames}`;
    const known = this.numbered.get(key);
    if (known !== undefined) this.useNumbered(key, known);
    else this.numbered.set(key, this.emit("guardDepth", "none", null, null, this.state.depth + 1));
    return true;
  }
  private isTooDeep = false;

  /** Enters the frame of a generator, whose registers are in place. */
  enterResumed(frame: Frame, generator: Generator, mode: number): void {
    const aux = new Node("headAux", "value", generator.node, null, null, mode, 0);
    aux.id = this.nextId++;
    this.putFrame(frame, frame.locals, aux);
    this.frames.push({ ...frame, resumed: { generator, mode } });
  }
  /** A frame in memory holds the generator that it runs. */
  keepAux(frame: Frame, node: Node, mode: number): void {
    const aux = new Node("headAux", "value", node, null, null, mode, 0);
    aux.id = this.nextId++;
    const slot = this.state.slot(frame.delta - 1);
    slot.node = aux;
    slot.clean = true;
    node.cleanHolders++;
  }
  /** Enters a frame whose registers begin at slot `delta`, with its parameters in place. Nothing is written to memory. */
  enter(frame: Frame, given: number): void {
    if (frame.instance === null) this.putFrame(frame, given, this.word(0, frame.mode));
    else {
      this.putFrame(frame, given, this.instanceHead(frame.instance, frame.mode));
    }
    this.frames.push(frame);
  }
  /** Aux and mode word of a frame of `__init__`. */
  private instanceHead(instance: Node, mode: number): Node {
    const aux = new Node("headAux", "value", instance, null, null, mode, 0);
    this.name(aux);
    return aux;
  }
  /** The head of a frame that the current one calls, and its registers behind the parameters. `aux`: aux and mode word. */
  private putFrame(frame: Frame, given: number, aux: Node): void {
    const { state } = this;
    const { delta } = frame;
    const head = new Node("headPc", "value", null, null, null, 0, 0);
    head.id = this.nextId++;
    head.step = { pc: frame.callPc, delta: this.frame.delta, landingPc: 0, landingDelta: 0, raises: false };
    state.put(delta - 3, head);
    state.put(delta - 2, this.word(0, frame.code));
    state.put(delta - 1, aux);
    for (let i = given; i < frame.locals; i++) state.put(delta + i, this.empty);
    state.depth++;
  }

  /** Loads what memory has in a slot that the trace has not seen: it is to be dropped. */
  private readLeft(slot: number): void {
    const s = this.state.slot(slot);
    if (s.node === null && s.clean) this.load(slot);
  }
  /** Leaves the current frame, which the trace has entered itself: drops its registers. The caller's frame is current afterwards. */
  leave(): Frame {
    const { state } = this;
    const frame = this.frames.pop() as Frame;
    const first = frame.delta - 4;
    this.readForgotten(frame);
    const slots = [...state.slots.keys()].filter((slot) => slot >= first).sort((x, y) => x - y);
    // Locals die first, in order, then the function.
    for (const slot of slots) if (slot >= frame.delta) state.clear(slot, this.empty);
    for (const slot of slots) if (slot < frame.delta) state.clear(slot, this.empty);
    for (const slot of slots) {
      const s = state.slot(slot);
      if (s.stale) this.emit("storeSlotConst", "none", null, null, slot * 8, NO_WORD);
      // It is not forgotten that the slot has been written: what was known of it at the trace's entry is over.
      s.node = null;
      s.clean = true;
      s.stale = false;
      s.written = true;
    }
    state.depth--;
    return frame;
  }

  /** Whatever is in the frame's registers must be known to be dropped. */
  private readForgotten(frame: Frame): void {
    for (let i = -1; i < frame.locals; i++) {
      const at = i < 0 ? frame.delta - 4 : frame.delta + i;
      this.readLeft(at);
    }
  }

  /** The frame below the trace's lowest one becomes known, the lowest one was called there; false if it can't be told. */
  addCaller(): boolean {
    const lowest = this.frames[0] as Frame;
    const found = this.options.stack.get(lowest.delta);
    if (found === undefined || found.callerDelta !== this.nextDelta) return false;
    const { callPc, callerDelta, mode } = found;
    this.emit("guardCaller", "none", null, null, (lowest.delta - 3) * 8).step = {
      pc: callPc,
      delta: callerDelta,
      landingPc: 0,
      raises: false,
      landingDelta: 0,
    };
    this.frames[0] = { ...lowest, callPc, mode };
    this.frames.unshift(this.seenFrame(callerDelta, this.codeAt(callerDelta)));
    return true;
  }
  /** The instance that a frame for its `__init__`, which the trace has not pushed, makes: memory has it in the frame's head. */
  readInstance(frame: Frame): Node {
    const slot = this.state.slot(frame.delta - 1);
    if (slot.node?.op === "headAux") return heldBy(slot.node);
    const instance = this.emit("loadSlotU32", "ref", null, null, (frame.delta - 1) * 8);
    instance.isObject = true;
    this.keepAux(frame, instance, frame.mode);
    return instance;
  }

  /** Calls a trace in a frame whose registers begin at slot `delta`, with its parameters in place. All that is known is in memory then. */
  callTrace(frame: Frame, given: number, trace: { readonly id: number; readonly codeOffset: number }): void {
    const { state } = this;
    const { delta } = frame;
    const callerDelta = this.frame.delta;
    this.materialiseAll();
    // Interrupts are looked for where it returns. Who had room for one call has it for the next: nobody can lower the limit to where he stands.
    const room = `${this.frames.length} ${callerDelta}`;
    if (!this.roomFor.has(room)) {
      this.roomFor.add(room);
      this.emit("guardDepth", "none", null, null, state.depth + 1);
      this.emit("guardStack", "none", null, null, (callerDelta * 8) >>> 0);
    }
    if (trace.id !== 0) this.depend("trace", trace.id);
    const continuation = this.options.firstContinuation + this.continuationCount++;
    if (continuation >= CoreConst.CONTINUATION_MAX) throw new Abort("code-memory");
    this.putFrame(frame, given, this.word(continuation, TRACE_CALL));
    // What the call has let go of (a bound method) dies before it: no value lives across it.
    this.settle();
    this.flush();
    const result = this.emit("callTrace", "value", null, null);
    result.called = {
      delta,
      callerDelta,
      target: trace.id === 0 ? -1 : trace.codeOffset,
      continuation,
    };
    this.forgetRegisters(frame);
    for (const [i, known] of this.frames.entries()) this.frames[i] = this.unseen(known);
    this.begin(this.nextPc);
    this.position += 2; // the call and the RESUME that was not followed
    this.count();
    this.write(this.record.a, result, true);
  }
  /** Where a call of a trace has been made: frames and distance. */
  private readonly roomFor = new Set<string>();
  /** A frame about which only constants are still known. */
  private unseen(frame: Frame): Frame {
    const { resumed: _, ...rest } = frame;
    return { ...rest, callable: frame.callable?.isConst ? frame.callable : null, exposed: true };
  }
  /** Nothing that was computed is at hand any more; frames are as memory says. */
  private forgetRegisters(called: Frame | null): void {
    const callee = called?.delta ?? Number.POSITIVE_INFINITY;
    for (const [at, slot] of this.state.slots) {
      const { node } = slot;
      // What is a constant in the caller's registers is one after the call.
      if (called !== null && at < callee - 4 && slot.clean && node?.isConst && !isCounted(node)) continue;
      this.state.forget(at);
      if (node === null || at >= callee - 4) continue;
      if (node.type === "int" || node.type === "float") slot.known = { type: node.type, pyType: 0 };
      // An object may get another class.
      else if (node.isObject)
        slot.known = { type: "ref", pyType: node.pyType < CoreConst.STATIC_END ? node.pyType : 0 };
    }
    this.state.fields = [];
    this.state.generators = [];
    this.handled = "unknown";
    this.cache.forgetAll();
    this.numbered.clear();
  }

  /** The current frame returns to the trace that called this one. */
  returnToTrace(value: Node): void {
    const { state, frame } = this;
    this.makeGenerators();
    this.takeSnapshot().grows = false;
    this.emit("guardMode", "none", null, null, frame.delta - 1, TRACE_CALL);
    this.readForgotten(frame);
    state.put(RESULT_SLOT, value);
    this.frames.pop();
    const slots = [...state.slots.keys()].filter((slot) => slot >= frame.delta - 4).sort((x, y) => x - y);
    for (const slot of slots) if (slot >= frame.delta) state.clear(slot, this.empty);
    state.clear(frame.delta - 4, this.empty);
    this.settle();
    if (isCounted(value) && value.own === 0 && state.slot(RESULT_SLOT).node === value) this.increment(value);
    state.slots.delete(RESULT_SLOT);
    state.depth--;
    for (const slot of [-3, -2, -1]) state.slots.delete(frame.delta + slot);
    this.flush();
    this.emit("returnToTrace", "none", this.box(value), null, frame.delta * 8);
    this.hasReturned = true;
  }

  // --- the loop ------------------------------------------------------------------------------------------------------------------------

  /** Whether the trace is in the very frames that it began in. */
  private isInBaseFrames(): boolean {
    const { frames, base } = this;
    return frames.length === base.length && frames.every((frame, i) => frame.delta === base[i]);
  }

  private startLoop(first: Recorded): void {
    if (!this.isInBaseFrames()) throw new Abort("unknown-frame", "the loop ends in another frame");
    const { state, lessons } = this;
    this.begin(first.pc);
    this.makeGenerators();
    for (const [slot, type] of lessons.headTypes) {
      const s = state.slot(slot);
      if (s.node?.type === "value" && !s.node.isConst)
        this.refine(s.node, this.pure(type === "int" ? "unboxInt" : "unboxFloat", type, s.node));
    }
    if (this.continuationCount > 0) {
      // Nothing outlives the calls, so nothing is kept from round to round.
      this.flush();
      this.forgetRegisters(null);
    }
    this.loopVirtuals.prepare([...state.slots].flatMap(([at, { node }]) => (node === null ? [] : [[at, node]])));
    if (lessons.writesGenerators) this.writeGenerators();
    this.generatorsAtHead = this.generatorSignature();
    if (typeof this.handled !== "string") this.handled = "something";
    this.handlesNothingAtHead = this.handled === "nothing";
    this.settleHead();
    this.settleDepth();
    // What is made from here on belongs to the loop: whoever joins it does not bring it along.
    for (const [at, { node, written, clean }] of state.slots)
      if (written && !clean && node !== null && this.looseness(at, node) !== null) this.box(node);
    this.firstInLoop = this.nextId;
    // A register that the round wrote varies; what it holds at the head of the loop is a new node, whose start is what it holds now.
    for (const [at, slot] of state.slots) {
      const start = slot.node;
      if (!slot.written || start === null) continue;
      if (slot.clean) {
        // Memory has it: it is loaded again when it is needed.
        state.forget(at);
        continue;
      }
      if (start.isConst ? this.keepsConstant(at, start) : this.isUnchanged(at, start) && !lessons.varying.has(at)) {
        this.kept.set(at, start);
        continue;
      }
      if (start.virtual !== null) {
        slot.node = this.loopVirtuals.enter(at, start);
        continue;
      }
      if (start.op === "headPc") throw new Abort("unknown-frame", "frame head in a loop");
      // What its fields hold is known under the old name.
      this.writeFieldsOf(start);
      const phi = this.phiOf(start, this.looseness(at, start));
      this.phiSlots.set(at, phi);
      slot.node = phi;
      if (isCounted(start)) {
        start.dirtyHolders--;
        start.own--;
      }
      if (isCounted(phi)) {
        // Each such register has its own count from here on.
        phi.dirtyHolders = 1;
        phi.own = 1;
      }
    }
    for (const field of state.fields) {
      if (!field.written) continue;
      const phi = this.phiOf(field.node);
      field.node = phi;
      this.fieldPhis.push({ field, phi });
    }
    for (const slot of state.slots.values()) {
      slot.written = false;
      if (slot.node !== null && !slot.clean) this.ownAtHead.set(heldBy(slot.node), heldBy(slot.node).own);
    }
    for (const node of this.loopVirtuals.constants()) this.ownAtHead.set(node, node.own);
    for (const field of state.fields) field.used = false;
    this.hasVirtualsAtHead = state.virtuals.size > 0;
    this.atHead = {
      facts: this.cache.keepInvariant((slot) => this.holdsSimple(slot)),
      slots: new Map(state.views().map((view) => [view.slot, view])),
      fields: state.fields.map((field) => ({ ...field, slot: field })),
    };
    this.loopStart = this.code.length;
    this.count();
  }
  private hasVirtualsAtHead = false;
  private atHead: {
    facts: HeadFacts;
    slots: ReadonlyMap<number, SlotView>;
    fields: readonly (FieldSlot & { slot: FieldSlot })[];
  } | null = null;
  /** Slots that the loop has looked at. */
  private readonly headReads = new Set<number>();
  private head: LoopHead | null = null;

  /** What the loop turned out to take for granted at its head. null: nobody can join it. */
  private describeHead(first: Recorded): LoopHead | null {
    const { atHead } = this;
    if (
      this.hasVirtualsAtHead ||
      this.generatorsAtHead !== "" ||
      [...this.kept.values()].some(({ isConst }) => !isConst)
    )
      return null;
    if (atHead === null || this.frames.length !== 1 || this.frame.delta !== 0 || this.continuationCount > 0)
      return null;
    const stale = new Set<number>();
    const read = new Map<number, Node>();
    const unread = new Map<number, Node | null>();
    const typed = new Map<number, NonNullable<SlotView["known"]>>();
    for (const [at, view] of atHead.slots) {
      if (view.stale) stale.add(at);
      if (!view.clean) {
        if (!this.phiSlots.has(at) && !this.kept.has(at)) return null;
      } else if (!this.headReads.has(at)) unread.set(at, view.node);
      else if (view.node !== null) read.set(at, view.node);
      else if (view.known !== null) typed.set(at, view.known);
    }
    const varies = new Set(this.fieldPhis.map(({ phi }) => phi));
    const fields = atHead.fields.filter(({ node, slot }) => varies.has(node) || slot.used);
    const own = new Map([...this.ownAtHead].filter(([node]) => node.isConst && isCounted(node)));
    return {
      pc: first.pc,
      firstId: this.firstInLoop,
      phis: this.phiSlots,
      constants: this.kept,
      handlesNothing: this.handlesNothingAtHead,
      stale,
      read,
      typed,
      ...this.cache.used(atHead.facts),
      numbered: new Set([...this.numbered.values()].filter(({ id }) => id >= 0 && id < this.firstInLoop)),
      used: this.usedNumbered,
      byNumber: (id) => this.nodeWith(id),
      fields: fields.map(({ object, offset, node, raw }) => ({ object, offset, node, raw, varies: varies.has(node) })),
      own,
      unread,
      unused: this.cache.unused(atHead.facts),
      untouched: atHead.fields.filter((field) => !fields.includes(field)),
    };
  }
  private nodeWith(id: number): Node | undefined {
    const has = (node: Node): boolean => node.id === id;
    return [...this.constants.values()].find(has) ?? this.code.find(has) ?? this.inherited?.nodes.get(id);
  }
  /** Counts that the trace holds at the loop's head; those of phis are per register. */
  private readonly ownAtHead = new Map<Node, number>();
  private readonly fieldPhis: { field: FieldSlot; phi: Node }[] = [];

  /** Gives every counted node that written slots hold as many counts as it has such slots. */
  private settleHead(): void {
    for (const [at, slot] of this.state.slots) {
      const node = slot.node;
      if (node === null || slot.clean || !slot.written || !isCounted(node)) continue;
      if (node.virtual !== null || (node.isConst && this.keepsConstant(at, node))) continue;
      this.ownFully(node);
    }
    for (const node of this.loopVirtuals.ownedAtHead()) this.ownFully(node);
  }
  /**
   * Whether a register that the round has left a constant in is taken to hold it in all rounds. Numbers and flags in variables are not: another
   * way through the loop would leave something else there.
   */
  private keepsConstant(slot: number, node: Node): boolean {
    if (this.lessons.varying.has(slot)) return false;
    if (this.looseness(slot, node) !== null) return false;
    const isPlain = node.type === "int" || node.type === "float" || node.pyType === CoreConst.TYPE_BOOL;
    return !isPlain || !this.isLocal(slot);
  }
  private ownFully(node: Node): void {
    for (; node.own < node.dirtyHolders; node.own++) this.increment(node);
  }

  private looseness(slot: number, start: Node): Looseness | null {
    if (!this.isLocal(slot) || this.lessons.headTypes.has(slot)) return null;
    return this.firstRound.looseness(slot, start);
  }

  phiOf(start: Node, loose: Looseness | null = null): Node {
    const phi = new Node(
      "phi",
      loose === null ? start.type : "value",
      loose === null || start.type === "ref" ? start : this.box(start),
      null,
      null,
      0,
      0,
    );
    phi.id = this.nextId++;
    phi.loose = loose;
    phi.isNew = start.isNew;
    if (loose === null) {
      phi.immortal = start.immortal && !start.isConst;
      phi.isObject = start.isObject;
      phi.pyType = start.isObject ? start.pyType : 0;
    } else phi.immortal = loose === "int" || loose === "float" || loose === "singleton";
    this.phis.push(phi);
    return phi;
  }

  private closeLoop(first: Recorded): void {
    const { state, lessons } = this;
    this.begin(first.pc);
    if (!this.isInBaseFrames()) throw new Abort("unknown-frame", "the loop ends in another frame");
    this.makeGenerators();
    if (this.continuationCount > 0) this.flush();
    if (lessons.writesGenerators) this.writeGenerators();
    if (this.generatorSignature() !== this.generatorsAtHead) {
      if (lessons.writesGenerators) throw new Abort("type-unstable", "a generator runs at the head of the loop");
      lessons.writesGenerators = true;
      throw new Retry();
    }
    if (this.handlesNothingAtHead) this.guardHandlesNothing();
    this.settleDepth();
    for (const at of this.phiSlots.keys()) this.real(state.slot(at).node ?? this.empty);
    this.loopVirtuals.settleEnd();
    for (const [at, phi] of this.phiSlots) {
      const slot = state.slot(at);
      if (slot.node === null || slot.clean) {
        // In the first round it was left in a register, now in memory: it must be taken out again.
        throw new Abort("type-unstable", `slot ${at} is in memory`);
      }
      const back = this.fit(phi, slot.node, (type) => lessons.headTypes.set(at, type));
      if (back === undefined) throw new Abort("type-unstable", `slot ${at}`);
      phi.back = back;
    }
    const inVirtuals = this.loopVirtuals.tie((phi, now, wanted) => this.fit(phi, now, wanted));
    const changed = [...this.kept].filter(([at, kept]) => state.slot(at).node !== kept || state.slot(at).clean);
    for (const [at] of changed) lessons.varying.add(at);
    if (changed.length > 0 || inVirtuals === undefined) throw new Retry();
    const carried = new Set<FieldSlot>();
    for (const { field, phi } of this.fieldPhis) {
      // A step writes all fields and forgets them: what came after it is another entry for the same field.
      const now = state.field(field.object, field.offset);
      if (now === undefined) throw new Abort("type-unstable", "a field is in memory");
      phi.back = now.node;
      carried.add(now);
    }
    for (const field of state.fields) {
      if (!field.dirty || carried.has(field)) continue;
      this.storeRaw(field, field.node);
      field.dirty = false;
    }
    for (const [at, slot] of state.slots) {
      if (slot.clean || slot.node === null) continue;
      if (!this.phiSlots.has(at) && !this.kept.has(at) && !this.loopVirtuals.has(at) && slot.written)
        throw new Abort("type-unstable", `slot ${at} was in memory`);
    }
    // Each counted register goes round with a count of its own.
    const shares = new Map<Node, number>();
    for (const [node, own] of this.ownAtHead) if (isCounted(node) && node.op !== "phi") shares.set(node, own);
    for (const at of this.phiSlots.keys()) {
      const node = state.slot(at).node as Node;
      if (isCounted(node)) shares.set(node, (shares.get(node) ?? 0) + 1);
    }
    for (const node of inVirtuals) if (isCounted(node)) shares.set(node, (shares.get(node) ?? 0) + 1);
    for (const [node, wanted] of shares) {
      for (; node.own < wanted; node.own++) this.increment(node);
      for (; node.own > wanted; node.own--) this.release(node, true);
    }
    if (this.cache.hoped) {
      lessons.losesFacts = true;
      throw new Retry();
    }
  }

  /** What a phi goes on with, of the phi's type; undefined if that can't be. `wanted`: what it should rather have been from the start. */
  private fit(phi: Node, now: Node, wanted: (type: "int" | "float") => void): Node | undefined {
    if (now === phi) return now;
    if (phi.loose !== null) return loosely(this, now, phi);
    if (phi.type === "int" || phi.type === "float") {
      let fitting = now;
      if (now.type === "value" && !now.isConst && !now.isObject) {
        fitting = this.pure(phi.type === "int" ? "unboxInt" : "unboxFloat", phi.type, now);
        this.refine(now, fitting);
      }
      return fitting.type === phi.type ? fitting : undefined;
    }
    let fitting = now;
    if (now.type === "int" || now.type === "float") {
      wanted(now.type);
      fitting = this.box(now);
    }
    if (phi.isObject && !fitting.isObject) {
      if (phi.pyType === 0 || !this.guardType(fitting, phi.pyType)) return undefined;
    } else if (phi.pyType !== 0 && fitting.pyType !== phi.pyType) {
      if (fitting.pyType !== 0 || !this.guardType(fitting, phi.pyType)) return undefined;
    }
    return fitting;
  }
}
