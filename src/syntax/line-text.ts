// One physical line of a text, for error messages.

/** Line `lineno` (from 1) with its newline if it has one; "" when there is no such line. */
export function lineText(text: string, lineno: number): string {
  let start = 0;
  for (let i = 1; i < lineno; i++) {
    const newline = text.indexOf("\n", start);
    if (newline < 0) return "";
    start = newline + 1;
  }
  const end = text.indexOf("\n", start);
  return text.slice(start, end < 0 ? text.length : end + 1);
}
