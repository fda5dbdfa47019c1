// Traces put together by hand, for tests of the core's side: a tier that records what gets hot and makes of it what the test says.
import { Op } from "../../src/bytecode/opcodes.ts";
import { SPECIALISED } from "../../src/bytecode/specialised.ts";
import { readConfig } from "../../src/config.ts";
import { CoreConst, Layout } from "../../src/heap/generated/layout.ts";
import { PyError } from "../../src/heap/py-error.ts";
import { readStencilLibrary } from "../../src/jit/emit/stencil-library.ts";
import { type Label, Stitcher } from "../../src/jit/emit/stitcher.ts";
import { Uop } from "../../src/jit/generated/stencil-uops.ts";
import { createRuntime, type Runtime } from "../../src/runtime.ts";
import type { Machine } from "../../src/vm/machine.ts";
import type { Tier } from "../../src/vm/tier.ts";

const VM = Layout.VM;
const RECORD = Layout.TraceRecord;
const INFO = Layout.TraceInfo;
export const MOST_RECORDS = 200;
/** Words of VM.trace_stats that traces made here count in. */
export const rounds = VM.trace_stats;
export const leaves = VM.trace_stats + 4;

const opNames = new Map<number, string>([
  ...Object.entries(Op).map(([name, id]): [number, string] => [id, name]),
  ...Object.entries(SPECIALISED).map(([name, info]): [number, string] => [info.id, name]),
]);

export interface Record {
  readonly pc: number;
  readonly fp: number;
  readonly op: string;
  readonly flags: number;
  readonly depth: number;
  /** Low halves of a, b and c: references, or the low bits of numbers. */
  readonly values: readonly [number, number, number];
  readonly types: readonly [number, number, number];
  readonly shapes: readonly [number, number, number];
}

/** What the test does with what is hot; the default records it. */
export interface Plan {
  hot?(tools: Tools): void;
  recorded?(tools: Tools, records: Record[], end: number): void;
}

/** The tier, and what a plan needs to make traces. */
export class Tools implements Tier {
  readonly machine: Machine;
  readonly runtime: Runtime;
  /** Everything written to fd 1. */
  output = "";
  plan: Plan = {};
  flags = 0;
  inner = 0;
  filename = "test.py";
  readonly ends: number[] = [];
  #next = 0;
  #trace = 1;
  #continuation = 1;
  #hotPc = 0;

  constructor() {
    this.runtime = createRuntime({
      config: { ...readConfig({ KRAIT_JIT: "off" }), debugCore: true },
      write: (_fd, text) => {
        this.output += text;
      },
    });
    this.machine = this.runtime.machine;
  }

  /** Runs a program with the plan; what it printed. Everything is counted afterwards. */
  run(source: string, plan: Plan, hotLoop = 3, hotEntry = 1_000_000): string {
    this.plan = plan;
    this.output = "";
    this.machine.startTier(this, hotLoop, hotEntry);
    try {
      this.runtime.runMain(source, this.filename);
    } catch (error) {
      throw error instanceof PyError ? new Error(this.runtime.describe(error)) : error;
    } finally {
      this.machine.stopTier();
      this.machine.heap.release(0);
    }
    const faults = this.runtime.audit();
    if (faults !== undefined) throw new Error(faults);
    return this.output;
  }

  hot(): void {
    this.#hotPc = this.word(VM.hot_pc);
    if (this.plan.hot) this.plan.hot(this);
    else this.record();
  }
  called(): void {}
  recorded(): void {
    const end = this.word(VM.record_end);
    this.ends.push(end);
    this.plan.recorded?.(this, this.records(), end);
  }

  word(at: number): number {
    return this.machine.heap.readU32(at);
  }
  set(at: number, value: number): void {
    this.machine.heap.writeU32(at, value);
  }
  opAt(pc: number): string {
    return opNames.get(this.machine.heap.u8[pc] as number) ?? "?";
  }

  /** Starts a recording where control is. */
  record(): void {
    if (this.word(VM.records) === 0) this.set(VM.records, this.machine.heap.core.block(MOST_RECORDS * RECORD.size));
    this.set(VM.record_limit, MOST_RECORDS);
    this.set(VM.record_flags, this.flags);
    this.set(VM.record_inner, this.inner);
    this.machine.heap.core.record();
  }
  records(): Record[] {
    const { heap } = this.machine;
    const three = (at: number, stride: number): [number, number, number] => [
      this.word(at),
      this.word(at + stride),
      this.word(at + 2 * stride),
    ];
    return Array.from({ length: this.word(VM.record_count) }, (_, i) => {
      const at = this.word(VM.records) + i * RECORD.size;
      return {
        pc: this.word(at + RECORD.pc),
        fp: this.word(at + RECORD.fp),
        op: opNames.get(heap.u8[at + RECORD.op] as number) ?? "?",
        flags: heap.u8[at + RECORD.flags] as number,
        depth: ((heap.u16[(at + RECORD.depth) / 2] as number) << 16) >> 16,
        values: three(at + RECORD.a, 8),
        types: three(at + RECORD.type_a, 4),
        shapes: three(at + RECORD.shape_a, 4),
      };
    });
  }

  // --- code ------------------------------------------------------------------------------------------------------------------

  /**
   * A trace of the code that `emit` writes; it is called until the places it asks for stand still. Returns the trace's number, its code offset and
   * the code offsets of its marks.
   */
  makeTrace(emit: (code: Code) => void): { trace: number; start: number; marks: ReadonlyMap<string, number> } {
    const { image, platform } = this.machine;
    const start = image.code.start + this.#next;
    let marks: ReadonlyMap<string, number> = new Map();
    let bytes: Uint8Array = new Uint8Array();
    for (let pass = 0; pass < 2; pass++) {
      const code = new Code(
        this.machine,
        new Stitcher(readStencilLibrary(platform.arch), (name) => image.entry(name)),
        start,
        marks,
      );
      emit(code);
      bytes = code.finish();
      marks = code.marks;
    }
    image.code.write(start, bytes);
    this.#next += (bytes.length + 63) & ~63;
    const trace = this.#trace++;
    const info = this.info(trace);
    this.set(info + INFO.dead, 0);
    this.set(info + INFO.code_start, start);
    this.set(info + INFO.code_end, start + bytes.length);
    return { trace, start, marks };
  }
  info(trace: number): number {
    return CoreConst.TRACE_TABLE_BASE + trace * INFO.size;
  }
  isDead(trace: number): boolean {
    return this.word(this.info(trace) + INFO.dead) !== 0;
  }
  /** The instruction whose counter ran out enters a trace from now on. */
  enter(trace: number, start: number, pc = this.#hotPc): void {
    if (this.machine.heap.core.traceEnter(trace, pc, start) !== 1) throw new Error("the core refused an entry");
  }
  /** A continuation at a code offset, which the trace owns. */
  continuation(trace: number, code: number): number {
    const number = this.#continuation++;
    this.set(CoreConst.CONTINUATIONS_BASE + 4 * number, code);
    this.set(this.info(trace) + INFO.continuation_first, number);
    this.set(this.info(trace) + INFO.continuation_count, 1);
    return number;
  }

  /** A trace that runs what was recorded, every instruction as a step: round and round, or to where the recording ended. */
  stepTrace(records: readonly Record[], entry = this.#hotPc): number {
    const first = records[0] as Record;
    const end = { pc: this.word(VM.pc), fp: this.word(VM.fp) };
    const isLoop = end.pc === first.pc && end.fp === first.fp;
    const { trace, start } = this.makeTrace((code) => {
      code.mark("0");
      code.count(rounds);
      code.leaveIf(Uop.check_interrupt, first.pc);
      records.forEach((record, i) => {
        const next = records[i + 1] ?? end;
        code.step(record.pc, next.pc, next.fp, isLoop && i + 1 === records.length ? "0" : String(i + 1));
        code.mark(String(i + 1));
      });
      if (!isLoop) code.leave(end.pc);
    });
    this.enter(trace, start, entry);
    return trace;
  }

  close(): void {
    this.runtime.close();
  }
}

/** Stencils in a row, with names for code offsets. */
export class Code {
  readonly marks = new Map<string, number>();
  readonly #machine: Machine;
  readonly #stitcher: Stitcher;
  readonly #start: number;
  readonly #known: ReadonlyMap<string, number>;
  readonly #late: (() => void)[] = [];

  constructor(machine: Machine, stitcher: Stitcher, start: number, known: ReadonlyMap<string, number>) {
    this.#machine = machine;
    this.#stitcher = stitcher;
    this.#start = start;
    this.#known = known;
  }

  mark(name: string): void {
    this.marks.set(name, this.#start + this.#stitcher.length);
  }
  put(uop: (typeof Uop)[keyof typeof Uop], operands: number[] = [], ways: { exit?: Label; target?: Label } = {}): void {
    const library = readLibrary(this.#machine);
    this.#stitcher.emit(library.find(uop), { ...ways, operands });
  }
  count(at: number): void {
    this.put(Uop.add_abs_u32_const, [at, 1]);
  }
  /** A frame's register ← what a call of a trace has given. */
  storeReturned(register: number): void {
    const library = readLibrary(this.#machine);
    this.#stitcher.emit(library.find(Uop.store_value, 1), { operands: [8 * register] });
  }
  store(at: number, value: number): void {
    this.put(Uop.store_vm_u32, [at, value]);
  }
  /** To a handler of the core, with r0 = pc. */
  go(handler: string, pc: number): void {
    this.put(Uop.set_pc, [pc]);
    this.put(Uop.jump, [], { target: this.#outside(handler) });
  }
  step(pc: number, nextPc: number, nextFp: number, landing: string): void {
    this.store(VM.step_pc, nextPc);
    this.store(VM.step_fp, nextFp);
    this.store(VM.step_code, this.#known.get(landing) ?? 0);
    this.go("trace_step", pc);
  }
  leave(pc: number): void {
    this.count(leaves);
    this.go("trace_leave", pc);
  }
  /** A uop whose exit leaves the trace at `pc`. */
  leaveIf(uop: (typeof Uop)[keyof typeof Uop], pc: number, operands: number[] = []): void {
    const exit = this.#stitcher.newLabel();
    this.put(uop, operands, { exit });
    this.#late.push(() => {
      this.#stitcher.bind(exit);
      this.leave(pc);
    });
  }
  /** exit_count, and what happens when the counter has run out. */
  countExit(counter: number, hot: () => void): void {
    const target = this.#stitcher.newLabel();
    this.put(Uop.exit_count, [counter], { target });
    this.#late.push(() => {
      this.#stitcher.bind(target);
      hot();
    });
  }
  finish(): Uint8Array {
    for (const late of this.#late) late();
    return this.#stitcher.finish(this.#machine.image.base + this.#start);
  }

  #outside(name: string): Label {
    const label = this.#stitcher.newLabel();
    this.#stitcher.bindAddress(label, this.#machine.image.entry(name));
    return label;
  }
}

let library: ReturnType<typeof readStencilLibrary> | undefined;
function readLibrary(machine: Machine): ReturnType<typeof readStencilLibrary> {
  library ??= readStencilLibrary(machine.platform.arch);
  return library;
}
