// Rewrites clang's assembly so that the way on is falling through and exits are direct jumps:
//
//        jo   .LBB0_1                      jo   _EXIT
//        movq %rax, %r14         →         movq %rax, %r14
//        jmp  _CONT                        (the next stencil follows)
//   .LBB0_1:
//        jmp  _EXIT
//
// What COLD_PATH (abi.h) marks moves out: from the marked block to the end everything becomes the function cold_…, of a section of
// its own; stitched behind the trace, it leaves the way on straight.
//
// Works on text, block by block, for both architectures; whatever it doesn't recognise stays as clang wrote it.
import type { Arch } from "../../native/build/toolchain.ts";

interface Block {
  labels: string[];
  lines: string[];
  isCold?: boolean;
}

const WAYS = ["_CONT", "_EXIT", "_TARGET"];

// x86: a condition and its opposite; AArch64's are listed the same way.
const OPPOSITES: Record<Arch, Record<string, string>> = {
  x86_64: pairs("o no|b ae|e ne|be a|s ns|p np|l ge|le g", "j"),
  aarch64: {
    ...pairs("eq ne|hs lo|mi pl|vs vc|hi ls|ge lt|gt le", "b."),
    cbz: "cbnz",
    cbnz: "cbz",
    tbz: "tbnz",
    tbnz: "tbz",
  },
};

function pairs(text: string, prefix: string): Record<string, string> {
  const result: Record<string, string> = {};
  for (const pair of text.split("|")) {
    const [a, b] = pair.split(" ").map((condition) => prefix + condition) as [string, string];
    result[a] = b;
    result[b] = a;
  }
  return result;
}

interface Branch {
  mnemonic: string;
  /** Operands before the destination, with the comma (cbz's register). */
  before: string;
  destination: string;
  isConditional: boolean;
}

function parseBranch(line: string | undefined, arch: Arch): Branch | undefined {
  const match = /^\s*(\S+)\s+(.*,\s*)?([._\w]+)\s*$/.exec(
    (line ?? "").replace(arch === "x86_64" ? /#.*/ : /\/\/.*/, ""),
  );
  if (!match) return undefined;
  const [, mnemonic = "", before = "", destination = ""] = match;
  const isConditional = mnemonic in OPPOSITES[arch];
  if (!isConditional && mnemonic !== (arch === "x86_64" ? "jmp" : "b")) return undefined;
  return { mnemonic, before, destination, isConditional };
}

const print = ({ mnemonic, before, destination }: Branch) => `\t${mnemonic}\t${before}${destination}`;

/** Rewrites every function `stencil_…` of an assembly file. */
export function straighten(assembly: string, arch: Arch): string {
  const output: string[] = [];
  let name = "";
  let body: string[] | undefined;
  let cold: string[] = [];
  for (const line of assembly.split("\n")) {
    if (body === undefined) {
      output.push(line);
      const started = /^stencil_(\w+):/.exec(line);
      if (started) {
        name = started[1] as string;
        body = [];
      } else if (cold.length && /^\s*\.size\s/.test(line)) {
        const symbol = `cold_${name}`;
        output.push(
          `\t.section\t.text.${symbol},"ax",@progbits`,
          `\t.type\t${symbol},@function`,
          `${symbol}:`,
          ...cold,
        );
        cold = [];
      }
    } else if (/^\.Lfunc_end\d+:/.test(line)) {
      const parts = straightenFunction(body, arch);
      output.push(...parts.hot, line);
      cold = parts.cold;
      body = undefined;
    } else body.push(line);
  }
  return output.join("\n");
}

function straightenFunction(lines: readonly string[], arch: Arch): { hot: string[]; cold: string[] } {
  let blocks = splitBlocks(lines, arch);
  const jumpTo = (destination: string): Branch => ({
    ...{ mnemonic: arch === "x86_64" ? "jmp" : "b", before: "", destination },
    isConditional: false,
  });

  // Branches to a block that only jumps on go there directly (but for tbz, see reachFar).
  const forwards = new Map<string, string>();
  for (const { labels, lines } of blocks) {
    const only = lines.length === 1 ? parseBranch(lines[0], arch) : undefined;
    if (only && !only.isConditional && WAYS.includes(only.destination))
      for (const label of labels) forwards.set(label, only.destination);
  }
  for (const block of blocks)
    block.lines = block.lines.flatMap((line) => {
      const branch = parseBranch(line, arch);
      const forward = branch && forwards.get(branch.destination);
      if (!forward) return [line];
      return isBitTest(branch) ? reachFar(branch, forward, arch) : [print({ ...branch, destination: forward })];
    });

  // Blocks that nothing reaches any more.
  const instructions = () => blocks.flatMap((block) => block.lines).join("\n");
  blocks = blocks.filter((block, i) => {
    const before = parseBranch(blocks[i - 1]?.lines.at(-1), arch);
    const isFallenInto = i === 0 || !before || before.isConditional;
    return isFallenInto || block.labels.some((label) => new RegExp(`\\b${label.slice(1)}\\b`).test(instructions()));
  });

  const { hot, cold } = splitCold(blocks, arch);

  // "if (holds) go on; exit" is "if (!holds) exit; go on".
  for (const [i, { lines }] of hot.entries()) {
    const last = parseBranch(lines.at(-1), arch);
    const other = parseBranch(lines.at(-2), arch);
    if (!last || last.isConditional || (last.destination !== "_EXIT" && last.destination !== "_TARGET")) continue;
    if (!other?.isConditional || other.destination !== "_CONT" || i !== hot.length - 1) continue;
    const mnemonic = OPPOSITES[arch][other.mnemonic] as string;
    lines.splice(-2, 2, print({ ...other, mnemonic, destination: last.destination }), print(jumpTo("_CONT")));
  }

  const final = hot.at(-1);
  const last = parseBranch(final?.lines.at(-1), arch);
  if (final && last?.destination === "_CONT" && !last.isConditional) final.lines.pop();
  const text = (part: readonly Block[]) =>
    part.flatMap(({ labels, lines }) => [...labels.map((label) => `${label}:`), ...lines]);
  return { hot: text(hot), cold: text(cold) };
}

/** Takes out the path marked as cold, and what is only on the way to an exit behind the way on. */
function splitCold(blocks: Block[], arch: Arch): { hot: Block[]; cold: Block[] } {
  const first = blocks.findIndex(({ isCold }) => isCold);
  const { hot, cold } = first < 0 ? { hot: blocks, cold: [] } : takeOut(blocks, first, arch);
  const endsIn = (block: Block | undefined) => {
    const last = parseBranch(block?.lines.at(-1), arch);
    return last && !last.isConditional ? last.destination : undefined;
  };
  let end = hot.length;
  while (end > 1 && ["_EXIT", "_TARGET"].includes(endsIn(hot[end - 1]) ?? "")) end--;
  if (endsIn(hot[end - 1]) === "_CONT") cold.push(...hot.splice(end));
  for (const [from, to] of [
    [hot, cold],
    [cold, hot],
  ] as const) {
    const far = new Set(to.flatMap(({ labels }) => labels));
    for (const block of from)
      block.lines = block.lines.flatMap((line) => {
        const branch = parseBranch(line, arch);
        const isTooFar = branch && isBitTest(branch) && far.has(branch.destination);
        return isTooFar ? reachFar(branch, branch.destination, arch) : [line];
      });
  }
  return { hot, cold };
}

/** A test of one bit (AArch64's tbz) reaches only 32 KiB, which is too short for an exit or the other part of a stencil: jump over a jump. */
function reachFar(branch: Branch, destination: string, arch: Arch): string[] {
  const past = `.Lpast${newLabels++}`;
  const mnemonic = OPPOSITES[arch][branch.mnemonic] as string;
  return [print({ ...branch, mnemonic, destination: past }), `\tb\t${destination}`, `${past}:`];
}
const isBitTest = ({ mnemonic }: Branch) => mnemonic.startsWith("tb");

/**
 * The cold path is the block `first` and those behind it, up to one that the rest jumps to. The condition that leads to it or past it
 * is turned so that it jumps to it.
 */
function takeOut(blocks: readonly Block[], first: number, arch: Arch): { hot: Block[]; cold: Block[] } {
  const before = blocks.slice(0, first);
  const targets = new Set(before.flatMap(({ lines }) => lines.map((line) => parseBranch(line, arch)?.destination)));
  let end = first + 1;
  while (end < blocks.length && !blocks[end]?.labels.some((label) => targets.has(label))) end++;
  const cold = blocks.slice(first, end);
  const after = blocks.slice(end);
  const following = after[0]?.labels ?? [];
  const jumpTo = (destination: string) =>
    print({ mnemonic: arch === "x86_64" ? "jmp" : "b", before: "", destination, isConditional: false });

  const out = cold.at(-1) as Block;
  const outLast = parseBranch(out.lines.at(-1), arch);
  if (!outLast || outLast.isConditional) out.lines.push(jumpTo(following[0] ?? "_CONT"));

  const lines = before.at(-1)?.lines ?? [];
  const last = parseBranch(lines.at(-1), arch);
  if (!last)
    throw new Error(`a stencil runs into its cold path:\n${blocks.flatMap((block) => block.lines).join("\n")}`);
  lines.pop();
  if (last.isConditional) {
    const label = `.Lcold${newLabels++}`;
    cold[0]?.labels.push(label);
    lines.push(print({ ...last, mnemonic: OPPOSITES[arch][last.mnemonic] as string, destination: label }));
  }
  if (!following.includes(last.destination)) lines.push(jumpTo(last.destination));
  return { hot: [...before, ...after], cold };
}
let newLabels = 0;

/** Blocks start at labels and end after a jump; clang's comments and alignment go. */
function splitBlocks(lines: readonly string[], arch: Arch): Block[] {
  const blocks: Block[] = [{ labels: [], lines: [] }];
  const current = () => blocks.at(-1) as Block;
  for (const line of lines) {
    const label = /^(\.L\w+):/.exec(line)?.[1];
    if (label !== undefined) {
      if (current().lines.length) blocks.push({ labels: [], lines: [] });
      current().labels.push(label);
      continue;
    }
    if (/^\s*(#|\/\/) cold path/.test(line)) {
      // Instructions of the path may stand before its mark, but no branch.
      const { lines: before } = current();
      const start = before.findLastIndex((earlier) => parseBranch(earlier, arch)) + 1;
      if (start) blocks.push({ labels: [], lines: before.splice(start) });
      current().isCold = true;
    }
    const code = line.replace(arch === "x86_64" ? /#.*/ : /\/\/.*/, "").trimEnd();
    if (code.trim() === "" || /^\s*\.p2align/.test(code)) continue;
    const before = parseBranch(current().lines.at(-1), arch);
    if (before && !before.isConditional) blocks.push({ labels: [], lines: [] });
    current().lines.push(code);
  }
  return blocks;
}
