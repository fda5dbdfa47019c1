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

  return readStatements(
    session,
    new LineQueue(lines, session, terminal ? input : undefined, output),
    historyFile,
  ).finally(() => lines.close());
}

/** Reads and runs statement after statement. */
async function readStatements(
  session: ReplSession,
  queue: LineQueue,
  historyFile: string | undefined,
): Promise<number> {
  let block: string[] = [];
  for (;;) {
    const line = await queue.next(session.prompt(block.length === 0 ? "first" : "more"));
    if (line === INTERRUPTED) {
      block = [];
      continue;
    }
    if (line === undefined && block.length === 0) return 0;
    if (line !== undefined) block.push(line);
    const source = block.join("\n");
    if (line !== undefined && needsMore(session, block, source)) continue;
    block = [];
    if (source.trim() !== "") {
      saveHistory(historyFile, source);
      const code = await queue.whileCooked(() => session.run(`${source}\n`));
      if (code !== undefined) return code;
    }
    if (line === undefined) return 0;
  }
}

function needsMore(session: ReplSession, block: readonly string[], source: string): boolean {
  const last = block[block.length - 1] as string;
  if (last.trim() !== "" && block.length > 1 && /^\s/.test(last)) return true; // inside an indented block: wait for the empty line
  return session.check(`${source}\n`) === "incomplete";
}

const INTERRUPTED = Symbol("Ctrl-C");

/** Lines one at a time, also those that came while a statement was running; undefined at the end. */
class LineQueue {
  readonly #lines: Interface;
  /** The terminal, if there is one: while a statement runs it must make signals of Ctrl-C and leave input to the program. */
  readonly #terminal: NodeJS.ReadStream | undefined;
  readonly #output: NodeJS.WriteStream;
  readonly #waiting: string[] = [];
  #closed = false;
  #wanted: ((line: string | typeof INTERRUPTED | undefined) => void) | undefined;

  constructor(
    lines: Interface,
    session: ReplSession,
    terminal: NodeJS.ReadStream | undefined,
    output: NodeJS.WriteStream,
  ) {
    this.#lines = lines;
    this.#terminal = terminal;
    this.#output = output;
    lines.on("line", (line) => {
      if (this.#wanted === undefined) this.#waiting.push(line);
      else this.#give(line);
    });
    lines.on("SIGINT", () => {
      if (session.isRunning) return session.interrupt();
      output.write("\nKeyboardInterrupt\n");
      this.#give(INTERRUPTED);
    });
    lines.on("close", () => {
      this.#closed = true;
      this.#give(undefined);
    });
  }

  #give(line: string | typeof INTERRUPTED | undefined): void {
    const wanted = this.#wanted;
    this.#wanted = undefined;
    wanted?.(line);
  }

  next(prompt: string): Promise<string | typeof INTERRUPTED | undefined> {
    const line = this.#waiting.shift();
    if (line !== undefined || this.#closed) {
      this.#output.write(prompt);
      if (line === undefined) this.#output.write("\n");
      return Promise.resolve(line);
    }
    this.#lines.setPrompt(prompt);
    this.#lines.prompt();
    return new Promise((resolve) => {
      this.#wanted = (given) => {
        if (given === undefined) this.#output.write("\n");
        resolve(given);
      };
    });
  }

  async whileCooked<T>(body: () => Promise<T>): Promise<T> {
    if (this.#terminal === undefined) return await body();
    this.#lines.pause();
    this.#terminal.setRawMode(false);
    try {
      return await body();
    } finally {
      this.#terminal.setRawMode(true);
      this.#lines.resume();
    }
  }
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
