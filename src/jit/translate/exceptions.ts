// Handlers of exceptions and `with`. What raises is a step (Builder.step), which lands in the handler that the recorder saw, or an exception that is not
// made (raising.ts); what the handler does then is done here. Of a real one vm->handled is written at once, so that exits need not know of it.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Builder } from "../build/builder.ts";
import { HANDLED_SLOT } from "../build/state.ts";
import { exceptionOf } from "../build/virtual-object.ts";
import type { Node } from "../ir.ts";
import { isGeneratorCode, type Recorded } from "../recording.ts";
import type { Translator } from "./index.ts";
import { giveCount } from "./moves.ts";

const { NONE_REF, TYPE_TUPLE, STATIC_END } = CoreConst;
const DROP_B = 2;

function pushExc(b: Builder, r: Recorded): boolean {
  const { heap } = b;
  if (b.handled !== "nothing" && (b.handled !== "unknown" || heap.hint(() => heap.readU32(Layout.VM.handled)) !== 0))
    return false;
  const exception = b.peek(b.at(r.b), r.vb);
  if (exceptionOf(exception) !== undefined) return pushVirtual(b, r, exception);
  if (r.vb.type === 0 || !b.guardType(exception, exception.pyType || r.vb.type)) return false;
  b.guardHandlesNothing();
  b.takeSnapshot();
  if (r.flags & DROP_B) b.drop(r.b);
  giveCount(b, exception);
  b.emit("storeAbs", "none", exception, null, Layout.VM.handled);
  b.handled = exception;
  b.write(r.a, b.none);
  return true;
}

/** What is being handled has not been made: exits write vm->handled. */
function pushVirtual(b: Builder, r: Recorded, exception: Node): boolean {
  if (b.handled !== "nothing") return false;
  b.takeSnapshot();
  b.state.put(HANDLED_SLOT, exception);
  if (r.flags & DROP_B) b.drop(r.b);
  b.handled = exception;
  b.write(r.a, b.none);
  return true;
}
function popVirtual(b: Builder, r: Recorded): boolean {
  b.takeSnapshot();
  b.drop(r.a);
  b.state.clear(HANDLED_SLOT, b.empty);
  b.state.slots.delete(HANDLED_SLOT);
  b.handled = "nothing";
  return true;
}

function popExc(b: Builder, r: Recorded): boolean {
  const saved = b.read(b.at(r.a), r.va);
  if (!saved.isConst && r.va.low !== NONE_REF) return false;
  const { handled } = b;
  if (handled === "nothing") return false;
  // A generator that handles nothing goes back to what its resumer handles.
  if (typeof handled === "string" && isGeneratorCode(b.heap, b.frame.code)) return false;
  if (!b.guardIs(saved, NONE_REF)) return false;
  if (typeof handled !== "string" && exceptionOf(handled) !== undefined) return popVirtual(b, r);
  const old =
    typeof handled === "string" ? b.emit("loadAbs", "value", null, null, Layout.VM.handled) : (handled as Node);
  b.takeSnapshot();
  b.drop(r.a);
  b.emit("storeAbsConst", "none", null, null, Layout.VM.handled, { low: 0, high: 0 });
  b.handled = "nothing";
  old.own++;
  b.state.unsettled.push(old);
  return true;
}

/** The exception classes that a pattern, a constant, names; undefined if it names anything else. */
function classesOf(b: Builder, pattern: Node): number[] | undefined {
  const { heap } = b;
  if (!pattern.isConst || !pattern.isObject) return undefined;
  const ref = pattern.boxed?.low as number;
  const classes: number[] = [];
  if (pattern.pyType === TYPE_TUPLE) {
    for (let i = 0; i < heap.readU32(ref + Layout.PyTuple.length); i++) {
      const item = ref + Layout.PyTuple.items + 8 * i;
      if (heap.readU32(item + 4) !== 0) return undefined;
      classes.push(heap.readU32(item));
    }
  } else classes.push(ref);
  const isClass = (ref: number): boolean =>
    heap.readU32(heap.readU32(ref + 4) + Layout.PyType.kind) === CoreConst.LAYOUT_TYPE &&
    heap.isSubtype(ref, CoreConst.EXC_BaseException);
  return classes.every(isClass) ? classes : undefined;
}

function excMatch(b: Builder, r: Recorded): boolean {
  const exception = b.peek(b.at(r.b), r.vb);
  const classes = classesOf(b, b.read(b.at(r.c), r.vc));
  const type = exception.pyType || r.vb.type;
  if (classes === undefined || type === 0 || !b.guardType(exception, type)) return false;
  for (const cls of classes) if (cls >= STATIC_END) b.depend("type", cls);
  b.takeSnapshot();
  b.dropOperands(r);
  b.write(r.a, b.bool(classes.some((cls) => b.heap.isSubtype(type, cls))));
  return true;
}

const SPECIALS = [
  CoreConst.SPECIAL_enter,
  CoreConst.SPECIAL_exit,
  CoreConst.SPECIAL_aenter,
  CoreConst.SPECIAL_aexit,
] as const;

/** A method of the type, found when the trace is made: the type is watched. */
function loadSpecial(b: Builder, r: Recorded): boolean {
  const { heap } = b;
  const object = b.read(b.at(r.b), r.vb);
  const type = object.pyType || r.vb.type;
  const special = SPECIALS[r.c];
  if (type === 0 || special === undefined) return false;
  const method = heap.readU32(type + Layout.PyType.specials + 4 * special);
  const kind = method === 0 ? 0 : heap.readU32(method + 4);
  if (kind !== CoreConst.TYPE_FUNCTION && kind !== CoreConst.TYPE_METHOD_DESCRIPTOR) return false;
  if (!b.guardType(object, type)) return false;
  if (type >= STATIC_END) b.depend("type", type);
  b.takeSnapshot();
  if (r.flags & DROP_B) b.drop(r.b);
  b.write(r.a, b.ref(method));
  b.write(r.a + 4, object);
  return true;
}

export const EXCEPTIONS: Record<string, Translator> = {
  PUSH_EXC: pushExc,
  POP_EXC: popExc,
  EXC_MATCH: excMatch,
  LOAD_SPECIAL: loadSpecial,
};
