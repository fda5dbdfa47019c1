// Makes a program smaller while something about it stays: statements with their blocks are removed, blocks take the place of their statements,
// and at last expressions are replaced by parts of them. Works on lines and indentation; what is no Python any more simply fails the test.

/** Tells whether a candidate still shows what the program is kept for. */
export type StillShows = (source: string) => Promise<boolean>;

/** `most`: how many candidates to try. */
export async function shrink(source: string, stillShows: StillShows, most = 600): Promise<string> {
  let lines = source.split("\n").filter((line) => line.trim() !== "");
  let tries = 0;
  const attempt = async (candidate: string[]): Promise<boolean> => {
    if (tries >= most) return false;
    tries++;
    if (!(await stillShows(`${candidate.join("\n")}\n`))) return false;
    lines = candidate;
    return true;
  };
  for (let changed = true; changed && tries < most; ) {
    changed = false;
    for (let size = Math.max(1, lines.length >> 1); size >= 1; size >>= 1) {
      for (let at = lines.length - size; at >= 0 && tries < most; at -= size) {
        const end = size === 1 ? endOfBlock(lines, at) : at + size;
        if (await attempt([...lines.slice(0, at), ...lines.slice(end)])) changed = true;
        else if (
          size === 1 &&
          end > at + 1 &&
          (await attempt([...lines.slice(0, at), ...dedented(lines.slice(at + 1, end)), ...lines.slice(end)]))
        )
          changed = true;
        if (at > 0 && at < size) at = size;
        at = Math.min(at, lines.length);
      }
    }
  }
  for (let at = lines.length - 1; at >= 0 && tries < most; at--) {
    for (let changed = true; changed && tries < most; ) {
      changed = false;
      for (const candidate of smallerLines(lines[at]!)) {
        if (await attempt([...lines.slice(0, at), candidate, ...lines.slice(at + 1)])) {
          changed = true;
          break;
        }
      }
    }
  }
  return `${lines.join("\n")}\n`;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** First line after the statement at `at` and its block. */
function endOfBlock(lines: readonly string[], at: number): number {
  const indent = indentOf(lines[at]!);
  let end = at + 1;
  while (end < lines.length && indentOf(lines[end]!) > indent) end++;
  return end;
}

function dedented(lines: readonly string[]): string[] {
  return lines.map((line) => line.slice(4));
}

/** The line with one bracketed part replaced by something smaller: an argument of it, or a constant. */
function* smallerLines(line: string): Generator<string> {
  const spans = bracketSpans(line).sort((a, b) => b[1] - b[0] - (a[1] - a[0]));
  for (const [start, end] of spans.slice(0, 40)) {
    const inside = line.slice(start + 1, end);
    for (const part of splitTop(inside))
      if (part.length < inside.length) yield line.slice(0, start + 1) + part + line.slice(end);
    if (line[start] === "(" && inside.trim() !== "" && !/[\w)\]]$/.test(line.slice(0, start))) {
      yield `${line.slice(0, start)}${inside}${line.slice(end + 1)}`;
      if (inside.length > 2) yield `${line.slice(0, start)}(0)${line.slice(end + 1)}`;
    }
    if (inside.trim() !== "") yield line.slice(0, start + 1) + line.slice(end);
  }
}

function bracketSpans(line: string): [number, number][] {
  const open: number[] = [];
  const spans: [number, number][] = [];
  for (let i = 0; i < line.length; i++) {
    if ("([{".includes(line[i]!)) open.push(i);
    else if (")]}".includes(line[i]!)) {
      const start = open.pop();
      if (start !== undefined) spans.push([start, i]);
    }
  }
  return spans;
}

/** Parts of a text between commas or operators outside brackets. */
function splitTop(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if ("([{".includes(c)) depth++;
    else if (")]}".includes(c)) depth--;
    else if (depth === 0 && (c === "," || (c === " " && /^ (\S{1,2}|and|or|if|else|in|is) /.test(text.slice(i))))) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(text.slice(start));
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}
