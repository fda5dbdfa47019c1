// --dump and --dis: prints stages of the front end instead of running.
import { dumpAst } from "../dump/ast.ts";
import { dumpBytecode } from "../dump/bytecode.ts";
import { loadFrontEnd } from "../front-end/load.ts";
import { characterNamed } from "../modules/unicodedata.ts";
import type { CliOptions } from "./options.ts";
import { readProgram, UnreadableProgram } from "./source.ts";

/** Exit code. */
export function dumpProgram(options: CliOptions): number {
  const { compileModule, parseModule, PySyntaxError, tokenize } = loadFrontEnd((name) => characterNamed(name) ?? null);
  try {
    const { text, filename } = readProgram(options.program);
    const write = (part: string): void => void process.stdout.write(part.endsWith("\n") ? part : `${part}\n`);
    if (options.dump.has("tokens")) {
      for (const token of tokenize(text, filename)) {
        const place = `${token.lineno},${token.col_offset}-${token.end_lineno},${token.end_col_offset}:`;
        write(`${place.padEnd(20)}${token.type.padEnd(15)}${JSON.stringify(token.text)}`);
      }
    }
    if (!options.dump.has("ast") && !options.dump.has("bytecode")) return 0;
    const tree = parseModule(text, { filename });
    if (options.dump.has("ast")) write(dumpAst(tree));
    if (options.dump.has("bytecode")) {
      write(
        dumpBytecode(
          compileModule(tree, {
            filename,
            mode: "exec",
            optimize: options.optimize,
            source: typeof text === "string" ? text : null,
          }),
        ),
      );
    }
    return 0;
  } catch (error) {
    if (error instanceof UnreadableProgram) {
      process.stderr.write(`${error.message}\n`);
      return 2;
    }
    if (!(error instanceof PySyntaxError)) throw error;
    process.stderr.write(`  File "${error.filename}", line ${error.lineno}\n${error.type}: ${error.message}\n`);
    return 1;
  }
}
