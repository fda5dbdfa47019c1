/** match statements: cases one after the other; a case's names are bound only after the whole pattern has matched. */
import { Op } from "../bytecode/opcodes.ts";
import type { Match, Pattern } from "../syntax/ast.ts";
import { jumpIf } from "./conditions.ts";
import { push } from "./expressions.ts";
import { isTemp, Label } from "./ir.ts";
import { borrowName, storeName } from "./names.ts";
import { PatternMatcher } from "./patterns.ts";
import { body, lineOf } from "./statements.ts";
import { mayRebind, type Unit } from "./unit.ts";

export function matchStmt(u: Unit, s: Match): void {
  const mark = u.top;
  const end = new Label();
  const borrowed = canBorrow(s) ? borrowName(u, s.subject, []) : null;
  if (borrowed !== null) lineOf(u, s.subject);
  const subject = borrowed ?? push(u, s.subject);
  const { cases } = s;
  const last = cases.at(-1)!;
  const hasDefault = isWildcard(last.pattern) && cases.length > 1;
  const tested = hasDefault ? cases.slice(0, -1) : cases;
  tested.forEach((c, i) => {
    const inner = u.top;
    const matcher = new PatternMatcher(u, c.guard !== null || i === cases.length - 1);
    for (const { name, register, keep } of matcher.match(c.pattern, subject)) {
      storeName(u, name, register, c.pattern, keep);
    }
    u.top = inner;
    if (c.guard) jumpIf(u, c.guard, matcher.failLabel(), false);
    u.location = c.body[0] ?? null;
    if (isTemp(subject)) u.drop(subject);
    u.top = mark;
    body(u, c.body);
    u.location = null;
    u.jump(Op.JUMP, end);
    u.top = inner;
    matcher.placeFailures(c.pattern);
  });
  if (isTemp(subject)) u.drop(subject);
  if (hasDefault) {
    u.top = mark;
    lineOf(u, last.pattern);
    if (last.guard) jumpIf(u, last.guard, end, false);
    body(u, last.body);
  }
  u.place(end);
  u.top = mark;
}

export function isWildcard(p: Pattern): boolean {
  return p.kind === "MatchAs" && p.name === null && p.pattern === null;
}

/** The subject can stay in its variable if no case binds names or runs a guard that might rebind it. */
function canBorrow(s: Match): boolean {
  return s.cases.every((c) => !bindsNames(c.pattern) && !mayRebind(c.guard));
}

function bindsNames(p: Pattern): boolean {
  switch (p.kind) {
    case "MatchAs":
      return p.name !== null || (p.pattern !== null && bindsNames(p.pattern));
    case "MatchStar":
      return p.name !== null;
    case "MatchMapping":
      return p.rest !== null || p.patterns.some(bindsNames);
    case "MatchSequence":
    case "MatchOr":
      return p.patterns.some(bindsNames);
    case "MatchClass":
      return p.patterns.some(bindsNames) || p.kwd_patterns.some(bindsNames);
    default:
      return false;
  }
}
