// The comments of a language test that say what the program does, read and written.
//
//   print(1 + 1)  # expect: 2             one per printed line, in the order of the output
//   # expect: text                        alone on a line: more output of the statement above
//   # expect-json: "two\u0000parts"       the same, for text that plain comments can't hold
//   # expect-partial: "no newline"        output after the last newline
//   f()           # raises: Type: text    the uncaught exception that ends the program
//   # traceback: line                     the whole report of that exception; a bare `# traceback:` asks for it
//   # python: 3.14                        second line: older versions print something else
//   # oracle: native                      second line: pyodide can't run this (its stack is small, its words are
//                                         32 bits wide); a native CPython 3.13 says what is right

/** What a program is expected to do. */
export interface Expectations {
  /** Everything printed, newlines included. */
  stdout: string;
  /** Last line of the traceback (without notes), or null where the program ends well. */
  raises: string | null;
  /** Whole traceback as printed, or null where the program does not ask for it to be checked. */
  traceback: string | null;
}

/** What a program did, as an oracle reports it. */
export interface Observation {
  /** Completed lines: [module line running when the newline was written, text]. */
  lines: [number | null, string][];
  partial: string;
  /** Lines printed while the module was torn down: a test must not depend on that. */
  late: string[];
  stderr: string;
  exception: string | null;
  traceback: string | null;
  raiseLine: number | null;
  /** Top-level statements: first line, last line, whether it is a simple statement. */
  top: [number, number, boolean][];
  /** Every simple statement: first line, last line. */
  simple: [number, number][];
}

const COMMENT = /^(.*?)(?:^|\s+)# (expect|expect-json|expect-partial|raises|raises-json|traceback):(?: (.*))?$/;
const PLAIN = /^[^\s\p{C}](?:[^\p{C}\p{Zl}\p{Zp}]*[^\s\p{C}])?$/u;
const WIDTH = 110;

interface Comment {
  code: string;
  kind: string;
  text: string;
}

function commentOf(line: string): Comment | null {
  const match = COMMENT.exec(line);
  return match ? { code: match[1]!, kind: match[2]!, text: match[3] ?? "" } : null;
}

/** Reads the expectations of a program. */
export function parseExpectations(source: string): Expectations {
  const printed: string[] = [];
  const report: string[] = [];
  let partial = "";
  let raises: string | null = null;
  for (const line of source.split("\n")) {
    const comment = commentOf(line);
    if (!comment) continue;
    const { kind, text } = comment;
    if (kind === "expect") printed.push(text);
    else if (kind === "expect-json") printed.push(JSON.parse(text));
    else if (kind === "expect-partial") partial = JSON.parse(text);
    else if (kind === "raises") raises = text;
    else if (kind === "raises-json") raises = JSON.parse(text);
    else report.push(text);
  }
  return {
    stdout: printed.map((text) => `${text}\n`).join("") + partial,
    raises,
    traceback: report.length > 0 ? `${report.join("\n")}\n` : null,
  };
}

/** The version a program needs to print what it says, such as "3.14"; null where any supported one will do. */
export function neededPython(source: string): string | null {
  return /^# python: (\d+\.\d+)$/m.exec(source)?.[1] ?? null;
}

/** Whether a native CPython is the judge of this program instead of pyodide. */
export function needsNativeOracle(source: string): boolean {
  return /^# oracle: native$/m.test(source);
}

/** What an oracle saw, as expectations: equal to `parseExpectations` of an up-to-date program. */
export function observedExpectations(seen: Observation, wantsTraceback: boolean): Expectations {
  return {
    stdout: seen.lines.map(([, text]) => `${text}\n`).join("") + seen.partial,
    raises: seen.exception,
    traceback: wantsTraceback ? seen.traceback : null,
  };
}

function escapeJson(text: string): string {
  return JSON.stringify(text).replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function render(kind: "expect" | "raises", text: string): string {
  if (kind === "expect" && text === "") return "# expect:";
  return PLAIN.test(text) ? `# ${kind}: ${text}` : `# ${kind}-json: ${escapeJson(text)}`;
}

/**
 * The program with its expectation comments replaced by what `seen` says. Output of a statement that prints one
 * line goes to the end of that line, any other output into comment lines after the top-level statement.
 */
export function writeExpectations(source: string, seen: Observation): string {
  const lines = source.replace(/\n+$/, "").split("\n");
  const wantsTraceback = parseExpectations(source).traceback !== null;
  const trailing = new Map<number, string>();
  const after = new Map<number, string[]>();
  const addAfter = (line: number, comment: string) => {
    const list = after.get(line);
    if (list) list.push(comment);
    else after.set(line, [comment]);
  };
  const statementAt = (line: number | null) =>
    line === null ? undefined : seen.top.find(([first, last]) => first <= line && line <= last);

  // Output grouped by the top-level statement that made it, which run strictly one after the other.
  const groups: { statement: [number, number, boolean] | undefined; output: [number | null, string][] }[] = [];
  for (const output of seen.lines) {
    const statement = statementAt(output[0]);
    const group = groups.at(-1);
    if (group && group.statement === statement) group.output.push(output);
    else groups.push({ statement, output: [output] });
  }
  const lastLine = lines.length;
  for (const { statement, output } of groups) {
    const comments = output.map(([, text]) => render("expect", text));
    const places = output.map(([line]) => {
      if (statement?.[2]) return statement[1];
      const simple = seen.simple.find(([first, end]) => line !== null && first <= line && line <= end);
      return simple ? simple[1] : -1;
    });
    const ascending = places.every((place, i) => place > 0 && (i === 0 || place > places[i - 1]!));
    const fits = places.every((place, i) => {
      const code = lines[place - 1] ?? "";
      return (commentOf(code)?.code ?? code).length + comments[i]!.length < WIDTH;
    });
    if (statement && ascending && fits) {
      for (const [i, place] of places.entries()) trailing.set(place, comments[i]!);
    } else {
      for (const comment of comments) addAfter(statement?.[1] ?? lastLine, comment);
    }
  }
  if (seen.partial) addAfter(lastLine, `# expect-partial: ${escapeJson(seen.partial)}`);
  if (seen.exception !== null) {
    const comment = render("raises", seen.exception);
    const statement = statementAt(seen.raiseLine);
    const place = statement?.[1] ?? lastLine;
    const code = lines[place - 1] ?? "";
    const free = statement?.[2] && !trailing.has(place) && !after.has(place) && !wantsTraceback;
    if (free && (commentOf(code)?.code ?? code).length + comment.length < WIDTH) trailing.set(place, comment);
    else addAfter(wantsTraceback ? lastLine : place, comment);
    if (wantsTraceback) {
      for (const line of seen.traceback!.replace(/\n$/, "").split("\n"))
        addAfter(lastLine, `# traceback: ${line}`.trimEnd());
    }
  }

  const written: string[] = [];
  for (const [i, line] of lines.entries()) {
    const number = i + 1;
    const comment = commentOf(line);
    const code = comment ? comment.code.trimEnd() : line;
    const addition = trailing.get(number);
    if (addition) written.push(`${code}  ${addition}`);
    else if (!comment || code !== "") written.push(code);
    written.push(...(after.get(number) ?? []));
  }
  return `${written.join("\n")}\n`;
}
