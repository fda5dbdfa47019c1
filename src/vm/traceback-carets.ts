// Which part of a source line a traceback underlines, and with what: rules of CPython's traceback.py (3.14). The syntax tree comes in through
// CaretSource, because the vm does not know the parser.

/** What is needed of a node of the syntax tree. */
export interface CaretNode {
  readonly kind: string;
  readonly lineno: number;
  readonly col_offset: number;
  readonly end_lineno: number;
  readonly end_col_offset: number;
}

export interface CaretSource {
  /** Statements of a piece of source, or undefined if it is no Python. */
  parse(source: string): readonly CaretNode[] | undefined;
}

interface Anchors {
  readonly leftLine: number;
  readonly leftEnd: number;
  readonly rightLine: number;
  readonly rightStart: number;
}

type Expression = CaretNode & {
  readonly left?: Expression;
  readonly right?: Expression;
  readonly value?: Expression;
  readonly func?: Expression;
};

/** Number of code units before the byte offset `bytes` of a line's UTF-8. */
export function characterOffset(line: string, bytes: number): number {
  if (/^[\0-\x7f]*$/.test(line)) return Math.min(bytes, line.length);
  return Buffer.from(line, "utf8").subarray(0, bytes).toString("utf8").length;
}

/** Columns a text takes on a terminal: wide characters count twice. */
export function displayWidth(text: string, end = text.length): number {
  const part = text.slice(0, end);
  if (/^[\0-\x7f]*$/.test(part)) return part.length;
  let width = 0;
  for (const c of part) width += WIDE.test(c) ? 2 : 1;
  return width;
}
const WIDE =
  /[\u1100-\u115f\u231a\u231b\u2329\u232a\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728\u274c\u274e\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18cff}\u{1aff0}-\u{1b2ff}\u{1f004}\u{1f0cf}\u{1f18e}\u{1f191}-\u{1f19a}\u{1f200}-\u{1f320}\u{1f32d}-\u{1f335}\u{1f337}-\u{1f37c}\u{1f37e}-\u{1f393}\u{1f3a0}-\u{1f3ca}\u{1f3cf}-\u{1f3d3}\u{1f3e0}-\u{1f3f0}\u{1f3f4}\u{1f3f8}-\u{1f43e}\u{1f440}\u{1f442}-\u{1f4fc}\u{1f4ff}-\u{1f53d}\u{1f54b}-\u{1f54e}\u{1f550}-\u{1f567}\u{1f57a}\u{1f595}\u{1f596}\u{1f5a4}\u{1f5fb}-\u{1f64f}\u{1f680}-\u{1f6c5}\u{1f6cc}\u{1f6d0}-\u{1f6d2}\u{1f6d5}-\u{1f6d7}\u{1f6dc}-\u{1f6df}\u{1f6eb}\u{1f6ec}\u{1f6f4}-\u{1f6fc}\u{1f7e0}-\u{1f7eb}\u{1f7f0}\u{1f90c}-\u{1f93a}\u{1f93c}-\u{1f945}\u{1f947}-\u{1f9ff}\u{1fa70}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Where operator, bracket or parenthesis of an expression lie in `segment`; undefined where there is nothing to tell apart. */
function anchorsOf(source: CaretSource, segment: string): Anchors | undefined {
  const body = source.parse(`(\n${segment}\n)`);
  if (body?.length !== 1 || body[0]?.kind !== "Expr") return undefined;
  const expression = (body[0] as Expression).value as Expression;
  const lines = segment.split("\n");
  const isSpace = (c: string) => /\s/.test(c);
  const at = (line: number, column: number): [number, number] | undefined => {
    while (line < lines.length && column >= lines[line]!.length) {
      column = 0;
      line++;
    }
    return line < lines.length ? [line, column] : undefined;
  };
  const endOf = (e: Expression): [number, number] | undefined => {
    const line = e.end_lineno - 2;
    return at(line, characterOffset(lines[line] as string, e.end_col_offset));
  };
  const seek = (from: [number, number] | undefined, stop: (c: string) => boolean): [number, number] | undefined => {
    let place = from;
    while (place !== undefined) {
      const c = lines[place[0]]![place[1]] as string;
      if (c === "\\" || c === "#") place = at(place[0] + 1, 0);
      else if (!stop(c)) place = at(place[0], place[1] + 1);
      else return place;
    }
    return undefined;
  };
  if (expression.kind === "BinOp") {
    const start = seek(endOf(expression.left as Expression), (c) => !isSpace(c) && c !== ")");
    if (start === undefined) return undefined;
    const [line, column] = start;
    let right = column + 1;
    const operand = expression.right as Expression;
    const next = lines[line]![right];
    const operandLine = operand.lineno - 2;
    if (
      next !== undefined &&
      (operandLine > line || right < characterOffset(lines[operandLine] as string, operand.col_offset)) &&
      !isSpace(next) &&
      next !== "\\" &&
      next !== "#"
    )
      right++;
    return { leftLine: line, leftEnd: column, rightLine: line, rightStart: right };
  }
  const inner =
    expression.kind === "Subscript" ? expression.value : expression.kind === "Call" ? expression.func : undefined;
  if (inner === undefined) return undefined;
  const bracket = expression.kind === "Subscript" ? "[" : "(";
  const left = seek(endOf(inner), (c) => c === bracket);
  if (left === undefined) return undefined;
  const endLine = expression.end_lineno - 2;
  return {
    leftLine: left[0],
    leftEnd: left[1],
    rightLine: endLine,
    rightStart: characterOffset(lines[endLine] as string, expression.end_col_offset),
  };
}

/** `return f(x)` and `y = f(x)` are not underlined when the call is all there is besides. */
function coversStatement(source: CaretSource, lines: readonly string[], start: number, end: number): boolean {
  const body = source.parse(lines.join("\n"));
  if (body === undefined) return false;
  if (body.length === 0) return true;
  const statement = body[0] as Expression;
  const value = statement.value;
  if (value?.kind !== "Call") return false;
  if (statement.kind !== "Assign" && !(statement.kind === "Return" && value.func?.kind === "Name")) return false;
  return (
    value.lineno === 1 &&
    value.end_lineno === lines.length &&
    value.col_offset === start &&
    value.end_col_offset === end
  );
}

export function dedent(text: string): string {
  const lines = text.split("\n").map((line) => (/^[ \t]+$/.test(line) ? "" : line));
  let margin: string | undefined;
  for (const line of lines) {
    if (line.trim() === "") continue;
    const indent = /^[ \t]*/.exec(line)![0];
    if (margin === undefined) margin = indent;
    else {
      let same = 0;
      while (same < margin.length && same < indent.length && margin[same] === indent[same]) same++;
      margin = margin.slice(0, same);
    }
  }
  return margin ? lines.map((line) => (line === "" ? line : line.slice(margin.length))).join("\n") : lines.join("\n");
}

/**
 * The lines of a traceback entry below its "File …" line, indented by four. `source` lines start at `startLine`'s line.
 * `startByte` and `endByte` are UTF-8 offsets in the first and last of them; -1 if unknown: then the first line alone is shown.
 */
export function sourceExcerpt(
  parser: CaretSource,
  original: readonly string[],
  startByte: number,
  endByte: number,
): string {
  const trimmed = original.map((line) => line.trimEnd());
  const all = dedent(trimmed.join("\n")).split("\n");
  if (all.every((line) => line.trim() === "")) return "";
  if (startByte < 0 || endByte < 0) return `    ${trimmed[0]!.trim()}\n`;
  const first = trimmed[0] as string;
  const removed = first.length - all[0]!.length;
  const start = Math.max(0, characterOffset(first, startByte) - removed);
  const end = Math.max(0, characterOffset(trimmed[trimmed.length - 1] as string, endByte) - removed);
  const last = all.length - 1;
  const joined = all.join("\n");
  const segment = joined.slice(start, joined.length - (all[last]!.length - end));
  const anchors = anchorsOf(parser, segment);
  const showCarets =
    !coversStatement(parser, all, start, end) &&
    (anchors !== undefined || all[0]!.slice(0, start).trimStart() !== "" || all[last]!.slice(end).trimEnd() !== "");
  const significant = new Set([0, last]);
  let leftEnd = 0;
  let rightStart = 0;
  if (anchors) {
    leftEnd = displayWidth(all[anchors.leftLine] as string, anchors.leftEnd + (anchors.leftLine === 0 ? start : 0));
    rightStart = displayWidth(
      all[anchors.rightLine] as string,
      anchors.rightStart + (anchors.rightLine === 0 ? start : 0),
    );
    for (const line of [anchors.leftLine, anchors.rightLine])
      for (const near of [line - 1, line, line + 1]) significant.add(near);
  }
  const startColumn = displayWidth(all[0] as string, start);
  const endColumn = displayWidth(all[last] as string, end);
  const out: string[] = [];
  const show = (index: number): void => {
    const line = all[index] as string;
    out.push(line);
    if (!showCarets) return;
    const spaces = line.length - line.trimStart().length;
    const count = index === last ? endColumn : displayWidth(line);
    let carets = "";
    for (let column = 0; column < count; column++) {
      if (column < spaces || (index === 0 && column < startColumn)) carets += " ";
      else if (
        anchors &&
        (index > anchors.leftLine || (index === anchors.leftLine && column >= leftEnd)) &&
        (index < anchors.rightLine || (index === anchors.rightLine && column < rightStart))
      )
        carets += "^";
      else carets += anchors ? "~" : "^";
    }
    out.push(carets);
  };
  const order = [...significant].filter((i) => i >= 0 && i <= last).sort((a, b) => a - b);
  order.forEach((index, i) => {
    const gap = i > 0 ? index - (order[i - 1] as number) : 1;
    if (gap === 2) show(index - 1);
    else if (gap > 2) out.push(`...<${gap - 1} lines>...`);
    show(index);
  });
  return `${dedent(out.join("\n"))
    .split("\n")
    .map((line) => `    ${line}`)
    .join("\n")}\n`;
}
