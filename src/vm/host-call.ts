// Functions written in TypeScript that Python can call. Three kinds, told apart when the table is made:
//   plain      (ctx, …) => Value                       must not need Python code
//   steps      function* (ctx, …) { … yield* ctx.call(f, [x]) … }   may call Python any number of times
//   async      async (ctx, …) => Value                 the program pauses until the promise is settled
import type { Ref, Value } from "../heap/value.ts";
import type { Context } from "./context.ts";
import { parseSignature, type Signature } from "./signature.ts";

/** What a generator function asks the run loop for: call this, send me the result (or throw its exception into me). */
export interface CallRequest {
  readonly callee: Value;
  readonly args: readonly Value[];
  readonly keywords?: ReadonlyMap<string, Value> | undefined;
}
/** A piece of host code that may run Python code on its way to a T. */
export type Steps<T = Value> = Generator<CallRequest, T, Value>;

// biome-ignore lint/suspicious/noExplicitAny: the parameters follow from the signature, which is data
export type Implementation = (ctx: Context, ...args: any[]) => Value | Steps<Value> | Promise<Value>;
export type HostKind = "plain" | "steps" | "async";

export interface Definition {
  readonly signature: Signature;
  readonly kind: HostKind;
  readonly implementation: Implementation;
  readonly doc: string | undefined;
  readonly binding: "function" | "classmethod" | "static";
}

/** A row of a table of host functions. Text of `signature`: see signature.ts. */
export function def(signature: string, implementation: Implementation, doc?: string): Definition {
  return {
    signature: parseSignature(signature),
    kind: kindOf(implementation),
    implementation,
    doc,
    binding: "function",
  };
}
export function classMethod(signature: string, implementation: Implementation, doc?: string): Definition {
  return { ...def(signature, implementation, doc), binding: "classmethod" };
}
export function staticMethod(signature: string, implementation: Implementation, doc?: string): Definition {
  return { ...def(signature, implementation, doc), binding: "static" };
}

function kindOf(implementation: Implementation): HostKind {
  const name = implementation.constructor.name;
  return name === "GeneratorFunction" ? "steps" : name === "AsyncFunction" ? "async" : "plain";
}

/** An attribute computed by host code. The setter gets undefined for `del`. */
export interface GetSet {
  // biome-ignore lint/suspicious/noExplicitAny: self is any object of the owner
  readonly get: (ctx: Context, self: any) => Value | Steps<Value>;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly set?: ((ctx: Context, self: any, value: Value | undefined) => void | Steps<void>) | undefined;
  readonly doc?: string | undefined;
}

/** A definition with its place: what vm->host_id leads to. */
export interface HostFunction extends Definition {
  readonly id: number;
  /** Where the definition stands in the host's tables; the same in every process of one build. */
  readonly path: string;
  readonly name: string;
  readonly qualname: string;
  readonly isWrapper: boolean;
  /** Type whose method it is, 0 for plain functions and static methods. */
  readonly owner: Ref;
}
