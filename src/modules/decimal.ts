// The module _decimal: Python's own ints are its coefficients (decimal/*.py); what needs long series or long text is done here over BigInt.
import { bigIntOf, numberOf } from "../heap/numbers.ts";
import type { Ref, Value } from "../heap/value.ts";
import { defineModule } from "../host/module-definition.ts";
import type { Context } from "../vm/context.ts";
import { def } from "../vm/host-call.ts";
import { type Digits, expDigits, lnDigits, log10Digits } from "./decimal/elementary.ts";
import { pythonSource } from "./python-source.ts";

const PARTS = ["signals", "round", "context", "arithmetic", "compare", "power", "text", "format", "number", "methods"];

const poll = (ctx: Context) => () => ctx.machine.poll();

const signed = (ctx: Context, { negative, coefficient, exponent }: Digits): Value =>
  ctx.tuple([ctx.int(negative ? 1 : 0), ctx.int(coefficient), ctx.int(exponent)]);

export const decimalModule = defineModule("_decimal", {
  functions: {
    /** (coefficient, exponent) of exp(±c * 10**e) */
    _exp_digits: def("(sign, c, e, digits, /)", (ctx, sign: Value, c: Value, e: Value, digits: Value) => {
      const { heap } = ctx;
      const isNegative = numberOf(heap, sign) === 1;
      const found = expDigits(isNegative, bigIntOf(heap, c), numberOf(heap, e), numberOf(heap, digits), poll(ctx));
      return ctx.tuple([ctx.int(found.coefficient), ctx.int(found.exponent)]);
    }),
    _ln_digits: def("(c, e, digits, /)", (ctx, c: Value, e: Value, digits: Value) =>
      signed(ctx, lnDigits(bigIntOf(ctx.heap, c), bigIntOf(ctx.heap, e), numberOf(ctx.heap, digits), poll(ctx))),
    ),
    _log10_digits: def("(c, e, digits, /)", (ctx, c: Value, e: Value, digits: Value) =>
      signed(ctx, log10Digits(bigIntOf(ctx.heap, c), bigIntOf(ctx.heap, e), numberOf(ctx.heap, digits), poll(ctx))),
    ),
    /** Without the limit on digits that int and str have. */
    _long_int_text: def("(n, /)", (ctx, n: Value) => ctx.str(bigIntOf(ctx.heap, n).toString())),
    _long_text_int: def("(text, /)", (ctx, text: Value) => ctx.int(BigInt(ctx.heap.text(text as Ref)))),
  },
  get pythonSource() {
    return PARTS.map((part) => pythonSource(`decimal/${part}.py`)).join("\n");
  },
});
