/** The constants of one code object: equal constants of equal type share an index (1, 1.0 and True don't; neither do 0.0 and -0.0). */
import type { CodeObject, Constant } from "../bytecode/code.ts";
import type { ConstantValue } from "../syntax/ast.ts";

export const NONE: Constant = { type: "none" };

/** A literal of the tree as a constant. */
export function constantOfLiteral(value: ConstantValue): Constant {
  if (value.type === "complex") return { type: "complex", real: 0, imag: value.value };
  // The parser may hand out views of its own buffers.
  return value.type === "bytes" ? { type: "bytes", value: Uint8Array.from(value.value) } : value;
}

export class ConstTable {
  readonly items: Constant[] = [];
  private readonly indices = new Map<string, number>();

  add(constant: Constant): number {
    const key = constant.type === "code" ? null : keyOf(constant);
    if (key !== null) {
      const known = this.indices.get(key);
      if (known !== undefined) return known;
      this.indices.set(key, this.items.length);
    }
    return this.items.push(constant) - 1;
  }

  addCode(code: CodeObject): number {
    return this.add({ type: "code", code });
  }
}

/** Equal for constants that Python could not tell apart. */
export function keyOf(constant: Constant): string {
  switch (constant.type) {
    case "int":
      return `i${constant.value}`;
    case "float":
      return `f${floatKey(constant.value)}`;
    case "complex":
      return `c${floatKey(constant.real)},${floatKey(constant.imag)}`;
    case "str":
      return constant.points ? `p${constant.points.join()}` : `s${constant.value}`;
    case "bytes":
      return `b${constant.value.join()}`;
    case "tuple":
    case "frozenset":
    case "slice": {
      const keys = constant.items.map((item) => {
        const key = keyOf(item);
        return `${key.length}:${key}`;
      });
      return `${constant.type}(${keys.join("")})`;
    }
    case "code":
      throw new Error("code constants have no key");
    case "private":
      return `k${constant.name}`;
    default:
      return constant.type;
  }
}

function floatKey(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}
