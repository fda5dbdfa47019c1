// The module time: clocks and sleep; calendar arithmetic (struct_time, strftime …) is time.py's.
import { environmentVariable } from "../config.ts";
import { CoreConst } from "../heap/generated/layout.ts";
import { doubleOf, isInt, numberOf, realOf } from "../heap/numbers.ts";
import { raise, valueError } from "../heap/py-error.ts";
import { float, type Value } from "../heap/value.ts";
import { defineModule } from "../host/module-definition.ts";
import { sleepMs } from "../util/clock.ts";
import type { Context } from "../vm/context.ts";
import { type Definition, def } from "../vm/host-call.ts";
import { pythonSource } from "./python-source.ts";
import { type Zone, type ZoneRules, zoneRules } from "./zone-rules.ts";

const started = process.hrtime.bigint();

/** Milliseconds since the epoch. */
const wallMs = () => performance.timeOrigin + performance.now();
/** Nanoseconds since the epoch. */
const wallNs = () => BigInt(Math.round(wallMs() * 1e6));
function cpuNs(): bigint {
  const { user, system } = process.cpuUsage();
  return BigInt(user + system) * 1000n;
}
const seconds = (ns: () => bigint) => () => float(Number(ns()) / 1e9);
const nanoseconds = (ns: () => bigint) => (ctx: Context) => ctx.int(ns());
const monotonicNs = () => process.hrtime.bigint();
const perfNs = () => process.hrtime.bigint() - started;

function duration(ctx: Context, v: Value): number {
  const secs = isInt(ctx.heap, v) ? numberOf(ctx.heap, v) : doubleOf(ctx.heap, v);
  if (Number.isNaN(secs)) throw valueError("Invalid value NaN (not a number)");
  if (secs < 0) throw valueError("sleep length must be non-negative");
  if (secs > 9.2e9) throw raise("OverflowError", "timestamp too large to convert to C PyTime_t");
  return secs;
}

const QUARTER_SECONDS = 900;
const MOST_QUARTERS = 64;
let rules: ZoneRules | undefined;
let zoneSetting: string | undefined;
const zones = new Map<number, Zone>();

/** Where the system has no zone files. */
function nodeRules(): ZoneRules {
  const format = new Intl.DateTimeFormat("en-US", { timeZoneName: "short" });
  return (seconds) => {
    const date = new Date(seconds * 1000);
    const west = date.getTimezoneOffset();
    const isSummer = [0, 6].some((month) => new Date(date.getFullYear(), month).getTimezoneOffset() > west);
    const part = format.formatToParts(date).find(({ type }) => type === "timeZoneName");
    return { offsetSeconds: -west * 60, name: part?.value ?? "UTC", isSummer };
  };
}

/** Local time's offset and name. Answers are kept for their quarters of an hour: since 1970 zones change at such moments only, and asking takes 0.2 ms. */
function zoneAt(seconds: number): Zone {
  const setting = environmentVariable("TZ");
  if (rules === undefined || setting !== zoneSetting) {
    rules = zoneRules(setting) ?? nodeRules();
    zoneSetting = setting;
    zones.clear();
  }
  const quarter = Math.floor(seconds / QUARTER_SECONDS);
  const known = zones.get(quarter);
  if (known !== undefined) return known;
  if (Number.isNaN(new Date(seconds * 1000).getTime()))
    throw raise("OverflowError", "timestamp out of range for platform time_t");
  const zone = rules(seconds);
  if (zones.size === MOST_QUARTERS) zones.clear();
  if (seconds >= 0) zones.set(quarter, zone);
  return zone;
}

const DAY_SECONDS = 86400;

/** The moment with a local time: of two the later one with `isFold`; in a gap, what CPython gives. */
function momentOf(local: number, isFold: boolean): number {
  const offsetAt = (seconds: number): number => zoneAt(seconds).offsetSeconds;
  const offset = offsetAt(local);
  const first = local - offset;
  let other = offsetAt(first);
  const isFirst = other === offset;
  if (isFirst) {
    other = offsetAt(isFold ? first + DAY_SECONDS : first - DAY_SECONDS);
    if (other === offset) return first;
  }
  const second = local - other;
  if (offsetAt(second) === other) return second;
  if (isFirst) return first;
  return isFold ? Math.min(first, second) : Math.max(first, second);
}

/** 1 if the clocks were set back within the last day and local time says at this moment what it has said before. */
function foldAt(seconds: number, { offsetSeconds }: Zone): 0 | 1 {
  const setBack = zoneAt(seconds - DAY_SECONDS).offsetSeconds - offsetSeconds;
  return setBack > 0 && zoneAt(seconds - setBack).offsetSeconds === offsetSeconds + setBack ? 1 : 0;
}

/** Year, month, day, hour, minute, second, microsecond and fold of this moment, in local time or UTC. */
function clockFields(local: boolean): number[] {
  const microseconds = Math.floor(wallMs() * 1000);
  const seconds = Math.floor(microseconds / 1e6);
  const zone = local ? zoneAt(seconds) : undefined;
  const date = new Date((seconds + (zone?.offsetSeconds ?? 0)) * 1000);
  return [
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
    microseconds - seconds * 1e6,
    zone === undefined ? 0 : foldAt(seconds, zone),
  ];
}

const FUNCTIONS: Readonly<Record<string, Definition>> = {
  time: def("()", seconds(wallNs)),
  time_ns: def("()", nanoseconds(wallNs)),
  monotonic: def("()", seconds(monotonicNs)),
  monotonic_ns: def("()", nanoseconds(monotonicNs)),
  perf_counter: def("()", seconds(perfNs)),
  perf_counter_ns: def("()", nanoseconds(perfNs)),
  process_time: def("()", seconds(cpuNs)),
  process_time_ns: def("()", nanoseconds(cpuNs)),
  thread_time: def("()", seconds(cpuNs)),
  thread_time_ns: def("()", nanoseconds(cpuNs)),
  /** Sleeps without the event loop, in pieces so that an interrupt (Ctrl-C, time-out) ends it; `sleep` in time.py loops over it. */
  _sleep_piece: def("(seconds, /)", (ctx: Context, v: Value) => {
    const secs = duration(ctx, v);
    const piece = Math.min(secs, 0.05);
    sleepMs(piece * 1000);
    return float(secs - piece);
  }),
  /** Whether other threads may run meanwhile; then _park is how to sleep. */
  _threads: def("()", (ctx: Context) => ctx.bool(ctx.machine.threads.count > 0)),
  _duration: def("(seconds, /)", (ctx: Context, v: Value) => float(duration(ctx, v))),
  _park: def("(seconds, /)", (ctx: Context, v: Value) => {
    ctx.machine.threads.park(0, realOf(ctx.heap, v));
    return ctx.none;
  }),
  /** What datetime.now() needs: see clockFields. */
  _clock_fields: def("(local, /)", (ctx: Context, local: Value) =>
    ctx.tuple(clockFields(local === CoreConst.TRUE_REF).map((n) => ctx.int(n))),
  ),
  /** Offset of local time from UTC in seconds at a moment, and whether it is the second one with this local time. */
  _local_offset: def("(seconds, /)", (ctx: Context, v: Value) => {
    const seconds = numberOf(ctx.heap, v);
    const zone = zoneAt(seconds);
    return ctx.tuple([ctx.int(zone.offsetSeconds), ctx.int(foldAt(seconds, zone))]);
  }),
  /** The moment (seconds since the epoch) with a local time, given as if it were UTC's. */
  _local_moment: def("(seconds, fold, /)", (ctx: Context, at: Value, fold: Value) =>
    ctx.int(momentOf(numberOf(ctx.heap, at), numberOf(ctx.heap, fold) !== 0)),
  ),
  /** Offset of local time from UTC in seconds, the zone's abbreviation and whether it is summer time, at a moment (seconds since the epoch). */
  _zone: def("(seconds, /)", (ctx: Context, v: Value) => {
    const { offsetSeconds, name, isSummer } = zoneAt(numberOf(ctx.heap, v));
    return ctx.tuple([ctx.int(offsetSeconds), ctx.str(name), ctx.int(isSummer ? 1 : 0)]);
  }),
};

export const timeModule = defineModule("time", {
  doc: "This module provides various functions to manipulate time values.",
  functions: FUNCTIONS,
  get pythonSource() {
    return pythonSource("time.py");
  },
});
