// Which characters make a name (PEP 3131): XID_Start / XID_Continue, then NFKC. ASCII never comes here.
// The engine's regular expressions know some Unicode version (Node 20.0: 15.0, Node 20.20: 17.0), CPython 3.14 knows
// 16.0; the difference is small and listed here, so that a program means the same under every Node.
import { lazy } from "../util/lazy.ts";

const START = lazy(() => /^[_\p{XIDS}]$/u);
const CONTINUE = lazy(() => /^[_\p{XIDC}]$/u);
const UNPRINTABLE = lazy(() => /^[\p{C}\p{Z}]$/u);

/** Characters that Unicode 17.0 added: for CPython 3.14 they don't exist. */
const NOT_YET = lazy(() =>
  ranges(
    "88f c5c cdc 1acf-1add 1ae0-1aeb 20c1 2b96 a7ce-a7cf a7d2 a7d4 a7f1 fbc3-fbd2 fd90-fd91 fdc8-fdce 10940-10959 " +
      "10ec5-10ec7 10ed0-10ed8 10efa-10efb 11b60-11b67 11db0-11ddb 11de0-11de9 16ea0-16eb8 16ebb-16ed3 16ff2-16ff6 " +
      "187f8-187ff 18d09-18d1e 18d80-18df2 1ccfa-1ccfc 1ceba-1ced0 1cee0-1cef0 1e6c0-1e6de 1e6e0-1e6f5 1e6fe-1e6ff " +
      "1f6d8 1f777-1f77a 1f8d0-1f8d8 1fa54-1fa57 1fa8a 1fa8e 1fac8 1facd 1faea 1faef 1fbfa 2b73a-2b73f 2cea2-2cead " +
      "323b0-33479",
  ),
);

/** What 15.1 and 16.0 added, by what it may do. */
const NEW_START = lazy(() =>
  ranges(
    "1c89-1c8a a7cb-a7cd a7da-a7dc 105c0-105f3 10d4a-10d65 10d6f-10d85 10ec2-10ec4 11380-11389 1138b 1138e 11390-113b5 " +
      "113b7 113d1 113d3 11bc0-11be0 13460-143fa 16100-1611d 16d40-16d6c 18cff 1e5d0-1e5ed 1e5f0 2ebf0-2ee5d",
  ),
);
const NEW_CONTINUE = lazy(() =>
  ranges(
    "897 1c89-1c8a a7cb-a7cd a7da-a7dc 105c0-105f3 10d40-10d65 10d69-10d6d 10d6f-10d85 10ec2-10ec4 10efc 11380-11389 " +
      "1138b 1138e 11390-113b5 113b7-113c0 113c2 113c5 113c7-113ca 113cc-113d3 113e1-113e2 116d0-116e3 11bc0-11be0 " +
      "11bf0-11bf9 11f5a 13460-143fa 16100-16139 16d40-16d6c 16d70-16d79 18cff 1ccf0-1ccf9 1e5d0-1e5fa 2ebf0-2ee5d",
  ),
);
const NEW_PRINTABLE = lazy(() =>
  ranges(
    "897 1b4e-1b4f 1b7f 1c89-1c8a 2427-2429 2ffc-2fff 31e3-31e5 31ef a7cb-a7cd a7da-a7dc 105c0-105f3 10d40-10d65 " +
      "10d69-10d85 10d8e-10d8f 10ec2-10ec4 10efc 11380-11389 1138b 1138e 11390-113b5 113b7-113c0 113c2 113c5 113c7-113ca " +
      "113cc-113d5 113d7-113d8 113e1-113e2 116d0-116e3 11bc0-11be1 11bf0-11bf9 11f5a 13460-143fa 16100-16139 16d40-16d79 " +
      "18cff 1cc00-1ccf9 1cd00-1ceb3 1e5d0-1e5fa 1e5ff 1f8b2-1f8bb 1f8c0-1f8c1 1fa89 1fa8f 1fabe 1fac6 1fadc 1fadf 1fae9 " +
      "1fbcb-1fbef 2ebf0-2ee5d",
  ),
);

/** "a b-c" in hexadecimal → [a, a, b, c]. */
function ranges(text: string): number[] {
  return text.split(" ").flatMap((range) => {
    const [first, last = first] = range.split("-");
    return [Number.parseInt(first!, 16), Number.parseInt(last!, 16)];
  });
}

function within(table: number[], point: number): boolean {
  for (let i = 0; i < table.length; i += 2) if (point >= table[i]! && point <= table[i + 1]!) return true;
  return false;
}

/** Index (UTF-16) of the first character that may not stand in an identifier, or -1 if all may. */
export function firstInvalidIndex(name: string): number {
  let index = 0;
  for (const char of name) {
    const point = char.codePointAt(0)!;
    const isFirst = index === 0;
    const known = (isFirst ? START() : CONTINUE()).test(char);
    if (known ? within(NOT_YET(), point) : !within(isFirst ? NEW_START() : NEW_CONTINUE(), point)) return index;
    index += char.length;
  }
  return -1;
}

/** Python's str.isprintable for one character. */
export function isPrintable(point: number): boolean {
  if (point === 0x20) return true;
  if (UNPRINTABLE().test(String.fromCodePoint(point))) return within(NEW_PRINTABLE(), point);
  return !within(NOT_YET(), point);
}
