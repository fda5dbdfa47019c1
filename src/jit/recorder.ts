// Starts a recording, and makes of what was recorded the compiler's order.
import { headAt } from "../heap/frames.ts";
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import type { Heap } from "../heap/heap.ts";
import { Abort } from "./abort.ts";
import type { StackFrame } from "./build/build-options.ts";
import type { Building, Pending } from "./building.ts";
import type { CompileRequest } from "./compile-request.ts";
import type { Installer } from "./installer.ts";
import type { Policy } from "./policy.ts";
import { makeRecordBuffer, RECORD_LIMIT } from "./record-buffer.ts";
import { isGeneratorCode } from "./recording.ts";
import type { TraceTable } from "./trace-table.ts";

const VM = Layout.VM;
/** Frames that a recording is told of: those below are not followed when they return. */
const FRAMES_KNOWN = 16;

/** A recording that is asked for: the rest of Pending is found by the recorder. */
export type Asked = Omit<Pending, "stack" | "baseFp" | "parent">;

export class Recorder {
  private readonly heap: Heap;
  private readonly policy: Policy;
  private readonly table: TraceTable;
  private readonly installer: Installer;
  private pending: Pending | undefined;

  constructor(heap: Heap, policy: Policy, table: TraceTable, installer: Installer) {
    this.heap = heap;
    this.policy = policy;
    this.table = table;
    this.installer = installer;
  }

  get isRecording(): boolean {
    return this.pending !== undefined;
  }
  /** What has been recorded; undefined if nothing was asked for. */
  take(): Pending | undefined {
    const { pending } = this;
    this.pending = undefined;
    return pending;
  }

  /** The core records from here on. False if there is no memory for that. */
  start(asked: Asked): boolean {
    const [stack, baseFp, parent] = [this.stackBelow(asked), this.baseOf(asked), this.table.exit(asked.exit)];
    const pending: Pending = { ...asked, stack, baseFp, parent };
    const { heap, policy } = this;
    if (makeRecordBuffer(heap) === 0) return false;
    this.pending = pending;
    heap.writeU32(VM.record_limit, RECORD_LIMIT);
    heap.writeU32(VM.record_inner, policy.innerRounds);
    const { RECORD_FOLLOW_RETURN, RECORD_SKIP_RECURSION, RECORD_CROSS_TRACES } = CoreConst;
    const root = this.table.exit(pending.exit)?.trace;
    const inFunction = pending.kind === "exit" && (root?.root ?? root)?.kind === "entry";
    const grown = (root?.root ?? root)?.sideTraces ?? 0;
    heap.writeU32(VM.record_unroll, grown < policy.unrolledTraces ? policy.unrollDepth : 0);
    heap.writeU32(VM.record_unroll_limit, policy.unrollLimit);
    const follows = { loop: 0, exit: inFunction ? 0 : RECORD_FOLLOW_RETURN, entry: RECORD_SKIP_RECURSION };
    heap.writeU32(VM.record_flags, follows[pending.kind] | RECORD_CROSS_TRACES);
    heap.core.record();
    // It ends where the function's frame does, not that of a call inlined in it; then it can't come back to where it began.
    if (inFunction) heap.writeU32(VM.record_start_fp, pending.baseFp);
    if (inFunction && pending.startFp !== pending.baseFp) heap.writeU32(VM.record_start_pc, 0);
    // Where it comes back to the beginning inside a generator is no loop's head: it goes on to that of the loop that resumes it.
    const isInside = pending.kind === "exit" && pending.startFp !== pending.baseFp;
    if (isInside && isGeneratorCode(heap, heap.readU32(headAt(pending.startFp, "code"))))
      heap.writeU32(VM.record_start_pc, 0);
    // It goes on in the loop that begins there, perhaps one round later.
    if (pending.kind === "exit" && this.table.root(pending.startPc)?.closes) heap.writeU32(VM.record_start_pc, 0);
    return true;
  }
  /** R of the frame that the root trace began in. */
  baseOf({ exit, startFp, landing }: Asked): number {
    return startFp - (landing?.frame ?? 0) - 8 * (this.table.exit(exit)?.place.delta ?? 0);
  }
  private stackBelow(asked: Asked): Map<number, StackFrame> {
    const { heap } = this;
    const stack = new Map<number, StackFrame>();
    const base = this.baseOf(asked);
    let fp = asked.startFp;
    for (let n = 0; fp !== 0 && n < FRAMES_KNOWN; n++) {
      const callerFp = heap.readU32(headAt(fp, "caller_fp"));
      stack.set((fp - base) / 8, {
        fn: heap.readU32(headAt(fp, "function")),
        callPc: heap.readU32(headAt(fp, "caller_pc")),
        callerDelta: (callerFp - base) / 8,
        mode: heap.readU32(headAt(fp, "mode")),
      });
      fp = callerFp;
    }
    return stack;
  }

  /**
   * Takes the numbers that a trace needs and orders it. `isLater`: it is compiled while the program goes on, so the order holds copies of what will
   * change; `failuresAt`: CompileRequest.failuresAt. Throws Abort.
   */
  order(pending: Pending, isLater: boolean, failuresAt: number): Building {
    const { heap, table } = this;
    const { kind, hotPc, startPc, startFp, baseFp, isRecursive, stack, landing, parent } = pending;
    if (kind === "exit" && (parent === undefined || !table.isInUse(pending.exit, parent)))
      throw new Abort("stale-recording", "the trace has died");
    const namesAt = this.installer.uopNames();
    const count = heap.readU32(VM.record_count);
    const fp = heap.readU32(VM.fp);
    const numbers = table.reserve(24 * count + 64, 2 * count);
    const buffer = heap.readU32(VM.records);
    const records = heap.u8.subarray(buffer, buffer + count * Layout.TraceRecord.size);
    const { volatile } = this.installer;
    const request: CompileRequest = {
      ...{ kind, hotPc, startPc, baseFp, isRecursive, stack, landing, namesAt, failuresAt },
      ...numbers,
      startDelta: (startFp - baseFp) / 8,
      endPc: heap.readU32(VM.pc),
      endDelta: (fp - baseFp) / 8,
      endCode: heap.readU32(headAt(fp, "code")),
      reason: heap.readU32(VM.record_end),
      records: isLater ? records.slice() : records,
      parent: parent === undefined ? null : { id: parent.trace.id, exit: pending.exit - parent.trace.firstExit },
      fromTakenAt: parent?.takenAt ?? 0,
      volatile: isLater ? new Set(volatile) : volatile,
    };
    return { pending, numbers, request, codeOffset: -1, trace: null };
  }
}
