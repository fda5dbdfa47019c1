// The process's own stdin, stdout and stderr as a VM's streams. Output is collected in TypeScript, so that printing costs no system call a line;
// it leaves when there is much of it, at a line's end on a terminal, before input is read, and on flush (which the end of the program asks for).
import { readSync, writeSync } from "node:fs";
import { PyError } from "../heap/py-error.ts";
import { smallInt } from "../heap/value.ts";
import { osErrorType } from "../host/types/exceptions.ts";
import { sleepMs } from "../util/clock.ts";
import { errnoOf, strerror } from "./errno-table.ts";

const FLUSH_AT_CHARS = 32768;
/** How long a pipe that Node has made non-blocking is waited for at a time. */
const PAUSE_MS = 2;

/** What a failed node:fs call on a standard stream becomes in Python. */
function streamError(error: unknown): unknown {
  const errno = errnoOf((error as NodeJS.ErrnoException).code ?? "");
  return errno === undefined ? error : new PyError(osErrorType(errno), [smallInt(errno), strerror(errno)]);
}

/** Writes all of it; a pipe that Node has made non-blocking is waited for. Throws PyError (OSError). */
export function writeFully(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw streamError(error);
      sleepMs(PAUSE_MS);
    }
  }
}

/** stdout or stderr of the process. */
export class ProcessOutput {
  readonly #fd: number;
  readonly #waitsFor: "nothing" | "line" | "much";
  #pending = "";

  /** `waitsFor`: what has to be there before it leaves by itself. */
  constructor(fd: number, waitsFor: "nothing" | "line" | "much") {
    this.#fd = fd;
    this.#waitsFor = waitsFor;
  }

  write(text: string): void {
    this.#pending += text;
    if (
      this.#pending.length > FLUSH_AT_CHARS ||
      (this.#waitsFor === "line" ? text.includes("\n") : this.#waitsFor === "nothing")
    )
      this.flush();
  }
  /** What is written below the text, as to sys.stdout.buffer: it overtakes text that waits, as in CPython. */
  writeBytes(bytes: Uint8Array): void {
    writeFully(this.#fd, bytes);
  }
  /** Throws PyError if the stream can't be written; what was pending is lost then, as nobody could ever write it. */
  flush(): void {
    if (this.#pending === "") return;
    const text = this.#pending;
    this.#pending = "";
    writeFully(this.#fd, Buffer.from(text, "utf8"));
  }
}

/** stdin of the process, or lines from somewhere else. */
export class StandardInput {
  readonly #nextLine: (() => string) | undefined;
  #rest: Uint8Array = new Uint8Array();

  /** `nextLine` gives lines with their newlines, "" at the end; without it the process's stdin is read. */
  constructor(nextLine?: () => string) {
    this.#nextLine = nextLine;
  }

  /** At most `count` bytes; none at the end of the input. Throws PyError. */
  read(count: number): Uint8Array {
    if (this.#rest.length === 0) {
      if (this.#nextLine !== undefined) this.#rest = Buffer.from(this.#nextLine(), "utf8");
      else return readProcess(count);
    }
    const bytes = this.#rest.subarray(0, count);
    this.#rest = this.#rest.subarray(bytes.length);
    return Uint8Array.from(bytes);
  }
}

function readProcess(count: number): Uint8Array {
  const buffer = new Uint8Array(count);
  for (;;) {
    try {
      return buffer.subarray(0, readSync(0, buffer, 0, count, null));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EOF") return buffer.subarray(0, 0);
      if (code !== "EAGAIN") throw error instanceof PyError ? error : streamError(error);
      sleepMs(PAUSE_MS);
    }
  }
}
