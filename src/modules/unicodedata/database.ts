// The character database (data.bin, written by scripts/unicode-data.mjs), unpacked on first use: properties as arrays over runs of code points, names in
// a map that is made when somebody asks for a name.
import { inflateRawSync } from "node:zlib";
import { dataFile } from "../../util/package-files.ts";

interface PackedDatabase {
  readonly category: string;
  readonly bidirectional: string;
  readonly combining: string;
  readonly width: string;
  readonly mirrored: string;
  readonly decomposition: string;
  readonly decimal: string;
  readonly digit: string;
  readonly numeric: string;
}
interface Packed {
  readonly version: string;
  readonly current: PackedDatabase;
  readonly old: PackedDatabase;
  /** "distance from the last one NAME" a line. */
  readonly names: string;
  /** First, last code point and prefix of names that end in the code point. */
  readonly ranges: readonly (readonly [number, number, string])[];
  readonly aliases: Readonly<Record<string, readonly number[]>>;
  readonly composites: string;
}

/** A property that is the same for long runs of code points. */
class Runs {
  readonly #starts: number[] = [];
  readonly #values: string[] = [];
  constructor(packed: string) {
    let at = 0;
    for (const run of packed.split(";")) {
      const comma = run.indexOf(",");
      this.#starts.push(at);
      this.#values.push(run.slice(comma + 1));
      at += Number(run.slice(0, comma));
    }
  }
  at(codePoint: number): string {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] as number) <= codePoint) low = middle;
      else high = middle - 1;
    }
    return this.#values[low] as string;
  }
}

function mapOf(packed: string): Map<number, string> {
  const map = new Map<number, string>();
  for (const row of packed.split(";")) {
    const comma = row.indexOf(",");
    map.set(Number.parseInt(row.slice(0, comma), 16), row.slice(comma + 1));
  }
  return map;
}

/** One version of the Unicode character database. */
export class Database {
  readonly version: string;
  readonly category: Runs;
  readonly bidirectional: Runs;
  readonly combining: Runs;
  readonly width: Runs;
  readonly mirrored: Runs;
  readonly decomposition: Map<number, string>;
  readonly decimal: Map<number, string>;
  readonly digit: Map<number, string>;
  readonly numeric: Map<number, string>;

  constructor(version: string, packed: PackedDatabase) {
    this.version = version;
    this.category = new Runs(packed.category);
    this.bidirectional = new Runs(packed.bidirectional);
    this.combining = new Runs(packed.combining);
    this.width = new Runs(packed.width);
    this.mirrored = new Runs(packed.mirrored);
    this.decomposition = mapOf(packed.decomposition);
    this.decimal = mapOf(packed.decimal);
    this.digit = mapOf(packed.digit);
    this.numeric = mapOf(packed.numeric);
  }
}

let packed: Packed | undefined;
const databases = new Map<boolean, Database>();

function unpacked(): Packed {
  packed ??= JSON.parse(inflateRawSync(dataFile("modules/unicodedata/data.bin")).toString("utf8")) as Packed;
  return packed;
}

/** The current database, or the one of Unicode 3.2 that IDNA 2003 is defined by. */
export function database(old: boolean): Database {
  let found = databases.get(old);
  if (found === undefined) {
    const all = unpacked();
    found = old ? new Database("3.2.0", all.old) : new Database(all.version, all.current);
    databases.set(old, found);
  }
  return found;
}

/** Code points of characters that composing makes. */
export function composites(): number[] {
  return unpacked()
    .composites.split(";")
    .map((text) => Number.parseInt(text, 16));
}

// --- names -------------------------------------------------------------------------------------------------------------------

let nameOfPoint: Map<number, string> | undefined;
let pointOfName: Map<string, number> | undefined;

function names(): Map<number, string> {
  if (nameOfPoint === undefined) {
    nameOfPoint = new Map();
    let at = 0;
    for (const line of unpacked().names.split("\n")) {
      const space = line.indexOf(" ");
      at += Number.parseInt(line.slice(0, space), 16);
      nameOfPoint.set(at, line.slice(space + 1));
    }
  }
  return nameOfPoint;
}

const LEADS = "G,GG,N,D,DD,R,M,B,BB,S,SS,,J,JJ,C,K,T,P,H".split(",");
const VOWELS = "A,AE,YA,YAE,EO,E,YEO,YE,O,WA,WAE,OE,YO,U,WEO,WE,WI,YU,EU,YI,I".split(",");
const TAILS = ",G,GG,GS,N,NJ,NH,D,L,LG,LM,LB,LS,LT,LP,LH,M,B,BS,S,SS,NG,J,C,K,T,P,H".split(",");
const HANGUL = "HANGUL SYLLABLE ";

/** Name of a character, undefined if it has none. */
export function nameOf(codePoint: number): string | undefined {
  if (codePoint >= 0xac00 && codePoint <= 0xd7a3) {
    const index = codePoint - 0xac00;
    const [lead, vowel, tail] = [Math.floor(index / 588), Math.floor((index % 588) / 28), index % 28];
    return HANGUL + LEADS[lead] + VOWELS[vowel] + TAILS[tail];
  }
  for (const [first, last, prefix] of unpacked().ranges)
    if (codePoint >= first && codePoint <= last) return prefix + codePoint.toString(16).toUpperCase().padStart(4, "0");
  return names().get(codePoint);
}

function hangulNamed(rest: string): number | undefined {
  for (const [l, lead] of LEADS.entries()) {
    if (!rest.startsWith(lead)) continue;
    for (const [v, vowel] of VOWELS.entries()) {
      if (!rest.startsWith(vowel, lead.length)) continue;
      const tail = TAILS.indexOf(rest.slice(lead.length + vowel.length));
      if (tail >= 0) return 0xac00 + l * 588 + v * 28 + tail;
    }
  }
  return undefined;
}

/** Character of a name in any case, aliases included; undefined if there is none. */
export function pointNamed(anyCase: string): number | undefined {
  const name = anyCase.toUpperCase();
  if (name.startsWith(HANGUL)) return hangulNamed(name.slice(HANGUL.length));
  const dash = name.lastIndexOf("-");
  if (dash > 0 && /^[0-9A-F]{4,6}$/.test(name.slice(dash + 1))) {
    const codePoint = Number.parseInt(name.slice(dash + 1), 16);
    if (
      unpacked().ranges.some(
        ([first, last, prefix]) => prefix === name.slice(0, dash + 1) && codePoint >= first && codePoint <= last,
      )
    )
      return codePoint;
  }
  if (pointOfName === undefined) {
    pointOfName = new Map();
    for (const [codePoint, known] of names()) pointOfName.set(known, codePoint);
  }
  const found = pointOfName.get(name);
  if (found !== undefined) return found;
  const alias = Object.hasOwn(unpacked().aliases, name) ? unpacked().aliases[name] : undefined;
  return alias?.length === 1 ? alias[0] : undefined;
}

/** Characters of a named sequence. */
export function sequenceNamed(anyCase: string): readonly number[] | undefined {
  const name = anyCase.toUpperCase();
  return Object.hasOwn(unpacked().aliases, name) ? unpacked().aliases[name] : undefined;
}
