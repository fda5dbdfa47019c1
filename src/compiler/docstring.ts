/** Docstrings: the leading string of a body, with its common indentation removed as CPython's compiler does since 3.13. */
import type { Stmt, StrValue } from "../syntax/ast.ts";

export function docstringOf(body: readonly Stmt[]): StrValue | null {
  const first = body[0];
  if (first?.kind !== "Expr" || first.value.kind !== "Constant") return null;
  const { value } = first.value;
  return value.type === "str" ? value : null;
}

/** inspect.cleandoc without removing blank lines at the ends (line numbers stay right). */
export function cleanDoc(doc: StrValue): StrValue {
  const text = expandTabs(doc.value);
  const lines = text.split("\n");
  let margin = Number.POSITIVE_INFINITY;
  for (const line of lines.slice(1)) {
    const indent = indentOf(line);
    if (indent < line.length) margin = Math.min(margin, indent);
  }
  if (margin === Number.POSITIVE_INFINITY) margin = 0;
  const first = lines[0]!;
  const cleaned = [first.slice(indentOf(first))];
  for (const line of lines.slice(1)) cleaned.push(line.slice(Math.min(margin, indentOf(line))));
  const value = cleaned.join("\n");
  // Surrogate pairs written as two escapes keep their own code points only while nothing is cut away.
  return { type: "str", value, points: value === doc.value ? doc.points : null };
}

function indentOf(line: string): number {
  let i = 0;
  while (line[i] === " ") i++;
  return i;
}

function expandTabs(text: string): string {
  if (!text.includes("\t")) return text;
  let column = 0;
  let out = "";
  for (const char of text) {
    if (char === "\t") {
      const spaces = 8 - (column % 8);
      out += " ".repeat(spaces);
      column += spaces;
    } else {
      out += char;
      column = char === "\n" || char === "\r" ? 0 : column + 1;
    }
  }
  return out;
}
