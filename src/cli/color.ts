// Colours for tracebacks on a terminal, as CPython 3.13+ gives them. Works on the finished text, so there is one printer for both.
const RESET = "\x1b[0m";
const PURPLE = "\x1b[35m";
const BOLD_PURPLE = "\x1b[1;35m";
const RED = "\x1b[31m";
const BOLD_RED = "\x1b[1;31m";

const FILE_LINE = /^(\s*(?:\| )*\s*)File "([^"]*)", line (\d+)(?:, in (.*))?$/;
const CARETS = /^[\s|]*[~^]+\s*$/;
const EXCEPTION = /^((?:\s*\| )*\s*(?:\+-+ )?)([A-Za-z_][\w.]*)(?:(: )(.*))?$/;

/** True if a stream shows colours: a terminal, unless NO_COLOR, TERM=dumb or PYTHON_COLORS=0 say no. */
export function wantsColor(
  stream: { isTTY?: boolean },
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  if (environment["PYTHON_COLORS"] === "0") return false;
  if (environment["PYTHON_COLORS"] === "1") return true;
  if (environment["NO_COLOR"]) return false;
  if (environment["FORCE_COLOR"]) return true;
  return stream.isTTY === true && environment["TERM"] !== "dumb";
}

/** Colours one traceback. */
export function colorTraceback(text: string): string {
  const lines = text.split("\n");
  return lines.map((line, i) => colorLine(line, lines[i + 1])).join("\n");
}

function colorLine(line: string, next: string | undefined): string {
  const file = FILE_LINE.exec(line);
  if (file) {
    const [, indent, name, number, where] = file;
    const place = `${indent}File ${PURPLE}"${name}"${RESET}, line ${PURPLE}${number}${RESET}`;
    return where === undefined ? place : `${place}, in ${PURPLE}${where}${RESET}`;
  }
  if (CARETS.test(line)) return line.replaceAll(/\^+/g, `${BOLD_RED}$&${RESET}`).replaceAll(/~+/g, `${RED}$&${RESET}`);
  if (next !== undefined && CARETS.test(next) && /^\s{4}/.test(line)) return colorSource(line, next);
  const exception = EXCEPTION.exec(line);
  if (
    exception &&
    !line.startsWith("    ") &&
    /(?:Error|Exception|Warning|Interrupt|Exit|Iteration|Group)$|\./.test(exception[2]!)
  ) {
    const [, indent, type, colon = "", message = ""] = exception;
    return `${indent}${BOLD_PURPLE}${type}${RESET}${colon}${message && `${PURPLE}${message}${RESET}`}`;
  }
  return line;
}

/** The source line above a line of carets: what is marked gets the marks' colours. */
function colorSource(line: string, carets: string): string {
  let out = "";
  let current = "";
  for (let i = 0; i < line.length; i++) {
    const mark = carets[i];
    const color = mark === "^" ? BOLD_RED : mark === "~" ? RED : "";
    if (color !== current) {
      if (current) out += RESET;
      out += color;
      current = color;
    }
    out += line[i];
  }
  return current ? out + RESET : out;
}
