// `_krait`: what the prelude and the standard library's replacements ask of TypeScript. Programs have no business here.

import { PRIVATE_MODULE } from "../bytecode/code.ts";
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import { numberOf } from "../heap/numbers.ts";
import { typeError } from "../heap/py-error.ts";
import type { Ref, Value } from "../heap/value.ts";
import { EMPTY, float } from "../heap/value.ts";
import { readCode } from "../vm/code-reader.ts";
import { def, type Steps } from "../vm/host-call.ts";
import { objectFunctions } from "./builtins/objects.ts";
import { finishClass } from "./classes/build-class.ts";
import { winningMetaclass } from "./classes/mro.ts";
import { realNumber } from "./format/percent.ts";
import { numberReturned } from "./hooks.ts";
import { defineModule } from "./module-definition.ts";
import { enterRepr, leaveRepr } from "./repr-guard.ts";

const { NONE_REF: NONE } = CoreConst;

export const privateModule = defineModule(PRIVATE_MODULE, {
  functions: {
    write_stream: def("(fd, text, /)", (ctx, fd: Value, text: Ref) => {
      ctx.machine.services.write(numberOf(ctx.heap, fd), ctx.heap.text(text));
      return NONE;
    }),
    read_line: def("()", (ctx) => ctx.str(ctx.machine.services.readLine())),
    enter_repr: def("(object, /)", (ctx, v: Ref) => ctx.bool(enterRepr(ctx, v))),
    leave_repr: def("(object, /)", (ctx, v: Ref) => {
      leaveRepr(ctx, v);
      return NONE;
    }),
    /** Sets the flag that hides a function from tracebacks (it is part of the interpreter, written in Python). */
    hide: def("(function, /)", (ctx, fn: Ref) => {
      const code = ctx.heap.readU32(fn + Layout.PyFunction.code);
      const at = code + Layout.PyCode.flags;
      ctx.heap.writeU32(at, ctx.heap.readU32(at) | CoreConst.CODE_HIDDEN);
      return fn;
    }),
    /** (names of all locals, their values or None where unbound is skipped): pairs of a frame that has finished or runs. */
    code_local_names: def("(code, /)", (ctx, code: Ref) =>
      ctx.tuple(readCode(ctx.heap, code).localNames.map((name) => ctx.heap.intern(name))),
    ),
    /** The class of the module builtins' name as the core keeps it, whatever a program assigned. */
    core_module: def("(name, /)", (ctx, name: Ref) => {
      const modules = ctx.heap.readU32(Layout.VM.core_modules);
      const found = modules === 0 ? EMPTY : ctx.heap.peekName(modules, ctx.heap.text(name));
      return found === EMPTY ? NONE : ctx.heap.hold(found);
    }),
    /** Of the prelude's build_class. */
    finish_class: def(
      "(body, name, bases, namespace, cell, /)",
      function* (ctx, body: Ref, name: Ref, bases: Ref, namespace: Value, cell: Value): Steps<Value> {
        const meta = winningMetaclass(ctx, CoreConst.TYPE_TYPE, ctx.heap.tupleItems(bases));
        return yield* finishClass(ctx, { body, name, bases, namespace, cell, meta, keywords: new Map() });
      },
    ),
    /** The prelude's instance_check and subclass_check ask these last. */
    isinstance_by_hooks: objectFunctions.isinstance,
    issubclass_by_hooks: objectFunctions.issubclass,
    /** Of the prelude's super_claim. */
    bind_super: def("(self, type, object, claimed, /)", (ctx, self: Ref, type: Ref, object: Value, claimed: Value) => {
      const { heap } = ctx;
      const isClass = heap.isInstance(object, CoreConst.TYPE_TYPE);
      if (!heap.isInstance(claimed, CoreConst.TYPE_TYPE) || !heap.isSubtype(claimed as Ref, type))
        throw typeError(
          `super(type, obj): obj (${isClass ? "type" : "instance of"} ${isClass ? ctx.nameOfType(object as Ref) : ctx.typeName(object)}) is not an instance or subtype of type (${ctx.nameOfType(type)}).`,
        );
      heap.setRef(self + Layout.PySuper.type, type);
      heap.setRef(self + Layout.PySuper.object_type, claimed as Ref);
      heap.setValue(self + Layout.PySuper.object, object);
      return NONE;
    }),
    /** An int through __index__, of what is none: to_index asks here. */
    ask_index: def("(object, /)", function* (ctx, v: Value): Steps<Value> {
      return yield* ctx.index(v);
    }),
    index_returned: def("(result, /)", function* (ctx, result: Value): Steps<Value> {
      return yield* ctx.indexReturned(result);
    }),
    number_returned: def(
      "(object, result, exact, /)",
      function* (ctx, x: Value, result: Value, exact: Ref): Steps<Value> {
        return yield* numberReturned(ctx, x, result, exact);
      },
    ),
    /** A float through __float__ or __index__. */
    to_float: def("(object, /)", function* (ctx, v: Value): Steps<Value> {
      return float(yield* realNumber(ctx, v, "must be real number, not "));
    }),
    /** A class attribute along the MRO, unbound; MISSING if there is none. */
    type_attribute: def("(type, name, /)", (ctx, type: Ref, name: Ref) => {
      const found = ctx.heap.peekTypeAttribute(type, ctx.heap.text(name));
      return found === EMPTY ? ctx.machine.preludeFunction("MISSING") : ctx.heap.hold(found);
    }),
    /** Makes classes look as if they were written in C: their attributes can't be set, messages name them with their module. */
    seal_types: def("(*types)", (ctx, types: Ref[]) => {
      const { heap } = ctx;
      for (const type of types) {
        const at = type + Layout.PyType.flags;
        heap.writeU32(at, heap.readU32(at) | CoreConst.TYPE_IMMUTABLE | CoreConst.TYPE_DOTTED_NAME);
        const module = heap.peekTypeAttribute(type, "__module__");
        if (module !== EMPTY) heap.setRef(type + Layout.PyType.module, module as Ref);
        heap.core.typeModified(type);
      }
      return NONE;
    }),
    format_exception: def("(exception, /)", function* (ctx, exception: Ref) {
      return ctx.str(yield* ctx.machine.formatException(ctx, exception));
    }),
  },
  constants: {
    WeakReference: () => CoreConst.TYPE_WEAKREF,
    Coroutine: () => CoreConst.TYPE_COROUTINE,
    GenericAlias: () => CoreConst.TYPE_GENERIC_ALIAS,
    traceback: () => CoreConst.TYPE_TRACEBACK,
    MappingProxy: () => CoreConst.TYPE_MAPPINGPROXY,
    Function: () => CoreConst.TYPE_FUNCTION,
    Code: () => CoreConst.TYPE_CODE,
    Cell: () => CoreConst.TYPE_CELL,
    Module: () => CoreConst.TYPE_MODULE,
  },
});
