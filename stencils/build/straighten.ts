// Rewrites clang's assembly so that the way on is falling through and exits are direct jumps:
//
//        jo   .LBB0_1                      jo   _EXIT
//        movq %rax, %r14         →         movq %rax, %r14
//        jmp  _CONT                        (the next stencil follows)
//   .LBB0_1:
//        jmp  _EXIT
//
// Works on text, block by block, for both architectures; whatever it doesn't recognise stays as clang wrote it.
import type { Arch } from "../../native/build/toolchain.ts";

interface Block {
  labels: string[];
  lines: string[];
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
  let body: string[] | undefined;
  for (const line of assembly.split("\n")) {
    if (body === undefined) {
      output.push(line);
      if (/^stencil_\w+:/.test(line)) body = [];
    } else if (/^\.Lfunc_end\d+:/.test(line)) {
      output.push(...straightenFunction(body, arch), line);
      body = undefined;
    } else body.push(line);
  }
  return output.join("\n");
}

function straightenFunction(lines: readonly string[], arch: Arch): string[] {
  let blocks = splitBlocks(lines, arch);
  const jumpTo = (destination: string): Branch => ({
    ...{ mnemonic: arch === "x86_64" ? "jmp" : "b", before: "", destination },
    isConditional: false,
  });

  // Branches to a block that only jumps on go there directly (but for tbz, whose reach of 32 KiB is too short for an exit).
  const forwards = new Map<string, string>();
  for (const { labels, lines } of blocks) {
    const only = lines.length === 1 ? parseBranch(lines[0], arch) : undefined;
    if (only && !only.isConditional && WAYS.includes(only.destination))
      for (const label of labels) forwards.set(label, only.destination);
  }
  for (const block of blocks)
    block.lines = block.lines.map((line) => {
      const branch = parseBranch(line, arch);
      const forward = branch && !branch.mnemonic.startsWith("tb") ? forwards.get(branch.destination) : undefined;
      return branch && forward ? print({ ...branch, destination: forward }) : line;
    });

  // Blocks that nothing reaches any more.
  const text = () => blocks.flatMap((block) => block.lines).join("\n");
  blocks = blocks.filter((block, i) => {
    const before = parseBranch(blocks[i - 1]?.lines.at(-1), arch);
    const isFallenInto = i === 0 || !before || before.isConditional;
    return isFallenInto || block.labels.some((label) => new RegExp(`\\b${label.slice(1)}\\b`).test(text()));
  });

  // "if (holds) go on; exit" is "if (!holds) exit; go on".
  for (const [i, { lines }] of blocks.entries()) {
    const last = parseBranch(lines.at(-1), arch);
    const other = parseBranch(lines.at(-2), arch);
    if (last?.destination !== "_EXIT" || last.isConditional) continue;
    if (!other?.isConditional || other.destination !== "_CONT" || i !== blocks.length - 1) continue;
    const mnemonic = OPPOSITES[arch][other.mnemonic] as string;
    lines.splice(-2, 2, print({ ...other, mnemonic, destination: "_EXIT" }), print(jumpTo("_CONT")));
  }

  const final = blocks.at(-1);
  const last = parseBranch(final?.lines.at(-1), arch);
  if (final && last?.destination === "_CONT" && !last.isConditional) final.lines.pop();
  return blocks.flatMap(({ labels, lines }) => [...labels.map((label) => `${label}:`), ...lines]);
}

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
    const code = line.replace(arch === "x86_64" ? /#.*/ : /\/\/.*/, "").trimEnd();
    if (code.trim() === "" || /^\s*\.p2align/.test(code)) continue;
    const before = parseBranch(current().lines.at(-1), arch);
    if (before && !before.isConditional) blocks.push({ labels: [], lines: [] });
    current().lines.push(code);
  }
  return blocks;
}
