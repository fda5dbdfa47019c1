// The module _signal: which signals reach the program. A signal's handler in native code sets INTERRUPT_TIER, which makes the core return at the
// next safe point, and a bit of the interrupt word that stands for the signal; _signal.py's _arrived then calls the program's handlers.
import { constants } from "node:os";
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import { doubleOf, numberOf } from "../heap/numbers.ts";
import type { Value } from "../heap/value.ts";
import { defineModule } from "../host/module-definition.ts";
import type { Context } from "../vm/context.ts";
import { type Definition, def } from "../vm/host-call.ts";
import { FIRST_SIGNAL_BIT, SIGNAL_BITS } from "../vm/interrupts.ts";
import type { Machine } from "../vm/machine.ts";
import { needSystem, osError } from "./access.ts";
import { pythonSource } from "./python-source.ts";

interface Signals {
  /** Bit of each signal that has been watched or set a timer for. */
  readonly bits: Map<number, number>;
  /** Ends the watch of each that is watched. */
  readonly watches: Map<number, () => void>;
  disarm: () => void;
}

const states = new WeakMap<Machine, Signals>();

let names: Map<number, NodeJS.Signals> | undefined;
function signalName(number: number): NodeJS.Signals | undefined {
  names ??= new Map(Object.entries(constants.signals).map(([name, number]) => [number, name as NodeJS.Signals]));
  return names.get(number);
}

function signalsOf(machine: Machine): Signals {
  let found = states.get(machine);
  if (found === undefined) {
    found = { bits: new Map(), watches: new Map(), disarm: () => {} };
    states.set(machine, found);
  }
  return found;
}

function bitOf(ctx: Context, signal: number): number {
  const { bits } = signalsOf(ctx.machine);
  const known = bits.get(signal);
  if (known !== undefined) return known;
  if (bits.size === SIGNAL_BITS) throw osError(ctx, 12);
  const bit = 2 ** (FIRST_SIGNAL_BIT + bits.size);
  bits.set(signal, bit);
  return bit;
}

const flagOf = ({ platform, memory }: Machine) => platform.interruptFlag(memory, Layout.VM.interrupt);

const FUNCTIONS: Readonly<Record<string, Definition>> = {
  /** From now on the signal calls _arrived, or does nothing. False: the system has no such signal. */
  _watch: def("(signal, ignored, /)", (ctx: Context, signal: Value, ignored: Value) => {
    needSystem(ctx, "signals");
    const number = numberOf(ctx.heap, signal);
    const name = signalName(number);
    const { watches } = signalsOf(ctx.machine);
    if (name === undefined) return ctx.bool(false);
    // Node's own handler of this one starts its debugger; a listener replaces that.
    if (name === "SIGUSR1" && process.listenerCount(name) === 0) process.on(name, () => {});
    watches.get(number)?.();
    const mask = ignored === CoreConst.TRUE_REF ? 0 : (CoreConst.INTERRUPT_TIER | bitOf(ctx, number)) >>> 0;
    watches.set(number, ctx.machine.platform.watchSignal(name, flagOf(ctx.machine), mask));
    return ctx.bool(true);
  }),
  /** The signal does again what it does to a program that knows nothing of it. */
  _forget: def("(signal, /)", (ctx: Context, signal: Value) => {
    const { watches } = signalsOf(ctx.machine);
    const number = numberOf(ctx.heap, signal);
    watches.get(number)?.();
    watches.delete(number);
    return ctx.none;
  }),
  /** Calls _arrived for the signal after so many seconds; 0: not any more. */
  _arm: def("(signal, seconds, /)", (ctx: Context, signal: Value, seconds: Value) => {
    needSystem(ctx, "timers");
    const state = signalsOf(ctx.machine);
    const ms = doubleOf(ctx.heap, seconds) * 1000;
    state.disarm();
    state.disarm = () => {};
    if (ms > 0) {
      const mask = (CoreConst.INTERRUPT_TIER | bitOf(ctx, numberOf(ctx.heap, signal))) >>> 0;
      state.disarm = ctx.machine.platform.arm(flagOf(ctx.machine), mask, ms);
    }
    return ctx.none;
  }),
  /** The signals that bits of the interrupt word stand for. */
  _signals_of: def("(bits, /)", (ctx: Context, bits: Value) => {
    const word = numberOf(ctx.heap, bits);
    const found = [...signalsOf(ctx.machine).bits].filter(([, bit]) => (word & bit) !== 0);
    return ctx.list(found.map(([signal]) => ctx.int(signal)));
  }),
};

/** Every signal does again what it does to a program that knows nothing of it. */
export function forgetSignals(machine: Machine): void {
  const { watches } = signalsOf(machine);
  for (const end of watches.values()) end();
  watches.clear();
}

export const signalModule = defineModule("_signal", {
  functions: FUNCTIONS,
  get pythonSource() {
    return pythonSource("_signal.py");
  },
});
