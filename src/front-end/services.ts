// What the front end does for a machine, as the layers below ask for it (vm/services.ts): plain data in and out, and its errors as Python's.
import { serialiseCode } from "../bytecode/serialise.ts";
import { CoreConst } from "../heap/generated/layout.ts";
import { type ErrorDetail, notImplemented, PyError, raise } from "../heap/py-error.ts";
import type { Mod, Module, Name } from "../syntax/ast.ts";
import type { PySyntaxError, SyntaxWarningRecord } from "../syntax/errors.ts";
import type { CompileOptions, Services, SyntaxErrorShown } from "../vm/services.ts";
import type { SourceLines } from "../vm/source-lines.ts";
import type { CaretNode } from "../vm/traceback-carets.ts";
import { type FrontEnd, loadFrontEnd } from "./load.ts";

type Served =
  | "compile"
  | "isIncomplete"
  | "parse"
  | "tokens"
  | "symbols"
  | "compileTree"
  | "carets"
  | "hintedSyntaxError";

/** `characterNamed`: see loadFrontEnd; `sources`: where the compiler's errors have the lines from that they quote. */
export function frontEndServices(
  characterNamed: (name: string) => number | null,
  sources: SourceLines,
): Pick<Services, Served> {
  const load = () => loadFrontEnd(characterNamed);
  /** `body`, with errors as the program is to meet them. `quotes`: they quote the source where they can. */
  const guarded = <T>(quotes: boolean, body: (front: FrontEnd) => T): T => {
    const front = load();
    try {
      return body(front);
    } catch (error) {
      throw asPyError(front, error, quotes ? sources : undefined);
    }
  };
  return {
    compile: (source, options) =>
      guarded(true, (front) => {
        const { filename, mode, dontImplyDedent, warnings = [] } = options;
        const tree = parsed(front, source, { filename, mode, warnings, dontImplyDedent });
        if (options.lastValueTo !== undefined && tree.kind === "Module") keepLastValue(tree, options.lastValueTo);
        const quoted = options.quotesText && typeof source === "string" ? source : null;
        return compileParsed(front, tree, quoted, options, warnings);
      }),
    isIncomplete(source, { filename, mode, dontImplyDedent }) {
      const { parseModule, PySyntaxError } = load();
      try {
        parseModule(source, { filename, mode, dontImplyDedent });
        return false;
      } catch (error) {
        return error instanceof PySyntaxError && error.incomplete;
      }
    },
    parse: (source, { filename, mode }) => guarded(false, (front) => parsed(front, source, { filename, mode })),
    tokens(source, extra) {
      const { tokens, error } = load().showTokens(source, extra);
      return { tokens, error: error && syntaxError(error) };
    },
    symbols: (source, { filename, mode }) =>
      guarded(true, (front) => front.symbolsOf(parsed(front, source, { filename, mode }), filename)),
    compileTree: (tree, options) =>
      guarded(true, (front) => compileParsed(front, tree as Mod, null, options, options.warnings ?? [])),
    carets: {
      parse(source) {
        try {
          return load().parseModule(source, { filename: "<carets>" }).body as readonly CaretNode[];
        } catch {
          return undefined;
        }
      },
    },
    hintedSyntaxError(filename, message, line) {
      const lines = sources.of(filename);
      return lines && hintedSyntaxError(load(), lines.join("\n"), filename, message, line);
    },
  };
}

/** Source text to be quoted, whatever is wrong with it. */
export function quotedText({ readSource }: FrontEnd, bytes: Uint8Array, filename: string): string {
  try {
    return readSource(bytes, filename, false).text;
  } catch {
    return Buffer.from(bytes).toString("utf8");
  }
}

type ParseOptions = Parameters<FrontEnd["parseModule"]>[1];

/** parseModule, whose errors take the text along: traceback looks there for a misspelt keyword. */
function parsed(front: FrontEnd, source: string | Uint8Array, options: ParseOptions): Mod {
  try {
    return front.parseModule(source, options);
  } catch (error) {
    if (!(error instanceof front.PySyntaxError) || typeof source !== "string") throw error;
    const text = source.replace(/\r\n?/g, "\n");
    throw error.with({ source: options.mode === "eval" || text.endsWith("\n") ? text : `${text}\n` });
  }
}

function compileParsed(
  { compileModule }: FrontEnd,
  tree: Mod,
  text: string | null,
  options: CompileOptions,
  warnings: SyntaxWarningRecord[],
): Uint8Array {
  const { filename, mode, hidden, optimize, topLevelAwait } = options;
  const future = (options.futureFlags ?? 0) & 0x1000000;
  const code = compileModule(tree, {
    filename,
    mode,
    hidden,
    optimize,
    source: text,
    warnings,
    flags: { annotations: future !== 0, topLevelAwait },
  });
  return serialiseCode(code);
}

/** Turns a last statement that is an expression into an assignment to a name no program can spell. */
function keepLastValue(tree: Module, name: string): void {
  const last = tree.body.at(-1);
  if (last?.kind !== "Expr") return;
  const { lineno, col_offset, end_lineno, end_col_offset, value } = last;
  const place = { lineno, col_offset, end_lineno, end_col_offset };
  const target: Name = { kind: "Name", id: name, ctx: "Store", ...place };
  tree.body[tree.body.length - 1] = { kind: "Assign", targets: [target], value, type_comment: null, ...place };
}

/** Finds the error again, as its exception does not say enough of it. */
function hintedSyntaxError(
  front: FrontEnd,
  source: string,
  filename: string,
  message: string,
  line: number,
): SyntaxErrorShown | undefined {
  if (message !== "invalid syntax" && !message.includes("Perhaps you forgot a comma")) return undefined;
  try {
    front.parseModule(source, { filename });
    return undefined;
  } catch (error) {
    if (!(error instanceof front.PySyntaxError) || error.message !== message || error.lineno !== line) return undefined;
    const hinted = front.withKeywordHint(error, source, {
      isFile: !filename.startsWith("<"),
      compiles: (tree) => compiles(front, tree),
    });
    const { lineno, offset, end_offset, text } = hinted;
    if (hinted === error || lineno === null || offset === null || end_offset === null || text === null)
      return undefined;
    return { message: hinted.message, line: lineno, offset, endOffset: end_offset, text };
  }
}

function compiles({ compileModule }: FrontEnd, tree: Mod): boolean {
  try {
    compileModule(tree, { filename: "<hint>", mode: "exec" });
    return true;
  } catch {
    return false;
  }
}

/** `sources`: where the compiler's errors have the line from that they quote. */
function asPyError(front: FrontEnd, error: unknown, sources?: SourceLines): unknown {
  if (error instanceof front.PySyntaxError) {
    const { filename, lineno, text } = error;
    const quoted = text === null && lineno !== null ? sources?.quote(filename, lineno) : undefined;
    return syntaxError(quoted === undefined ? error : error.with({ text: quoted }));
  }
  if (error instanceof front.ParserStackOverflow) return raise("MemoryError", error.message);
  if (error instanceof front.CompileRecursionError) return raise("RecursionError", error.message);
  if (error instanceof front.CompileLimitError) return notImplemented(error.message);
  return error;
}

/** The Python exception of a syntax error; its details become attributes when the object is made. */
function syntaxError(error: PySyntaxError): PyError {
  const type = {
    SyntaxError: CoreConst.EXC_SyntaxError,
    IndentationError: CoreConst.EXC_IndentationError,
    TabError: CoreConst.EXC_TabError,
  }[error.type];
  const { filename, lineno, offset, text, end_lineno, end_offset } = error;
  const details = { filename, lineno, offset, text, end_lineno, end_offset, ...metadataOf(error) };
  const inArgs =
    error.messageOnly || lineno === null ? undefined : Object.keys(details).slice(0, end_lineno === null ? 4 : 6);
  return new PyError(type, [error.message], 0, undefined, details, inArgs);
}

/** `_metadata` of an error of the parser, as CPython keeps it: line and column of the last statement that it has read, and the text. */
function metadataOf({ source, lineno, end_lineno, lastStatementLine }: PySyntaxError): Record<string, ErrorDetail> {
  if (source === undefined || lineno === null || end_lineno === null) return {};
  const column = source.split("\n", lastStatementLine)[lastStatementLine - 1]?.search(/\S|$/) ?? 0;
  return { _metadata: [lastStatementLine, column, source] };
}
