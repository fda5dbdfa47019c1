// Traces as text: what was recorded, the nodes, where they went, the code and its ways out.
import { Layout } from "../heap/generated/layout.ts";
import type { Heap } from "../heap/heap.ts";
import type { Assembled } from "../jit/emit/assemble.ts";
import type { Item, Late } from "../jit/emit/placed.ts";
import { StencilListing } from "../jit/emit/stencil-listing.ts";
import { STENCIL_UOPS, UOP_NAMES, type UopName } from "../jit/generated/stencil-uops.ts";
import type { EntryPlace, Node, Snapshot, TraceIr, Word } from "../jit/ir.ts";
import type { JitEvent } from "../jit/options.ts";
import type { Recorded } from "../jit/recording.ts";

type Stage = "trace" | "ir" | "passes" | "regs" | "asm" | "exits";

/** One line on a trace or a failed recording. */
export function describeEvent(heap: Heap, event: JitEvent): string {
  const { trace, records, milliseconds } = event;
  const first = records[0];
  const where = first === undefined ? "?" : place(heap, first.code, event.pc);
  const from = event.parent === 0 ? "" : ` from ${event.parent}`;
  const time = `${milliseconds.toFixed(2)} ms`;
  if (trace === undefined)
    return `[jit] abort ${event.kind}${from} at ${where}: ${event.detail ?? event.aborted} (${records.length} instructions, ${time})\n`;
  const { ir, assembled } = event;
  const steps = ir?.code.slice(Math.max(0, ir.loopStart)).filter((node) => node.op === "step") ?? [];
  const names = [...new Set(steps.map((node) => records.find((r) => r.pc === node.step?.pc)?.op ?? "?"))];
  const stepped = steps.length === 0 ? "none stepped" : `${steps.length} stepped (${names.join(", ")})`;
  const shape =
    ir !== undefined && ir.loopStart >= 0
      ? `${ir.loopStart}+${ir.code.length - ir.loopStart} nodes`
      : `${ir?.code.length} nodes`;
  const counts = ir?.code.slice(Math.max(0, ir.loopStart)).filter((node) => node.op.includes("cref")).length ?? 0;
  return `[jit] trace ${trace.id} ${event.kind}${from} at ${where}: ${records.length} instructions, ${shape}, ${stepped}, ${counts} counts, ${assembled?.hotBytes}+${(assembled?.code.length ?? 0) - (assembled?.hotBytes ?? 0)} bytes${event.joinFailure ? `, not joined: ${event.joinFailure}` : ""}, ${time}\n`;
}

export function dumpTrace(heap: Heap, event: JitEvent, stages: ReadonlySet<Stage>): string {
  const lines: string[] = [describeEvent(heap, event)];
  if (stages.has("trace")) lines.push(...event.records.map((r) => `  ${recordText(r)}\n`));
  const { ir, placed, assembled } = event;
  if (stages.has("ir") && ir !== undefined) {
    const used = ir.entry.filter(({ node }) => node.lastUse >= 0);
    if (used.length > 0) lines.push(`  entry: ${used.map(placeText).join(", ")}\n`);
    for (const [i, node] of ir.code.entries()) {
      if (i === ir.loopStart)
        lines.push(`loop: ${ir.phis.map((p) => `${name(p)} = ${name(p.a)} | ${name(p.back)}`).join(", ")}\n`);
      lines.push(`  ${nodeText(node)}\n`);
    }
    if (ir.end !== null) lines.push(`  end ${snapshotText(ir.end)}\n`);
    if (ir.join !== null)
      lines.push(
        `  join: ${ir.join.moves.map(({ from, reg, spill }) => placeText({ node: from, reg, spill })).join(", ")}\n`,
      );
  }
  if (stages.has("passes") && ir !== undefined) lines.push(...passesText(event, ir));
  if (stages.has("regs") && placed !== undefined) {
    for (const [i, item] of placed.items.entries()) {
      if (i === placed.loopAt) lines.push("loop:\n");
      lines.push(`  ${itemText(item)}\n`);
    }
  }
  if (stages.has("asm") && assembled !== undefined) lines.push(...assembly(assembled));
  if (stages.has("exits") && placed !== undefined)
    for (const { snapshot, regs } of placed.exits) {
      const held = regs.flatMap((node, r) => (node === null ? [] : [`${name(node)}:${registerName(r)}`]));
      lines.push(`  exit ${snapshotText(snapshot)} regs ${held.join(" ")}\n`);
    }
  return lines.join("");
}

/** What each pass has made of the trace: the attempts at building it, what was taken out as dead, and where values lie that found no register. */
function passesText({ retries = [], built, placed }: JitEvent, ir: TraceIr): string[] {
  const lines = retries.map((reason, i) => `  building, attempt ${i + 1}: ${reason}\n`);
  if (built !== undefined) {
    const kept = new Set(ir.code);
    const dead = built.code.filter((node) => !kept.has(node));
    lines.push(`  building: ${sizeText(built)}, ${built.phis.length} phis\n`);
    lines.push(`  dead nodes: ${dead.length} taken out, ${sizeText(ir)}, ${ir.phis.length} phis\n`);
    lines.push(...dead.map((node) => `    ${nodeText(node)}\n`));
  }
  if (placed !== undefined) {
    const spilled = ir.code.filter((node) => node.spill >= 0);
    lines.push(`  registers: ${placed.items.length} uops, ${spilled.length} values spilled\n`);
    lines.push(...spilled.map((node) => `    ${placeText({ node, reg: -1, spill: node.spill })}\n`));
  }
  return lines;
}
function sizeText({ code, loopStart }: TraceIr): string {
  return loopStart < 0 ? `${code.length} nodes` : `${loopStart}+${code.length - loopStart} nodes`;
}

/** The hot code: each uop, then its instructions with registers and holes filled in. */
function assembly({ arch, offset, code, listing }: Assembled): string[] {
  const listed = new StencilListing(arch);
  const lines = [`  code at offset 0x${offset.toString(16)}, ${code.length} bytes, exit stubs included\n`];
  for (const { item, at, operands } of listing) {
    const name = UOP_NAMES[item.uop] as UopName;
    const { form } = STENCIL_UOPS[name];
    const count = form === "Z" || form === "C" ? 0 : form.length;
    const { hot } = listed.list(name, {
      registers: [item.a, item.b, item.c].slice(0, count),
      operands,
      ...(item.exit >= 0 && { exit: `exit_${item.exit}` }),
      ...(item.target !== null && { target: item.target.kind === "symbol" ? item.target.name : item.target.kind }),
      ...(item.call !== "" && { call: item.call }),
    });
    lines.push(`${at.toString(16).padStart(8)}  ${itemText(item)}\n`, ...hot.map((line) => `              ${line}\n`));
  }
  return lines;
}

function place(heap: Heap, code: number, pc: number): string {
  const C = Layout.PyCode;
  const file = heap.text(heap.readU32(code + C.filename));
  const word = (pc - heap.readU32(code + C.bytecode)) / 8;
  return `${file.slice(file.lastIndexOf("/") + 1)}:${heap.text(heap.readU32(code + C.qualname))}+${word}`;
}
function recordText(r: Recorded): string {
  return `${String(r.delta).padStart(4)} ${r.op} ${r.a} ${r.b} ${r.c} flags ${r.flags}`;
}
function name(node: Node | null): string {
  if (node === null) return "-";
  if (node.isConst)
    return node.type === "int" || node.type === "float"
      ? String(node.number)
      : `0x${(node.boxed as Word).high.toString(16)}:${(node.boxed as Word).low.toString(16)}`;
  return `${node.op === "phi" ? "p" : node.virtual === null ? "v" : "o"}${node.id}`;
}
function operandText(n: number | Word): string {
  return typeof n === "number" ? String(n) : `${n.high.toString(16)}:${n.low.toString(16)}`;
}
function nodeText(node: Node): string {
  const args = [node.a, node.b, node.c].filter((x) => x !== null).map(name);
  const result = node.type === "none" ? "" : `${name(node)}:${node.type} = `;
  const exit = node.exit === null ? "" : `  → ${node.exit.index}`;
  const step = node.step === null ? "" : ` pc ${node.step.pc} lands ${node.step.landingPc}@${node.step.landingDelta}`;
  return `${result}${node.op} ${[...args, ...[node.imm, node.imm2].filter((n) => n !== 0).map(operandText)].join(" ")}${step}${exit}`;
}
function snapshotText(s: Snapshot): string {
  const slots = s.slots.map(({ slot, node }) => `${slot}=${name(node)}`).join(" ");
  const fields = s.fields.map(({ object, offset, node }) => `${name(object)}.${offset}=${name(node)}`).join(" ");
  const virtuals = s.virtuals
    .map((v) => `${name(v.node)}×${v.count}(${v.fields.map((f) => `${f.offset}=${name(f.node)}`).join(" ")})`)
    .join(" ");
  return `${s.index} pc ${s.pc} delta ${s.delta} depth ${s.depth} {${slots}} ${fields} ${virtuals} owed ${s.owed.map(({ node }) => name(node)).join(" ")}`;
}
function placeText({ node, reg, spill }: EntryPlace): string {
  return `${name(node)}:${node.type}${reg < 0 ? "" : ` ${registerName(reg)}`}${spill < 0 ? "" : ` [spill ${spill}]`}`;
}
function registerName(r: number): string {
  return r < 8 ? `r${r}` : `f${r - 8}`;
}
function lateText(n: Late): string {
  if (typeof n === "number") return String(n);
  if ("low" in n) return operandText(n);
  if ("stepNumber" in n) return `step ${n.stepNumber}`;
  return "spillOf" in n ? `[spill ${n.spillOf.spill}]` : `landing ${n.landing}`;
}
function itemText(item: Item): string {
  const target =
    item.target === null ? "" : ` → ${item.target.kind === "symbol" ? item.target.name : item.target.kind}`;
  return `${UOP_NAMES[item.uop]} ${item.a} ${item.b} ${item.c} ${item.operands.map(lateText).join(" ")}${target}${item.exit < 0 ? "" : ` exit ${item.exit}`}`;
}
