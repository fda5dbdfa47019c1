// str % arguments: the old formatting. Steps, because %s, %r and %d may call __str__, __repr__, __int__ … of the program.
import { CoreConst } from "../../heap/generated/layout.ts";
import { doubleOf, integerOf, isFloatObject, isInt, numberOf } from "../../heap/numbers.ts";
import { raise, typeError, valueError } from "../../heap/py-error.ts";
import type { Ref, Value } from "../../heap/value.ts";
import type { Context } from "../../vm/context.ts";
import type { Steps } from "../../vm/host-call.ts";
import { messageTypeName } from "../names.ts";
import { characterCount, charactersOf, firstCharacters } from "../text/characters.ts";
import { floatText } from "./float-text.ts";
import { binaryText, intText } from "./int-text.ts";
import { asciiOf } from "./str-repr.ts";

/** Piece of text that formatting yields; `bytes` formatting uses the same machinery with its own %b, %s, %c. */
export interface PercentKind {
  readonly bytes: boolean;
  /** Text for %s of bytes formatting. */
  readonly bytesText?: (ctx: Context, v: Value) => Steps<string>;
}

class Arguments {
  private next = 0;
  readonly items: Value[] | undefined;
  readonly single: Value;
  readonly isMapping: boolean;
  /** True once a %(name) was used: then nothing need be left over. */
  usedNames = false;

  constructor(ctx: Context, v: Value, forBytes: boolean) {
    this.single = v;
    const { heap } = ctx;
    const isBytes = heap.isInstance(v, CoreConst.TYPE_BYTES) || heap.isInstance(v, CoreConst.TYPE_BYTEARRAY);
    this.items = heap.isTuple(v) ? heap.tupleItems(v) : undefined;
    this.isMapping =
      this.items === undefined &&
      !heap.isStr(v) &&
      !(forBytes && isBytes) &&
      heap.specialOf(v, CoreConst.SPECIAL_getitem) !== 0;
  }
  take(): Value {
    if (this.items !== undefined) {
      const item = this.items[this.next++];
      if (item !== undefined) return item;
    } else if (this.next++ === 0 && !this.usedNames) return this.single;
    throw typeError("not enough arguments for format string");
  }
  get hasLeftOver(): boolean {
    if (this.items !== undefined) return this.next < this.items.length;
    return this.next === 0 && !this.isMapping && !this.usedNames;
  }
}

const INT_MAX = 0x7fffffff;

function wantInt(ctx: Context, v: Value, limit: number, type: string): number {
  if (!isInt(ctx.heap, v)) throw typeError("* wants int");
  const n = numberOf(ctx.heap, v);
  if (Math.abs(n) > limit) throw raise("OverflowError", `Python int too large to convert to C ${type}`);
  return n;
}

/** The result of `format % v` as text. */
export function* formatPercent(
  ctx: Context,
  format: string,
  v: Value,
  kind: PercentKind = { bytes: false },
): Steps<string> {
  const args = new Arguments(ctx, v, kind.bytes);
  const chars = charactersOf(format);
  let out = "";
  let at = 0;
  while (at < chars.length) {
    const start = chars.indexOf("%", at);
    if (start < 0) {
      out += chars.slice(at).join("");
      break;
    }
    out += chars.slice(at, start).join("");
    at = start + 1;
    let value: Value | undefined;
    const need = (): string => {
      const c = chars[at++];
      if (c === undefined) throw valueError("incomplete format");
      return c;
    };
    let c = need();
    if (c === "%") {
      out += "%";
      continue;
    }
    if (c === "(") {
      if (!args.isMapping) throw typeError("format requires a mapping");
      let depth = 1;
      const from = at;
      while (depth > 0) {
        const next = chars[at++];
        if (next === undefined) throw valueError("incomplete format key");
        if (next === "(") depth++;
        else if (next === ")") depth--;
      }
      const key = chars.slice(from, at - 1).join("");
      value = yield* ctx.getitem(
        args.single,
        kind.bytes ? ctx.heap.newBytes(Buffer.from(key, "latin1")) : ctx.str(key),
      );
      args.usedNames = true;
      c = need();
    }
    const flags = { left: false, plus: false, space: false, alternate: false, zero: false };
    for (; ; c = need()) {
      if (c === "-") flags.left = true;
      else if (c === "+") flags.plus = true;
      else if (c === " ") flags.space = true;
      else if (c === "#") flags.alternate = true;
      else if (c === "0") flags.zero = true;
      else break;
    }
    const readNumber = (what: string, limit: number): number => {
      let n = 0;
      while (c >= "0" && c <= "9") {
        n = n * 10 + Number(c);
        if (n > limit) throw valueError(`${what} too big`);
        c = need();
      }
      return n;
    };
    let width = 0;
    if (c === "*") {
      width = wantInt(ctx, args.take(), Number.MAX_SAFE_INTEGER, "ssize_t");
      if (width < 0) {
        flags.left = true;
        width = -width;
      }
      c = need();
    } else width = readNumber("width", Number.MAX_SAFE_INTEGER);
    let precision = -1;
    if (c === ".") {
      c = need();
      if (c === "*") {
        precision = Math.max(0, wantInt(ctx, args.take(), INT_MAX, "int"));
        c = need();
      } else precision = readNumber("precision", INT_MAX);
    }
    while (c === "h" || c === "l" || c === "L") c = need();
    value ??= args.take();
    let text: string;
    let sign = "";
    let numeric = false;
    switch (c) {
      case "s":
      case "b":
      case "r":
      case "a": {
        if (kind.bytes && (c === "s" || c === "b")) text = yield* kind.bytesText!(ctx, value);
        else if (c === "b") throw unsupported(c, at - 1);
        else if (c === "s") text = yield* ctx.text(value);
        else {
          text = yield* ctx.repr(value);
          if (c === "a" || kind.bytes) text = asciiOf(text);
        }
        if (precision >= 0) text = firstCharacters(text, precision);
        break;
      }
      case "c":
        text = yield* character(ctx, value, kind);
        break;
      case "d":
      case "i":
      case "u":
      case "o":
      case "x":
      case "X": {
        const n = yield* integer(ctx, value, c);
        numeric = true;
        const magnitude = n < 0 ? -n : n;
        sign = n < 0 ? "-" : flags.plus ? "+" : flags.space ? " " : "";
        const radix = c === "o" ? 8 : c === "x" || c === "X" ? 16 : 10;
        text = radix === 10 ? intText(magnitude) : binaryText(magnitude, radix, () => ctx.machine.poll());
        if (precision > text.length) text = text.padStart(precision, "0");
        if (flags.alternate && radix !== 10) sign += radix === 8 ? "0o" : "0x";
        if (c === "X") {
          text = text.toUpperCase();
          sign = sign.toUpperCase();
        }
        break;
      }
      case "e":
      case "E":
      case "f":
      case "F":
      case "g":
      case "G": {
        const x = yield* realNumber(
          ctx,
          value,
          `${kind.bytes ? "float argument required" : "must be real number"}, not `,
        );
        numeric = true;
        text = floatText(x, c.toLowerCase() as "e", precision < 0 ? 6 : precision, { alternate: flags.alternate });
        if (c < "a") text = text.toUpperCase();
        if (text.startsWith("-")) {
          sign = "-";
          text = text.slice(1);
        } else sign = flags.plus ? "+" : flags.space ? " " : "";
        break;
      }
      default:
        throw unsupported(c, at - 1);
    }
    const length = characterCount(text) + sign.length;
    const missing = Math.max(0, width - length);
    if (flags.left) out += sign + text + " ".repeat(missing);
    else if (flags.zero && numeric) out += sign + "0".repeat(missing) + text;
    else out += " ".repeat(missing) + sign + text;
  }
  if (args.hasLeftOver)
    throw typeError(`not all arguments converted during ${kind.bytes ? "bytes" : "string"} formatting`);
  return out;
}

function unsupported(c: string, index: number) {
  const code = c.codePointAt(0) as number;
  return valueError(
    `unsupported format character '${code > 31 && code < 127 ? c : "?"}' (0x${code.toString(16)}) at index ${index}`,
  );
}

function* character(ctx: Context, v: Value, kind: PercentKind): Steps<string> {
  const { heap } = ctx;
  if (kind.bytes) {
    if (!isInt(heap, v)) {
      const isBytes = [CoreConst.LAYOUT_BYTES, CoreConst.LAYOUT_BYTEARRAY].includes(heap.kindOf(v) as never);
      const data = isBytes ? heap.bytesOf(v as Ref) : undefined;
      if (data?.length === 1) return String.fromCharCode(data[0] as number);
      throw typeError(
        data
          ? `%c requires an integer in range(256) or a single byte, not a bytes object of length ${data.length}`
          : `%c requires an integer in range(256) or a single byte, not ${messageTypeName(ctx.heap, ctx.heap.typeOf(v))}`,
      );
    }
    const n = integerOf(heap, v);
    if (n < 0 || n > 255) throw raise("OverflowError", "%c arg not in range(256)");
    return String.fromCharCode(Number(n));
  }
  if (heap.isStr(v)) {
    const text = heap.text(v);
    const length = heap.strLength(v);
    if (length === 1) return text;
    throw typeError(`%c requires an int or a unicode character, not a string of length ${length}`);
  }
  if (!isInt(heap, v) && heap.specialOf(v, CoreConst.SPECIAL_index) === 0)
    throw typeError(`%c requires an int or a unicode character, not ${messageTypeName(ctx.heap, ctx.heap.typeOf(v))}`);
  const n = integerOf(heap, yield* ctx.index(v));
  if (n < 0 || n > 0x10ffff) throw raise("OverflowError", "%c arg not in range(0x110000)");
  return String.fromCodePoint(Number(n));
}

function* integer(ctx: Context, v: Value, code: string): Steps<number | bigint> {
  const { heap } = ctx;
  if (isInt(heap, v)) return integerOf(heap, v);
  const hex = code === "x" || code === "X" || code === "o";
  const special = hex ? CoreConst.SPECIAL_index : CoreConst.SPECIAL_int;
  let result = yield* ctx.callSpecial(special, v);
  if (result === undefined && !hex) result = yield* ctx.callSpecial(CoreConst.SPECIAL_index, v);
  if (result === undefined) {
    const what = hex ? "an integer is required" : "a real number is required";
    throw typeError(`%${code} format: ${what}, not ${ctx.typeName(v)}`);
  }
  if (!isInt(heap, result)) throw typeError(`__int__ returned non-int (type ${ctx.typeName(result)})`);
  return integerOf(heap, result);
}

/** float(v) for numbers: __float__, then __index__. `message` is followed by the type's name, in quotes if it asks for them with a last "'". */
export function* realNumber(ctx: Context, v: Value, message: string): Steps<number> {
  const { heap } = ctx;
  if (isFloatObject(heap, v)) return doubleOf(heap, v);
  if (heap.isExact(v, CoreConst.TYPE_INT)) return intToDouble(ctx, v);
  const result = yield* ctx.callSpecial(CoreConst.SPECIAL_float, v);
  if (result !== undefined) {
    if (!isFloatObject(heap, result))
      throw typeError(`${ctx.typeName(v)}.__float__ returned non-float (type ${ctx.typeName(result)})`);
    return doubleOf(heap, result);
  }
  const index = yield* ctx.callSpecial(CoreConst.SPECIAL_index, v);
  if (index !== undefined) {
    if (!isInt(heap, index)) throw typeError(`__index__ returned non-int (type ${ctx.typeName(index)})`);
    return intToDouble(ctx, index);
  }
  throw typeError(message + ctx.typeName(v) + (message.endsWith("'") ? "'" : ""));
}

function intToDouble(ctx: Context, v: Value): number {
  const x = numberOf(ctx.heap, v);
  if (!Number.isFinite(x)) throw raise("OverflowError", "int too large to convert to float");
  return x;
}
