// The command `krait`: parses the command line, runs one program or the prompt, and ends as CPython's `python` would: exit code of SystemExit,
// 1 after an uncaught exception, 130 after Ctrl-C, 120 when the last output could not be written.
import { type CliOptions, helpText, parseOptions, UsageError } from "./cli/options.ts";

runOptions(readOptions()).catch((error: unknown) => {
  // A defect of Krait's, or a machine it can't run on: not the program's exception.
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 70;
});

async function runOptions(options: CliOptions): Promise<void> {
  if (options.help) {
    allowClosedOutput();
    process.stdout.write(helpText());
  } else if (options.version) {
    allowClosedOutput();
    const { versionText } = await import("./cli/version.ts");
    process.stdout.write(versionText(options.verbose, options.platform));
  } else if (options.dump.size > 0) {
    allowClosedOutput();
    const { dumpProgram } = await import("./cli/dump.ts");
    process.exitCode = dumpProgram(options);
  } else {
    const { runCommand } = await import("./cli/run.ts");
    await runCommand(options);
    // All is written and closed: the process need not wait for what V8 would still like to tidy up.
    process.exit();
  }
}

/** A reader that goes away (`krait --dis f.py | head`) is no error. The program's own output does not come this way. */
function allowClosedOutput(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

function readOptions(): CliOptions {
  try {
    return parseOptions(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`krait: ${error.message}\nTry 'krait --help' for more information.\n`);
    process.exit(2);
  }
}
