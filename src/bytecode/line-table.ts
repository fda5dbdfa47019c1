/**
 * Where each instruction comes from: line, end line, column, end column (columns are UTF-8 byte offsets from 0, -1 = unknown).
 * A table is a run of entries; an entry covers `n` consecutive words (cache words included):
 *
 *   varint  n << 2 | kind
 *   kind 0  no location
 *   kind 1  starts on the line of the previous entry, ends on it:            varint column, varint length
 *   kind 2  one line:            svarint line delta,                           varint column, varint length
 *   kind 3  anything:            svarint line delta, svarint end line - line, svarint column, svarint end column
 *
 * Line deltas are against the last entry with a location (the first one: against the code's first line).
 */
export interface Location {
  readonly line: number;
  readonly endLine: number;
  readonly column: number;
  readonly endColumn: number;
}

export class LineTableWriter {
  private readonly bytes: number[] = [];
  private line: number;
  private pending: Location | null = null;
  private count = 0;

  constructor(firstLine: number) {
    this.line = firstLine;
  }

  /** The next `words` words come from `location` (null: from nowhere). */
  add(words: number, location: Location | null): void {
    if (this.count > 0 && !sameLocation(location, this.pending)) this.flush();
    this.pending = location;
    this.count += words;
  }

  finish(): Uint8Array {
    this.flush();
    return Uint8Array.from(this.bytes);
  }

  private flush(): void {
    if (this.count === 0) return;
    const location = this.pending;
    const n = this.count * 4;
    this.count = 0;
    if (location === null) {
      this.varint(n);
      return;
    }
    const { line, endLine, column, endColumn } = location;
    const delta = line - this.line;
    this.line = line;
    if (endLine === line && column >= 0 && endColumn >= column) {
      this.varint(n + (delta === 0 ? 1 : 2));
      if (delta !== 0) this.svarint(delta);
      this.varint(column);
      this.varint(endColumn - column);
    } else {
      this.varint(n + 3);
      this.svarint(delta);
      this.svarint(endLine - line);
      this.svarint(column);
      this.svarint(endColumn);
    }
  }

  private varint(value: number): void {
    while (value >= 0x80) {
      this.bytes.push((value & 0x7f) | 0x80);
      value = Math.floor(value / 0x80);
    }
    this.bytes.push(value);
  }

  private svarint(value: number): void {
    this.varint(value < 0 ? -value * 2 - 1 : value * 2);
  }
}

function sameLocation(a: Location | null, b: Location | null): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  return a.line === b.line && a.endLine === b.endLine && a.column === b.column && a.endColumn === b.endColumn;
}

/** A run of words and where it comes from. */
export interface LineEntry {
  /** First word of the run. */
  readonly start: number;
  readonly end: number;
  readonly location: Location | null;
}

/** All runs in order. Throws a RangeError on a damaged table. */
export function* lineEntries(table: Uint8Array, firstLine: number): Generator<LineEntry> {
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 0x80) {
      const byte = table[at++];
      if (byte === undefined || scale > 2 ** 49) throw new RangeError("damaged line table");
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
  };
  const svarint = (): number => {
    const value = varint();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  };
  let line = firstLine;
  let start = 0;
  while (at < table.length) {
    const head = varint();
    const kind = head % 4;
    const end = start + (head - kind) / 4;
    let location: Location | null = null;
    if (kind === 1 || kind === 2) {
      if (kind === 2) line += svarint();
      const column = varint();
      location = { line, endLine: line, column, endColumn: column + varint() };
    } else if (kind === 3) {
      line += svarint();
      const endLine = line + svarint();
      const column = svarint();
      location = { line, endLine, column, endColumn: svarint() };
    }
    yield { start, end, location };
    start = end;
  }
}

/** Location of the instruction at `word`, or null if it has none. */
export function locationAt(table: Uint8Array, firstLine: number, word: number): Location | null {
  for (const entry of lineEntries(table, firstLine)) if (word < entry.end) return entry.location;
  return null;
}
