// The CoreImage that both platforms hand out; they differ only in how memory is mapped.
import type { ParsedImage } from "./core-image.ts";
import { parseImage } from "./core-image.ts";
import { type Arch, CODE_BYTES, type CoreImage } from "./platform.ts";

/** Writes to the room for trace code; offsets count from the room's start. */
export interface CodeWriter {
  /** The writable view, if it is one that must go with the image. */
  readonly buffer?: ArrayBuffer;
  write(at: number, code: Uint8Array): void;
}

export interface ImageMapper {
  /** Address space for the image and, behind it, CODE_BYTES of trace code. */
  reserve(bytes: number): number;
  /**
   * Copies the parts in, relocated to `base` and with the given import addresses (in the order of image.imports), and makes text
   * executable and data read-only.
   */
  fill(base: number, image: ParsedImage, importAddresses: readonly number[]): void;
  /** Makes the room for trace code usable. */
  openCode(base: number, image: ParsedImage): CodeWriter;
  release(base: number, bytes: number, code: CodeWriter | undefined): void;
  findHostSymbol(name: string): number;
}

/** Maps `bytes` (a core.bin). Throws if it is for another architecture or needs a function that the system lacks. */
export function loadCoreImage(bytes: Uint8Array, arch: Arch, mapper: ImageMapper): CoreImage {
  const image = parseImage(bytes);
  if (image.arch !== arch) throw new Error(`krait: a core image for ${image.arch} can't run on ${arch}`);
  const importAddresses = image.imports.map(([name]) => {
    const address = mapper.findHostSymbol(name);
    if (address === 0) throw new Error(`krait: this system's C library has no function ${name}`);
    return address;
  });
  const base = mapper.reserve(image.totalBytes);
  mapper.fill(base, image, importAddresses);
  let isOpen = true;
  let writer: CodeWriter | undefined;
  const start = image.totalBytes;
  const end = start + CODE_BYTES;
  return {
    base,
    buildId: image.buildId,
    entryNames: Object.keys(image.entries),
    code: {
      start,
      end,
      write(codeOffset, code) {
        if (!isOpen) throw new Error("krait: the core image is closed");
        if (codeOffset < start || codeOffset + code.length > end) throw new RangeError("krait: code beyond its region");
        writer ??= mapper.openCode(base, image);
        writer.write(codeOffset - start, code);
      },
    },
    entry(name) {
      const offset = image.entries[name];
      if (offset === undefined) throw new Error(`krait: the core exports no ${name}`);
      return base + offset;
    },
    close() {
      if (!isOpen) return;
      isOpen = false;
      mapper.release(base, image.totalBytes, writer);
      writer = undefined;
    },
  };
}
