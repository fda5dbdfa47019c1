// Heap images: the bootstrapped heap in a file, laid copy-on-write over the heap of a new VM. What TypeScript keeps beside the heap (host
// functions by id, interned names) goes into the file's head. An image is good for one build of the core and of the host's tables only; its
// name carries a digest of both, and a file that does not fit is ignored.
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import type { Definition } from "./host-call.ts";
import { ImageFunctions, writeRow } from "./host-functions.ts";
import type { Machine } from "./machine.ts";

/** Unit of saving and mapping: the heap's page size, a multiple of every system's. */
const CHUNK_BYTES = 65536;
const MAGIC = "KRAITIMG";

interface Head {
  /** See writeRow. */
  readonly functions: readonly string[];
  /** JSON of the names that TypeScript holds and their offsets. */
  readonly names: string;
  readonly builtinModules: readonly string[];
  readonly missingPrelude: readonly string[];
  /** Heap offset, file offset and length of each run of chunks. */
  readonly runs: readonly (readonly [heap: number, file: number, bytes: number])[];
}

/** A loaded image, ready to be laid over any number of heaps. */
export interface HeapImage {
  readonly path: string;
  readonly head: Head;
  readonly functions: ImageFunctions;
}

/** Writes the heap of a machine that has been bootstrapped and has run nothing else. The file appears complete or not at all. */
export function saveImage(machine: Machine, path: string): void {
  const { heap } = machine;
  heap.release(0);
  machine.forgetNames();
  heap.core.countersReset();
  heap.core.gcCollect(0);
  heap.core.keepContainers();
  const chunks = usedChunks(machine);
  const body = {
    functions: machine.functions.all().map(writeRow),
    names: JSON.stringify(heap.internedNames()),
    builtinModules: [...machine.builtinModules],
    missingPrelude: machine.missingPrelude,
  };
  const runsOf = (start: number): [number, number, number][] => {
    const runs: [number, number, number][] = [];
    let file = start;
    for (const at of chunks) {
      const last = runs[runs.length - 1];
      if (last && last[0] + last[2] === at) last[2] += CHUNK_BYTES;
      else runs.push([at, file, CHUNK_BYTES]);
      file += CHUNK_BYTES;
    }
    return runs;
  };
  // The head's length depends on the offsets in it: room for the largest ones is enough.
  const headBytes =
    Math.ceil((Buffer.byteLength(JSON.stringify({ ...body, runs: runsOf(2 ** 31) })) + 64) / CHUNK_BYTES) * CHUNK_BYTES;
  const head = Buffer.alloc(headBytes);
  const json = Buffer.from(JSON.stringify({ ...body, runs: runsOf(headBytes) }));
  head.write(MAGIC, 0, "latin1");
  head.writeUInt32LE(json.length, 8);
  json.copy(head, 16);
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}`;
  const fd = openSync(temporary, "w");
  try {
    writeSync(fd, head);
    for (const at of chunks) writeSync(fd, heap.u8, at, CHUNK_BYTES);
  } finally {
    closeSync(fd);
  }
  renameSync(temporary, path);
}

function usedChunks(machine: Machine): number[] {
  const { heap } = machine;
  const top = heap.readU32(Layout.VM.heap_top);
  const used: number[] = [];
  for (let at = 0; at < top; at += CHUNK_BYTES) {
    if (at >= CoreConst.STACK_BASE && at < CoreConst.HEAP_BASE) continue;
    const from = at / 4;
    for (let i = from; i < from + CHUNK_BYTES / 4; i++) {
      if (heap.u32[i] !== 0) {
        used.push(at);
        break;
      }
    }
  }
  return used;
}

/** The head only: the heap's pages are mapped, and most of them are never read. */
function readHead(path: string): { head: Head | undefined; fileBytes: number } {
  const fd = openSync(path, "r");
  try {
    const start = Buffer.alloc(16);
    readSync(fd, start, 0, 16, 0);
    if (start.toString("latin1", 0, 8) !== MAGIC) return { head: undefined, fileBytes: 0 };
    const json = Buffer.alloc(start.readUInt32LE(8));
    readSync(fd, json, 0, json.length, 16);
    return { head: JSON.parse(json.toString("utf8")) as Head, fileBytes: fstatSync(fd).size };
  } finally {
    closeSync(fd);
  }
}

/** Reads an image's head; `find` knows the definitions by their paths. undefined: there is no image. */
export function openImage(path: string, find: (path: string) => Definition | undefined): HeapImage | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const { head, fileBytes } = readHead(path);
    const last = head?.runs[head.runs.length - 1];
    if (head === undefined || last === undefined || last[1] + last[2] !== fileBytes) return undefined;
    return { path, head, functions: new ImageFunctions(head.functions, find) };
  } catch {
    rmSync(path, { force: true });
    return undefined;
  }
}

/** Makes a machine whose heap is still empty a bootstrapped one. */
export function mapImage(machine: Machine, image: HeapImage): void {
  for (const [heapOffset, fileOffset, bytes] of image.head.runs)
    machine.memory.mapImage(image.path, fileOffset, bytes, heapOffset);
  machine.functions.adopt(image.functions);
  machine.heap.adoptInterned(() => JSON.parse(image.head.names) as [string, number][]);
  for (const name of image.head.builtinModules) machine.builtinModules.add(name);
  machine.missingPrelude = image.head.missingPrelude;
}
