// File descriptors. Node has no lseek, so the position of a file that this program has opened is kept here and reads and writes say where. Of what
// others may move too (children, duplicates, what was open before the program) the system keeps it. fds 0, 1 and 2 are the VM's own streams
// (services.ts), whatever the process has there.
import * as fs from "node:fs";
import { Layout } from "../heap/generated/layout.ts";
import type { Ref } from "../heap/value.ts";
import type { Context } from "../vm/context.ts";
import type { Machine } from "../vm/machine.ts";
import { accessOf, callSystem, osError } from "./access.ts";
import { filesystem } from "./filesystem.ts";

/** What is known of an open descriptor. */
interface Descriptor {
  /** Next byte to read or write; null: the system's own. */
  position: number | null;
  readonly isSeekable: boolean;
  readonly appends: boolean;
}

const tables = new WeakMap<Machine, Map<number, Descriptor>>();

function isSeekable(ctx: Context, fd: number, stat: fs.Stats): boolean {
  return stat.isFile() || stat.isBlockDevice() || (stat.isCharacterDevice() && !ctx.machine.services.isTerminal(fd));
}

export function descriptor(ctx: Context, fd: number): Descriptor {
  let table = tables.get(ctx.machine);
  if (table === undefined) {
    table = new Map();
    tables.set(ctx.machine, table);
  }
  let found = table.get(fd);
  if (found === undefined) {
    const stat = filesystem(ctx, undefined, () => fs.fstatSync(fd));
    const isKept = stat.isFile() && !accessOf(ctx).system;
    found = { position: isKept ? 0 : null, isSeekable: isSeekable(ctx, fd, stat), appends: false };
    table.set(fd, found);
  }
  return found;
}

export function openDescriptor(ctx: Context, path: string, flags: number, mode: number): number {
  const fd = filesystem(ctx, path, () => fs.openSync(path, flags, mode));
  const stat = fs.fstatSync(fd);
  const table = tables.get(ctx.machine) ?? new Map<number, Descriptor>();
  tables.set(ctx.machine, table);
  const appends = (flags & fs.constants.O_APPEND) !== 0;
  table.set(fd, { position: stat.isFile() ? 0 : null, isSeekable: isSeekable(ctx, fd, stat), appends });
  return fd;
}

/** Somebody else will read or write it too and go on where this program is: from now on the system keeps the position. */
export function shareDescriptor(ctx: Context, fd: number): void {
  if (isStandard(fd)) return;
  const file = descriptor(ctx, fd);
  if (file.position === null) return;
  callSystem(ctx, "sharing files", () => ctx.machine.platform.processes().seek(fd, file.position as number, 0));
  file.position = null;
}

/** It is another file now. */
export function forgetDescriptor(ctx: Context, fd: number): void {
  tables.get(ctx.machine)?.delete(fd);
}

export function closeDescriptor(ctx: Context, fd: number): void {
  tables.get(ctx.machine)?.delete(fd);
  if (fd <= 2 && !accessOf(ctx).system) return;
  filesystem(ctx, undefined, () => fs.closeSync(fd));
}

export function isStandard(fd: number): boolean {
  return fd >= 0 && fd <= 2;
}

/** Where bytes go before it is known how many there are: an array of its own would have to be zeroed each time. */
let room = new Uint8Array(0);
const MOST_ROOM_BYTES = 1 << 20;

function roomFor(count: number): Uint8Array {
  if (count > MOST_ROOM_BYTES) return new Uint8Array(count);
  if (room.length < count) room = new Uint8Array(Math.max(count, 1 << 17));
  return room;
}

export function readDescriptor(ctx: Context, fd: number, count: number): Uint8Array {
  if (isStandard(fd)) return ctx.machine.services.readInput(count);
  const file = descriptor(ctx, fd);
  const buffer = roomFor(count);
  const got = filesystem(ctx, undefined, () => {
    try {
      return fs.readSync(fd, buffer, 0, count, file.position);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EOF") return 0;
      throw error;
    }
  });
  if (file.position !== null) file.position += got;
  return buffer === room ? buffer.slice(0, got) : buffer.subarray(0, got);
}

function readAll(ctx: Context, fd: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 65536;
  if (!isStandard(fd)) {
    const file = descriptor(ctx, fd);
    if (file.position !== null)
      size = Math.max(1, filesystem(ctx, undefined, () => fs.fstatSync(fd)).size - file.position + 1);
  }
  for (;;) {
    const chunk = readDescriptor(ctx, fd, size);
    if (chunk.length === 0) return chunks.length === 1 ? (chunks[0] as Uint8Array) : Buffer.concat(chunks);
    chunks.push(chunk);
    size = 65536;
  }
}

const LEAST_READ_IN_PLACE_BYTES = 4096;
const MOST_READ_IN_PLACE_BYTES = 2 ** 30;

/** All that is left, as bytes: of a file whose size is known it is read to where it stays. */
export function readRest(ctx: Context, fd: number): Ref {
  const { heap } = ctx;
  const file = isStandard(fd) ? undefined : descriptor(ctx, fd);
  if (file === undefined || file.position === null) return heap.newBytes(readAll(ctx, fd));
  const size = filesystem(ctx, undefined, () => fs.fstatSync(fd)).size - file.position;
  if (size < LEAST_READ_IN_PLACE_BYTES || size > MOST_READ_IN_PLACE_BYTES) return heap.newBytes(readAll(ctx, fd));
  const ref = heap.made(heap.core.bytesNew(size));
  const start = ref + Layout.PyBytes.data;
  let filled = 0;
  while (filled < size) {
    const { position } = file;
    const count = filesystem(ctx, undefined, () => fs.readSync(fd, heap.u8, start + filled, size - filled, position));
    if (count === 0) break;
    filled += count;
    file.position += count;
  }
  const more = readDescriptor(ctx, fd, 1); // (it may have grown)
  if (filled === size && more.length === 0) return ref;
  return heap.newBytes(Buffer.concat([heap.u8.subarray(start, start + filled), more, readAll(ctx, fd)]));
}

export function writeDescriptor(ctx: Context, fd: number, bytes: Uint8Array): number {
  if (fd === 0) throw osError(ctx, 9);
  if (isStandard(fd)) {
    ctx.machine.services.writeBytes(fd, bytes);
    return bytes.length;
  }
  const file = descriptor(ctx, fd);
  const count = filesystem(ctx, undefined, () =>
    fs.writeSync(fd, bytes, 0, bytes.length, file.appends ? null : file.position),
  );
  if (file.position !== null) file.position = file.appends ? fs.fstatSync(fd).size : file.position + count;
  return count;
}

export function seekDescriptor(ctx: Context, fd: number, offset: number, whence: number): number {
  if (isStandard(fd)) throw osError(ctx, 29);
  const file = descriptor(ctx, fd);
  if (!file.isSeekable) throw osError(ctx, 29);
  if (file.position === null)
    return callSystem(ctx, "os.lseek", () => ctx.machine.platform.processes().seek(fd, offset, whence));
  let target = offset;
  if (whence === 1) target += file.position;
  else if (whence === 2) target += filesystem(ctx, undefined, () => fs.fstatSync(fd).size);
  else if (whence !== 0) throw osError(ctx, 22);
  if (target < 0) throw osError(ctx, 22);
  file.position = target;
  return target;
}

/** Whether a descriptor is one of a terminal, as far as the program may know. */
export function isTerminal(ctx: Context, fd: number): boolean {
  const access = accessOf(ctx);
  if (!access.files) return false;
  return (access.system || !isStandard(fd)) && ctx.machine.services.isTerminal(fd);
}
