// The stencils as assembly, for people: stencils/generated/<arch>/listing.json. Placements whose text differs only in the names of
// their operands' registers share one template, in which these stand as {a.q} (operand, part of the register); src/jit/emit/stencil-listing.ts
// fills it in.
import type { Arch } from "../../native/build/toolchain.ts";
import { FLOAT_REGISTERS, INTEGER_REGISTERS } from "../../src/jit/emit/register-names.ts";
import type { Uop, UopTable } from "./uop-table.ts";
import { placements } from "./uop-table.ts";

/** Lines of a stencil: on the way on, and out of the way. */
export interface ListedStencil {
  hot: string[];
  cold: string[];
}

/** Takes the stencils' lines out of a straightened assembly file, by symbol. */
export function readListing(assembly: string): Map<string, ListedStencil> {
  const result = new Map<string, ListedStencil>();
  let lines: string[] | undefined;
  for (const line of assembly.split("\n")) {
    const start = /^(stencil|cold)_(\w+):/.exec(line);
    if (start) {
      const [, part, symbol = ""] = start;
      const stencil = result.get(symbol) ?? { hot: [], cold: [] };
      result.set(symbol, stencil);
      lines = part === "cold" ? stencil.cold : stencil.hot;
    } else if (/^\.Lfunc_end|^\s*(\.section|#|\/\/)/.test(line)) lines = undefined;
    else lines?.push(line.trim().replace(/\s+/g, " "));
  }
  return result;
}

function template(uop: Uop, operands: readonly number[], { hot, cold }: ListedStencil, arch: Arch): string {
  const names = new Map<string, string>();
  for (const [i, register] of operands.entries()) {
    const registers = (uop.form[i] === "F" ? FLOAT_REGISTERS : INTEGER_REGISTERS)[arch];
    for (const [part, name] of Object.entries(registers[register] ?? {}))
      if (!names.has(name)) names.set(name, `{${"abc"[i]}.${part}}`);
  }
  const labels = new Map<string, string>();
  const label = (name: string) => {
    const known = labels.get(name) ?? `L${labels.size + 1}`;
    labels.set(name, known);
    return known;
  };
  const line = (text: string) => {
    // The stitcher makes these two of what stands there for a hole (extract.ts).
    const patched = text
      .replace(/^adrp (x\d+), (_HOLE\d.*)/, "movz $1, #:abs_g0_nc:$2")
      .replace(/^add (x\d+), \1, :lo12:(_HOLE\d.*)/, "movk $1, #:abs_g1_nc:$2, lsl #16");
    return patched.replace(/\.L\w+|[a-z]\w*/g, (word) =>
      word.startsWith(".L") ? label(word) : (names.get(word) ?? word),
    );
  };
  return [hot, cold].map((lines) => lines.map(line).join("\n")).join("\f");
}

/** The file: by uop the templates, and which of them each placement uses (none if there is only one). */
export function writeListing(
  arch: Arch,
  { uops, specials }: UopTable,
  listed: ReadonlyMap<string, ListedStencil>,
): string {
  const rows = uops.map((uop) => {
    const templates: string[] = [];
    const uses = placements(uop).map(({ symbol, operands }) => {
      const text = template(uop, operands, listed.get(symbol) as ListedStencil, arch);
      if (!templates.includes(text)) templates.push(text);
      return String.fromCharCode(48 + templates.indexOf(text));
    });
    return [uop.name, templates, templates.length > 1 ? uses.join("") : ""];
  });
  const functions = specials.map(({ name }) => {
    const uop: Uop = { name, form: "Z", file: "", says: "" };
    return [name, [template(uop, [], listed.get(name) as ListedStencil, arch)], ""];
  });
  return `${[...rows, ...functions].map((row, i) => `${i ? "," : "["}${JSON.stringify(row)}`).join("\n")}]\n`;
}
