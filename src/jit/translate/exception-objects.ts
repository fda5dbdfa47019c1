// Exceptions that a trace has not made, as objects: their classes' `__init__` in Python, attributes that they get there, and `__exit__`, which is
// called with them.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Builder } from "../build/builder.ts";
import { newTuple } from "../build/virtual.ts";
import { initOfException, newException, newTraceback, setAttributeOf } from "../build/virtual-exception.ts";
import { exceptionOf } from "../build/virtual-object.ts";
import type { Node } from "../ir.ts";
import type { Recorded } from "../recording.ts";
import { findAttribute } from "./attribute-lookup.ts";
import { type Call, enterFunction, withFirst } from "./calls.ts";
import { enterHook, special } from "./hooks.ts";
import { storable } from "./moves.ts";
import { modeWord } from "./returns.ts";

const EXC = Layout.PyException;
const DROP_A = 1;
const DROP_B = 2;

/** A class of exceptions with an `__init__` in Python: that is entered with an exception which has been given all arguments, as BaseException.__new__ does. */
export function callExceptionClass(b: Builder, r: Recorded, call: Call, cls: number): boolean {
  const init = initOfException(b, cls);
  if (!init || b.isMadeFromStart(r) || !b.guardIs(call.callee, cls)) return false;
  b.depend("type", cls);
  const args = call.args.positional.map((node) => b.real(node));
  const mode = modeWord(CoreConst.RET_INIT, call.mode & 0xff);
  const make = (): Node => newException(b, cls, args) as Node;
  const given = { ...call, args: { ...call.args, positional: args } };
  return enterFunction(b, r, { ...withFirst(given, b.ref(init), b.none), mode }, { make });
}

/** exception.attribute = value. */
export function setOnException(b: Builder, r: Recorded, name: number): boolean {
  const exception = b.look(b.at(r.a), r.va);
  if (exceptionOf(exception) === undefined || b.shapeOf(exception) === 0) return false;
  const { place, value } = storable(b, exception, b.look(b.at(r.b), r.vb));
  const found = findAttribute(b, place, r.va, name, true);
  if (place !== exception || found?.kind !== CoreConst.ATTR_SET_OVERFLOW) return false;
  b.takeSnapshot();
  if (!setAttributeOf(b, exception, found.offset, value, found.newShape)) return false;
  if (r.flags & DROP_B) b.drop(r.b);
  if (r.flags & DROP_A) b.drop(r.a);
  return true;
}

/** super().__init__(*args) in a class that derives from a plain one, and `Exception.__init__(self, *args)`: what the exception has as its `args`. */
export function callExceptionInit(b: Builder, r: Recorded, callee: Node, isBound: boolean): boolean {
  if (!callee.isConst || callee.boxed?.low !== special(b, CoreConst.EXC_BaseException, CoreConst.SPECIAL_init))
    return false;
  const first = b.at(r.b) + (isBound ? 4 : 5);
  const count = r.c - (isBound ? 0 : 1);
  const exception = count < 0 ? undefined : b.look(first);
  if (exception === undefined || exceptionOf(exception) === undefined) return false;
  const slots = Array.from({ length: count }, (_, i) => first + 1 + i);
  const args = slots.map((slot) => b.read(slot));
  b.takeSnapshot();
  const tuple = count === 0 ? b.ref(CoreConst.EMPTY_TUPLE_REF) : newTuple(b, args);
  b.state.setField(exception, EXC.args, tuple);
  for (const slot of [...slots, first]) b.dropSlot(slot);
  b.drop(r.b);
  b.write(r.a, b.none);
  return true;
}

/** `__exit__`, called with what has been raised. */
export function withExit(b: Builder, r: Recorded): boolean {
  const method = b.read(b.at(r.b));
  const self = b.look(b.at(r.b + 4));
  const exception = b.look(b.at(r.c), r.vc);
  const type = exception.pyType || r.vc.type;
  const isFunction = method.isConst && method.pyType === CoreConst.TYPE_FUNCTION;
  if (!isFunction || type === 0 || !b.guardType(exception, type)) return false;
  const self_ = self === b.empty ? [] : [self];
  const args = (traceback: Node): Node[] => [...self_, b.ref(type), exception, traceback];
  const fn = method.boxed?.low as number;
  if (exceptionOf(exception) === undefined) {
    const traceback = b.emit("loadField", "value", exception, null, EXC.traceback);
    b.guardBound(traceback);
    return enterHook(b, r, fn, args(traceback));
  }
  return enterHook(b, r, fn, args(newTraceback(b, exception)));
}
