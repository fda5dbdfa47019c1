// Finds what CPython would say of a program that the fast parser refused: once over the tokens with the plain
// grammar (to see how far it gets), once with the rules that match wrong programs, then the lexer's errors further
// on, some of which take precedence. See _PyPegen_run_parser and _PyPegen_set_syntax_error in CPython.

import { PySyntaxError } from "../errors.ts";
import type { TokenList } from "../token-list.ts";
import { T } from "../token-types.ts";
import { Diagnoser } from "./diagnoser.ts";
import { pythonRules } from "./grammar.ts";
import { ErrorMaker } from "./places.ts";

export interface Refused {
  filename: string;
  mode: "exec" | "single" | "eval";
  barry: boolean;
  /** Token to begin with: the first of a statement at the top level. */
  startAt: number;
  /** Token at which the fast parser stopped. */
  stoppedAt: number;
}

const START_RULES = { exec: "file", single: "interactive", eval: "eval" } as const;

/** The error to report. Never throws. */
export function diagnose(tokens: TokenList, refused: Refused): PySyntaxError {
  const errors = new ErrorMaker(tokens, refused.filename);
  const parser = new Diagnoser(tokens, pythonRules(), errors, refused.barry);
  try {
    return find(tokens, parser, errors, refused);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // Nested too deeply for the slow parser: what the fast one knows must do.
    const { stoppedAt } = refused;
    if (tokens.type[stoppedAt] === T.ERRORTOKEN) return errors.lexer();
    return errors.token("SyntaxError", "invalid syntax", stoppedAt, stoppedAt + 1);
  }
}

function find(tokens: TokenList, parser: Diagnoser, errors: ErrorMaker, refused: Refused): PySyntaxError {
  const rule = START_RULES[refused.mode];
  parser.fill = refused.startAt;
  const first = attempt(() => parser.run(rule, refused.startAt, false));
  // CPython looks at this before the second pass: had there been more input, the first could have gone on.
  const incomplete = parser.fill > 0 && tokens.reachesEnd(parser.fill - 1);
  const mark = (error: PySyntaxError): PySyntaxError =>
    error.with({ incomplete, lastStatementLine: parser.lastStatementLine });
  if (first instanceof PySyntaxError) return mark(afterwards(first, tokens, parser, errors));
  if (first !== null) {
    if (refused.mode === "single" && parser.pos < tokens.count) {
      return errors.token(
        "SyntaxError",
        "multiple statements found while compiling a single statement",
        parser.fill - 1,
        parser.fill,
      );
    }
    return errors.token(
      "SyntaxError",
      "invalid syntax",
      refused.stoppedAt,
      Math.max(parser.fill, refused.stoppedAt + 1),
    );
  }

  const lastToken = parser.fill - 1;
  const second = attempt(() => parser.run(rule, refused.startAt, true));
  if (second instanceof PySyntaxError) return mark(afterwards(second, tokens, parser, errors));
  const type = tokens.type[lastToken];
  if (type === T.INDENT || type === T.DEDENT) {
    const message = type === T.INDENT ? "unexpected indent" : "unexpected unindent";
    return mark(errors.token("IndentationError", message, parser.fill - 1, parser.fill));
  }
  const place = { kind: "token", first: lastToken, last: lastToken };
  const generic = errors.range("invalid syntax", place, place, parser.fill);
  return mark(lexerErrorAfter(tokens, parser, errors) ?? generic);
}

/** Runs a pass; an error it raises is its result. */
function attempt(pass: () => unknown): unknown {
  try {
    return pass();
  } catch (error) {
    if (error instanceof PySyntaxError) return error;
    throw error;
  }
}

/** `error`, unless the lexer can't read the rest: then that, for errors the parser itself raised. */
function afterwards(error: PySyntaxError, tokens: TokenList, parser: Diagnoser, errors: ErrorMaker): PySyntaxError {
  const last = parser.fill - 1;
  const lexerIsFine = tokens.type[last] !== T.ERRORTOKEN && !tokens.reachesEnd(last);
  return lexerIsFine ? (lexerErrorAfter(tokens, parser, errors) ?? error) : error;
}

function lexerErrorAfter(tokens: TokenList, parser: Diagnoser, errors: ErrorMaker): PySyntaxError | null {
  const { error } = tokens;
  if (error === null || error.stringDepth > 0) return null;
  if (error.kind === "raised") return errors.lexer();
  const errorLine = tokens.line[parser.fill - 1]!;
  return error.open !== null && errorLine > error.open.line ? errors.unclosed(tokens.count) : null;
}
