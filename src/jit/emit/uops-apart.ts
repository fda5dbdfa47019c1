// The forms of uops that have a destination of their own, by the names of those that overwrite their first operand. Only data: in dist/ it is written
// out (scripts/fold-constants.mjs).
import { Uop, type UopId } from "../generated/stencil-uops.ts";

export const UOPS_APART: Readonly<Record<string, UopId>> = Object.fromEntries(
  Object.entries(Uop).flatMap(([name, id]) => (name.endsWith("_to") ? [[name.slice(0, -3), id]] : [])),
);
