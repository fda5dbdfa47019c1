// str.encode and bytes.decode for what the core does not do itself: other encodings, error handlers (registered ones included), errors.
import { CoreConst } from "../heap/generated/layout.ts";
import { numberOf } from "../heap/numbers.ts";
import { PyError, raise, typeError } from "../heap/py-error.ts";
import type { Ref, Value } from "../heap/value.ts";
import { isRef } from "../heap/value.ts";
import type { Context } from "../vm/context.ts";
import type { Steps } from "../vm/host-call.ts";
import {
  CodecError,
  canonicalEncoding,
  decode,
  decodeHandler,
  encode,
  encodeHandler,
  isKnownEncoding,
} from "./text/codecs.ts";

function nameOr(ctx: Context, v: Value | undefined, preset: string): string {
  return v === undefined || v === CoreConst.NONE_REF || !ctx.heap.isStr(v) ? preset : ctx.heap.text(v);
}

/** Runs a conversion of `object`; where that stops is an exception of Python's. */
function converted(ctx: Context, work: () => Value, object: Value, isEncoding: boolean): Value {
  try {
    return work();
  } catch (error) {
    if (error instanceof CodecError) throw unicodeError(ctx, error, object, isEncoding);
    throw error;
  }
}

/** By the module _codecs, which knows the library's encodings. */
function* byLibrary(ctx: Context, method: string, object: Value, encoding: string, errors: string): Steps<Value> {
  const codecs = yield* importCodecs(ctx);
  if (codecs === undefined) throw raise("LookupError", `unknown encoding: ${encoding}`);
  return yield* ctx.callMethod(codecs, method, [object, ctx.str(encoding), ctx.str(errors)]);
}

function* importCodecs(ctx: Context): Steps<Value | undefined> {
  try {
    return yield* ctx.call(ctx.machine.builtin("__import__"), [ctx.str("_codecs")]);
  } catch (error) {
    if (ctx.matches(error, CoreConst.EXC_ImportError)) return undefined;
    throw error;
  }
}

function unicodeError(ctx: Context, error: CodecError, object: Value, encoding: boolean): PyError {
  const args = [ctx.str(error.encoding), object, ctx.int(error.start), ctx.int(error.end), ctx.str(error.reason)];
  return new PyError(encoding ? CoreConst.EXC_UnicodeEncodeError : CoreConst.EXC_UnicodeDecodeError, args);
}

const BUILTIN =
  /^(?:strict|ignore|replace|backslashreplace|xmlcharrefreplace|namereplace|surrogateescape|surrogatepass)$/;

/** Handlers made with codecs.register_error: the conversion restarts behind each error with what the handler said. */
function* customHandler(ctx: Context, name: string): Steps<Value> {
  const codecs = yield* ctx.call(ctx.machine.builtin("__import__"), [ctx.str("_codecs")]);
  return yield* ctx.callMethod(codecs, "lookup_error", [ctx.str(name)]);
}

export function* encodeStr(ctx: Context, text: Ref, encodingValue?: Value, errorsValue?: Value): Steps<Value> {
  const { heap } = ctx;
  const encoding = nameOr(ctx, encodingValue, "utf-8");
  const errors = nameOr(ctx, errorsValue, "strict");
  if (!isKnownEncoding(encoding)) return yield* byLibrary(ctx, "_encode_text", text, encoding, errors);
  const points = heap.codePoints(text);
  if (BUILTIN.test(errors))
    return converted(ctx, () => heap.newBytes(encode(points, encoding, encodeHandler(errors))), text, true);
  const canonical = canonicalEncoding(encoding);
  const chunks: Uint8Array[] = [];
  let handler: Value | undefined;
  for (let at = 0; ; ) {
    let failed: CodecError;
    // Only what comes first has a mark of the byte order.
    const codec = chunks.length > 0 && /^utf-(16|32)$/.test(canonical) ? `${canonical}-le` : encoding;
    try {
      chunks.push(encode(points.slice(at), codec, encodeHandler("strict")));
      return heap.newBytes(Buffer.concat(chunks));
    } catch (error) {
      if (!(error instanceof CodecError)) throw error;
      const name = codec === encoding ? error.encoding : canonical;
      failed = new CodecError(name, error.start + at, error.end + at, error.reason);
    }
    handler ??= yield* customHandler(ctx, errors);
    chunks.push(encode(points.slice(at, failed.start), codec, encodeHandler("strict")));
    const exception = ctx.exceptionOf(unicodeError(ctx, failed, text, true));
    const [replacement, resume] = yield* handlerAnswer(ctx, yield* ctx.call(handler, [exception]), points.length);
    const marked = /^utf-(16|32)$/.test(canonical) ? `${canonical}-le` : encoding;
    const bytes = replacementBytes(ctx, replacement, marked, failed.encoding);
    if (bytes === undefined) throw ctx.errorOf(exception);
    chunks.push(bytes);
    at = resume;
  }
}

/** What an encoding handler's answer puts into the result; undefined if that can't be: then the error itself is raised. */
function replacementBytes(ctx: Context, answer: Value, encoding: string, codec: string): Uint8Array | undefined {
  const { heap } = ctx;
  if (!heap.isStr(answer)) {
    const bytes = heap.bytesOf(answer as Ref);
    const unitBytes = codec.startsWith("utf-16") ? 2 : codec.startsWith("utf-32") ? 4 : 1;
    return bytes.length % unitBytes === 0 ? bytes : undefined;
  }
  const points = heap.codePoints(answer);
  if (codec.startsWith("utf-") && points.some((point) => point > 127)) return undefined;
  try {
    return encode(points, encoding, encodeHandler("strict"));
  } catch (error) {
    if (error instanceof CodecError) return undefined;
    throw error;
  }
}

export function* decodeBytes(ctx: Context, bytes: Ref, encodingValue?: Value, errorsValue?: Value): Steps<Value> {
  const { heap } = ctx;
  const encoding = nameOr(ctx, encodingValue, "utf-8");
  const errors = nameOr(ctx, errorsValue, "strict");
  let data = heap.bytesOf(bytes);
  let source = heap.kindOf(bytes) === CoreConst.LAYOUT_BYTES ? bytes : heap.newBytes(data);
  if (!isKnownEncoding(encoding)) return yield* byLibrary(ctx, "_decode_text", source, encoding, errors);
  if (BUILTIN.test(errors)) {
    const work = () => heap.strOfPoints(decode(data, encoding, decodeHandler(errors), () => ctx.machine.poll()));
    return converted(ctx, work, source, false);
  }
  const out: number[] = [];
  // Not push(...points): they may be more than a call takes arguments.
  const append = (points: readonly number[] | Uint32Array) => {
    for (const point of points) out.push(point);
  };
  let handler: Value | undefined;
  for (let at = 0; ; ) {
    let failed: CodecError;
    try {
      append(decode(data.subarray(at), encoding, decodeHandler("strict")));
      return heap.strOfPoints(out);
    } catch (error) {
      if (!(error instanceof CodecError)) throw error;
      failed = new CodecError(error.encoding, error.start + at, error.end + at, error.reason);
    }
    handler ??= yield* customHandler(ctx, errors);
    append(decode(data.subarray(at, failed.start), encoding, decodeHandler("strict")));
    const exception = ctx.exceptionOf(unicodeError(ctx, failed, source, false));
    const answer = yield* ctx.call(handler, [exception]);
    // The handler may have put other bytes there: decoding goes on in those.
    const object = yield* ctx.getattr(exception, "object");
    if (object !== source) {
      if (!isRef(object) || heap.kindOf(object) !== CoreConst.LAYOUT_BYTES)
        throw typeError("UnicodeError 'object' attribute must be a bytes");
      source = object;
      data = heap.bytesOf(object);
    }
    const [replacement, resume] = yield* handlerAnswer(ctx, answer, data.length);
    if (!heap.isStr(replacement)) throw typeError("decoding error handler must return (str, int) tuple");
    append(heap.codePoints(replacement));
    at = resume;
  }
}

function* handlerAnswer(ctx: Context, answer: Value, length: number): Steps<[Value, number]> {
  const { heap } = ctx;
  if (!heap.isTuple(answer) || heap.tupleLength(answer) !== 2)
    throw typeError("encoding error handler must return (str/bytes, int) tuple");
  const [replacement, position] = heap.tupleItems(answer) as [Value, Value];
  let resume = numberOf(heap, position);
  if (resume < 0) resume += length;
  if (resume < 0 || resume > length)
    throw raise("IndexError", `position ${numberOf(heap, position)} from error handler out of bounds`);
  return [replacement, resume];
}
