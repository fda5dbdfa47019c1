// The module _ast: conversions between the front end's syntax trees and the objects of class ast.AST (made by _ast.py). Both have the same nodes and
// fields; only operators and contexts are names there and instances here, and Constant.kind is called `ukind` there.

import { CoreConst } from "../heap/generated/layout.ts";
import {
  bigIntOf,
  complex,
  complexOf,
  doubleOf,
  integerOf,
  isComplex,
  isFloatObject,
  isInt,
  numberOf,
} from "../heap/numbers.ts";
import { raise, typeError, valueError } from "../heap/py-error.ts";
import { EMPTY, float, type Ref, type Value } from "../heap/value.ts";
import { defineModule } from "../host/module-definition.ts";
import { bytesLike } from "../host/types/text.ts";
import { checkHeadroom } from "../util/headroom.ts";
import { patiently } from "../util/patience.ts";
import type { Context } from "../vm/context.ts";
import { def, type Steps } from "../vm/host-call.ts";
import type { SyntaxTree } from "../vm/services.ts";
import { checkTree } from "./ast-rules.ts";
import { pythonSource } from "./python-source.ts";

const { NONE_REF: NONE } = CoreConst;
const POSITION = ["lineno", "col_offset", "end_lineno", "end_col_offset"];

function classNamed(ctx: Context, name: string): Ref {
  const found = ctx.machine.moduleGlobal("_ast", name);
  if (found === EMPTY) throw raise("SystemError", `no syntax tree class ${name}`);
  return found as Ref;
}

interface ConstantData {
  readonly type: string;
  readonly value?: unknown;
  readonly points?: readonly number[] | null;
}

function constant(ctx: Context, data: ConstantData): Value {
  switch (data.type) {
    case "none":
      return NONE;
    case "true":
      return CoreConst.TRUE_REF;
    case "false":
      return CoreConst.FALSE_REF;
    case "ellipsis":
      return CoreConst.ELLIPSIS_REF;
    case "int":
      return ctx.int(data.value as number | bigint);
    case "float":
      return float(data.value as number);
    case "complex":
      return complex(ctx.heap, 0, data.value as number);
    case "bytes":
      return ctx.heap.newBytes(data.value as Uint8Array);
    default:
      return data.points ? ctx.heap.strOfPoints(data.points) : ctx.str(data.value as string);
  }
}

const OPERATOR_FIELDS = new Set(["op", "ops", "ctx"]);

/** An instance of a node class with its attributes set, without running its __init__. */
function instance(ctx: Context, name: string, attributes: Iterable<readonly [string, Value]>): Ref {
  const { heap } = ctx;
  const ref = heap.made(heap.core.instanceNew(classNamed(ctx, name)));
  for (const [key, value] of attributes) {
    heap.setScratch(0, ref);
    heap.setScratch(1, value);
    heap.check(heap.core.attrSet(heap.intern(key)));
  }
  return ref;
}

function toPython(ctx: Context, v: unknown, field: string, singletons: Map<string, Ref>, depth: number): Value {
  if (v === null || v === undefined) return NONE;
  if (Array.isArray(v)) return ctx.list(v.map((item) => toPython(ctx, item, field, singletons, depth)));
  if (typeof v === "string") {
    if (!OPERATOR_FIELDS.has(field)) return ctx.str(v);
    let made = singletons.get(v);
    if (made === undefined) {
      made = instance(ctx, v, []);
      singletons.set(v, made);
    }
    return made;
  }
  if (typeof v === "number" || typeof v === "bigint") return ctx.int(v);
  if (typeof v === "boolean") return ctx.int(v ? 1 : 0);
  const node = v as Record<string, unknown> & { kind?: string; type?: unknown };
  if (typeof node.kind !== "string") return constant(ctx, node as unknown as ConstantData);
  checkHeadroom(depth);
  const attributes: [string, Value][] = [];
  for (const [key, value] of Object.entries(node)) {
    if (key === "kind") continue;
    attributes.push([key === "ukind" ? "kind" : key, toPython(ctx, value, key, singletons, depth + 1)]);
  }
  return instance(ctx, node.kind, attributes);
}

/** A tree of the front end as ast.AST objects. */
export function treeToPython(ctx: Context, tree: SyntaxTree): Value {
  return toPython(ctx, tree, "", new Map(), 0);
}

const CONSTANT_FIELDS: Readonly<Record<string, readonly string[]>> = {
  Constant: ["value"],
  MatchSingleton: ["value"],
  Interpolation: ["str"],
};

class Reader {
  readonly ctx: Context;
  depth = 0;
  constructor(ctx: Context) {
    this.ctx = ctx;
  }

  *attribute(node: Value, name: string): Steps<Value | undefined> {
    return yield* this.ctx.findattr(node, name);
  }

  constant(v: Value): unknown {
    const { heap } = this.ctx;
    if (v === NONE) return { type: "none" };
    if (v === CoreConst.TRUE_REF) return { type: "true" };
    if (v === CoreConst.FALSE_REF) return { type: "false" };
    if (v === CoreConst.ELLIPSIS_REF) return { type: "ellipsis" };
    if (isInt(heap, v)) return { type: "int", value: integerOf(heap, v) };
    if (isFloatObject(heap, v)) return { type: "float", value: doubleOf(heap, v) };
    if (isComplex(heap, v)) {
      const { real, imag } = complexOf(heap, v);
      if (real !== 0)
        throw raise(
          "NotImplementedError",
          "krait does not support complex constants with a real part in syntax trees yet",
        );
      return { type: "complex", value: imag };
    }
    if (heap.isStr(v)) {
      const value = heap.text(v);
      return { type: "str", value, points: Array.from(value).length === heap.strLength(v) ? null : heap.codePoints(v) };
    }
    if (heap.isInstance(v, CoreConst.TYPE_BYTES)) return { type: "bytes", value: heap.bytesOf(v as Ref) };
    if (heap.isTuple(v) || heap.isSet(v))
      throw raise(
        "NotImplementedError",
        "krait does not support tuples and frozensets as constants of syntax trees yet",
      );
    throw typeError(`got an invalid type in Constant: ${this.ctx.typeName(v)}`);
  }

  /** A node that must be of one of a sum's classes; its own class may be derived from them. */
  *node(v: Value, sum: string): Steps<unknown> {
    const { ctx } = this;
    const { heap } = ctx;
    if (++this.depth > 3000) throw raise("RecursionError", "maximum recursion depth exceeded during compilation");
    checkHeadroom(this.depth);
    const expected = classNamed(ctx, sum);
    if (!heap.isInstance(v, expected)) throw typeError(`expected some sort of ${sum}, but got ${yield* ctx.repr(v)}`);
    const type = yield* this.concrete(v);
    const kind = ctx.shortNameOfType(type);
    if (OPERATORS.has(sum)) {
      this.depth--;
      return kind;
    }
    const result: Record<string, unknown> = { kind };
    const fields = heap.tupleItems((yield* ctx.getattr(type, "_fields")) as Ref).map((name) => heap.text(name as Ref));
    const kinds = heap.tupleItems((yield* ctx.getattr(type, "_field_kinds")) as Ref);
    for (const [i, field] of fields.entries()) {
      const [fieldKind, mark] = heap.tupleItems(kinds[i] as Ref).map((text) => heap.text(text as Ref)) as [
        string,
        string,
      ];
      const key = kind === "Constant" && field === "kind" ? "ukind" : field;
      const value = yield* ctx.findattr(v, field);
      if (value === undefined || (value === NONE && !(CONSTANT_FIELDS[kind]?.includes(field) ?? false))) {
        if (value === undefined && mark === "*") {
          result[key] = [];
          continue;
        }
        if (mark === "?") {
          result[key] = fieldKind === "int" ? 0 : null;
          continue;
        }
        if (value === undefined && fieldKind === "expr_context") {
          result[key] = "Load";
          continue;
        }
        throw value === undefined
          ? typeError(`required field "${field}" missing from ${kind}`)
          : valueError(`field '${field}' is required for ${kind}`);
      }
      if (mark === "*") {
        if (!heap.isList(value))
          throw typeError(`${kind} field "${field}" must be a list, not a ${ctx.typeName(value)}`);
        const items: unknown[] = [];
        for (const item of heap.listItems(value))
          items.push(
            item === NONE && NULLABLE_ITEMS.has(`${kind}.${field}`) ? null : yield* this.field(item, fieldKind, field),
          );
        result[key] = items;
      } else result[key] = yield* this.field(value, fieldKind, field);
    }
    const attributes = heap.tupleItems((yield* ctx.getattr(type, "_attributes")) as Ref);
    if (attributes.length > 0) {
      for (const name of POSITION) {
        const value = yield* ctx.findattr(v, name);
        if (value === undefined || value === NONE) {
          if (name === "lineno" || name === "col_offset")
            throw typeError(`required field "${name}" missing from ${sum}`);
          result[name] = result[name === "end_lineno" ? "lineno" : "col_offset"];
        } else result[name] = numberOf(heap, yield* ctx.index(value));
      }
    }
    this.depth--;
    if (kind === "NamedExpr" && (result.target as { kind: string }).kind !== "Name")
      throw typeError("NamedExpr target must be a Name");
    return result;
  }

  /** The class of the grammar that an object's class is or derives from. */
  *concrete(v: Value): Steps<Ref> {
    const { ctx } = this;
    const mro = yield* ctx.getattr(ctx.heap.typeOf(v), "__mro__");
    for (const type of ctx.heap.tupleItems(mro as Ref)) {
      if (ctx.machine.moduleGlobal("_ast", ctx.shortNameOfType(type as Ref)) === type) return type as Ref;
    }
    throw typeError(`expected a syntax tree, got ${ctx.typeName(v)}`);
  }

  *field(v: Value, kind: string, field: string): Steps<unknown> {
    const { ctx } = this;
    const { heap } = ctx;
    switch (kind) {
      case "identifier":
        if (!heap.isStr(v)) throw typeError("AST identifier must be of type str");
        return heap.text(v);
      case "string":
        if (!heap.isStr(v) && !heap.isInstance(v, CoreConst.TYPE_BYTES))
          throw typeError("AST string must be of type str");
        return heap.isStr(v) ? heap.text(v) : Buffer.from(heap.bytesOf(v as Ref)).toString("utf8");
      case "int":
        if (!isInt(heap, v)) throw valueError(`invalid integer value: ${yield* ctx.repr(v)}`);
        return Number(bigIntOf(heap, v));
      case "constant":
        return field === "str" && heap.isStr(v) ? heap.text(v) : this.constant(v);
      default:
        return yield* this.node(v, kind);
    }
  }
}

const OPERATORS = new Set(["expr_context", "boolop", "operator", "unaryop", "cmpop"]);
const NULLABLE_ITEMS = new Set(["Dict.keys", "arguments.kw_defaults"]);

/** True for an instance of ast.AST (if the module was ever imported). */
export function isTree(ctx: Context, v: Value): boolean {
  const base = ctx.machine.moduleGlobal("_ast", "AST");
  return base !== EMPTY && ctx.heap.isInstance(v, base as Ref);
}

/** ast.AST objects as the front end's tree, for compile(). Throws TypeError and ValueError as CPython words them. */
export function* treeFromPython(ctx: Context, v: Value, mode: "exec" | "eval" | "single"): Steps<SyntaxTree> {
  const expected = { exec: "Module", eval: "Expression", single: "Interactive" }[mode];
  if (!ctx.heap.isInstance(v, classNamed(ctx, expected)))
    throw typeError(`expected ${expected} node, got ${ctx.typeName(v)}`);
  const tree = (yield* new Reader(ctx).node(v, "mod")) as SyntaxTree;
  checkTree(tree as Parameters<typeof checkTree>[0]);
  return tree;
}

function* compileOrParse(
  ctx: Context,
  source: Value,
  filename: Value,
  mode: Value,
  flags: Value,
  future: Value,
  optimize: Value,
): Steps {
  const { heap, machine } = ctx;
  const options = {
    filename: heap.text(filename as Ref),
    mode: heap.text(mode as Ref) as "exec" | "eval" | "single",
    futureFlags: numberOf(heap, future),
    optimize: numberOf(heap, optimize),
    topLevelAwait: (numberOf(heap, flags) & 0x2000) !== 0,
  };
  const poll = (): void => machine.poll();
  const onlyTree = (numberOf(heap, flags) & 0x400) !== 0;
  if (isTree(ctx, source)) {
    if (onlyTree) return source;
    const tree = yield* treeFromPython(ctx, source, options.mode);
    return machine.loadCode(patiently(poll, () => machine.services.compileTree(tree, options)));
  }
  const text = heap.isStr(source) ? heap.text(source) : heap.bytesOf(yield* bytesLike(ctx, source));
  return treeToPython(
    ctx,
    patiently(poll, () => machine.services.parse(text, options)),
  );
}

export const astModule = defineModule("_ast", {
  functions: {
    /** compile() where a syntax tree goes in or comes out. */
    _compile: def("(source, filename, mode, flags, future, optimize, /)", compileOrParse),
  },
  get pythonSource() {
    return pythonSource("_ast.py");
  },
});
