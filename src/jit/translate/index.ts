// One function an opcode: emits what the instruction does, given what was seen. False: it can't, and has changed nothing; then the interpreter
// runs the instruction (Builder.step).
import type { Builder } from "../build/builder.ts";
import type { Recorded } from "../recording.ts";
import { ARITHMETIC } from "./arithmetic.ts";
import { ATTRIBUTES } from "./attributes.ts";
import { BUILDING } from "./building.ts";
import { CALLS } from "./calls.ts";
import { CLASSES } from "./classes.ts";
import { COMPARISON } from "./comparison.ts";
import { EXCEPTIONS } from "./exceptions.ts";
import { GENERATORS } from "./generators.ts";
import { ITEMS } from "./items.ts";
import { ITERATION } from "./iteration.ts";
import { MEMBERSHIP } from "./membership.ts";
import { MOVES } from "./moves.ts";
import { NAMES } from "./names.ts";
import { RETURNS } from "./returns.ts";
import { UNPACKED_CALLS } from "./unpacked-calls.ts";

export type Translator = (b: Builder, r: Recorded) => boolean;

/** By generic opcode. */
export const TRANSLATORS: Readonly<Record<string, Translator>> = {
  ...MOVES,
  ...NAMES,
  ...ARITHMETIC,
  ...COMPARISON,
  ...ATTRIBUTES,
  ...ITEMS,
  ...ITERATION,
  ...CALLS,
  ...CLASSES,
  ...GENERATORS,
  ...EXCEPTIONS,
  ...RETURNS,
  ...BUILDING,
  ...MEMBERSHIP,
  ...UNPACKED_CALLS,
};
