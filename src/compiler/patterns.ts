/**
 * Code for one pattern. Captured values wait in temporaries until the whole pattern has matched. A failure with n temporaries in use
 * jumps to failure label n: these labels stand in a row, each drops one temporary (those that are empty by then don't mind).
 */
import type { Constant } from "../bytecode/code.ts";
import { CompareOp, Flag, Op } from "../bytecode/opcodes.ts";
import type { Expr, Located, MatchClass, MatchMapping, MatchOr, MatchSequence, Pattern } from "../syntax/ast.ts";
import { jumpRegisters } from "./compare.ts";
import { keyOf } from "./consts.ts";
import { constantOf, drop, kOf, operand } from "./expressions.ts";
import { isTemp, type KValue, kValue, Label } from "./ir.ts";
import { isWildcard } from "./match.ts";
import type { Unit } from "./unit.ts";
import { pythonRepr } from "./unparse.ts";

export interface Capture {
  readonly name: string;
  readonly register: number;
  /** The register is needed further: the value must be copied. */
  readonly keep: boolean;
}

export class PatternMatcher {
  private readonly u: Unit;
  private allowIrrefutable: boolean;
  /** Temporaries in use where the match started. */
  private readonly base: number;
  private readonly failures: Label[] = [];
  private readonly captures: Capture[] = [];

  constructor(u: Unit, allowIrrefutable: boolean) {
    this.u = u;
    this.allowIrrefutable = allowIrrefutable;
    this.base = u.top;
  }

  /** Matches the subject, which stays. Returns what to bind; the registers stay taken until then. */
  match(p: Pattern, subject: number): readonly Capture[] {
    this.pattern(p, subject, false);
    return this.captures;
  }

  /** Where a failure goes that holds nothing more than before the match. */
  failLabel(): Label {
    return this.failure(this.base);
  }

  private failure(depth: number): Label {
    const index = depth - this.base;
    let label = this.failures[index];
    if (!label) {
      label = new Label();
      this.failures[index] = label;
    }
    return label;
  }

  /** Label for a failure at this point. */
  private fail(): Label {
    return this.failure(this.u.top);
  }

  /** Places the failure labels; falls through with the temporaries of the start. */
  placeFailures(at: Located) {
    const { u } = this;
    const start = u.next - u.top + this.base;
    u.location = at;
    for (let depth = this.failures.length - 1; depth >= 0; depth--) {
      const label = this.failures[depth];
      if (label) u.place(label);
      if (depth > 0) u.drop(start + depth - 1);
    }
  }

  // ------------------------------------------------------------------------------------------ patterns

  /** Code that goes on if `register` matches; `consume`: it is a temporary to take over if so. */
  private pattern(p: Pattern, register: number, consume: boolean) {
    const { u } = this;
    switch (p.kind) {
      case "MatchValue":
        return this.value(p.value, register, consume, p);
      case "MatchSingleton": {
        const flags = consume ? Flag.DROP_B : 0;
        u.location = p;
        if (p.value.type === "none") {
          u.jump(Op.JUMP_NONE, this.failBelow(register, consume), 0, register, 0, flags | Flag.INVERT);
          return;
        }
        const constant = u.next;
        u.reserve(1);
        u.loadConst(constant, p.value);
        const fail = this.failBelow(register, consume);
        u.jump(Op.JUMP_IS, fail, 0, register, constant, flags | Flag.DROP_C | Flag.INVERT);
        return;
      }
      case "MatchAs":
        if (p.pattern === null) {
          if (!this.allowIrrefutable) {
            const what = p.name === null ? "wildcard" : `name capture ${pythonRepr(p.name)}`;
            u.compiler.fail(`${what} makes remaining patterns unreachable`, p);
          }
          if (p.name === null) this.discard(register, consume, p);
          else this.capture(p.name, register, consume, p);
          return;
        }
        this.pattern(p.pattern, register, false);
        if (p.name !== null) this.capture(p.name, register, consume, p);
        else this.discard(register, consume, p);
        return;
      case "MatchStar":
        if (p.name === null) this.discard(register, consume, p);
        else this.capture(p.name, register, consume, p);
        return;
      case "MatchSequence":
        return this.sequence(p, register, consume);
      case "MatchMapping":
        return this.mapping(p, register, consume);
      case "MatchClass":
        return this.classPattern(p, register, consume);
      case "MatchOr":
        return this.alternatives(p, register, consume);
    }
  }

  private subpattern(p: Pattern, register: number, consume: boolean): void {
    const outer = this.allowIrrefutable;
    this.allowIrrefutable = true;
    this.pattern(p, register, consume);
    this.allowIrrefutable = outer;
  }

  /** Failure label of a jump that drops `register` itself if it is consumed and on top. */
  private failBelow(register: number, consume: boolean): Label {
    const { u } = this;
    return consume && register === u.next - 1 ? this.failure(Math.max(this.base, u.top - 1)) : this.fail();
  }

  private discard(register: number, consume: boolean, at: Located): void {
    this.u.location = at;
    if (consume) this.u.drop(register);
  }

  private capture(name: string, register: number, consume: boolean, at: Located): void {
    if (this.captures.some((known) => known.name === name)) {
      this.u.compiler.fail(`multiple assignments to name ${pythonRepr(name)} in pattern`, at);
    }
    this.captures.push({ name, register, keep: !consume });
  }

  private value(e: Expr, register: number, consume: boolean, at: Located): void {
    const { u } = this;
    if (e.kind !== "Attribute" && !constantOf(u, e)) {
      u.compiler.fail("patterns may only match literals and attribute lookups", at);
    }
    const flags = consume ? Flag.DROP_B : 0;
    const k = kOf(u, e);
    if (k) {
      this.compareK(CompareOp.EQ, register, k, flags, at, this.failBelow(register, consume));
      return;
    }
    const mark = u.top;
    const value = operand(u, e);
    u.top = mark;
    u.location = at;
    const fail = this.failBelow(register, consume);
    jumpRegisters(u, register, "Eq", value, fail, false, flags | drop(value, Flag.DROP_C));
  }

  private compareK(operation: number, register: number, k: KValue, flags: number, at: Located, fail: Label): void {
    const { u } = this;
    u.location = at;
    u.withK(u.jump(Op.JUMP_CMP_K, fail, 0, register, 0, flags | Flag.INVERT), operation, k);
  }

  /** Jumps to failure unless `op` on the register gives a true value. */
  private test(op: number, register: number, at: Located): void {
    const { u } = this;
    const result = u.next;
    u.reserve(1);
    u.location = at;
    u.emit(op, result, register);
    u.jump(Op.JUMP_IF, this.fail(), result, 0, 0, Flag.DROP_A | Flag.INVERT);
  }

  private checkLength(register: number, operation: number, length: number, at: Located): void {
    const { u } = this;
    const result = u.next;
    u.reserve(1);
    u.location = at;
    u.emit(Op.GET_LEN, result, register);
    this.compareK(operation, result, kValue("int", length)!, Flag.DROP_B, at, this.fail());
  }

  // ------------------------------------------------------------------------------------------ sequences

  private sequence(p: MatchSequence, register: number, consume: boolean): void {
    const { u } = this;
    const { patterns } = p;
    const size = patterns.length;
    const star = patterns.findIndex((item) => item.kind === "MatchStar");
    if (patterns.some((item, i) => item.kind === "MatchStar" && i !== star)) {
      u.compiler.fail("multiple starred names in sequence pattern", p);
    }
    const starPattern = patterns[star];
    const starWildcard = starPattern?.kind === "MatchStar" && starPattern.name === null;
    const onlyWildcards = patterns.every((item, i) => (i === star ? starWildcard : isWildcard(item)));
    this.test(Op.MATCH_SEQUENCE, register, p);
    if (star < 0) this.checkLength(register, CompareOp.EQ, size, p);
    else if (size > 1) this.checkLength(register, CompareOp.GE, size - 1, p);
    if (onlyWildcards) this.discard(register, consume, p);
    else if (starWildcard) {
      this.items(p, register, star);
      this.discard(register, consume, p);
    } else this.unpack(p, register, consume, star);
  }

  private unpack(p: MatchSequence, register: number, consume: boolean, star: number): void {
    const { u } = this;
    const { patterns } = p;
    const size = patterns.length;
    const after = size - star - 1;
    if (star >= 256 || (star >= 0 && after >= 2 ** 23)) {
      u.compiler.fail("too many expressions in star-unpacking sequence pattern", p);
    }
    if (star >= 0 && after > 255) {
      u.compiler.fail("krait does not support more than 255 patterns after a starred pattern", p);
    }
    const first = u.take(size);
    u.location = p;
    const flags = consume ? Flag.DROP_B : 0;
    if (star < 0) u.emit(Op.UNPACK, first, register, size, flags);
    else u.emit(Op.UNPACK_EX, first, register, star | (after << 8), flags);
    patterns.forEach((item, i) => {
      this.subpattern(item, first + i, true);
    });
  }

  /** [a, *_, b]: picks items by index instead of unpacking all. */
  private items(p: MatchSequence, register: number, star: number): void {
    const { u } = this;
    const size = p.patterns.length;
    p.patterns.forEach((item, i) => {
      if (i === star || isWildcard(item)) return;
      const value = u.next;
      const index = value + 1;
      u.reserve(2);
      u.location = p;
      if (i < star) {
        u.loadConst(index, { type: "int", value: i });
      } else {
        // The subject may not know negative indices.
        u.emit(Op.GET_LEN, index, register);
        u.withK(u.emit(Op.BINARY_K, index, index, 0, Flag.DROP_B), 1, kValue("int", size - i)); // len - n
      }
      u.emit(Op.GETITEM, value, register, index, Flag.DROP_C);
      u.take();
      this.subpattern(item, value, true);
    });
  }

  // ------------------------------------------------------------------------------------------ mappings and classes

  private mapping(p: MatchMapping, register: number, consume: boolean): void {
    const { u } = this;
    const size = p.keys.length;
    this.test(Op.MATCH_MAPPING, register, p);
    if (size === 0 && p.rest === null) {
      this.discard(register, consume, p);
      return;
    }
    if (size > 0) this.checkLength(register, CompareOp.GE, size, p);
    const keys = this.mappingKeys(p);
    const values = u.take();
    u.location = p;
    u.emit(Op.MATCH_KEYS, values, register, keys);
    u.jump(Op.JUMP_NONE, this.fail(), 0, values);
    const first = u.take(size);
    u.emit(Op.UNPACK, first, values, size, Flag.DROP_B);
    p.patterns.forEach((item, i) => {
      this.subpattern(item, first + i, true);
    });
    u.location = p;
    if (p.rest !== null) {
      const rest = u.take();
      u.emit(Op.DICT_COPY_REST, rest, register, keys, Flag.DROP_C);
      this.discard(register, consume, p);
      this.capture(p.rest, rest, true, p);
    } else {
      u.drop(keys);
      this.discard(register, consume, p);
    }
  }

  /** The keys as a tuple in a taken temporary. */
  private mappingKeys(p: MatchMapping): number {
    const { u } = this;
    const seen = new Set<string>();
    const mark = u.top;
    const first = u.next;
    for (const key of p.keys) {
      const constant = constantOf(u, key);
      if (constant) {
        const id = keyOf(asEqualInt(constant));
        if (seen.has(id)) {
          u.compiler.fail(`mapping pattern checks duplicate key (${pythonRepr(constant)})`, p);
        }
        seen.add(id);
      } else if (key.kind !== "Attribute") {
        u.compiler.fail("mapping pattern keys may only match literals and attribute lookups", p);
      }
    }
    const items = u.compiler.folder.foldAll(p.keys);
    if (items) {
      u.location = p;
      u.loadConst(u.take(), { type: "tuple", items });
      return first;
    }
    for (const key of p.keys) {
      const register = u.next;
      const value = operand(u, key);
      if (value !== register) {
        u.take();
        u.moveTo(register, value);
      }
    }
    u.location = p;
    u.emit(Op.BUILD_TUPLE, first, first, p.keys.length);
    u.top = mark;
    return u.take();
  }

  private classPattern(p: MatchClass, register: number, consume: boolean): void {
    const { u } = this;
    const { patterns, kwd_attrs: names, kwd_patterns: keywordPatterns } = p;
    names.forEach((name, i) => {
      const j = names.indexOf(name, i + 1);
      if (j > 0) u.compiler.fail(`attribute name repeated in class pattern: ${name}`, keywordPatterns[j]!);
    });
    const mark = u.top;
    const subject = u.take();
    const cls = operand(u, p.cls);
    if (!isTemp(cls)) {
      u.location = p.cls;
      u.emit(Op.MOVE, u.take(), cls);
    }
    const keywords = u.take();
    u.location = p;
    const items = names.map((value) => ({ type: "str", value, points: null }) as const);
    u.loadConst(keywords, { type: "tuple", items });
    // Written last: the class pattern's own expressions must not run with a half-filled group held.
    u.emit(Op.MOVE, subject, register);
    u.emit(Op.MATCH_CLASS, subject, subject, patterns.length);
    u.top = mark + 1;
    u.jump(Op.JUMP_NONE, this.fail(), 0, subject);
    const all = [...patterns, ...keywordPatterns];
    const first = u.take(all.length);
    u.emit(Op.UNPACK, first, subject, all.length, Flag.DROP_B);
    all.forEach((item, i) => {
      this.subpattern(item, first + i, true);
    });
    this.discard(register, consume, p);
  }

  // ------------------------------------------------------------------------------------------ alternatives

  private alternatives(p: MatchOr, register: number, consume: boolean): void {
    const { u } = this;
    const end = new Label();
    const count = p.patterns.length;
    /** Names of the first alternative, in the order it binds them; the others must bind the same. */
    let control: string[] = [];
    collectNames(p.patterns[0]!, control);
    const mark = u.top;
    const slots = u.take(control.length);
    p.patterns.forEach((alternative, i) => {
      const inner = new PatternMatcher(u, i === count - 1 && this.allowIrrefutable);
      const captures = inner.match(alternative, register);
      const names = captures.map((capture) => capture.name);
      if (names.length !== control.length || control.some((name) => !names.includes(name))) {
        u.compiler.fail("alternative patterns bind different names", p);
      }
      if (i === 0) control = names;
      u.location = alternative;
      for (const { name, register: from, keep } of captures) {
        u.emit(keep ? Op.MOVE : Op.TAKE, slots + control.indexOf(name), from);
      }
      u.jump(Op.JUMP, end);
      u.top = mark + control.length;
      inner.placeFailures(alternative);
    });
    u.location = p;
    u.top = mark;
    u.jump(Op.JUMP, this.fail());
    u.place(end);
    u.take(control.length);
    control.forEach((name, i) => {
      if (this.captures.some((known) => known.name === name)) {
        u.compiler.fail(`multiple assignments to name ${pythonRepr(name)} in pattern`, p);
      }
      this.captures.push({ name, register: slots + i, keep: false });
    });
    this.discard(register, consume, p);
  }
}

/** Bools, and floats and complex numbers without a fraction, as the int they are equal to. */
function asEqualInt(constant: Constant): Constant {
  switch (constant.type) {
    case "true":
      return { type: "int", value: 1 };
    case "false":
      return { type: "int", value: 0 };
    case "float":
      return Number.isInteger(constant.value) ? { type: "int", value: BigInt(constant.value) } : constant;
    case "complex":
      return constant.imag === 0 ? asEqualInt({ type: "float", value: constant.real }) : constant;
    default:
      return constant;
  }
}

/** Names a pattern binds (with repetitions: those are an error found later). */
function collectNames(p: Pattern, names: string[]): void {
  switch (p.kind) {
    case "MatchAs":
      if (p.pattern) collectNames(p.pattern, names);
      if (p.name !== null) names.push(p.name);
      return;
    case "MatchStar":
      if (p.name !== null) names.push(p.name);
      return;
    case "MatchMapping":
      for (const item of p.patterns) collectNames(item, names);
      if (p.rest !== null) names.push(p.rest);
      return;
    case "MatchSequence":
      for (const item of p.patterns) collectNames(item, names);
      return;
    case "MatchOr":
      if (p.patterns[0]) collectNames(p.patterns[0], names);
      return;
    case "MatchClass":
      for (const item of [...p.patterns, ...p.kwd_patterns]) collectNames(item, names);
      return;
  }
}
