// Source text by file name, for tracebacks and the errors of the compiler.
import { readFileSync } from "node:fs";

/** The text of a file that is source code: its first lines may name its encoding. */
export type SourceReader = (bytes: Uint8Array, filename: string) => string;

/** Lines of source text, to be quoted. A program that may not read files sees none of theirs this way either. */
export class SourceLines {
  private readonly readsFiles: boolean;
  /** Lines, or what has not been asked for yet. */
  private readonly known = new Map<string, readonly string[] | string | Uint8Array | undefined>();
  private readonly textOf: SourceReader;

  constructor(readsFiles: boolean, textOf: SourceReader) {
    this.readsFiles = readsFiles;
    this.textOf = textOf;
  }

  remember(filename: string, source: string | Uint8Array): void {
    this.known.set(filename, source);
  }
  of(filename: string): readonly string[] | undefined {
    const known = this.known.has(filename) ? this.known.get(filename) : this.read(filename);
    const lines =
      typeof known === "string"
        ? splitLines(known)
        : known instanceof Uint8Array
          ? splitLines(this.textOf(known, filename))
          : known;
    this.known.set(filename, lines);
    return lines;
  }
  /** A line of a file with its newline; null if there is none. */
  quote(filename: string, line: number): string | null {
    const lines = filename.startsWith("<") ? undefined : this.of(filename);
    const text = lines?.[line - 1];
    if (lines === undefined || text === undefined) return null;
    return line < lines.length ? `${text}\n` : text;
  }
  private read(filename: string): readonly string[] | undefined {
    if (!this.readsFiles || filename.startsWith("<")) return undefined;
    try {
      return splitLines(this.textOf(readFileSync(filename), filename));
    } catch {
      return undefined;
    }
  }
}

function splitLines(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n|\f/);
}
