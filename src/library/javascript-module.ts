// The module `krait` as Python programs see it: JavaScriptError, what a host function threw, and JavaScriptObject, an opaque reference to a
// JavaScript object that has no Python counterpart. Made on first use, so that a VM that needs neither pays nothing.
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import { EMPTY, type Ref, type Value } from "../heap/value.ts";
import { defineModule } from "../host/module-definition.ts";
import { createBuiltin, provideModules } from "../modules/builtin-modules.ts";
import type { Context } from "../vm/context.ts";
import { def } from "../vm/host-call.ts";
import type { Machine } from "../vm/machine.ts";

const HOST = Layout.PyHostObject;
const VM = Layout.VM;

const SOURCE = `
class JavaScriptError(Exception):
    """What a JavaScript function threw: name and message of the error, and the thrown value itself."""

    def __init__(self, message="", name="Error", error=None):
        super().__init__(message)
        self.name = name
        self.message = message
        self.error = error

    def __str__(self):
        return f"{self.name}: {self.message}" if self.message else self.name
`;

/** Name of the class of a value. Getters and proxies may throw; a name is not worth that. */
function describeObject(v: unknown): string {
  if (v === undefined || v === null) return String(v);
  try {
    const name = (v as { constructor?: { name?: unknown } }).constructor?.name;
    return typeof name === "string" && name !== "" ? name : "object";
  } catch {
    return "object";
  }
}

function describeThrown(thrown: unknown): { name: string; message: string } {
  try {
    if (thrown instanceof Error) return { name: String(thrown.name), message: String(thrown.message) };
    return { name: describeObject(thrown), message: String(thrown) };
  } catch {
    return { name: describeObject(thrown), message: "" };
  }
}

const kraitModule = defineModule("krait", {
  doc: "What Krait adds to Python: the types of JavaScript's errors and objects.",
  types: {
    JavaScriptObject: {
      doc: "A JavaScript object. Python can hold it, compare it and give it back.",
      noConstructor: true,
      subclassable: false,
      methods: {
        __repr__: def("($self, /)", (ctx, self: Ref) =>
          ctx.str(`<JavaScript ${describeObject(ctx.machine.hostObjects[ctx.heap.readU32(self + HOST.host_index)])}>`),
        ),
      },
    },
  },
  pythonSource: SOURCE,
});

/** Lets programs `import krait`. */
export function provideKraitModule(machine: Machine): void {
  provideModules(machine, [kraitModule]);
}

function kraitMember(ctx: Context, name: string): Ref {
  const { machine } = ctx;
  if (machine.moduleNamed("krait") === EMPTY) machine.runSteps(createBuiltin(ctx, "krait"));
  return machine.moduleGlobal("krait", name) as Ref;
}

/** Offset of one of the module's classes; 0 if nothing has needed the module yet. */
export function knownClass(machine: Machine, name: "JavaScriptError" | "JavaScriptObject"): Ref {
  return machine.moduleNamed("krait") === EMPTY ? 0 : (machine.moduleGlobal("krait", name) as Ref);
}

/** An opaque Python object for a JavaScript one, held by the current pool. */
export function javaScriptObject(machine: Machine, v: unknown): Ref {
  const { heap, ctx } = machine;
  const type = kraitMember(ctx, "JavaScriptObject");
  const free = reusableIndexes(machine);
  // 0 is what host objects without a JavaScript side have.
  const index = free.pop() ?? Math.max(1, machine.hostObjects.length);
  const ref = heap.made(heap.core.newContainer(type, heap.readU32(type + Layout.PyType.base_size)));
  machine.hostObjects[index] = v;
  heap.writeU32(ref + HOST.host_index, index);
  return ref;
}

/** The value inside; undefined if `ref` is no JavaScriptObject. */
export function insideOf(machine: Machine, ref: Ref): unknown {
  const type = knownClass(machine, "JavaScriptObject");
  if (type === 0 || machine.heap.typeOf(ref) !== type) return undefined;
  return machine.hostObjects[machine.heap.readU32(ref + HOST.host_index)];
}

const freeIndexes = new WeakMap<Machine, number[]>();

/** Slots of hostObjects whose Python objects have died: the core notes them in a block, which is emptied here. */
function reusableIndexes(machine: Machine): number[] {
  let free = freeIndexes.get(machine);
  if (free === undefined) {
    free = [];
    freeIndexes.set(machine, free);
  }
  const { heap } = machine;
  const count = heap.readU32(VM.host_freed_count);
  const at = heap.readU32(VM.host_freed);
  for (let i = 0; i < count; i++) {
    const index = heap.readU32(at + i * 4);
    if (index === 0) continue;
    machine.hostObjects[index] = undefined;
    free.push(index);
  }
  if (count > 0) heap.writeU32(VM.host_freed_count, 0);
  return free;
}

/** An instance of JavaScriptError for what a host function threw. */
export function javaScriptError(machine: Machine, thrown: unknown): Ref {
  const { ctx } = machine;
  const { name, message } = describeThrown(thrown);
  const cls = kraitMember(ctx, "JavaScriptError");
  return machine.runSteps(
    ctx.call(cls, [ctx.str(message), ctx.str(name), javaScriptObject(machine, { thrown })]),
  ) as Ref;
}

/** What was thrown in JavaScript, in a box; undefined if the exception is no JavaScriptError. */
export function thrownInside(machine: Machine, exception: Ref): { readonly thrown: unknown } | undefined {
  const cls = knownClass(machine, "JavaScriptError");
  if (cls === 0 || !machine.heap.isInstance(exception, cls)) return undefined;
  let error: Value;
  try {
    error = machine.runSteps(machine.ctx.getattr(exception, "error"));
  } catch {
    return undefined;
  }
  return error === CoreConst.NONE_REF
    ? undefined
    : (insideOf(machine, error as Ref) as { thrown: unknown } | undefined);
}
