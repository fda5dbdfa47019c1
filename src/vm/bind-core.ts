// The core's functions as TypeScript calls them.
import { CORE_FUNCTIONS, type CoreFunctions } from "../heap/core-functions.ts";
import type { CoreImage, Platform } from "../platform/platform.ts";

type Native = (...args: number[]) => number;

const bindings = new WeakMap<CoreImage, new (base: number) => CoreFunctions>();

/** The core's functions for the heap at `base`. They are bound once for each mapped core, each at its first call: most programs use few of them. */
export function bindCore(platform: Platform, image: CoreImage, base: number): CoreFunctions {
  let Binding = bindings.get(image);
  if (Binding === undefined) {
    class Bound {
      readonly base: number;
      constructor(base: number) {
        this.base = base;
      }
    }
    const methods = Bound.prototype as unknown as Record<string, (this: Bound, ...args: number[]) => number>;
    for (const [name, row] of Object.entries(CORE_FUNCTIONS)) {
      methods[name] = function (...args) {
        const result = row.result === "none" ? "void" : "u32";
        const native: Native = platform.bindFunction(image.entry(row.entry), result, row.args + 1);
        const forms: ((this: Bound, ...args: number[]) => number)[] = [
          function () {
            return native(this.base);
          },
          function (a) {
            return native(this.base, a as number);
          },
          function (a, b) {
            return native(this.base, a as number, b as number);
          },
          function (a, b, c) {
            return native(this.base, a as number, b as number, c as number);
          },
        ];
        const bound = forms[row.args] as (this: Bound, ...args: number[]) => number;
        methods[name] = bound;
        return bound.apply(this, args);
      };
    }
    Binding = Bound as unknown as new (base: number) => CoreFunctions;
    bindings.set(image, Binding);
  }
  return new Binding(base);
}
