// Loops inside one operation: an endless iterator consumed by a builtin, a number of millions of digits, a comparison that never ends. The time and
// the memory limit hold there too.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const script = fileURLToPath(new URL("long-loops.mjs", import.meta.url));
const SLOWEST_MS = 3000;

interface Outcome {
  source: string;
  raised: string;
  ms: number;
  alive: boolean;
}

const SETUP = `
from itertools import *
from collections import *
from functools import reduce
from operator import and_
import math, re, sys`;

async function outcomes(programs: string[], options: object): Promise<Outcome[]> {
  const input = JSON.stringify({ programs, options, setup: SETUP });
  const stdout = await new Promise<string>((resolve) => {
    const child = execFile(process.execPath, [script], { timeout: 60_000 }, (_error, text) => resolve(text));
    child.stdin!.end(input);
  });
  const seen = stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Outcome);
  if (seen.length < programs.length) throw new Error(`the process hung or died in: ${programs[seen.length]}`);
  return seen;
}

async function check(programs: string[], options: object, allowed: string[]): Promise<void> {
  const wrong = (await outcomes(programs, options)).filter(
    ({ raised, ms, alive }) => !allowed.includes(raised) || ms > SLOWEST_MS || !alive,
  );
  expect(wrong).toEqual([]);
}

test("a time limit ends what consumes an endless iterator", async () => {
  const programs = [
    ...[
      "sum(range(10**12))",
      "max(range(10**12))",
      "min(range(10**12))",
      "sum(repeat(1.0))",
      "max(repeat(1), key=int)",
    ],
    ...["any(repeat(0))", "all(repeat(1))", "any(map(bool, repeat(0)))", "max(cycle([1]))", "max(enumerate(count()))"],
    ...[
      "list(count())",
      "tuple(count())",
      "sorted(count())",
      "[*count()]",
      "(lambda *a: 0)(*count())",
      "a, *b = count()",
    ],
    ...["[].extend(count())", "x = [1]; x += count()", "x = [1]; x[:] = count()", "print(*repeat(1))"],
    ...["set(repeat(1))", "frozenset(repeat(1))", "{*repeat(1)}", "{1}.update(repeat(1))", "{1}.isdisjoint(repeat(2))"],
    ...["{1}.intersection(repeat(2))", "{1}.difference_update(repeat(2))", "{1}.issuperset(repeat(1))"],
    ...["dict(repeat((1, 2)))", "{}.update(repeat((1, 2)))", "dict.fromkeys(repeat(1))", "deque(repeat(1), maxlen=1)"],
    ...["-1 in count()", "-1 in zip(count())"],
    ...["next(filter(None, repeat(0)))", "next(filterfalse(None, repeat(1)))", "next(compress(count(), repeat(0)))"],
    ...["next(islice(count(), 10**11, None))", "list(islice(count(), 0, 10**12, 10**11))"],
    ...["next(chain.from_iterable(repeat(())))", "next(dropwhile(bool, repeat(1)))", "max(permutations(range(30)))"],
    ...["''.join(repeat(''))", "b''.join(repeat(b''))", "bytes(repeat(1))", "bytearray().extend(repeat(1))"],
    ...["math.fsum(repeat(1.0))", "math.prod(repeat(1))", "reduce(and_, repeat(1))", "Counter(repeat(1))"],
  ];
  await check(programs, { timeoutMs: 100 }, ["TimeoutError"]);
}, 180_000);

test("a time limit ends arithmetic on huge ints", async () => {
  const programs = [
    ...[
      "10**10**7",
      "10**10**9",
      "x = 3**10**6\nfor i in range(9): x *= x",
      "x = 7**10**6\nx //= 3**10**5 + 1\nx **= 99",
    ],
    ...["x = 3**10**6\nwhile True: x % (x // 7**9 + 1)", "pow(3, 10**10**5, 7**10**4)", "pow(3**10**6, -1, 7**10**6)"],
    ...[
      "math.factorial(10**7)",
      "math.comb(10**7, 5 * 10**6)",
      "math.isqrt(7**10**6 * 10)**99",
      "math.lcm(*range(1, 10**6))",
    ],
    ...[
      "sys.set_int_max_str_digits(0)\nwhile True: str(7**10**5)",
      "sys.set_int_max_str_digits(0)\nwhile True: int('7' * 10**5)",
    ],
  ];
  await check(programs, { timeoutMs: 100 }, ["TimeoutError"]);
}, 180_000);

test("a time limit ends the comparison, hash and text of nested containers, and a regular expression", async () => {
  const nested = "a = b = (1,)\nfor i in range(40): a = (a,) * 4; b = (b,) * 4\n";
  const programs = [`${nested}a == b`, `${nested}a < b`, `${nested}repr(a)`];
  // (Plain tuples remember their hash.)
  programs.push("c = 1\nfor i in range(40): c = slice(c, c, c)\nhash(c)");
  programs.push("class T(tuple): pass\na = T((1,))\nfor i in range(40): a = T((a,) * 4)\nhash(a)");
  programs.push("re.match('(a*)*b', 'a' * 40)", "re.match('(a|aa)+$', 'a' * 60 + 'b')");
  await check(programs, { timeoutMs: 100 }, ["TimeoutError"]);
}, 180_000);

test("what is raised in the middle of a long operation can be caught once, and cleaned up after", async () => {
  const source = `
seen = []
try:
    x = 3**10**7
    x * x * x
except TimeoutError as error:
    seen.append(str(error))
finally:
    seen.append(sum(range(1000)))
raise KeyError(*seen)`;
  const [outcome] = await outcomes([source], { timeoutMs: 100 });
  expect(outcome).toMatchObject({ raised: "KeyError", alive: true });
});

test("texts, numbers and containers that are too large are MemoryErrors", async () => {
  const programs = [
    "'a' * 10**10",
    "b'a' * 10**10",
    "[0] * 10**10",
    "(0,) * 10**10",
    "bytearray(10**10)",
    "1 << 10**12",
  ];
  programs.push("'x'.center(10**10)", "'1'.zfill(10**9)", "'\\t'.expandtabs(10**10)", "'%1000000000d' % 1");
  programs.push("format(1, '1000000000')", "b'%1000000000d' % 1", "(1).to_bytes(10**10, 'big')", "list(range(10**9))");
  await check(programs, { memoryBytes: 64 << 20, timeoutMs: 20_000 }, ["MemoryError", "OverflowError"]);
}, 180_000);

test("int and str convert at most 4300 digits, as in CPython", async () => {
  await check(["str(10**4300)", "int('1' * 4301)", "f'{10**4300}'", "'%d' % 10**4300"], {}, [
    "ValueError",
    "OverflowError",
  ]);
  await check(["str(10**4299)", "int('1' * 4300)"], {}, ["nothing"]);
});
