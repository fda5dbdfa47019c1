// core.bin as native/build/image.ts writes it: parsed, relocated to an address and linked to the process's own libm and libc.
// Relocating happens on a copy of the data before it is mapped, so no page is ever writable and then executable.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../util/package-files.ts";
import type { Arch } from "./platform.ts";

const MAGIC = "KRAITCOR";
const VERSION = 1;
const MACHINES: Record<number, Arch> = { 62: "x86_64", 183: "aarch64" };

export interface ParsedImage {
  arch: Arch;
  buildId: string;
  entries: Record<string, number>;
  /** Name and place (offset in the data) of each host function's address. */
  imports: [string, number][];
  text: Uint8Array;
  data: Uint8Array;
  dataOffset: number;
  /** Address space the image takes. */
  totalBytes: number;
  relocations: Uint32Array;
}

/** Throws if the bytes aren't a core image of the version that this loader knows. */
export function parseImage(bytes: Uint8Array): ParsedImage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const latin1 = (from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString("latin1");
  if (bytes.length < 48 || latin1(0, 8) !== MAGIC || view.getUint32(8, true) !== VERSION)
    throw new Error("krait: not a core image of this version; rebuild it with native/build/core.mjs");
  const arch = MACHINES[view.getUint32(12, true)];
  const [jsonBytes = 0, textBytes = 0, dataOffset = 0, dataBytes = 0, relocationCount = 0] = [16, 20, 24, 28, 32].map(
    (at) => view.getUint32(at, true),
  );
  const align = (n: number) => Math.ceil(n / 16) * 16;
  const relocationsAt = align(48 + jsonBytes);
  const dataAt = align(relocationsAt + relocationCount * 4);
  const textAt = align(dataAt + dataBytes);
  if (!arch || textAt + textBytes !== bytes.length) throw new Error("krait: the core image is damaged");
  const { entries, imports } = JSON.parse(latin1(48, 48 + jsonBytes)) as Pick<ParsedImage, "entries" | "imports">;
  return {
    arch,
    buildId: Buffer.from(bytes.subarray(36, 44)).toString("hex"),
    entries,
    imports,
    text: bytes.subarray(textAt, textAt + textBytes),
    data: bytes.subarray(dataAt, dataAt + dataBytes),
    dataOffset,
    totalBytes: dataOffset + Math.max(1, Math.ceil(dataBytes / 65536)) * 65536,
    relocations: new Uint32Array(
      bytes.buffer.slice(bytes.byteOffset + relocationsAt, bytes.byteOffset + relocationsAt + relocationCount * 4),
    ),
  };
}

/** The image's data for the load address `base`, with the addresses of its imports. The addon does the same in C++. */
export function relocateData(image: ParsedImage, base: number, importAddresses: readonly number[]): Uint8Array {
  const data = new Uint8Array(image.data); // not slice(): that of a Buffer shares the memory
  const words = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const writeAddress = (at: number, address: number) => {
    words.setUint32(at, address, true);
    words.setUint32(at + 4, address / 2 ** 32, true);
  };
  for (const at of image.relocations) writeAddress(at, base + words.getUint32(at, true));
  for (const [i, [, at]] of image.imports.entries()) writeAddress(at, importAddresses[i] as number);
  return data;
}

/** Reads the committed core of this package. `debug` picks the build with assertions. */
export function readCoreArtefacts(arch: Arch, debug = false): { image: Uint8Array; symbolsPath: string } {
  const folder = join(packageRoot(), "native", "core", "generated", debug ? `${arch}-debug` : arch);
  return { image: readFileSync(join(folder, "core.bin")), symbolsPath: join(folder, "core.sym") };
}
