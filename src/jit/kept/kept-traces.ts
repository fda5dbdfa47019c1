// Traces that outlive the process. The same program makes the same objects at the same places in its heap every time (runtime.ts sees to it that what
// differs from run to run lies apart), so a trace of an earlier run is as good as one compiled now wherever all that its compiler looked at is as it
// was then. That is compared, word for word, before a trace is put in its place; what does not hold is compiled as if there were no such file.
// A trace keeps its numbers and its place in the code region, so that nothing in its code has to be changed.
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { deserialize, serialize } from "node:v8";
import { type Checksum, type Seal, sealed, unsealed } from "../../heap/checksum.ts";
import { limitFiles, writeAside } from "../../util/cache-files.ts";
import {
  type CompiledExit,
  type CompiledTrace,
  type CompileRequest,
  type ExitName,
  type Landing,
  placeOf,
  type Room,
  type TraceKind,
} from "../compile-request.ts";
import type { Observations } from "../observations.ts";
import type { Numbers } from "../trace-table.ts";

/** Where the traces of a program are kept. */
export interface TraceFile {
  readonly path: string;
  /** All that traces depend on besides the program: those that were written with another are not read. */
  readonly salt: string;
}

/** A trace as it is kept. */
export interface KeptTrace extends Observations {
  /** Without the records, which only the compiler needs. */
  readonly request: Omit<CompileRequest, "records">;
  readonly compiled: CompiledTrace;
}

/** Code that an exit of a trace was given later. */
export interface KeptExit {
  readonly exit: number;
  readonly compiled: CompiledExit;
}

/** What can be known of a trace without reading it. */
interface Entry {
  readonly numbers: Numbers;
  readonly namesAt: number;
  readonly kind: TraceKind;
  readonly place: number;
  readonly parent: ExitName | null;
  readonly landing: Landing | null;
  /** What its code and that of its exits takes. */
  readonly rooms: readonly Room[];
  /** Runs of the program since it was last of use. */
  readonly unused: number;
  /** Lengths of its parts. */
  readonly lengths: readonly [number, number, number];
}

/** Recordings from one place that have become no trace. */
interface Failures {
  readonly count: number;
  /** What the place looks like. */
  readonly mark: string;
}

/** What comes first in a file. */
interface Index {
  readonly entries: readonly Entry[];
  readonly failures: ReadonlyMap<string, Failures>;
}

/** KeptTrace, records and KeptExit[], all but the second serialised. */
type Parts = readonly [Uint8Array, Uint8Array, Uint8Array];

interface Item {
  readonly entry: Omit<Entry, "lengths" | "rooms">;
  readonly rooms: Room[];
  /** From another run. */
  readonly parts: Parts | null;
  /** From this one. */
  readonly made: { readonly trace: KeptTrace; readonly records: Uint8Array } | null;
  /** undefined: as in the parts. */
  exits: KeptExit[] | undefined;
  /** busy: others have its numbers or its room in this run. */
  state: "waiting" | "busy" | "installed" | "useless";
}

/** Places whose failures are remembered. */
const MOST_FAILURES = 1000;
/** Most bytes in a file: of a program with more traces than that those stay that were made first. */
const MOST_BYTES = 8 << 20;
/** Runs of the program after which a trace that none of them had a use for is given up. */
const MOST_UNUSED = 16;
/** Files in a folder: programs that are known. */
const MOST_FILES = 256;

export class KeptTraces {
  private readonly file: string;
  private readonly items = new Map<number, Item>();
  private readonly roots = new Map<string, number[]>();
  private readonly children = new Map<number, number[]>();
  private failures: Map<string, Failures> = new Map();
  private readonly seal: Seal;
  /** Something came or went. */
  private hasChanged = false;

  /** `file`: where they are and go; `salt`: what they depend on besides the program. */
  constructor(file: string, salt: string, checksum: Checksum) {
    this.file = file;
    this.seal = (body) => checksum(salt, body);
    try {
      this.read(readFileSync(file));
    } catch {
      // No file, or none that can be read: there are no traces then.
    }
  }

  private read(bytes: Buffer): void {
    const body = unsealed(bytes, this.seal) as Buffer | undefined;
    if (body === undefined) return;
    let at = 4;
    const next = (length: number): Uint8Array => {
      at += length;
      return body.subarray(at - length, at);
    };
    const index = deserialize(next(body.readUInt32LE(0))) as Index;
    this.failures = new Map(index.failures);
    for (const { lengths, rooms, ...entry } of index.entries) {
      const parts: Parts = [next(lengths[0]), next(lengths[1]), next(lengths[2])];
      this.enter({ entry, rooms: [...rooms], parts, made: null, exits: undefined, state: "waiting" });
    }
  }
  private enter(item: Item): void {
    const { numbers, kind, place, parent } = item.entry;
    this.items.set(numbers.id, item);
    if (parent === null) append(this.roots, `${kind} ${place}`, numbers.id);
    else append(this.children, parent.id, numbers.id);
  }

  get count(): number {
    return this.items.size;
  }

  /** Asks whether the numbers and the room of each trace can be had again (and the uops' names are where they were); others can't be used in this run. */
  claim(take: (numbers: Numbers, rooms: readonly Room[], namesAt: number) => boolean): void {
    for (const item of this.items.values())
      if (!take(item.entry.numbers, item.rooms, item.entry.namesAt)) item.state = "busy";
  }

  /** Ids of all traces that begin at a place and have not been put there. */
  get allRoots(): number[] {
    return this.waiting([...this.roots.values()].flat());
  }
  /** Ids of traces for a place that have not been put there. */
  rootsAt(kind: TraceKind, place: number): number[] {
    return this.waiting(this.roots.get(`${kind} ${place}`));
  }
  /** Ids of traces that grow from a trace, from one exit if that is given, and have not been put in their places. */
  childrenOf(id: number, exit?: number): number[] {
    const ids = this.waiting(this.children.get(id));
    return exit === undefined ? ids : ids.filter((id) => this.items.get(id)?.entry.parent?.exit === exit);
  }
  private waiting(ids: readonly number[] = []): number[] {
    return ids.filter((id) => this.isWaiting(id));
  }
  isWaiting(id: number): boolean {
    return this.items.get(id)?.state === "waiting";
  }

  /** What is known of a trace that is waiting or was. Throws if there is none. */
  entry(id: number): Item["entry"] {
    return this.item(id).entry;
  }
  trace(id: number): KeptTrace {
    const { made, parts } = this.item(id);
    return made?.trace ?? (deserialize((parts as Parts)[0]) as KeptTrace);
  }
  records(id: number): Uint8Array {
    const { made, parts } = this.item(id);
    // (Words are read of them.)
    return made?.records ?? new Uint8Array((parts as Parts)[1]);
  }
  exits(id: number): readonly KeptExit[] {
    return exitsOf(this.item(id));
  }
  private item(id: number): Item {
    const item = this.items.get(id);
    if (item === undefined) throw new Error(`krait: no trace ${id} is kept`);
    return item;
  }

  /** It is in its place. */
  installed(id: number): void {
    this.item(id).state = "installed";
  }
  /** It is of no use. */
  giveUp(id: number): void {
    const item = this.items.get(id);
    if (item !== undefined) this.drop(item);
  }
  private drop(item: Item): void {
    // What has never been written need not be taken out.
    if (item.parts !== null) this.hasChanged = true;
    item.state = "useless";
  }

  /** A trace has been made and put in its place. */
  add(trace: KeptTrace, records: Uint8Array, numbers: Numbers): void {
    const { request, compiled } = trace;
    const { kind, parent, landing, namesAt } = request;
    this.hasChanged = true;
    this.enter({
      entry: {
        ...{ kind, parent, landing, namesAt, place: placeOf(request), unused: 0 },
        numbers: { ...numbers, exitRoom: compiled.exits.length, continuationRoom: compiled.continuationCount },
      },
      rooms: [{ offset: compiled.codeOffset, bytes: compiled.code.length }],
      parts: null,
      made: { trace, records },
      exits: [],
      state: "installed",
    });
  }
  /** An exit of a trace has been given code of its own. */
  addExit(id: number, exit: KeptExit): void {
    const item = this.items.get(id);
    if (item === undefined) return;
    item.exits = [...exitsOf(item), exit];
    item.rooms.push({ offset: exit.compiled.codeOffset, bytes: exit.compiled.code.length });
    this.hasChanged = true;
  }

  /** Recordings from a place that have failed in earlier runs, if it looks like that place then. */
  failuresAt(place: string, mark: string): number {
    const failures = this.failures.get(place);
    return failures?.mark === mark ? failures.count : 0;
  }
  /** A recording from there has failed, for the `count`-th time in this run. */
  noteFailure(place: string, mark: string, count: number): void {
    if (count <= this.failuresAt(place, mark) || this.failures.size === MOST_FAILURES) return;
    this.failures.set(place, { count, mark });
    this.hasChanged = true;
  }

  /** Writes down what is to be found by the next run, if that is other than what this one found. `isGood`: whether a trace may run in another run of the program. */
  save(isGood: (id: number) => boolean): void {
    const entries: Entry[] = [];
    const parts: Uint8Array[] = [];
    const saved = new Set<number>();
    let bytes = 0;
    for (const [id, item] of this.items) {
      const { entry, rooms, state } = item;
      const unused = state === "installed" ? 0 : entry.unused + 1;
      const isKept =
        (state === "installed" ? isGood(id) : state !== "useless" && unused <= MOST_UNUSED) &&
        (entry.parent === null || saved.has(entry.parent.id));
      if (!isKept) {
        if (item.parts !== null) this.hasChanged = true;
        continue;
      }
      const part = serialised(item);
      bytes += part[0].length + part[1].length + part[2].length;
      if (bytes > MOST_BYTES) break;
      saved.add(id);
      parts.push(...part);
      entries.push({ ...entry, rooms, unused, lengths: [part[0].length, part[1].length, part[2].length] });
    }
    if (this.hasChanged) this.write({ entries, failures: this.failures }, parts);
    this.hasChanged = false;
  }
  private write(contents: Index, parts: readonly Uint8Array[]): void {
    const index = serialize(contents);
    const body = Buffer.concat([Uint32Array.of(index.length), index, ...parts].map(bytesOf));
    if (writeAside(this.file, sealed(body, this.seal))) limitFiles(dirname(this.file), MOST_FILES);
  }
}

function append<K>(lists: Map<K, number[]>, key: K, id: number): void {
  const ids = lists.get(key);
  if (ids === undefined) lists.set(key, [id]);
  else ids.push(id);
}

function exitsOf({ exits, parts }: Item): readonly KeptExit[] {
  return exits ?? (deserialize((parts as Parts)[2]) as KeptExit[]);
}

function serialised({ made, parts, exits }: Item): Parts {
  const [trace, records, last] =
    made === null ? (parts as Parts) : [serialize(made.trace), made.records, new Uint8Array(0)];
  return [trace, records, exits === undefined ? last : serialize(exits)];
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint8Array | Uint32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
