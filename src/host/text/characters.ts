// Characters of JavaScript texts: code points, where JavaScript counts UTF-16 units.
import { raise } from "../../heap/py-error.ts";

/** V8 ends the process for arrays much larger than this. */
const MOST_CHARACTERS = 1 << 26;

/** Throws MemoryError where there are too many of them. */
export function charactersOf(text: string): string[] {
  if (text.length > MOST_CHARACTERS) throw raise("MemoryError");
  return Array.from(text);
}

/** The first `count` characters. */
export function firstCharacters(text: string, count: number): string {
  if (text.length <= count) return text;
  let end = 0;
  for (let i = 0; i < count && end < text.length; i++) end += (text.codePointAt(end) as number) > 0xffff ? 2 : 1;
  return text.slice(0, end);
}

export function characterCount(text: string): number {
  let pairs = 0;
  for (let i = 0; i < text.length; i++) if ((text.codePointAt(i) as number) > 0xffff) pairs++;
  return text.length - pairs;
}
