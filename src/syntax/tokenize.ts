// The list of tokens as objects, for `--dump=tokens` and tests. The parser itself reads the TokenList.

import { PySyntaxError } from "./errors.ts";
import { lex } from "./lexer.ts";
import { lineText } from "./line-text.ts";
import { readSource } from "./source.ts";
import type { TokenList } from "./token-list.ts";
import { T, TOKEN_NAMES } from "./token-types.ts";

export interface Token {
  /** Name as in CPython's `token` module; operators have their exact name ("LPAR"). Keywords are "NAME". */
  type: string;
  text: string;
  lineno: number;
  /** UTF-8 byte column; -1 for INDENT, DEDENT and the end. */
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}

/**
 * For the parser (as in CPython) a NEWLINE ends after the newline, and text that ends with a doubled brace after both;
 * tokens as they are shown end before.
 */
function hiddenBytes(list: TokenList, index: number): number {
  const type = list.type[index]!;
  if (type === T.NEWLINE) return 1;
  const isText = type === T.FSTRING_MIDDLE || type === T.TSTRING_MIDDLE;
  return isText && list.start[index + 1]! > list.end[index]! ? 1 : 0;
}

/** All tokens of a source, comments left out. Throws PySyntaxError at what can't be read. */
export function tokenize(source: string | Uint8Array, filename = "<string>"): Token[] {
  const { text, isAscii } = readSource(source, filename, true);
  const list = lex(text, { isAscii });
  const tokens: Token[] = [];
  for (let i = 0; i < list.count; i++) {
    if (list.type[i] === T.ERRORTOKEN) break;
    tokens.push({
      type: TOKEN_NAMES[list.type[i]!]!,
      text: list.textOf(i),
      lineno: list.line[i]!,
      col_offset: list.col[i]!,
      end_lineno: list.endLine[i]!,
      end_col_offset: list.endCol[i]! - hiddenBytes(list, i),
    });
  }
  const error = lexicalError(list, text, filename);
  if (error !== undefined) throw error;
  return tokens;
}

/** What stopped the lexer, as an error to throw; undefined if it read everything. */
export function lexicalError(list: TokenList, text: string, filename: string): PySyntaxError | undefined {
  const error = list.error;
  if (error === null) return undefined;
  const unclosed = error.kind === "eof" && error.open !== null ? error.open : null;
  const lineno = unclosed?.line ?? error.line;
  const offset = unclosed ? unclosed.col + 1 : error.offset;
  return new PySyntaxError({
    type:
      error.kind === "tabs"
        ? "TabError"
        : error.kind === "dedent" || error.kind === "depth"
          ? "IndentationError"
          : "SyntaxError",
    message: unclosed ? `'${unclosed.char}' was never closed` : error.message,
    filename,
    lineno,
    offset,
    end_lineno: lineno,
    end_offset: unclosed ? 0 : error.endOffset,
    text: lineText(text, lineno),
    incomplete: error.atEnd,
  });
}
