// Signatures of host functions, as text in CPython's __text_signature__ form: "($self, value, /, *, key=None, **rest)". The binder and the
// error messages for wrong arguments derive from them. A parameter with a default may be left out; what is missing reaches the
// implementation as undefined, so the default's text is only for people.

import type { Heap } from "../heap/heap.ts";
import { typeError } from "../heap/py-error.ts";
import type { Value } from "../heap/value.ts";
import { nearest } from "./suggestions.ts";

export type ParameterKind = "positional" | "standard" | "keyword" | "args" | "kwargs";

export interface Parameter {
  readonly name: string;
  readonly kind: ParameterKind;
  readonly required: boolean;
}

/** Most are never called, and all are made at every start: the text is read when something is asked of it. */
export class Signature {
  readonly text: string;
  private read: Parts | undefined;

  constructor(text: string) {
    this.text = text;
  }

  get parameters(): readonly Parameter[] {
    return this.parts.parameters;
  }
  /** True if the first parameter is $self, $module or $type. */
  get hasSelf(): boolean {
    return this.parts.hasSelf;
  }
  /** Positional parameters (self included). */
  get positional(): number {
    return this.parts.positional;
  }
  get required(): number {
    return this.parts.required;
  }
  get args(): boolean {
    return this.parts.args;
  }
  /** True if no keyword is ever accepted. */
  get positionalOnly(): boolean {
    return this.parts.positionalOnly;
  }

  private get parts(): Parts {
    this.read ??= readText(this.text);
    return this.read;
  }
}

interface Parts {
  readonly parameters: readonly Parameter[];
  readonly hasSelf: boolean;
  readonly positional: number;
  readonly required: number;
  readonly args: boolean;
  readonly positionalOnly: boolean;
}

const signatures = new Map<string, Signature>();

/** The signature with this text. What is no signature, a mistake in a table, throws a JS Error when it is first used. */
export function parseSignature(text: string): Signature {
  let signature = signatures.get(text);
  if (signature === undefined) {
    signature = new Signature(text);
    signatures.set(text, signature);
  }
  return signature;
}

function readText(text: string): Parts {
  if (!text.startsWith("(") || !text.endsWith(")")) throw new Error(`krait: bad signature ${text}`);
  const parameters: { name: string; kind: ParameterKind; required: boolean }[] = [];
  let kind: ParameterKind = "standard";
  let hasSelf = false;
  for (const part of splitTopLevel(text.slice(1, -1))) {
    if (part === "/") {
      for (const parameter of parameters) parameter.kind = "positional";
    } else if (part === "*") {
      kind = "keyword";
    } else if (part.startsWith("**")) {
      parameters.push({ name: part.slice(2), kind: "kwargs", required: false });
    } else if (part.startsWith("*")) {
      parameters.push({ name: part.slice(1), kind: "args", required: false });
      kind = "keyword";
    } else {
      const [name = "", preset] = part.split("=", 2);
      if (name.startsWith("$")) hasSelf = true;
      parameters.push({ name: name.replace("$", "").trim(), kind, required: preset === undefined });
    }
  }
  if (hasSelf) parameters[0]!.kind = "positional";
  const positional = parameters.filter((p) => p.kind === "positional" || p.kind === "standard");
  return {
    parameters,
    hasSelf,
    positional: positional.length,
    required: positional.filter((p) => p.required).length,
    args: parameters.some((p) => p.kind === "args"),
    positionalOnly: parameters.every((p) => p.kind === "positional" || p.kind === "args"),
  };
}

function splitTopLevel(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = "";
  let current = "";
  for (const c of text) {
    if (quote) {
      if (c === quote) quote = "";
    } else if (c === "'" || c === '"') quote = c;
    else if ("([{".includes(c)) depth++;
    else if (")]}".includes(c)) depth--;
    if (c === "," && depth === 0 && !quote) {
      parts.push(current.trim());
      current = "";
    } else current += c;
  }
  if (current.trim()) parts.push(current.trim());
  return parts;
}

/** What an implementation gets for each parameter: a Value, undefined if left out, an array for *args, a Map for **kwargs. */
export type BoundArgument = Value | undefined | Value[] | Map<string, Value>;

/** Who is called, for messages. */
export interface Callee {
  readonly name: string;
  /** With the type's name in front for methods. */
  readonly qualname: string;
  readonly signature: Signature;
  readonly isWrapper: boolean;
}

/** Arguments in the order of the parameters. Throws TypeError worded as CPython's Argument Clinic does. */
export function bindArguments(
  callee: Callee,
  positional: readonly Value[],
  keywords: ReadonlyMap<string, Value> | undefined,
): BoundArgument[] {
  const { signature } = callee;
  const self = signature.hasSelf ? 1 : 0;
  const count = positional.length - self;
  const bound: BoundArgument[] = [];
  if (keywords !== undefined && keywords.size > 0 && signature.positionalOnly)
    throw typeError(
      callee.isWrapper
        ? `wrapper ${callee.name}() takes no keyword arguments`
        : `${callee.qualname}() takes no keyword arguments`,
    );
  if (count > signature.positional - self && !signature.args) throw tooMany(callee, count, keywords?.size ?? 0);
  if (signature.positionalOnly && count < signature.required - self) throw wrongCount(callee, count);
  let used = 0;
  let at = 0;
  for (const parameter of signature.parameters) {
    switch (parameter.kind) {
      case "args":
        bound.push(positional.slice(at));
        at = positional.length;
        break;
      case "kwargs": {
        const rest = new Map<string, Value>();
        for (const [name, value] of keywords ?? []) {
          const known = signature.parameters.some(
            (p) => p.name === name && (p.kind === "standard" || p.kind === "keyword"),
          );
          if (!known) rest.set(name, value);
        }
        used += rest.size;
        bound.push(rest);
        break;
      }
      default: {
        const named = parameter.kind !== "positional" ? keywords?.get(parameter.name) : undefined;
        if (parameter.kind !== "keyword" && at < positional.length) {
          if (named !== undefined)
            throw typeError(
              `argument for ${callee.name}() given by name ('${parameter.name}') and position (${at + 1 - self})`,
            );
          bound.push(positional[at++]);
        } else if (named !== undefined) {
          used++;
          bound.push(named);
        } else if (parameter.required) {
          if (parameter.kind === "keyword")
            throw typeError(`${callee.name}() missing required keyword-only argument '${parameter.name}'`);
          if (parameter.kind === "positional") {
            const needed = signature.parameters.filter((p) => p.kind === "positional" && p.required).length - self;
            const isAll = signature.parameters.every(
              (p) => p.kind === "keyword" || (p.kind === "positional" && p.required),
            );
            throw typeError(
              `${callee.name}() takes ${isAll ? "exactly" : "at least"} ${needed} positional argument${needed === 1 ? "" : "s"} (${positional.length - self} given)`,
            );
          }
          throw typeError(
            `${callee.name}() missing required argument '${parameter.name}' (pos ${bound.length + 1 - self})`,
          );
        } else bound.push(undefined);
      }
    }
  }
  if (keywords !== undefined && used < keywords.size) {
    for (const name of keywords.keys()) {
      const parameter = signature.parameters.find((p) => p.name === name);
      if (parameter && (parameter.kind === "standard" || parameter.kind === "keyword")) continue;
      const names = signature.parameters
        .filter((p) => p.kind === "standard" || p.kind === "keyword")
        .map((p) => p.name);
      const similar = nearest(name, names);
      const hint = similar === undefined ? "" : `. Did you mean '${similar}'?`;
      throw typeError(`${callee.name}() got an unexpected keyword argument '${name}'${hint}`);
    }
  }
  return bound;
}

function plural(n: number): string {
  return `${n} argument${n === 1 ? "" : "s"}`;
}

function wrongCount(callee: Callee, count: number) {
  const self = callee.signature.hasSelf ? 1 : 0;
  const least = callee.signature.required - self;
  const most = callee.signature.args ? Number.POSITIVE_INFINITY : callee.signature.positional - self;
  if (callee.isWrapper) {
    if (least === most) return typeError(`expected ${plural(least)}, got ${count}`);
    return typeError(
      `${callee.name} expected at ${count < least ? "least" : "most"} ${plural(count < least ? least : most)}, got ${count}`,
    );
  }
  if (most === 0) return typeError(`${callee.qualname}() takes no arguments (${count} given)`);
  if (least === 1 && most === 1) return typeError(`${callee.qualname}() takes exactly one argument (${count} given)`);
  const bound = count < least ? least : most;
  const how = least === most ? "" : count < least ? "at least " : "at most ";
  return typeError(`${callee.name} expected ${how}${plural(bound)}, got ${count}`);
}

function tooMany(callee: Callee, count: number, keywords: number) {
  const { signature } = callee;
  if (signature.positionalOnly) return wrongCount(callee, count);
  const self = signature.hasSelf ? 1 : 0;
  const most = signature.positional - self;
  const hasKeywordOnly = signature.parameters.some((p) => p.kind === "keyword" || p.kind === "kwargs");
  const all = signature.parameters.some((p) => p.kind === "args" || p.kind === "kwargs")
    ? Number.POSITIVE_INFINITY
    : signature.parameters.length - self;
  if (hasKeywordOnly && count + keywords > all)
    return typeError(
      `${callee.name}() takes at most ${all} argument${all === 1 ? "" : "s"} (${count + keywords} given)`,
    );
  if (most === 0) return typeError(`${callee.name}() takes no positional arguments`);
  const exact = signature.required - self === most ? "exactly" : "at most";
  const what = hasKeywordOnly ? "positional argument" : "argument";
  return typeError(
    `${callee.name}() takes ${exact} ${most} ${what}${most === 1 ? "" : "s"} (${count + (hasKeywordOnly ? 0 : keywords)} given)`,
  );
}

/** Keyword arguments of a call from the core's form: a tuple of names whose values follow the positional ones. */
export function keywordMap(heap: Heap, names: number, values: readonly Value[]): Map<string, Value> {
  const map = new Map<string, Value>();
  heap.tupleItems(names).forEach((name, i) => {
    map.set(heap.text(name as number), values[i] as Value);
  });
  return map;
}
