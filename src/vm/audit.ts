// The debug core's count audit, read out for people: every count recomputed from the roots and compared, and what is left at exit.
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import type { Ref } from "../heap/value.ts";
import type { Machine } from "./machine.ts";

const LINE_WORDS = 5;
const LINES_MOST = 64;
const KIND = { count: 1, dead: 2, block: 3 } as const;

/** Compares all reference counts with what is really held. `held`: references of TypeScript beyond the machine's own. Undefined: all right. */
export function auditCounts(machine: Machine, held: readonly Ref[] = []): string | undefined {
  const { heap, platform, image, memory } = machine;
  const handles = [...machine.heldReferences(), ...held];
  const block = heap.core.block(Math.max(16, handles.length * 4));
  handles.forEach((ref, i) => heap.writeU32(block + i * 4, ref));
  const wrong = platform.bindFunction(image.entry("core_audit"), "u32", 3)(memory.base, block, handles.length);
  const lines =
    wrong === 0 ? [] : readReport(machine, Math.min(wrong, LINES_MOST)).map((line) => describe(machine, line));
  heap.core.blockFree(block);
  if (wrong === 0) return undefined;
  return `${wrong} reference counts or blocks are wrong:\n${lines.join("\n")}`;
}

/** What the program left behind, by type, after everything it could reach was dropped. Undefined: nothing. */
export function findLeaks(machine: Machine): string | undefined {
  const { platform, image, memory } = machine;
  const total = platform.bindFunction(image.entry("core_leaks"), "u32", 1)(memory.base);
  if (total === 0) return undefined;
  const rows = readReport(machine, LINES_MOST).filter(({ have }) => have > 0);
  return `${total} objects are left:\n${rows.map((row) => `  ${row.have} ${typeName(machine, row.type)} (one at ${row.object})`).join("\n")}`;
}

interface Line {
  readonly kind: number;
  readonly object: Ref;
  readonly type: Ref;
  readonly have: number;
  readonly want: number;
}

function readReport(machine: Machine, count: number): Line[] {
  const { heap } = machine;
  const at = heap.readU32(Layout.VM.audit_report);
  if (at === 0) return [];
  return Array.from({ length: count }, (_, i) => {
    const word = (k: number): number => heap.readU32(at + (i * LINE_WORDS + k) * 4);
    return { kind: word(0), object: word(1), type: word(2), have: word(3), want: word(4) };
  });
}

function describe(machine: Machine, { kind, object, type, have, want }: Line): string {
  switch (kind) {
    case KIND.count:
      return `  object ${object} (${what(machine, object, type)}): count ${have}, references ${want}`;
    case KIND.dead:
      return `  a reference to the free block ${object}, held by ${type}`;
    case KIND.block:
      return `  block ${object} has ${have} owners`;
    default:
      return `  line of kind ${kind}`;
  }
}

function typeName(machine: Machine, type: Ref): string {
  const { heap } = machine;
  return type === 0 ? "?" : heap.text(heap.readU32(type + Layout.PyType.name));
}

function what(machine: Machine, object: Ref, type: Ref): string {
  const { heap } = machine;
  const name = typeName(machine, type);
  switch (heap.kindOf(object)) {
    case CoreConst.LAYOUT_STR:
      return `${name} ${JSON.stringify(heap.text(object).slice(0, 40))}`;
    case CoreConst.LAYOUT_FUNCTION:
      return `${name} ${heap.text(heap.readU32(object + Layout.PyFunction.qualname))}`;
    case CoreConst.LAYOUT_CODE:
      return `${name} ${heap.text(heap.readU32(object + Layout.PyCode.qualname))}`;
    case CoreConst.LAYOUT_TYPE:
      return `${name} ${heap.text(heap.readU32(object + Layout.PyType.name))}`;
    default:
      return name;
  }
}
