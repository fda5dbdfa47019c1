// Text of exceptions as CPython 3.14 prints uncaught ones: chains, groups, notes, source lines with carets, suggestions.

import { locationAt } from "../bytecode/line-table.ts";
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import { isInt, numberOf } from "../heap/numbers.ts";
import { PyError } from "../heap/py-error.ts";
import type { Ref, Value } from "../heap/value.ts";
import { EMPTY } from "../heap/value.ts";
import { isHiddenCode, readCode } from "./code-reader.ts";
import type { Context } from "./context.ts";
import type { Steps } from "./host-call.ts";
import type { SyntaxErrorShown } from "./services.ts";
import { suggestionFor } from "./suggestions.ts";
import { sourceExcerpt } from "./traceback-carets.ts";

const EXC = Layout.PyException;
const TB = Layout.PyTraceback;
const { NONE_REF: NONE } = CoreConst;

export interface FrameSummary {
  readonly filename: string;
  readonly name: string;
  readonly line: number;
  readonly endLine: number;
  /** UTF-8 byte offsets, -1 if unknown. */
  readonly column: number;
  readonly endColumn: number;
}

/** The entries of a traceback, oldest call first; hidden frames are left out. */
export function tracebackEntries(ctx: Context, traceback: Value): FrameSummary[] {
  const { heap } = ctx;
  const entries: FrameSummary[] = [];
  for (let at = traceback as Ref; at !== EMPTY && at !== NONE; at = heap.readU32(at + TB.next)) {
    const frame = heap.readU32(at + TB.frame);
    const code = heap.readU32(frame + Layout.PyFrame.code);
    if (isHiddenCode(heap, code)) continue;
    const info = readCode(heap, code);
    const location = locationAt(info.lineTable, info.firstLine, heap.readU32(at + TB.word));
    const line = heap.readU32(at + TB.line) || (location?.line ?? info.firstLine);
    const exact = location !== null && location.line === line;
    entries.push({
      filename: info.filename,
      name: info.name,
      line,
      endLine: exact ? location.endLine : line,
      column: exact ? location.column : -1,
      endColumn: exact ? location.endColumn : -1,
    });
  }
  return entries;
}

const REPEATS_SHOWN = 3;

/** "  File …" entries with their source lines. */
export function formatEntries(ctx: Context, entries: readonly FrameSummary[]): string[] {
  const { services } = ctx.machine;
  const out: string[] = [];
  let last: FrameSummary | undefined;
  let count = 0;
  const closeRun = () => {
    if (count <= REPEATS_SHOWN) return;
    const more = count - REPEATS_SHOWN;
    out.push(`  [Previous line repeated ${more} more time${more > 1 ? "s" : ""}]\n`);
  };
  for (const entry of entries) {
    if (!last || last.filename !== entry.filename || last.line !== entry.line || last.name !== entry.name) {
      closeRun();
      last = entry;
      count = 0;
    }
    count++;
    if (count > REPEATS_SHOWN) continue;
    let text = `  File "${entry.filename}", line ${entry.line}, in ${entry.name}\n`;
    const source = services.sourceLines(entry.filename);
    const lines = source?.slice(entry.line - 1, entry.endLine);
    if (lines !== undefined && lines.length > 0) {
      const complete = lines.length === entry.endLine - entry.line + 1;
      text += sourceExcerpt(
        services.carets,
        complete ? lines : lines.slice(0, 1),
        complete ? entry.column : -1,
        entry.endColumn,
      );
    }
    out.push(text);
  }
  closeRun();
  return out;
}

/** Where the margin of nested exception groups is. */
interface Layout_ {
  depth: number;
  needClose: boolean;
}

const GROUP_WIDTH = 15;
const GROUP_DEPTH = 10;

/** The whole text, ending in a newline; without `chain`, what it is about and nothing that came before. */
export function* formatException(ctx: Context, exception: Ref, chain = true): Steps<string> {
  const out: string[] = [];
  yield* write(ctx, exception, out, { depth: 0, needClose: false }, new Set(), chain);
  return out.join("");
}

function indentAll(text: string, margin: string): string {
  return text
    .split("\n")
    .map((line, i, all) => (i === all.length - 1 && line === "" ? "" : margin + line))
    .join("\n");
}

function* write(
  ctx: Context,
  exception: Ref,
  out: string[],
  at: Layout_,
  seen: Set<Ref>,
  isChained = true,
): Steps<void> {
  const { heap } = ctx;
  // The chain, newest first, then written oldest first.
  const chain: { exception: Ref; heading: string }[] = [];
  let heading = "";
  for (let e = exception; ; ) {
    chain.push({ exception: e, heading });
    seen.add(e);
    const cause = heap.peekValue(e + EXC.cause);
    const context = heap.peekValue(e + EXC.context);
    if (!isChained) break;
    if (cause !== EMPTY && cause !== NONE) {
      if (seen.has(cause as Ref)) break;
      heading = "\nThe above exception was the direct cause of the following exception:\n\n";
      e = cause as Ref;
    } else if (context !== EMPTY && context !== NONE && heap.readU32(e + EXC.suppress_context) === 0) {
      if (seen.has(context as Ref)) break;
      heading = "\nDuring handling of the above exception, another exception occurred:\n\n";
      e = context as Ref;
    } else break;
  }
  const indent = () => "  ".repeat(at.depth);
  const emit = (text: string, mark = "|") => {
    out.push(indentAll(text, indent() + (at.depth > 0 ? `${mark} ` : "")));
  };
  for (let i = chain.length - 1; i >= 0; i--) {
    const { exception: e } = chain[i] as { exception: Ref };
    const entries =
      heap.peekValue(e + EXC.traceback) === EMPTY
        ? undefined
        : tracebackEntries(ctx, heap.peekValue(e + EXC.traceback));
    const isGroup = heap.isInstance(e, CoreConst.EXC_BaseExceptionGroup);
    if (!isGroup) {
      if (entries !== undefined) {
        emit("Traceback (most recent call last):\n");
        for (const entry of formatEntries(ctx, entries)) emit(entry);
      }
      for (const line of yield* formatOnly(ctx, e)) emit(line);
    } else if (at.depth > GROUP_DEPTH) emit(`... (max_group_depth is ${GROUP_DEPTH})\n`);
    else {
      const isTop = at.depth === 0;
      if (isTop) at.depth++;
      if (entries !== undefined) {
        emit("Exception Group Traceback (most recent call last):\n", isTop ? "+" : "|");
        for (const entry of formatEntries(ctx, entries)) emit(entry);
      }
      for (const line of yield* formatOnly(ctx, e)) emit(line);
      const inner = heap.tupleItems(heap.peekValue(e + EXC.fields + 8) as Ref) as Ref[];
      const shown = inner.length <= GROUP_WIDTH ? inner.length : GROUP_WIDTH + 1;
      at.needClose = false;
      for (let k = 0; k < shown; k++) {
        const isLast = k === shown - 1;
        if (isLast) at.needClose = true;
        const truncated = k >= GROUP_WIDTH;
        out.push(
          `${indent()}${k === 0 ? "+-" : "  "}+---------------- ${truncated ? "..." : k + 1} ----------------\n`,
        );
        at.depth++;
        if (!truncated) yield* write(ctx, inner[k] as Ref, out, at, seen);
        else {
          const rest = inner.length - GROUP_WIDTH;
          emit(`and ${rest} more exception${rest > 1 ? "s" : ""}\n`);
        }
        if (isLast && at.needClose) {
          out.push(`${indent()}+------------------------------------\n`);
          at.needClose = false;
        }
        at.depth--;
      }
      if (isTop) at.depth = 0;
    }
    if (i > 0) emit((chain[i] as { heading: string }).heading);
  }
}

function typeText(ctx: Context, type: Ref): string {
  const { heap } = ctx;
  const qualname = heap.text(heap.readU32(type + Layout.PyType.qualname) || heap.readU32(type + Layout.PyType.name));
  const own = heap.peekName(heap.readU32(type + Layout.PyType.dict), "__module__");
  const fixed = heap.readU32(type + Layout.PyType.module);
  const module =
    own !== EMPTY ? (heap.isStr(own) ? heap.text(own) : "<unknown>") : fixed !== 0 ? heap.text(fixed) : "builtins";
  return module === "__main__" || module === "builtins" ? qualname : `${module}.${qualname}`;
}

/** A conversion that can't fail: what goes wrong is said instead. */
function* safely(what: string, work: Steps<string>, name = "str"): Steps<string> {
  try {
    return yield* work;
  } catch (error) {
    if (error instanceof PyError) return `<${what} ${name}() failed>`;
    throw error;
  }
}

function* attribute(ctx: Context, exception: Ref, name: string): Steps<Value> {
  return (yield* ctx.findattr(exception, name)) ?? NONE;
}

/** The lines that name the exception: type and message, notes; for syntax errors the place first. */
export function* formatOnly(ctx: Context, exception: Ref): Steps<string[]> {
  const { heap } = ctx;
  const type = typeText(ctx, heap.typeOf(exception));
  const out: string[] = [];
  if (heap.isInstance(exception, CoreConst.EXC_SyntaxError))
    out.push(...(yield* syntaxErrorLines(ctx, exception, type)));
  else {
    let message = yield* safely("exception", ctx.text(exception));
    message += yield* suggestionFor(ctx, exception);
    out.push(message === "" ? `${type}\n` : `${type}: ${message}\n`);
  }
  const notes = yield* ctx.findattr(exception, "__notes__");
  if (notes === undefined || notes === NONE) return out;
  const isSequence = heap.isList(notes) || heap.isTuple(notes);
  if (!isSequence) {
    out.push(`${yield* safely("__notes__", ctx.repr(notes), "repr")}\n`);
    return out;
  }
  for (const note of yield* ctx.items(notes)) {
    const text = yield* safely("note", ctx.text(note));
    for (const line of text.split("\n")) out.push(`${line}\n`);
  }
  return out;
}

function hintedLines(filename: string, type: string, hinted: SyntaxErrorShown): string[] {
  const left = hinted.text.trimStart();
  const space = " ".repeat(Math.max(0, hinted.offset - 1 - (hinted.text.length - left.length)));
  return [
    `  File "${filename}", line ${hinted.line}\n`,
    `    ${left}\n`,
    `    ${space}${"^".repeat(hinted.endOffset - hinted.offset)}\n`,
    `${type}: ${hinted.message}\n`,
  ];
}

function* syntaxErrorLines(ctx: Context, exception: Ref, type: string): Steps<string[]> {
  const { heap } = ctx;
  const out: string[] = [];
  const text = (v: Value) => (heap.isStr(v) ? heap.text(v) : undefined);
  const filename = text(yield* attribute(ctx, exception, "filename"));
  const lineValue = yield* attribute(ctx, exception, "lineno");
  const message = yield* attribute(ctx, exception, "msg");
  let suffix = "";
  const line = isInt(heap, lineValue) ? numberOf(heap, lineValue) : undefined;
  const plain = text(message);
  if (plain !== undefined && filename !== undefined && line !== undefined) {
    const hinted = ctx.machine.services.hintedSyntaxError(filename, plain, line);
    if (hinted !== undefined) return hintedLines(filename, type, hinted);
  }
  if (lineValue !== NONE) out.push(`  File "${filename ?? "<string>"}", line ${yield* ctx.text(lineValue)}\n`);
  else if (filename !== undefined) suffix = ` (${filename})`;
  const source = text(yield* attribute(ctx, exception, "text"));
  const offsetValue = yield* attribute(ctx, exception, "offset");
  if (source !== undefined) {
    const right = source.replace(/\n+$/, "");
    const left = right.replace(/^[ \n\f]+/, "");
    const spaces = right.length - left.length;
    out.push(`    ${left}\n`);
    if (isInt(heap, offsetValue) && line !== undefined) {
      let offset = numberOf(heap, offsetValue);
      const endLine = yield* attribute(ctx, exception, "end_lineno");
      const endValue = yield* attribute(ctx, exception, "end_offset");
      const end = isInt(heap, endValue) ? numberOf(heap, endValue) : 0;
      const sameLine = isInt(heap, endLine) ? numberOf(heap, endLine) === line : false;
      let endOffset = sameLine ? (end !== 0 ? end : offset) : endLine === NONE ? offset : right.length + 1;
      if (source !== "" && offset > source.length) offset = right.length + 1;
      if (source !== "" && endOffset > source.length) endOffset = right.length + 1;
      if (endOffset < offset) endOffset = offset;
      if (offset >= endOffset || endOffset < 0) endOffset = offset + 1;
      const column = offset - 1 - spaces;
      const endColumn = endOffset - 1 - spaces;
      if (column >= 0) {
        const space = [...left.slice(0, column)]
          .map((c) => (/\s/.test(c) ? c : " "))
          .join("")
          .padEnd(0);
        out.push(`    ${space}${"^".repeat(endColumn - column)}\n`);
      }
    }
  }
  const shown = message === NONE ? "<no detail available>" : yield* safely("exception", ctx.text(message));
  out.push(`${type}: ${shown}${suffix}\n`);
  return out;
}
