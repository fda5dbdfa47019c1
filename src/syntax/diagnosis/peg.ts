// A small packrat interpreter for parsing expression grammars: the machine under the slow parser that finds the
// wording and the place of syntax errors. It imitates CPython's generated parser where that shows in errors: tokens
// are fetched one by one (the last one fetched is often the place), only marked rules are memoised, left recursion
// grows a seed, an action that yields null ends its whole rule, and rules named invalid_… are off in the first pass.

import type { TokenList } from "../token-list.ts";
import { KEYWORDS, OPERATORS, T } from "../token-types.ts";

/** What a rule yields; null is failure, undefined an option not taken. */
export type Value = unknown;
/** Bindings `name=…` of an alternative. */
export type Bindings = Record<string, Value>;
/** Makes an alternative's value; null makes the rule fail without trying further alternatives. */
export type Action<P extends Peg> = (p: P, bound: Bindings, first: number) => Value;
export type Alternative<P extends Peg> = string | readonly [string, Action<P>];
export type Grammar<P extends Peg> = Record<string, readonly Alternative<P>[]>;

/** A token as a value. */
export interface TokenNode {
  kind: "token";
  first: number;
  last: number;
}

type Matcher = (p: Peg, bound: Bindings) => Value;

interface Item {
  match: Matcher;
  name: string | null;
  cut: boolean;
  /** A lookahead: has no value. */
  silent: boolean;
}

interface Branch {
  items: Item[];
  action: Action<Peg> | null;
  /** Is an invalid_… rule and nothing else: skipped while those are off. */
  invalid: boolean;
}

interface Rule {
  id: number;
  name: string;
  branches: Branch[];
  memo: boolean;
  leftRecursive: boolean;
  /** Switches the invalid_… rules off while it runs. */
  withoutInvalid: boolean;
}

interface Memo {
  value: Value;
  end: number;
}

/** State of one parse. Subclassed with what the actions need. */
export abstract class Peg {
  readonly tokens: TokenList;
  pos = 0;
  /** One more than the index of the last token fetched. */
  fill = 0;
  /** Second pass: the invalid_… rules are on. */
  invalid = false;
  private memos = new Map<number, Memo>();
  private readonly rules: ReadonlyMap<string, Rule>;

  constructor(tokens: TokenList, rules: ReadonlyMap<string, Rule>) {
    this.tokens = tokens;
    this.rules = rules;
  }

  /** Called when the parser first asks for a token that the lexer could not read; throws. */
  protected abstract unreadable(): never;

  /** Runs a start rule from token `start`. Null if the program does not fit it. */
  run(rule: string, start: number, invalid: boolean): Value {
    this.pos = start;
    this.invalid = invalid;
    this.memos = new Map();
    return callRule(this.rules.get(rule)!, this);
  }

  /** Kind of the token at `pos`, fetching it if need be. */
  peek(): number {
    if (this.pos >= this.fill) {
      this.fill = this.pos + 1;
      if (this.tokens.type[this.pos] === T.ERRORTOKEN) this.unreadable();
    }
    return this.tokens.type[this.pos]!;
  }

  call(rule: Rule): Value {
    const { memos } = this;
    const start = this.pos;
    let value: Value;
    if (rule.memo || rule.leftRecursive) {
      this.peek();
      const key = start * 1024 + rule.id;
      const known = memos.get(key);
      if (known !== undefined) {
        this.pos = known.end;
        return known.value;
      }
      if (rule.leftRecursive) value = this.grow(rule, key, start);
      else {
        value = runBranches(rule, this);
        memos.set(key, { value, end: this.pos });
      }
    } else if (rule.withoutInvalid) {
      const { invalid } = this;
      this.invalid = false;
      value = runBranches(rule, this);
      this.invalid = invalid;
    } else value = runBranches(rule, this);
    return value;
  }

  /** Left recursion: the rule's own result at this place starts as failure and is improved while it gets longer. */
  private grow(rule: Rule, key: number, start: number): Value {
    const memo: Memo = { value: null, end: start };
    this.memos.set(key, memo);
    let end = start;
    for (;;) {
      this.pos = start;
      const value = runBranches(rule, this);
      if (value === null || this.pos <= end) break;
      end = this.pos;
      memo.value = value;
      memo.end = end;
    }
    this.pos = end;
    return memo.value;
  }
}

function callRule(rule: Rule, p: Peg): Value {
  return p.call(rule);
}

function runBranches(rule: { branches: Branch[] }, p: Peg): Value {
  const start = p.pos;
  for (const branch of rule.branches) {
    if (branch.invalid && !p.invalid) continue;
    const bound: Bindings = {};
    const { items } = branch;
    let cut = false;
    let value: Value = null;
    let valued = 0;
    let matched = true;
    for (let i = 0; i < items.length; i++) {
      const item = items[i]!;
      if (item.cut) {
        cut = true;
        continue;
      }
      const found = item.match(p, bound);
      if (found === null) {
        matched = false;
        break;
      }
      if (item.silent) continue;
      value = found;
      valued++;
      if (item.name !== null) bound[item.name] = found;
    }
    if (matched) {
      if (branch.action !== null) {
        value = branch.action(p, bound, start);
        if (value === null) p.pos = start;
        return value;
      }
      if (valued === 1) return value;
      // Of several items the one with a name is what counts.
      let only: Value = { kind: "group", first: start, last: p.pos - 1 };
      for (const name in bound) only = bound[name];
      return only;
    }
    p.pos = start;
    if (cut) return null;
  }
  return null;
}

// ---------------------------------------------------------------------------------------------- compiling

const SCAN = /\s*(?:([a-z_]+)=(?!=)|(&&|[&!~?*+.|()[\]])|'([^']+)'|"([^"]+)"|([A-Za-z_]+))/y;

interface Lexeme {
  kind: "bind" | "sign" | "literal" | "soft" | "name";
  text: string;
}

/** Turns the notation into closures. `memo` and `leftRecursive` name the rules that are. */
export function compileGrammar<P extends Peg>(
  grammar: Grammar<P>,
  memo: ReadonlySet<string>,
  leftRecursive: ReadonlySet<string>,
): Map<string, Rule> {
  const rules = new Map<string, Rule>();
  for (const name of Object.keys(grammar)) {
    rules.set(name, {
      id: rules.size,
      name,
      branches: [],
      memo: memo.has(name),
      leftRecursive: leftRecursive.has(name),
      withoutInvalid: name.endsWith("_without_invalid"),
    });
  }
  for (const [name, alternatives] of Object.entries(grammar)) {
    const { branches } = rules.get(name)!;
    for (const alternative of alternatives) {
      const [text, action] = typeof alternative === "string" ? [alternative, null] : alternative;
      const compiler = new Compiler(text, rules);
      const branch = compiler.sequence();
      branch.action = action as Action<Peg> | null;
      branches.push(branch);
    }
  }
  return rules;
}

class Compiler {
  private readonly lexemes: Lexeme[] = [];
  private readonly rules: ReadonlyMap<string, Rule>;
  private at = 0;

  constructor(text: string, rules: ReadonlyMap<string, Rule>) {
    this.rules = rules;
    SCAN.lastIndex = 0;
    while (SCAN.lastIndex < text.length) {
      const found = SCAN.exec(text);
      if (found === null) throw new Error(`bad grammar: ${text}`);
      const [, bind, sign, literal, soft, name] = found;
      if (bind !== undefined) this.lexemes.push({ kind: "bind", text: bind });
      else if (sign !== undefined) this.lexemes.push({ kind: "sign", text: sign });
      else if (literal !== undefined) this.lexemes.push({ kind: "literal", text: literal });
      else if (soft !== undefined) this.lexemes.push({ kind: "soft", text: soft });
      else this.lexemes.push({ kind: "name", text: name! });
    }
  }

  private sign(): string | null {
    const lexeme = this.lexemes[this.at];
    return lexeme?.kind === "sign" ? lexeme.text : null;
  }

  private accept(sign: string): boolean {
    if (this.sign() !== sign) return false;
    this.at++;
    return true;
  }

  sequence(): Branch {
    const branch: Branch = { items: [], action: null, invalid: false };
    while (this.at < this.lexemes.length) {
      const sign = this.sign();
      if (sign === "|" || sign === ")" || sign === "]") break;
      branch.items.push(this.item());
    }
    // As in CPython, an alternative of several items is tried in the first pass too, even if one is an invalid_… rule.
    const [only] = this.lexemes;
    branch.invalid = this.lexemes.length === 1 && only!.text.startsWith("invalid_");
    return branch;
  }

  private choice(close: string): Matcher {
    const branches = [this.sequence()];
    while (this.accept("|")) branches.push(this.sequence());
    if (!this.accept(close)) throw new Error("bad grammar: unbalanced group");
    const group = { branches };
    return (p) => runBranches(group, p);
  }

  private item(): Item {
    if (this.accept("~")) return { match: () => undefined, name: null, cut: true, silent: true };
    const lexeme = this.lexemes[this.at]!;
    const name = lexeme.kind === "bind" ? lexeme.text : null;
    if (name !== null) this.at++;
    const sign = this.sign();
    return { match: this.prefixed(), name, cut: false, silent: sign === "&" || sign === "!" };
  }

  private prefixed(): Matcher {
    if (this.accept("&&")) {
      const lexeme = this.lexemes[this.at++]!;
      const type = typeOfLiteral(lexeme.text);
      return (p) => {
        if (p.peek() !== type) (p as Peg & { expected(text: string): never }).expected(lexeme.text);
        return takeToken(p);
      };
    }
    if (this.accept("&")) return lookahead(this.repeated(), true);
    if (this.accept("!")) return lookahead(this.repeated(), false);
    return this.repeated();
  }

  private repeated(): Matcher {
    const match = this.atom();
    if (this.accept("?")) return optional(match);
    if (this.accept("*")) return many(match, 0);
    if (this.accept("+")) return many(match, 1);
    if (this.accept(".")) {
      const element = this.atom();
      if (!this.accept("+")) throw new Error("bad grammar: separated list needs +");
      return separated(element, match);
    }
    return match;
  }

  private atom(): Matcher {
    if (this.accept("(")) return this.choice(")");
    if (this.accept("[")) return optional(this.choice("]"));
    const { kind, text } = this.lexemes[this.at++]!;
    if (kind === "literal") return token(typeOfLiteral(text));
    if (kind === "soft") return softKeyword(text);
    const rule = this.rules.get(text);
    if (rule !== undefined) return (p) => callRule(rule, p);
    const special = SPECIAL[text];
    if (special !== undefined) return special;
    const type = (T as Record<string, number>)[text];
    if (type === undefined) throw new Error(`bad grammar: no rule or token ${text}`);
    return token(type);
  }
}

function typeOfLiteral(text: string): number {
  const type = OPERATORS.get(text) ?? KEYWORDS.get(text);
  if (type === undefined) throw new Error(`bad grammar: no token '${text}'`);
  return type;
}

function takeToken(p: Peg): TokenNode {
  const pos = p.pos++;
  return { kind: "token", first: pos, last: pos };
}

function token(type: number): Matcher {
  return (p) => (p.peek() === type ? takeToken(p) : null);
}

function nameNode(p: Peg): Value {
  if (p.peek() !== T.NAME) return null;
  const pos = p.pos++;
  return { kind: "Name", id: p.tokens.textOf(pos).normalize("NFKC"), first: pos, last: pos };
}

function softKeyword(word: string): Matcher {
  return (p) => (p.peek() === T.NAME && p.tokens.textOf(p.pos) === word ? nameNode(p) : null);
}

const SOFT_KEYWORDS = new Set(["_", "case", "match", "type"]);

const SPECIAL: Record<string, Matcher> = {
  NAME: (p) => nameNode(p),
  SOFT_KEYWORD: (p) => (p.peek() === T.NAME && SOFT_KEYWORDS.has(p.tokens.textOf(p.pos)) ? nameNode(p) : null),
};

function optional(match: Matcher): Matcher {
  return (p, bound) => match(p, bound) ?? undefined;
}

function many(match: Matcher, least: number): Matcher {
  return (p, bound) => {
    const values: Value[] = [];
    for (;;) {
      const start = p.pos;
      const value = match(p, bound);
      if (value === null) {
        p.pos = start;
        break;
      }
      values.push(value);
    }
    return values.length < least ? null : values;
  };
}

function separated(element: Matcher, separator: Matcher): Matcher {
  return (p, bound) => {
    const first = element(p, bound);
    if (first === null) return null;
    const values = [first];
    for (;;) {
      const start = p.pos;
      if (separator(p, bound) === null) break;
      const value = element(p, bound);
      if (value === null) {
        p.pos = start;
        break;
      }
      values.push(value);
    }
    return values;
  };
}

function lookahead(match: Matcher, positive: boolean): Matcher {
  return (p, bound) => {
    const start = p.pos;
    const value = match(p, bound);
    p.pos = start;
    return (value !== null) === positive ? undefined : null;
  };
}
