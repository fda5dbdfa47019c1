// What happens when native code stops at a safe point because a bit of vm->interrupt is set. Who set it: a timer or signal on another
// thread (platform.arm, platform.watchSignal) or interrupt() from JavaScript.
import { CoreConst } from "../heap/generated/layout.ts";
import type { PyError } from "../heap/py-error.ts";
import { raise } from "../heap/py-error.ts";

/** Thrown out of a run that went over its time. */
export const TIMEOUT_MESSAGE = "the time allowed for this program is over";

/** The bits of the word from here on stand for signals that the program has handlers for (src/modules/signals.ts). */
export const FIRST_SIGNAL_BIT = 8;
export const SIGNAL_BITS = 24;
export const SIGNALS = (-1 << FIRST_SIGNAL_BIT) >>> 0;

/** The exception that a program gets for the bits, if any. */
export function interruptError(bits: number): PyError | undefined {
  if (bits & CoreConst.INTERRUPT_TIMEOUT) return raise("TimeoutError", TIMEOUT_MESSAGE);
  if (bits & (CoreConst.INTERRUPT_SIGNAL | CoreConst.INTERRUPT_HOST)) return raise("KeyboardInterrupt");
  return undefined;
}
