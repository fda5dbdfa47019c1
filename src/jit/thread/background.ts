// Traces that are compiled on another thread while the program goes on: which they are, and what becomes of them when they are done. A trace is put in
// its place only if everything that the compiler has seen is still so; see watched-heap.ts.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Heap } from "../../heap/heap.ts";
import { Abort } from "../abort.ts";
import type { Building } from "../building.ts";
import type { CodeMemory } from "../code-memory.ts";
import { type CompiledTrace, placeOf } from "../compile-request.ts";
import type { Compiler } from "../compiler.ts";
import type { Installer } from "../installer.ts";
import { holds } from "../observations.ts";
import { OP_NAMES } from "../opcode-info.ts";
import type { Exit, TraceTable } from "../trace-table.ts";
import type { CompilerClient } from "./compiler-client.ts";
import type { FromCompiler } from "./thread-protocol.ts";

/** Room for the code of a trace; more if it turns out to need it. */
const ROOM_BYTES = 32768;
const EXIT_ROOM_BYTES = 1024;
/** Compilations of one recording: the first ones may see what has changed when they are done. */
const TRIES = 3;

interface Flight {
  readonly building: Building;
  /** Code objects whose instructions were recorded: they stay until the trace is done. */
  readonly codes: readonly number[];
  roomBytes: number;
  tries: number;
}

/** What is done with traces: jit.ts. */
export interface Driver {
  readonly heap: Heap;
  readonly table: TraceTable;
  readonly memory: CodeMemory;
  readonly installer: Installer;
  /** Puts a trace in its place. Throws Abort. */
  install(building: Building, compiled: CompiledTrace): void;
  /** There will be no trace. */
  giveUp(building: Building, error: unknown): void;
  /** An exit has code of its own. */
  leaves(codeBytes: number): void;
}

export class Background {
  private readonly driver: Driver;
  private readonly client: CompilerClient;
  /** Compiles everything again, to be compared: for tests. */
  private readonly shadow: Compiler | null;
  /** By the ids of the traces that they are to be. */
  private readonly flights = new Map<number, Flight>();
  private readonly exits = new Map<number, { readonly exit: Exit; readonly offset: number }>();

  constructor(driver: Driver, client: CompilerClient, shadow: Compiler | null) {
    this.driver = driver;
    this.client = client;
    this.shadow = shadow;
  }

  get count(): number {
    return this.flights.size;
  }
  get hasFailed(): boolean {
    return this.client.hasFailed;
  }
  /** Whether a trace for this place is under way. */
  expects(place: number): boolean {
    for (const { building } of this.flights.values())
      if (building.pending.kind !== "exit" && placeOf(building.pending) === place) return true;
    return false;
  }

  compile(building: Building): void {
    const { installer, heap } = this.driver;
    building.codeOffset = installer.allocate(ROOM_BYTES);
    const codes = codesOf(building.request.records);
    for (const code of codes) heap.incref(code);
    const flight = { building, codes, roomBytes: ROOM_BYTES, tries: 0 };
    this.flights.set(building.numbers.id, flight);
    this.send(flight);
  }
  private send(flight: Flight): void {
    const { building, roomBytes: bytes } = flight;
    const isAgain = flight.tries++ > 0;
    const { request, codeOffset: offset } = building;
    this.client.send({ kind: "compile", request, room: { offset, bytes }, isAgain });
  }

  /** The exit will be taken often and never go on in a trace. */
  leaveByCode(index: number, exit: Exit): void {
    const offset = this.driver.memory.allocate(EXIT_ROOM_BYTES);
    if (offset < 0) return;
    this.exits.set(index, { exit, offset });
    const { trace, takenAt } = exit;
    const name = { id: trace.id, exit: index - trace.firstExit };
    this.client.send({ kind: "exit", index, name, takenAt, room: { offset, bytes: EXIT_ROOM_BYTES } });
  }

  forget(id: number): void {
    this.client.send({ kind: "forget", id });
    this.shadow?.forget(id);
  }

  /** What the compiler waits for. */
  answer(): void {
    this.client.answer();
  }
  /** Takes what the compiler has done. Only while nothing is recorded. */
  take(): void {
    for (let message = this.client.receive(); message !== undefined; message = this.client.receive()) {
      if (message.kind === "exit") this.takeExit(message);
      else this.takeTrace(message);
    }
    if (this.client.hasFailed) for (const flight of this.flights.values()) this.drop(flight, new Abort("thread-ended"));
  }

  private takeTrace(message: Exclude<FromCompiler, { kind: "exit" }>): void {
    const flight = this.flights.get(message.kind === "compiled" ? message.compiled.id : message.id);
    if (flight === undefined) return;
    try {
      if (message.kind === "compiled") this.place(flight, message);
      else if (message.kind === "needs") this.makeRoom(flight, message.bytes);
      else if (message.failure.reason === "stale-recording" && flight.tries < TRIES) this.send(flight);
      else if (message.failure.reason === "internal-error") throw new Error(message.failure.message);
      else throw new Abort(message.failure.reason, message.failure.message);
    } catch (error) {
      this.drop(flight, error);
    }
  }
  private drop(flight: Flight, error: unknown): void {
    const { id } = flight.building.numbers;
    this.forget(id);
    // The place where it was to begin is in the code that is held.
    try {
      this.driver.giveUp(flight.building, error);
    } finally {
      this.end(flight);
    }
  }
  private end({ building, codes }: Flight): void {
    if (!this.flights.delete(building.numbers.id)) return;
    for (const code of codes) this.driver.heap.decref(code);
  }
  private makeRoom(flight: Flight, bytes: number): void {
    const { memory, installer } = this.driver;
    memory.release(flight.building.codeOffset);
    flight.building.codeOffset = -1;
    flight.building.codeOffset = installer.allocate(bytes);
    flight.roomBytes = bytes;
    this.send(flight);
  }

  private place(flight: Flight, message: Extract<FromCompiler, { kind: "compiled" }>): void {
    const { building } = flight;
    const { compiled } = message;
    const { id } = building.numbers;
    this.check(building, compiled);
    if (!holds(this.driver.heap, message)) {
      if (flight.tries === TRIES) throw new Abort("stale-recording", "the heap has changed");
      this.forget(id);
      this.send(flight);
      return;
    }
    if (this.shadow !== null) this.compare(this.shadow, flight, compiled);
    this.driver.memory.shrink(building.codeOffset, compiled.code.length);
    this.driver.install(building, compiled);
    this.end(flight);
    this.client.send({ kind: "installed", id });
    this.shadow?.installed(id);
  }
  /** Throws Abort if the trace has lost the place where it begins or those that it needs. */
  private check({ pending, request }: Building, { jumpsTo, dependencies }: CompiledTrace): void {
    const { heap, table } = this.driver;
    const { kind, hotPc, exit, parent } = pending;
    for (const id of jumpsTo)
      if (table.living(id) === undefined) throw new Abort("stale-recording", "a trace that it goes on in has died");
    // What has been freed has no count.
    for (const { kind, ref } of dependencies)
      if (kind !== "trace" && heap.readU32(ref) === 0) throw new Abort("stale-recording", "an object is gone");
    if (kind === "exit") {
      if (parent === undefined || !table.isInUse(exit, parent))
        throw new Abort("stale-recording", "the trace has died");
      return;
    }
    const [code] = codesOf(request.records) as [number];
    const isCode = heap.readU32(code + 4) === CoreConst.TYPE_CODE;
    const op = isCode ? OP_NAMES[heap.readU8(hotPc)] : "";
    if (op !== (kind === "loop" ? "JUMP_BACK" : "RESUME")) throw new Abort("stale-recording", "the code is gone");
    if (table.root(placeOf(pending)) !== undefined) throw new Abort("stale-recording", "it has a trace by now");
  }

  private takeExit({ index, compiled }: Extract<FromCompiler, { kind: "exit" }>): void {
    const { memory, table, installer } = this.driver;
    const waiting = this.exits.get(index);
    if (waiting === undefined) return;
    this.exits.delete(index);
    const { exit, offset } = waiting;
    if (compiled === null || !table.isInUse(index, exit)) return memory.release(offset);
    memory.shrink(offset, compiled.code.length);
    installer.replace(exit, compiled);
    this.driver.leaves(compiled.code.length);
  }

  /** The same trace, compiled on this thread now, has to have the same code: otherwise something was read that is not watched. */
  private compare(shadow: Compiler, flight: Flight, { code }: CompiledTrace): void {
    const { request, codeOffset } = flight.building;
    const again = shadow.compile(request, () => codeOffset, { records: [] });
    if (Buffer.compare(again.code, code) === 0) return;
    throw new Error(`krait: trace ${request.id} is another when it is compiled on the program's thread`);
  }

  /** What is under way is of no use any more. */
  rest(): void {
    for (const flight of this.flights.values()) this.drop(flight, new Abort("interrupted"));
  }
  close(): void {
    this.rest();
    this.client.close();
  }
}

/** Code objects of recorded instructions, the first one's first. */
function codesOf(records: Uint8Array): number[] {
  const words = new Uint32Array(records.buffer, records.byteOffset, records.length / 4);
  const codes = new Set<number>();
  for (let at = Layout.TraceRecord.code / 4; at < words.length; at += Layout.TraceRecord.size / 4)
    codes.add(words[at] as number);
  return [...codes];
}
