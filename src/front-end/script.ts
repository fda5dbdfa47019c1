// What dist/frontend.cjs exports: parser and compiler, which a program whose code has been kept does without.
export { compileModule } from "../compiler/compile.ts";
export { CompileLimitError, CompileRecursionError } from "../compiler/compile-error.ts";
export { symbolsOf } from "../compiler/symbols-shown.ts";
export { ParserStackOverflow, PySyntaxError } from "../syntax/errors.ts";
export { withKeywordHint } from "../syntax/keyword-hint.ts";
export { parseModule } from "../syntax/parse.ts";
export { showTokens } from "../syntax/shown-tokens.ts";
export { readSource } from "../syntax/source.ts";
export { tokenize } from "../syntax/tokenize.ts";
export { setUnicodeNameLookup } from "../syntax/unicode-names.ts";
