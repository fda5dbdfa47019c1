// "Did you mean: 'x'?" behind NameError, AttributeError and ImportError. Added when an exception is printed, never to the exception itself.
// The distance and its limits are those of CPython's traceback.py.
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import { PyError } from "../heap/py-error.ts";
import type { Ref, Value } from "../heap/value.ts";
import { EMPTY } from "../heap/value.ts";
import type { Context } from "./context.ts";
import type { Steps } from "./host-call.ts";

const MOVE_COST = 2;
const CASE_COST = 1;
const MAX_STRING_SIZE = 40;
const MAX_CANDIDATES = 750;

function substitutionCost(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? CASE_COST : MOVE_COST;
}

/** Edit distance, or more than `limit` if it is larger than that. */
export function distance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  a = a.slice(start);
  b = b.slice(start);
  let end = 0;
  while (end < a.length && end < b.length && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  a = a.slice(0, a.length - end);
  b = b.slice(0, b.length - end);
  if (a === "" || b === "") return MOVE_COST * (a.length + b.length);
  if (a.length > MAX_STRING_SIZE || b.length > MAX_STRING_SIZE) return limit + 1;
  if (b.length < a.length) [a, b] = [b, a];
  if ((b.length - a.length) * MOVE_COST > limit) return limit + 1;
  const row = Array.from(a, (_, i) => (i + 1) * MOVE_COST);
  let result = 0;
  for (let j = 0; j < b.length; j++) {
    let diagonal = j * MOVE_COST;
    result = diagonal;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < a.length; i++) {
      const substituted = diagonal + substitutionCost(b[j] as string, a[i] as string);
      diagonal = row[i] as number;
      result = Math.min(substituted, Math.min(result, diagonal) + MOVE_COST);
      row[i] = result;
      if (result < least) least = result;
    }
    if (least > limit) return limit + 1;
  }
  return result;
}

/** The candidate that looks most like `wrong`, if any is near enough. */
export function nearest(wrong: string, candidates: readonly string[]): string | undefined {
  if (candidates.length > MAX_CANDIDATES || wrong.length > MAX_STRING_SIZE) return undefined;
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (candidate === wrong) continue;
    const most = Math.min(Math.floor(((candidate.length + wrong.length + 3) * MOVE_COST) / 6), bestDistance - 1);
    const d = distance(wrong, candidate, most);
    if (d > most) continue;
    if (best === undefined || d < bestDistance) {
      best = candidate;
      bestDistance = d;
    }
  }
  return best;
}

function* namesOf(ctx: Context, object: Value): Steps<string[]> {
  const { heap } = ctx;
  const list = yield* ctx.call(ctx.machine.builtin("dir"), [object]);
  return (yield* ctx.items(list)).filter((v) => heap.isStr(v)).map((v) => heap.text(v as Ref));
}

/** Names a frame can see: locals, globals, builtins. */
function* namesInFrame(ctx: Context, frame: Ref): Steps<{ all: string[]; self: Value | undefined }> {
  const { heap } = ctx;
  const keys = (dict: Ref) => heap.peekDictEntries(dict).flatMap(([key]) => (heap.isStr(key) ? [heap.text(key)] : []));
  const locals = yield* ctx.getattr(frame, "f_locals");
  const localNames = (yield* ctx.items(yield* ctx.call(CoreConst.TYPE_LIST, [locals]))).flatMap((key) =>
    heap.isStr(key) ? [heap.text(key)] : [],
  );
  const fn = heap.readU32(frame + Layout.PyFrame.function);
  const globals = heap.readU32(fn + Layout.PyFunction.globals);
  const builtins = heap.readU32(fn + Layout.PyFunction.builtins);
  const self = localNames.includes("self") ? yield* ctx.getitem(locals, heap.intern("self")) : undefined;
  return { all: [...localNames, ...keys(globals), ...keys(builtins)], self };
}

function lastFrame(ctx: Context, exception: Ref): Ref {
  const { heap } = ctx;
  let at = heap.peekValue(exception + Layout.PyException.traceback) as Ref;
  if (at === EMPTY) return 0;
  for (
    let next = heap.readU32(at + Layout.PyTraceback.next);
    next !== 0;
    next = heap.readU32(at + Layout.PyTraceback.next)
  )
    at = next;
  return heap.readU32(at + Layout.PyTraceback.frame);
}

/** What to append to the message: "" or ". Did you mean: 'x'?". Never fails. */
export function* suggestionFor(ctx: Context, exception: Ref): Steps<string> {
  try {
    return yield* findSuggestion(ctx, exception);
  } catch (error) {
    if (error instanceof PyError) return "";
    throw error;
  }
}

function* findSuggestion(ctx: Context, exception: Ref): Steps<string> {
  const { heap } = ctx;
  const isA = (type: number) => heap.isInstance(exception, type);
  const isImport = isA(CoreConst.EXC_ImportError);
  const isName = isA(CoreConst.EXC_NameError);
  const isAttribute = isA(CoreConst.EXC_AttributeError);
  if (!isImport && !isName && !isAttribute) return "";
  const wrongValue = yield* ctx.findattr(exception, isImport ? "name_from" : "name");
  if (wrongValue === undefined || !heap.isStr(wrongValue)) return "";
  const wrong = heap.text(wrongValue);
  let candidates: string[] = [];
  let suggestion: string | undefined;
  if (isAttribute) {
    const object = yield* ctx.findattr(exception, "obj");
    if (object === undefined) return "";
    candidates = yield* namesOf(ctx, object);
    if (!wrong.startsWith("_")) candidates = candidates.filter((name) => !name.startsWith("_"));
  } else if (isImport) {
    const name = yield* ctx.findattr(exception, "name");
    const module = name !== undefined && heap.isStr(name) ? ctx.machine.moduleNamed(heap.text(name)) : EMPTY;
    if (module !== EMPTY) candidates = yield* namesOf(ctx, module);
    if (!wrong.startsWith("_")) candidates = candidates.filter((candidate) => !candidate.startsWith("_"));
  } else {
    const frame = lastFrame(ctx, exception);
    if (frame !== 0) {
      const seen = yield* namesInFrame(ctx, frame);
      candidates = seen.all;
      if (seen.self !== undefined && (yield* ctx.findattr(seen.self, wrong)) !== undefined)
        suggestion = `self.${wrong}`;
    }
  }
  suggestion ??= nearest(wrong, [...new Set(candidates)].sort());
  let text = suggestion === undefined ? "" : `. Did you mean: '${suggestion}'?`;
  if (isName && (yield* isStandardModule(ctx, wrongValue))) {
    text +=
      suggestion === undefined ? `. Did you forget to import '${wrong}'?` : ` Or did you forget to import '${wrong}'?`;
  }
  return text;
}

function* isStandardModule(ctx: Context, name: Ref): Steps<boolean> {
  const names = ctx.machine.moduleGlobal("sys", "stdlib_module_names");
  return names !== EMPTY && (yield* ctx.contains(names, name));
}
