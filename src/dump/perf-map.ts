// /tmp/perf-<pid>.map: what code without a file is called, for perf and for scripts/gdb-krait.py. A line an address range: start, bytes (both in
// hex), name. The core's functions come first; a trace is added when it is compiled. Code memory is used again, so of several lines for an
// address the last one counts.
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Heap } from "../heap/heap.ts";
import type { JitEvent } from "../jit/options.ts";
import { placeText, sourcePlace } from "../jit/statistics/source-place.ts";

export function perfMapPath(): string {
  return join(process.platform === "linux" ? "/tmp" : tmpdir(), `perf-${process.pid}.map`);
}

/** Begins the file with the functions of the core at `base`; `symbolsPath`: its core.sym (makeSymbolTable in native/build/image.ts). */
export function startPerfMap(path: string, base: number, symbolsPath: string): void {
  const bytes = readFileSync(symbolsPath);
  const [count = 0, strings = 0] = [bytes.readUInt32LE(12), bytes.readUInt32LE(16)];
  const lines: string[] = [];
  for (let i = 0, at = 32; i < count; i++, at += 16) {
    const start = strings + bytes.readUInt32LE(at + 8);
    const name = bytes.toString("latin1", start, bytes.indexOf(0, start));
    lines.push(line(base + bytes.readUInt32LE(at), bytes.readUInt32LE(at + 4), name));
  }
  writeFileSync(path, lines.join(""));
}

/** Adds a compiled trace: its hot code, and its exits as a function of their own. */
export function addTrace(path: string, heap: Heap, base: number, { trace, assembled, records, pc }: JitEvent): void {
  const first = records[0];
  if (trace === undefined || assembled === undefined || first === undefined) return;
  const name = `krait:trace-${trace.id} ${placeText(sourcePlace(heap, first.code, pc))}`;
  const start = base + trace.codeOffset;
  const { hotBytes } = assembled;
  appendFileSync(
    path,
    line(start, hotBytes, name) + line(start + hotBytes, trace.codeBytes - hotBytes, `${name} (exits)`),
  );
}

function line(start: number, bytes: number, name: string): string {
  return `${start.toString(16)} ${bytes.toString(16)} ${name}\n`;
}
