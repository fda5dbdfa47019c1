// Errors and warnings of the front end, worded and placed as CPython's. `offset` counts *characters* from 1
// (as SyntaxError.offset does in Python), while the tree's col_offset counts UTF-8 bytes from 0.

export type SyntaxErrorType = "SyntaxError" | "IndentationError" | "TabError";

/** Where an error lies, and what to say of it. */
export interface PySyntaxErrorInit {
  type?: SyntaxErrorType;
  message: string;
  filename: string;
  /** 1-based; null when the error has no place (CPython: an undecodable file). */
  lineno: number | null;
  /** 1-based, in code points; may be 0 where CPython says 0. */
  offset: number | null;
  end_lineno: number | null;
  end_offset: number | null;
  /** The source line (with its newline when it has one), or null. */
  text: string | null;
  /** The exception's arguments are the message alone: errors of the symbol table and of `from __future__`. */
  messageOnly?: boolean;
  /** The text that could not be read, where it is known. */
  source?: string;
  /** True when more input could make the program right (a REPL then asks for another line). */
  incomplete?: boolean;
  /** Line (from 1; 0 for none) of the last compound statement read whole before the error: see keyword-hint.ts. */
  lastStatementLine?: number;
}

/** A Python SyntaxError (or IndentationError, TabError) found while reading source text. */
export class PySyntaxError extends Error {
  readonly type: SyntaxErrorType;
  readonly filename: string;
  readonly lineno: number | null;
  readonly offset: number | null;
  readonly end_lineno: number | null;
  readonly end_offset: number | null;
  readonly text: string | null;
  readonly messageOnly: boolean;
  readonly source: string | undefined;
  readonly incomplete: boolean;
  readonly lastStatementLine: number;

  constructor(init: PySyntaxErrorInit) {
    super(init.message);
    this.name = "PySyntaxError";
    this.type = init.type ?? "SyntaxError";
    this.filename = init.filename;
    this.lineno = init.lineno;
    this.offset = init.offset;
    this.end_lineno = init.end_lineno;
    this.end_offset = init.end_offset;
    this.text = init.text;
    this.source = init.source;
    this.messageOnly = init.messageOnly ?? false;
    this.incomplete = init.incomplete ?? false;
    this.lastStatementLine = init.lastStatementLine ?? 0;
  }

  /** A copy in which some things differ. */
  with(changes: Partial<PySyntaxErrorInit>): PySyntaxError {
    const { message } = this; // (not enumerable)
    return new PySyntaxError({ ...this, message, ...changes });
  }
}

/** A warning found while reading source text (CPython issues it through `warnings.warn_explicit`). */
export interface SyntaxWarningRecord {
  category: "SyntaxWarning" | "DeprecationWarning";
  message: string;
  filename: string;
  lineno: number;
  span?: { offset: number; endLine: number; endOffset: number };
  /** The line it is about, if a SyntaxError made of it shows one. */
  text?: string;
}

/** Nesting too deep to parse; CPython raises MemoryError with this text. */
export class ParserStackOverflow extends Error {
  constructor() {
    super("Parser stack overflowed - Python source too complex to parse");
    this.name = "ParserStackOverflow";
  }
}
