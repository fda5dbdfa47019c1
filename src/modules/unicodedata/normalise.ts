// Normal forms of text (UAX #15), from the module's own tables: Node's may be of another Unicode version.
import { composites, type Database, database } from "./database.ts";

export type Form = "NFC" | "NFD" | "NFKC" | "NFKD";

const [S_BASE, L_BASE, V_BASE, T_BASE, S_COUNT] = [0xac00, 0x1100, 0x1161, 0x11a7, 11172];

/** What Unicode 3.2 decomposed to before it was corrected (NormalizationCorrections.txt). */
const CORRECTED = new Map([
  [0xf951, 0x964b],
  [0x2f868, 0x2136a],
  [0x2f874, 0x5f33],
  [0x2f91f, 0x43ab],
  [0x2f95f, 0x7aae],
  [0x2f9bf, 0x4d57],
]);

let pairs: Map<number, Map<number, number>> | undefined;

/** The characters two characters compose to, by first and second. */
function compositions(): Map<number, Map<number, number>> {
  if (pairs === undefined) {
    pairs = new Map();
    const { decomposition } = database(false);
    for (const composite of composites()) {
      const [first = 0, second = 0] = (decomposition.get(composite) as string)
        .split(" ")
        .map((text) => Number.parseInt(text, 16));
      let row = pairs.get(first);
      if (row === undefined) {
        row = new Map();
        pairs.set(first, row);
      }
      row.set(second, composite);
    }
  }
  return pairs;
}

function decompose(data: Database, codePoint: number, compatible: boolean, out: number[]): void {
  const index = codePoint - S_BASE;
  if (index >= 0 && index < S_COUNT) {
    out.push(L_BASE + Math.floor(index / 588), V_BASE + Math.floor((index % 588) / 28));
    if (index % 28 !== 0) out.push(T_BASE + (index % 28));
    return;
  }
  const mapping = data.decomposition.get(codePoint);
  if (mapping === undefined || (!compatible && mapping.startsWith("<"))) {
    out.push(codePoint);
    return;
  }
  for (const part of mapping.split(" "))
    if (!part.startsWith("<")) decompose(data, Number.parseInt(part, 16), compatible, out);
}

/** Puts combining characters into their canonical order. */
function order(data: Database, points: number[], poll: () => void): number[] {
  const classes = points.map((point) => (point < 0x300 ? 0 : Number(data.combining.at(point))));
  for (let i = 1; i < points.length; i++) {
    const own = classes[i] as number;
    if (own === 0) continue;
    const point = points[i] as number;
    let at = i;
    if ((i & 0xff) === 0) poll();
    for (; at > 0 && (classes[at - 1] as number) > own; at--) {
      points[at] = points[at - 1] as number;
      classes[at] = classes[at - 1] as number;
    }
    points[at] = point;
    classes[at] = own;
  }
  return classes;
}

function composePair(first: number, second: number): number | undefined {
  if (first >= L_BASE && first < L_BASE + 19 && second >= V_BASE && second < V_BASE + 21)
    return S_BASE + (first - L_BASE) * 588 + (second - V_BASE) * 28;
  const index = first - S_BASE;
  if (index >= 0 && index < S_COUNT && index % 28 === 0 && second > T_BASE && second < T_BASE + 28)
    return first + second - T_BASE;
  return compositions().get(first)?.get(second);
}

function compose(points: readonly number[], classes: readonly number[]): number[] {
  const out: number[] = [];
  let starter = -1;
  let lastClass = 0;
  points.forEach((point, i) => {
    const own = classes[i] as number;
    if (starter >= 0 && (lastClass < own || lastClass === 0) && (lastClass !== 0 || out.length - 1 === starter)) {
      const made = composePair(out[starter] as number, point);
      if (made !== undefined) {
        out[starter] = made;
        return;
      }
    }
    if (own === 0) {
      starter = out.length;
      lastClass = 0;
    } else lastClass = own;
    out.push(point);
  });
  return out;
}

/** Characters that stay as they are, whatever stands beside them: starters that are their own normal form and compose with nothing before them. */
class SettledPoints {
  readonly #form: Form;
  /** By 256 characters: 0 not looked at yet, 1 settled, 2 not. */
  readonly #pages = new Map<number, Uint8Array>();

  constructor(form: Form) {
    this.#form = form;
  }

  has(point: number): boolean {
    const number = point >> 8;
    let page = this.#pages.get(number);
    if (page === undefined) {
      page = new Uint8Array(256);
      this.#pages.set(number, page);
    }
    if (page[point & 255] === 0) page[point & 255] = this.#look(point) ? 1 : 2;
    return page[point & 255] === 1;
  }

  #look(point: number): boolean {
    const isComposed = this.#form === "NFC" || this.#form === "NFKC";
    if (isComposed && isSecond(point)) return false;
    const data = database(false);
    const parts: number[] = [];
    decompose(data, point, this.#form === "NFKC" || this.#form === "NFKD", parts);
    const classes = order(data, parts, () => {});
    if (classes[0] !== 0) return false;
    const result = isComposed ? compose(parts, classes) : parts;
    return result.length === 1 && result[0] === point;
  }
}

let seconds: Set<number> | undefined;

/** Can it be composed with what stands before it? */
function isSecond(point: number): boolean {
  if ((point >= V_BASE && point < V_BASE + 21) || (point > T_BASE && point < T_BASE + 28)) return true;
  seconds ??= new Set([...compositions().values()].flatMap((row) => [...row.keys()]));
  return seconds.has(point);
}

const settled = new Map<Form, SettledPoints>();
function settledPoints(form: Form): SettledPoints {
  let found = settled.get(form);
  if (found === undefined) {
    found = new SettledPoints(form);
    settled.set(form, found);
  }
  return found;
}

/** Most code points that are taken: V8 ends the process when an array grows past what it can hold. */
const MAX_POINTS = 1 << 25;

/** Throws RangeError where the text is too long. `poll` is called now and then. */
export function normalise(form: Form, points: readonly number[], old: boolean, poll: () => void): readonly number[] {
  const composed = form === "NFC" || form === "NFKC";
  const compatible = form === "NFKC" || form === "NFKD";
  // Nothing below these takes part in anything.
  const quiet = composed && !compatible ? 0x300 : compatible ? 0xa0 : 0xc0;
  if (points.every((point) => point < quiet)) return points;
  if (!old) {
    const known = settledPoints(form);
    if (points.every((point) => point < quiet || known.has(point))) return points;
  }
  const data = database(old);
  const out: number[] = [];
  for (const point of points) {
    const correction = old ? CORRECTED.get(point) : undefined;
    if (correction === undefined) decompose(data, point, compatible, out);
    else out.push(correction);
    if ((out.length & 0xfff) === 0) poll();
    if (out.length > MAX_POINTS) throw new RangeError("Invalid array length");
  }
  const classes = order(database(false), out, poll);
  return composed ? compose(out, classes) : out;
}
