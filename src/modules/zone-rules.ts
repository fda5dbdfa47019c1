// What the clocks of a zone show: from the system's zone files (TZif, RFC 9636) or a TZ variable as POSIX has it. Node would tell the offsets, but
// names zones as CLDR does (GMT+1 where the system says CET), and takes a POSIX text for UTC.
import { readFileSync } from "node:fs";

/** What clocks show at a moment. */
export interface Zone {
  readonly offsetSeconds: number;
  readonly name: string;
  readonly isSummer: boolean;
}
export type ZoneRules = (seconds: number) => Zone;

const FOLDER = "/usr/share/zoneinfo";
const UTC: Zone = { offsetSeconds: 0, name: "UTC", isSummer: false };

/** The rules that the variable TZ names, or those of the system; undefined where the system has none to read. */
export function zoneRules(setting: string | undefined): ZoneRules | undefined {
  if (setting === undefined) return fileRules("/etc/localtime");
  const name = setting.replace(/^:/, "");
  if (name === "") return () => UTC;
  const isSafe = !name.split("/").includes("..");
  return (
    (name.startsWith("/") ? fileRules(name) : isSafe ? fileRules(`${FOLDER}/${name}`) : undefined) ??
    posixRules(name) ??
    (fileRules(`${FOLDER}/UTC`) && (() => ({ ...UTC, name: /^[A-Za-z]*/.exec(name)![0] || "UTC" })))
  );
}

function fileRules(path: string): ZoneRules | undefined {
  try {
    return tzifRules(readFileSync(path));
  } catch {
    return undefined; // none there, or no zone file
  }
}

const HEAD_BYTES = 44;

function tzifRules(file: Buffer): ZoneRules | undefined {
  if (file.toString("latin1", 0, 4) !== "TZif") return undefined;
  // The first block has 32-bit times; from version 2 on a second one says the same and more in 64 bits.
  const isLong = (file[4] as number) >= 0x32;
  const start = isLong ? blockEnd(file, 0, 4) : 0;
  const timeBytes = isLong ? 8 : 4;
  const count = (index: number) => file.readUInt32BE(start + 20 + index * 4);
  const [timeCount, typeCount] = [count(3), count(4)];
  let at = start + HEAD_BYTES;
  const times = Array.from({ length: timeCount }, (_, i) =>
    isLong ? Number(file.readBigInt64BE(at + i * 8)) : file.readInt32BE(at + i * 4),
  );
  at += timeCount * timeBytes;
  const kinds = file.subarray(at, at + timeCount);
  at += timeCount;
  const names = at + typeCount * 6;
  const types = Array.from({ length: typeCount }, (_, i): Zone => {
    const name = names + (file[at + i * 6 + 5] as number);
    return {
      offsetSeconds: file.readInt32BE(at + i * 6),
      isSummer: file[at + i * 6 + 4] === 1,
      name: file.toString("latin1", name, file.indexOf(0, name)),
    };
  });
  const footer = isLong ? file.toString("latin1", blockEnd(file, start, 8)).trim() : "";
  const later = footer === "" ? undefined : posixRules(footer);
  return (seconds) => {
    if (later !== undefined && (timeCount === 0 || seconds >= (times.at(-1) as number))) return later(seconds);
    let low = 0; // the first transition after the moment
    for (let high = timeCount; low < high; ) {
      const middle = (low + high) >> 1;
      if ((times[middle] as number) <= seconds) low = middle + 1;
      else high = middle;
    }
    return types[low === 0 ? 0 : (kinds[low - 1] as number)] ?? UTC;
  };
}

function blockEnd(file: Buffer, start: number, timeBytes: number): number {
  const [utc, standard, leap, times, types, letters] = [0, 1, 2, 3, 4, 5].map((i) =>
    file.readUInt32BE(start + 20 + i * 4),
  ) as [number, number, number, number, number, number];
  return start + HEAD_BYTES + times * (timeBytes + 1) + types * 6 + letters + leap * (timeBytes + 4) + standard + utc;
}

const NAME = "([A-Za-z]{3,}|<[^>]+>)";
const CLOCK = "([+-]?\\d{1,3}(?::\\d\\d){0,2})";
const DAY = "(J\\d+|\\d+|M\\d+\\.\\d\\.\\d)";
const POSIX = `^${NAME}${CLOCK}(?:${NAME}${CLOCK}?(?:,${DAY}(?:/${CLOCK})?,${DAY}(?:/${CLOCK})?)?)?$`;
const DAY_SECONDS = 86400;

/** "CET-1CEST,M3.5.0,M10.5.0/3": offsets count westwards. */
function posixRules(text: string): ZoneRules | undefined {
  const found = new RegExp(POSIX).exec(text);
  if (found === null) return undefined;
  const [, name, offset, summerName, summerOffset, from = "M3.2.0", fromTime, to = "M11.1.0", toTime] = found;
  const standard = { offsetSeconds: -clockSeconds(offset as string), name: bare(name as string), isSummer: false };
  if (summerName === undefined) return () => standard;
  const ahead = summerOffset === undefined ? standard.offsetSeconds + 3600 : -clockSeconds(summerOffset);
  const summer = { offsetSeconds: ahead, name: bare(summerName), isSummer: true };
  const [fromSeconds, toSeconds] = [clockSeconds(fromTime ?? "2"), clockSeconds(toTime ?? "2")];
  return (seconds) => {
    const year = new Date((seconds + standard.offsetSeconds) * 1000).getUTCFullYear();
    const begins = dayOf(year, from) * DAY_SECONDS + fromSeconds - standard.offsetSeconds;
    const ends = dayOf(year, to) * DAY_SECONDS + toSeconds - summer.offsetSeconds;
    const isSummer = begins < ends ? seconds >= begins && seconds < ends : seconds >= begins || seconds < ends;
    return isSummer ? summer : standard;
  };
}

const bare = (name: string): string => name.replace(/[<>]/g, "");

function clockSeconds(text: string): number {
  const [hours, minutes, seconds] = text.replace(/^[+-]/, "").split(":").map(Number) as [number, number?, number?];
  return (text.startsWith("-") ? -1 : 1) * (hours * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0));
}

/** The day of a rule, counted from the epoch. */
function dayOf(year: number, rule: string): number {
  const day = (month: number, date: number) => Date.UTC(year, month, date) / (DAY_SECONDS * 1000);
  if (rule.startsWith("M")) {
    const [month, week, weekday] = rule.slice(1).split(".").map(Number) as [number, number, number];
    const first = day(month - 1, 1);
    const date = first + ((weekday - new Date(first * DAY_SECONDS * 1000).getUTCDay() + 7) % 7) + (week - 1) * 7;
    return date < day(month, 1) ? date : date - 7; // the fifth may be the last
  }
  if (!rule.startsWith("J")) return day(0, 1) + Number(rule);
  const isAfterLeapDay = Number(rule.slice(1)) >= 60 && day(2, 1) - day(1, 1) === 29;
  return day(0, 1) + Number(rule.slice(1)) - 1 + (isAfterLeapDay ? 1 : 0);
}
