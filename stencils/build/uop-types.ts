// Writes src/jit/generated/stencil-uops.ts: what TypeScript knows of the uops without reading a library.
import type { Patch, Stencil } from "./extract.ts";
import type { Uop, UopTable } from "./uop-table.ts";
import { placements } from "./uop-table.ts";

/** What an operand's hole takes. Both architectures take at least this. */
type HoleKind = "u8" | "u32" | "i32" | "u31" | "word";

/** From x86's relocations: AArch64 builds 32-bit operands of either sign. */
function holeKind(name: string, patches: ReadonlySet<Patch>): HoleKind {
  const has = (...wanted: Patch[]) => [...patches].every((patch) => wanted.includes(patch));
  if (has("abs8")) return "u8";
  if (has("abs64")) return "word";
  if (has("abs32")) return "u32";
  if (has("abs32s")) return "i32";
  if (has("abs32", "abs32s")) return "u31";
  throw new Error(`${name} has a hole that is filled in different ways: ${[...patches].join(", ")}`);
}

function writeRow(uop: Uop, id: number, bySymbol: ReadonlyMap<string, Stencil>): string {
  // All placements: that of a guard on one register twice may have lost its exit.
  const holes = placements(uop).flatMap(({ symbol }) => {
    const { holes, cold } = bySymbol.get(symbol) as Stencil;
    return [...holes, ...(cold?.holes ?? [])];
  });
  const kinds: HoleKind[] = [];
  for (let n = 0; n < 4; n++) {
    const patches = new Set(holes.filter(({ role }) => role === `_HOLE${n}`).map(({ patch }) => patch));
    if (patches.size === 0) break;
    kinds.push(holeKind(uop.name, patches));
    if (!uop.says.includes(`hole ${n}`))
      throw new Error(`the comment of uop ${uop.name} doesn't say what hole ${n} is`);
  }
  if (holes.some(({ role }) => role === `_HOLE${kinds.length + 1}`))
    throw new Error(`uop ${uop.name} leaves out a hole`);
  const has = (role: string) => holes.some((hole) => hole.role === role);
  const fields = [
    `id: ${id}`,
    `form: "${uop.form}"`,
    `holes: [${kinds.map((kind) => `"${kind}"`).join(", ")}]`,
    `exits: ${has("_EXIT")}`,
    `jumps: ${has("_TARGET")}`,
    `calls: ${has("_CALL")}`,
  ];
  return `  /** ${uop.says} */\n  ${uop.name}: { ${fields.join(", ")} },`;
}

/** Forms, holes and ways out of every uop; `bySymbol` holds x86_64's stencils. */
export function writeUopTypes({ uops, specials }: UopTable, bySymbol: ReadonlyMap<string, Stencil>): string {
  const lines = [
    "// Written by stencils/build/build.mjs from stencils/uops: do not edit.",
    "",
    "/**",
    " * Every uop that has stencils. Holes: u8 (a shift count), u32, i32, u31 (0 to 2^31 - 1), word (any 64 bits). It exits (Ways.exit),",
    " * jumps (Ways.target: raised, or elsewhere), calls (Ways.call: the address of the function to call).",
    " */",
    "export const STENCIL_UOPS = {",
    ...uops.map((uop, id) => writeRow(uop, id, bySymbol)),
    "} as const;",
    "",
    "export type UopName = keyof typeof STENCIL_UOPS;",
    "",
    "/** Numbers of the uops; their names by number. */",
    "export const Uop = {",
    ...uops.map(({ name }, id) => `  ${name}: ${id},`),
    '} as const satisfies { [N in UopName]: (typeof STENCIL_UOPS)[N]["id"] };',
    "export type UopId = (typeof Uop)[UopName];",
    "export const UOP_NAMES = Object.keys(Uop) as UopName[];",
    "",
    "export type StencilSpecial =",
    ...specials.map(({ name }, i) => `  | "${name}"${i === specials.length - 1 ? ";" : ""}`),
  ];
  return `${lines.join("\n")}\n`;
}
