// The prompt over a running VM: statements are compiled one by one in __main__, values go to sys.displayhook, exceptions to sys.excepthook.
import { homedir } from "node:os";
import { join } from "node:path";
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import { PyError } from "../heap/py-error.ts";
import { EMPTY, type Ref } from "../heap/value.ts";
import { moduleDict } from "../host/module-definition.ts";
import type { Runtime } from "../runtime.ts";
import { makeCompleter } from "./completion.ts";
import { mainNamespace, runText } from "./main-module.ts";
import type { CliOptions } from "./options.ts";
import { type ReplSession, runRepl } from "./repl.ts";
import { flush, reportUncaught } from "./uncaught.ts";
import { packageVersion } from "./version.ts";

/** Runs the prompt to its end. Resolves to the exit code. */
export function runPrompt(runtime: Runtime, options: CliOptions): Promise<number> {
  const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
  if (!options.quiet && options.program.kind === "interactive") {
    process.stderr.write(
      `Krait ${packageVersion()} (Python 3.14) on ${process.platform}, Node ${process.version}\n` +
        'Type "help", "copyright", "credits" or "license" for more information.\n',
    );
  }
  // Like python, the prompt goes to stderr where there is no terminal, so that the program's output stays clean.
  return runRepl(new Session(runtime, isTerminal, options.optimize), {
    input: process.stdin,
    output: isTerminal ? process.stdout : process.stderr,
    historyFile: isTerminal ? join(homedir(), ".krait_history") : undefined,
  });
}

class Session implements ReplSession {
  readonly #runtime: Runtime;
  readonly #namespace: Ref;
  readonly #complete: (word: string) => string[];
  readonly #isTerminal: boolean;
  readonly #optimize: number;
  #count = 0;
  #running = false;

  constructor(runtime: Runtime, isTerminal: boolean, optimize: number) {
    this.#runtime = runtime;
    this.#isTerminal = isTerminal;
    this.#optimize = optimize;
    this.#namespace = mainNamespace(runtime);
    this.#complete = makeCompleter(runtime, this.#namespace);
    const { heap, ctx } = runtime.machine;
    const sys = moduleDict(ctx, runtime.machine.moduleNamed("sys"));
    const mark = heap.pool.length;
    for (const [name, text] of [
      ["ps1", ">>> "],
      ["ps2", "... "],
    ] as const)
      if (heap.peekName(sys, name) === EMPTY) heap.setName(sys, name, heap.str(text));
    heap.release(mark);
  }

  get isRunning(): boolean {
    return this.#running;
  }

  check(source: string): "complete" | "incomplete" {
    if (/^\s*(#.*)?$/.test(source)) return "complete";
    const { services } = this.#runtime.machine;
    const options = { filename: "<stdin>", mode: "single", dontImplyDedent: true } as const;
    return services.isIncomplete(source, options) ? "incomplete" : "complete";
  }

  run(source: string): Promise<number | undefined> {
    const { heap } = this.#runtime.machine;
    const filename = this.#isTerminal ? `<python-input-${this.#count++}>` : "<stdin>";
    const mark = heap.pool.length;
    this.#running = true;
    let code: number | undefined;
    try {
      if (!/^\s*(#.*)?$/.test(source))
        runText(this.#runtime, this.#namespace, { text: source, filename, mode: "single", optimize: this.#optimize });
    } catch (error) {
      if (!(error instanceof PyError)) throw error;
      code = this.#report(error);
    } finally {
      this.#running = false;
      heap.release(mark);
    }
    flush(this.#runtime, "stdout");
    flush(this.#runtime, "stderr");
    return Promise.resolve(code);
  }

  /** Shows an exception; the exit code if it is SystemExit. */
  #report(error: PyError): number | undefined {
    const { machine } = this.#runtime;
    const { heap } = machine;
    if (heap.isSubtype(error.type, CoreConst.EXC_SystemExit)) return reportUncaught(this.#runtime, error);
    if (heap.isSubtype(error.type, CoreConst.EXC_KeyboardInterrupt)) {
      flush(this.#runtime, "stdout");
      machine.services.write(2, "\nKeyboardInterrupt\n");
    } else reportUncaught(this.#runtime, error);
    return undefined;
  }

  complete(line: string): { readonly candidates: readonly string[]; readonly word: string } {
    const word = /[\p{L}\p{N}_.]*$/u.exec(line)?.[0] ?? "";
    if (word === "" || /^[\d.]/.test(word)) return { candidates: [], word };
    return { candidates: this.#complete(word), word };
  }

  prompt(kind: "first" | "more"): string {
    const { machine } = this.#runtime;
    const { heap, ctx } = machine;
    const mark = heap.pool.length;
    try {
      const value = machine.moduleGlobal("sys", kind === "first" ? "ps1" : "ps2");
      return value === EMPTY ? "" : machine.runSteps(ctx.text(heap.hold(value)));
    } catch (error) {
      if (error instanceof PyError) return "";
      throw error;
    } finally {
      heap.release(mark);
    }
  }

  interrupt(): void {
    const { machine } = this.#runtime;
    machine.platform.raise(
      machine.platform.interruptFlag(machine.memory, Layout.VM.interrupt),
      CoreConst.INTERRUPT_SIGNAL,
    );
  }
}
