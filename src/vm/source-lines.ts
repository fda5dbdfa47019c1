// Source text by file name, for tracebacks and the errors of the compiler.
import { readFileSync } from "node:fs";

/** Lines of source text, to be quoted. A program that may not read files sees none of theirs this way either. */
export class SourceLines {
  private readonly readsFiles: boolean;
  private readonly known = new Map<string, readonly string[] | undefined>();

  constructor(readsFiles: boolean) {
    this.readsFiles = readsFiles;
  }

  remember(filename: string, source: string): void {
    this.known.set(filename, splitLines(source));
  }
  of(filename: string): readonly string[] | undefined {
    if (!this.known.has(filename)) this.known.set(filename, this.read(filename));
    return this.known.get(filename);
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
      return splitLines(readFileSync(filename, "utf8"));
    } catch {
      return undefined;
    }
  }
}

function splitLines(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n|\f/);
}
