// The prompt: reads statements that may span lines, with history and tab completion where there is a terminal. What a statement means is the
// session's affair; this file only knows lines.
import { appendFileSync, readFileSync } from "node:fs";
import { createInterface, type Interface } from "node:readline";

export interface ReplSession {
  /** "incomplete" if more lines could make the text a statement. */
  check(source: string): "complete" | "incomplete";
  /** Runs one statement; prints its value or traceback itself. Resolves to an exit code if the program ended (SystemExit). */
  run(source: string): Promise<number | undefined>;
  /** Completions for the text before the cursor: candidates that replace its last word. */
  complete(line: string): { readonly candidates: readonly string[]; readonly word: string };
  prompt(kind: "first" | "more"): string;
  /** Ctrl-C while a statement runs. */
  interrupt(): void;
  readonly isRunning: boolean;
}

export interface ReplStreams {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly historyFile: string | undefined;
}

const HISTORY_LINES = 2000;

/** Runs the prompt until end of file or SystemExit; resolves to the exit code. */
export function runRepl(session: ReplSession, { input, output, historyFile }: ReplStreams): Promise<number> {
  const history = readHistory(historyFile);
  const terminal = input.isTTY === true && output.isTTY === true;
  const lines: Interface = createInterface({
    input,
    output,
    terminal,
    history: [...history].reverse(),
    historySize: HISTORY_LINES,
    removeHistoryDuplicates: true,
    completer: (line: string) => completer(session, line),
  });

  return new Promise((resolve) => {
    const pending: string[] = []; // lines that came while a statement was running
    let block: string[] = [];
    let busy = false;
    let closed = false;

    const ask = (): void => {
      lines.setPrompt(session.prompt(block.length === 0 ? "first" : "more"));
      lines.prompt();
    };
    const finish = (code: number): void => {
      closed = true;
      lines.close();
      resolve(code);
    };
    const take = async (line: string): Promise<void> => {
      block.push(line);
      const source = block.join("\n");
      if (line.trim() !== "" && block.length > 1 && /^\s/.test(line)) return ask(); // inside an indented block: wait for the empty line
      if (
        session.check(`${source}\n`) === "incomplete" &&
        !(line.trim() === "" && block.length > 1 && session.check(`${source}\n\n`) === "complete")
      ) {
        return ask();
      }
      block = [];
      if (source.trim() === "") return ask();
      saveHistory(historyFile, source);
      busy = true;
      const code = await session.run(`${source}\n`);
      busy = false;
      if (code !== undefined) return finish(code);
      const next = pending.shift();
      if (next !== undefined) return take(next);
      if (closed) return resolve(0);
      ask();
    };

    lines.on("line", (line) => {
      if (busy) pending.push(line);
      else void take(line);
    });
    lines.on("SIGINT", () => {
      if (session.isRunning) return session.interrupt();
      block = [];
      output.write("\nKeyboardInterrupt\n");
      ask();
    });
    lines.on("close", () => {
      if (closed) return;
      closed = true;
      if (busy) return;
      if (terminal) output.write("\n");
      resolve(0);
    });
    ask();
  });
}

function completer(session: ReplSession, line: string): [string[], string] {
  if (line.trim() === "") return [["    "], ""]; // Tab at the start of a line indents
  const { candidates, word } = session.complete(line);
  return [[...candidates], word];
}

function readHistory(file: string | undefined): string[] {
  if (file === undefined) return [];
  try {
    return readFileSync(file, "utf8").split("\n").filter(Boolean).slice(-HISTORY_LINES);
  } catch {
    return [];
  }
}

function saveHistory(file: string | undefined, source: string): void {
  if (file === undefined) return;
  try {
    appendFileSync(file, `${source}\n`, { mode: 0o600 });
  } catch {
    // a home folder that can't be written to costs the history, nothing else
  }
}
