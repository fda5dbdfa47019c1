// Methods of the exception classes. Their fields are member descriptors of the core (exceptions.c); here is how they are filled from the
// constructor's arguments and shown.

import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import { isInt, numberOf } from "../../heap/numbers.ts";
import { typeError, valueError } from "../../heap/py-error.ts";
import type { Ref, Value } from "../../heap/value.ts";
import { EMPTY, isRef } from "../../heap/value.ts";
import { checkHeadroom } from "../../util/headroom.ts";
import type { Context } from "../../vm/context.ts";
import { classMethod, def, type Steps } from "../../vm/host-call.ts";
import type { TypeTable } from "../type-table.ts";

const EXC = Layout.PyException;
const NONE = CoreConst.NONE_REF;

export function exceptionArgs(ctx: Context, self: Ref): Value[] {
  const args = ctx.heap.peekValue(self + EXC.args);
  return args === EMPTY ? [] : ctx.heap.tupleItems(args as Ref);
}
function field(ctx: Context, self: Ref, i: number): Value {
  const v = ctx.heap.peekValue(self + EXC.fields + i * 8);
  return v === EMPTY ? NONE : ctx.heap.hold(v);
}
function setField(ctx: Context, self: Ref, i: number, v: Value): void {
  ctx.heap.setValue(self + EXC.fields + i * 8, v);
}

function* plainStr(ctx: Context, self: Ref): Steps<Value> {
  const args = exceptionArgs(ctx, self);
  if (args.length === 0) return ctx.str("");
  if (args.length === 1) return yield* ctx.strValue(args[0] as Value);
  return yield* ctx.strValue(ctx.heap.peekValue(self + EXC.args));
}

function shortTypeName(ctx: Context, self: Ref): string {
  return ctx.typeName(self).split(".").pop() as string;
}

const initOf = (names: (ctx: Context, self: Ref, args: Value[], keywords: Map<string, Value>) => void | Steps<void>) =>
  def(
    "($self, /, *args, **kwargs)",
    function* (ctx: Context, self: Ref, args: Value[], keywords: Map<string, Value>): Steps<Value> {
      ctx.heap.setValue(self + EXC.args, ctx.tuple(args));
      const steps = names(ctx, self, args, keywords);
      if (steps) yield* steps;
      return NONE;
    },
  );

function noKeywords(ctx: Context, self: Ref, keywords: Map<string, Value>): void {
  if (keywords.size > 0) throw typeError(`${ctx.typeName(self)}() takes no keyword arguments`);
}
function onlyKeywords(keywords: Map<string, Value>, name: string, ...allowed: string[]): void {
  for (const key of keywords.keys()) {
    if (!allowed.includes(key)) throw typeError(`${name}() got an unexpected keyword argument '${key}'`);
  }
}

const baseException: TypeTable = {
  type: CoreConst.EXC_BaseException,
  methods: {
    __init__: initOf((ctx, self, _args, keywords) => noKeywords(ctx, self, keywords)),
    __repr__: def("($self, /)", function* (ctx, self: Ref): Steps<Value> {
      const args = exceptionArgs(ctx, self);
      const parts: string[] = [];
      for (const arg of args) parts.push(yield* ctx.repr(arg));
      return ctx.str(`${shortTypeName(ctx, self)}(${parts.join(", ")})`);
    }),
    __str__: def("($self, /)", plainStr),
    with_traceback: def("($self, object, /)", (ctx, self: Ref, tb: Value) => {
      if (tb !== NONE && ctx.heap.typeOf(tb) !== CoreConst.TYPE_TRACEBACK)
        throw typeError("__traceback__ must be a traceback or None");
      ctx.heap.setValue(self + EXC.traceback, tb === NONE ? EMPTY : tb);
      return self;
    }),
    add_note: def("($self, object, /)", function* (ctx, self: Ref, note: Value): Steps<Value> {
      if (!ctx.heap.isStr(note)) throw typeError(`add_note() argument must be str, not ${ctx.typeName(note)}`);
      let notes = yield* ctx.findattr(self, "__notes__");
      if (notes === undefined) {
        notes = ctx.list([]);
        yield* ctx.setattr(self, "__notes__", notes);
      }
      if (!ctx.heap.isList(notes)) throw typeError("Cannot add note: __notes__ is not a list");
      ctx.heap.listAppend(notes, note);
      return NONE;
    }),
    __reduce__: def("($self, /)", function* (ctx, self: Ref): Steps<Value> {
      return reduced(ctx, self, exceptionArgs(ctx, self), yield* ownState(ctx, self));
    }),
    __setstate__: def("($self, state, /)", function* (ctx, self: Ref, state: Value): Steps<Value> {
      if (state === NONE) return NONE;
      if (!ctx.heap.isDict(state)) throw typeError("state is not a dictionary");
      for (const [key, value] of ctx.heap.dictEntries(state)) yield* ctx.setattr(self, key as Ref, value);
      return NONE;
    }),
  },
  attributes: {
    args: {
      get: (ctx, self) => ctx.tuple(exceptionArgs(ctx, self)),
      set: function* (ctx, self: Ref, value): Steps<void> {
        if (value === undefined) throw typeError("args may not be deleted");
        ctx.heap.setValue(self + EXC.args, ctx.tuple(yield* ctx.items(value)));
      },
    },
    __traceback__: {
      get: (ctx, self) => orNone(ctx, self + EXC.traceback),
      set: (ctx, self: Ref, value) => {
        if (value === undefined) throw typeError("__traceback__ may not be deleted");
        if (value !== NONE && ctx.heap.typeOf(value) !== CoreConst.TYPE_TRACEBACK)
          throw typeError("__traceback__ must be a traceback or None");
        ctx.heap.setValue(self + EXC.traceback, value === NONE ? EMPTY : value);
      },
    },
    __context__: {
      get: (ctx, self) => orNone(ctx, self + EXC.context),
      set: linkSetter(EXC.context, "__context__", "exception context"),
    },
    __cause__: {
      get: (ctx, self) => orNone(ctx, self + EXC.cause),
      set: (ctx, self: Ref, value) => {
        linkSetter(EXC.cause, "__cause__", "exception cause")(ctx, self, value);
        ctx.heap.writeU32(self + EXC.suppress_context, 1);
      },
    },
    __suppress_context__: {
      get: (ctx, self) => ctx.bool(ctx.heap.readU32(self + EXC.suppress_context) !== 0),
      set: function* (ctx, self: Ref, value): Steps<void> {
        if (value === undefined) throw typeError("can't delete numeric/char attribute");
        ctx.heap.writeU32(self + EXC.suppress_context, (yield* ctx.truth(value)) ? 1 : 0);
      },
    },
  },
};

function orNone(ctx: Context, at: number): Value {
  const v = ctx.heap.peekValue(at);
  return v === EMPTY ? NONE : ctx.heap.hold(v);
}

function linkSetter(offset: number, name: string, what: string) {
  return (ctx: Context, self: Ref, value: Value | undefined): void => {
    if (value === undefined) throw typeError(`${name} may not be deleted`);
    if (value !== NONE && !ctx.heap.isInstance(value, CoreConst.EXC_BaseException))
      throw typeError(`${what} must be None or derive from BaseException`);
    ctx.heap.setValue(self + offset, value === NONE ? EMPTY : value);
  };
}

const firstArgument = (type: number): TypeTable => ({
  type,
  methods: {
    __init__: initOf((ctx, self, args, keywords) => {
      noKeywords(ctx, self, keywords);
      if (type === CoreConst.EXC_SystemExit && args.length > 1) setField(ctx, self, 0, ctx.tuple(args));
      else setField(ctx, self, 0, args[0] ?? NONE);
    }),
  },
});

/** What __reduce__ returns: how to make the exception again, and what to give its __setstate__, if anything. */
function reduced(ctx: Context, self: Ref, args: Value[], state: Value | undefined): Ref {
  const parts = [ctx.heap.typeOf(self), ctx.tuple(args)];
  return ctx.tuple(state === undefined ? parts : [...parts, state]);
}
/** The __dict__, if there is anything in it. */
function* ownState(ctx: Context, self: Ref): Steps<Value | undefined> {
  const state = yield* ctx.findattr(self, "__dict__");
  return state !== undefined && ctx.heap.isDict(state) && ctx.heap.dictLength(state) > 0 ? state : undefined;
}

/** What the constructor took as keywords, and the __dict__, as the state that __setstate__ takes; undefined if there is nothing. */
function* namedState(ctx: Context, self: Ref, names: readonly (readonly [string, number])[]): Steps<Ref | undefined> {
  const { heap } = ctx;
  const state = heap.dict();
  const dict = yield* ctx.findattr(self, "__dict__");
  if (dict !== undefined && heap.isDict(dict)) yield* ctx.callMethod(state, "update", [dict]);
  for (const [name, i] of names) {
    const value = field(ctx, self, i);
    if (value !== NONE) heap.setName(state, name, value);
  }
  return heap.dictLength(state) > 0 ? state : undefined;
}

const nameError: TypeTable = {
  type: CoreConst.EXC_NameError,
  methods: {
    __init__: initOf((ctx, self, _args, keywords) => {
      onlyKeywords(keywords, "NameError", "name");
      setField(ctx, self, 0, keywords.get("name") ?? EMPTY);
    }),
  },
};
const attributeError: TypeTable = {
  type: CoreConst.EXC_AttributeError,
  methods: {
    // Without `obj`, which pickle might not be able to write; the arguments are in the state as they are in CPython's.
    __getstate__: def("($self, /)", function* (ctx, self: Ref): Steps<Value> {
      const state = (yield* namedState(ctx, self, [["name", 0]])) ?? ctx.heap.dict();
      ctx.heap.setName(state, "args", ctx.tuple(exceptionArgs(ctx, self)));
      return state;
    }),
    __reduce__: def("($self, /)", function* (ctx, self: Ref): Steps<Value> {
      return reduced(ctx, self, exceptionArgs(ctx, self), yield* ctx.callMethod(self, "__getstate__"));
    }),
    __init__: initOf((ctx, self, _args, keywords) => {
      onlyKeywords(keywords, "AttributeError", "name", "obj");
      setField(ctx, self, 0, keywords.get("name") ?? EMPTY);
      setField(ctx, self, 1, keywords.get("obj") ?? EMPTY);
    }),
  },
};
const IMPORT_ERROR_STATE = [
  ["name", 1],
  ["path", 2],
  ["name_from", 3],
] as const;
const importError: TypeTable = {
  type: CoreConst.EXC_ImportError,
  methods: {
    __init__: initOf((ctx, self, args, keywords) => {
      onlyKeywords(keywords, "ImportError", "name", "path", "name_from");
      setField(ctx, self, 0, args.length === 1 ? (args[0] as Value) : EMPTY);
      setField(ctx, self, 1, keywords.get("name") ?? EMPTY);
      setField(ctx, self, 2, keywords.get("path") ?? EMPTY);
      setField(ctx, self, 3, keywords.get("name_from") ?? EMPTY);
    }),
    __reduce__: def("($self, /)", function* (ctx, self: Ref): Steps<Value> {
      const state = yield* namedState(ctx, self, IMPORT_ERROR_STATE);
      return reduced(ctx, self, exceptionArgs(ctx, self), state);
    }),
    __str__: def("($self, /)", function* (ctx, self: Ref): Steps<Value> {
      const message = field(ctx, self, 0);
      if (ctx.heap.isStr(message) && ctx.heap.isExact(message, CoreConst.TYPE_STR)) return message;
      return yield* plainStr(ctx, self);
    }),
  },
};
const keyError: TypeTable = {
  type: CoreConst.EXC_KeyError,
  methods: {
    __str__: def("($self, /)", function* (ctx, self: Ref): Steps<Value> {
      const args = exceptionArgs(ctx, self);
      return args.length === 1 ? yield* ctx.reprValue(args[0] as Value) : yield* plainStr(ctx, self);
    }),
  },
};

const ERRNO_TYPES: Readonly<Record<number, number>> = {
  1: CoreConst.EXC_PermissionError, 2: CoreConst.EXC_FileNotFoundError, 3: CoreConst.EXC_ProcessLookupError, 4: CoreConst.EXC_InterruptedError,
  10: CoreConst.EXC_ChildProcessError, 11: CoreConst.EXC_BlockingIOError, 13: CoreConst.EXC_PermissionError, 17: CoreConst.EXC_FileExistsError,
  20: CoreConst.EXC_NotADirectoryError, 21: CoreConst.EXC_IsADirectoryError, 32: CoreConst.EXC_BrokenPipeError,
  103: CoreConst.EXC_ConnectionAbortedError, 104: CoreConst.EXC_ConnectionResetError, 108: CoreConst.EXC_BrokenPipeError,
  110: CoreConst.EXC_TimeoutError, 111: CoreConst.EXC_ConnectionRefusedError, 114: CoreConst.EXC_BlockingIOError, 115: CoreConst.EXC_BlockingIOError,
}; // biome-ignore format: a table

/** The subclass of OSError that errno stands for (Linux numbers). */
export function osErrorType(errno: number): Ref {
  return ERRNO_TYPES[errno] ?? CoreConst.EXC_OSError;
}

function fillOsError(ctx: Context, self: Ref, args: readonly Value[]): void {
  if (args.length < 2 || args.length > 5) return;
  setField(ctx, self, 0, args[0] as Value);
  setField(ctx, self, 1, args[1] as Value);
  if (args[2] !== undefined) setField(ctx, self, 2, args[2]);
  if (args[4] !== undefined) setField(ctx, self, 3, args[4]);
  if (args.length > 2) ctx.heap.setValue(self + EXC.args, ctx.tuple(args.slice(0, 2)));
}

const osError: TypeTable = {
  type: CoreConst.EXC_OSError,
  methods: {
    __init__: initOf((ctx, self, args, keywords) => {
      noKeywords(ctx, self, keywords);
      // OSError(errno, text) makes an instance of errno's subclass: nothing can hold the object yet, so its class is changed in place.
      if (ctx.heap.typeOf(self) === CoreConst.EXC_OSError && args.length >= 2 && isInt(ctx.heap, args[0] as Value)) {
        ctx.heap.writeU32(self + Layout.ObjectHead.type, osErrorType(numberOf(ctx.heap, args[0] as Value)));
      }
      fillOsError(ctx, self, args);
    }),
    __str__: def("($self, /)", function* (ctx, self: Ref): Steps<Value> {
      const [errno, strerror, filename, second] = [0, 1, 2, 3].map((i) => field(ctx, self, i)) as [
        Value,
        Value,
        Value,
        Value,
      ];
      if (filename !== NONE) {
        const to = second === NONE ? "" : ` -> ${yield* ctx.repr(second)}`;
        return ctx.str(
          `[Errno ${yield* ctx.text(errno)}] ${yield* ctx.text(strerror)}: ${yield* ctx.repr(filename)}${to}`,
        );
      }
      if (errno !== NONE && strerror !== NONE)
        return ctx.str(`[Errno ${yield* ctx.text(errno)}] ${yield* ctx.text(strerror)}`);
      return yield* plainStr(ctx, self);
    }),
    __reduce__: def("($self, /)", function* (ctx, self: Ref): Steps<Value> {
      const args = exceptionArgs(ctx, self);
      const filename = field(ctx, self, 2);
      const second = field(ctx, self, 3);
      if (args.length === 2 && filename !== NONE) {
        args.push(filename);
        if (second !== NONE) args.push(NONE, second);
      }
      return reduced(ctx, self, args, yield* ownState(ctx, self));
    }),
  },
};

// Order of SyntaxError's fields in the core: msg, filename, lineno, offset, text, end_lineno, end_offset, print_file_and_line, _metadata.
const SYNTAX_DETAILS = ["filename", "lineno", "offset", "text", "end_lineno", "end_offset"] as const;

const syntaxError: TypeTable = {
  type: CoreConst.EXC_SyntaxError,
  methods: {
    __init__: initOf(function* (ctx, self, args): Steps<void> {
      if (args.length > 0) yield* ctx.setattr(self, "msg", args[0] as Value);
      if (args.length !== 2) return;
      const details = yield* ctx.items(args[1] as Value);
      if (details.length < 4 || details.length > 7)
        throw typeError(
          `function takes ${details.length < 4 ? "at least 4" : "at most 7"} arguments (${details.length} given)`,
        );
      if (details.length === 5) throw typeError("end_offset must be provided when end_lineno is provided");
      for (const [i, name] of SYNTAX_DETAILS.entries())
        if (details[i] !== undefined) yield* ctx.setattr(self, name, details[i]);
    }),
    __str__: def("($self, /)", function* (ctx, self: Ref): Steps<Value> {
      const message = yield* ctx.getattr(self, "msg");
      const filename = yield* ctx.getattr(self, "filename");
      const lineno = yield* ctx.getattr(self, "lineno");
      const text = message === NONE ? "None" : yield* ctx.text(message);
      const file = ctx.heap.isStr(filename) ? (ctx.heap.text(filename).split("/").pop() as string) : undefined;
      const line = isInt(ctx.heap, lineno) ? yield* ctx.text(lineno) : undefined;
      if (file !== undefined && line !== undefined) return ctx.str(`${text} (${file}, line ${line})`);
      if (file !== undefined) return ctx.str(`${text} (${file})`);
      if (line !== undefined) return ctx.str(`${text} (line ${line})`);
      return ctx.str(text);
    }),
  },
};

function unicodeError(type: number, name: string, hasEncoding: boolean, objectIsText: boolean): TypeTable {
  const count = hasEncoding ? 5 : 4;
  // Fields in the core: encoding, object, start, end, reason.
  const first = hasEncoding ? 0 : 1;
  return {
    type,
    methods: {
      __init__: initOf(function* (ctx, self, args, keywords): Steps<void> {
        noKeywords(ctx, self, keywords);
        if (args.length !== count) throw typeError(`function takes exactly ${count} arguments (${args.length} given)`);
        const at = hasEncoding ? 1 : 0;
        const need = (i: number, what: string) => {
          if (!ctx.heap.isStr(args[i] as Value))
            throw typeError(`argument ${i + 1} must be str, not ${ctx.typeNameForError(args[i] as Value)}`);
          void what;
        };
        if (hasEncoding) need(0, "encoding");
        if (objectIsText) need(at, "object");
        else if (ctx.heap.kindOf(args[at] as Value) !== CoreConst.LAYOUT_BYTES)
          args[at] = yield* ctx.call(CoreConst.TYPE_BYTES, [args[at] as Value]);
        for (const i of [at + 1, at + 2]) {
          if (!isInt(ctx.heap, args[i] as Value))
            throw typeError(`'${ctx.typeName(args[i] as Value)}' object cannot be interpreted as an integer`);
        }
        need(at + 3, "reason");
        for (const [i, arg] of args.entries()) setField(ctx, self, first + i, arg);
      }),
      __str__: def("($self, /)", function* (ctx, self: Ref): Steps<Value> {
        if (field(ctx, self, 1) === NONE) return ctx.str("");
        const reason = yield* ctx.text(field(ctx, self, 4));
        const encoding = hasEncoding ? `'${yield* ctx.text(field(ctx, self, 0))}' codec ` : "";
        // Only now: the texts may be made by Python code that changes the object.
        const object = field(ctx, self, 1);
        const isGood = objectIsText
          ? ctx.heap.isStr(object)
          : isRef(object) && ctx.heap.kindOf(object) === CoreConst.LAYOUT_BYTES;
        if (!isGood) throw typeError(`UnicodeError 'object' attribute must be a ${objectIsText ? "string" : "bytes"}`);
        const length = objectIsText ? ctx.heap.strLength(object as Ref) : ctx.heap.bytesOf(object as Ref).length;
        const start = numberOf(ctx.heap, field(ctx, self, 2));
        const end = numberOf(ctx.heap, field(ctx, self, 3));
        const verb =
          name === "UnicodeEncodeError"
            ? "can't encode"
            : name === "UnicodeDecodeError"
              ? "can't decode"
              : "can't translate";
        const unit = objectIsText ? "character" : "byte";
        if (start >= 0 && start < length && end === start + 1) {
          let shown: string;
          if (objectIsText) {
            const c = ctx.heap.strChar(object as Ref, start);
            shown =
              c < 256
                ? `'\\x${c.toString(16).padStart(2, "0")}'`
                : c < 65536
                  ? `'\\u${c.toString(16).padStart(4, "0")}'`
                  : `'\\U${c.toString(16).padStart(8, "0")}'`;
          } else
            shown = `0x${ctx.heap
              .bytesOf(object as Ref)
              [start]!.toString(16)
              .padStart(2, "0")}`;
          return ctx.str(`${encoding}${verb} ${unit} ${shown} in position ${start}: ${reason}`);
        }
        return ctx.str(`${encoding}${verb} ${unit}s in position ${start}-${end - 1}: ${reason}`);
      }),
    },
  };
}

// --- exception groups ----------------------------------------------------------------------------------------------------------

function groupMessage(ctx: Context, self: Ref): Value {
  return field(ctx, self, 0);
}
export function groupExceptions(ctx: Context, self: Ref): Value[] {
  return ctx.heap.tupleItems(field(ctx, self, 1) as Ref);
}

/** A new group of `exceptions` with the metadata of `self`; undefined if there are none. */
function* derived(ctx: Context, self: Ref, exceptions: readonly Value[]): Steps<Value> {
  if (exceptions.length === 0) return NONE;
  const group = yield* ctx.callMethod(self, "derive", [ctx.list(exceptions)]);
  if (!ctx.heap.isInstance(group, CoreConst.EXC_BaseExceptionGroup))
    throw typeError("derive must return an instance of BaseExceptionGroup");
  const to = group as Ref;
  for (const offset of [EXC.traceback, EXC.context, EXC.cause])
    ctx.heap.setValue(to + offset, ctx.heap.peekValue(self + offset));
  // (Its cause is set, be it None, and that is what sets this.)
  ctx.heap.writeU32(to + EXC.suppress_context, 1);
  const notes = yield* ctx.findattr(self, "__notes__");
  if (notes !== undefined && ctx.heap.isList(notes))
    yield* ctx.setattr(group, "__notes__", ctx.list(ctx.heap.listItems(notes)));
  return group;
}

type Condition = (ctx: Context, exception: Value) => Steps<boolean>;

function conditionOf(ctx: Context, matcher: Value): Condition {
  const { heap } = ctx;
  const isClass = (v: Value): v is Ref => heap.isType(v) && heap.isSubtype(v, CoreConst.EXC_BaseException);
  if (isClass(matcher) || (heap.isTuple(matcher) && heap.tupleItems(matcher).every(isClass)))
    return (_ctx, exception) => ctx.isinstance(exception, matcher);
  if (heap.isCallable(matcher) && !heap.isType(matcher))
    return function* (_ctx, exception): Steps<boolean> {
      return yield* ctx.truth(yield* ctx.call(matcher, [exception]));
    };
  throw typeError("expected an exception type, a tuple of exception types, or a callable (other than a class)");
}

/** Matched and other part of an exception (a group or not); None where there is nothing. */
function* splitBy(
  ctx: Context,
  exception: Value,
  condition: Condition,
  wantRest: boolean,
  depth = 0,
): Steps<[Value, Value]> {
  checkHeadroom(depth);
  if (yield* condition(ctx, exception)) return [exception, NONE];
  if (!ctx.heap.isInstance(exception, CoreConst.EXC_BaseExceptionGroup)) return [NONE, exception];
  const matched: Value[] = [];
  const rest: Value[] = [];
  for (const inner of groupExceptions(ctx, exception as Ref)) {
    const [yes, no] = yield* splitBy(ctx, inner, condition, wantRest, depth + 1);
    if (yes !== NONE) matched.push(yes);
    if (no !== NONE) rest.push(no);
  }
  return [
    yield* derived(ctx, exception as Ref, matched),
    wantRest ? yield* derived(ctx, exception as Ref, rest) : NONE,
  ];
}

const exceptionGroup: TypeTable = {
  type: CoreConst.EXC_BaseExceptionGroup,
  methods: {
    __new__: {
      ...def("($type, /, *args)", function* (ctx, cls: Ref, args: Value[]): Steps<Value> {
        const { heap } = ctx;
        if (args.length !== 2)
          throw typeError(`BaseExceptionGroup.__new__() takes exactly 2 arguments (${args.length} given)`);
        const [message, sequence] = args as [Value, Value];
        if (!heap.isStr(message))
          throw typeError(`BaseExceptionGroup.__new__() argument 1 must be str, not ${ctx.typeNameForError(message)}`);
        const isSequence =
          heap.specialOf(sequence, CoreConst.SPECIAL_getitem) !== 0 && !heap.isDict(sequence) && !heap.isSet(sequence);
        if (!isSequence) throw typeError("second argument (exceptions) must be a sequence");
        const items = yield* ctx.items(sequence);
        if (items.length === 0) throw valueError("second argument (exceptions) must be a non-empty sequence");
        let plain = true;
        for (const [i, item] of items.entries()) {
          if (!heap.isInstance(item, CoreConst.EXC_BaseException))
            throw valueError(`Item ${i} of second argument (exceptions) is not an exception`);
          if (!heap.isInstance(item, CoreConst.EXC_Exception)) plain = false;
        }
        const group = ctx.machine.exceptionGroupType();
        let type = cls;
        if (cls === CoreConst.EXC_BaseExceptionGroup) {
          if (plain) type = group;
        } else if (!plain && cls === group) {
          throw typeError("Cannot nest BaseExceptions in an ExceptionGroup");
        } else if (!plain && heap.isSubtype(cls, CoreConst.EXC_Exception)) {
          throw typeError(`Cannot nest BaseExceptions in '${ctx.nameOfType(cls)}'`);
        }
        heap.setScratch(0, ctx.tuple(args));
        const self = heap.made(heap.core.exceptionNew(type));
        setField(ctx, self, 0, message);
        setField(ctx, self, 1, ctx.tuple(items));
        return self;
      }),
      binding: "static",
    },
    __init__: initOf((ctx, self, _args, keywords) => noKeywords(ctx, self, keywords)),
    __str__: def("($self, /)", function* (ctx, self: Ref): Steps<Value> {
      const n = groupExceptions(ctx, self).length;
      return ctx.str(`${yield* ctx.text(groupMessage(ctx, self))} (${n} sub-exception${n === 1 ? "" : "s"})`);
    }),
    __repr__: def("($self, /)", function* (ctx, self: Ref): Steps<Value> {
      const list = ctx.list(groupExceptions(ctx, self));
      const original = exceptionArgs(ctx, self)[1];
      const shown = original !== undefined && ctx.heap.isTuple(original) ? ctx.tuple(groupExceptions(ctx, self)) : list;
      return ctx.str(
        `${shortTypeName(ctx, self)}(${yield* ctx.repr(groupMessage(ctx, self))}, ${yield* ctx.repr(shown)})`,
      );
    }),
    derive: def("($self, excs, /)", function* (ctx, self: Ref, exceptions: Value): Steps<Value> {
      return yield* ctx.call(CoreConst.EXC_BaseExceptionGroup, [groupMessage(ctx, self), exceptions]);
    }),
    split: def("($self, matcher_value, /)", function* (ctx, self: Ref, matcher: Value): Steps<Value> {
      return ctx.tuple(yield* splitBy(ctx, self, conditionOf(ctx, matcher), true));
    }),
    subgroup: def("($self, matcher_value, /)", function* (ctx, self: Ref, matcher: Value): Steps<Value> {
      return (yield* splitBy(ctx, self, conditionOf(ctx, matcher), false))[0];
    }),
    __class_getitem__: classMethod("($type, object, /)", (ctx, type: Ref, item: Value) =>
      ctx.machine.genericAlias(type, item),
    ),
  },
  attributes: {
    message: { get: (ctx, self) => groupMessage(ctx, self), doc: "exception message" },
    exceptions: { get: (ctx, self) => field(ctx, self, 1), doc: "nested exceptions" },
  },
};

/** For `except*`: (matched or None, rest or None). */
export function* splitGroup(ctx: Context, exception: Value, types: Value): Steps<[Value, Value]> {
  return yield* splitBy(ctx, exception, conditionOf(ctx, types), true);
}

export const exceptionTables: readonly TypeTable[] = [
  baseException,
  firstArgument(CoreConst.EXC_StopIteration),
  firstArgument(CoreConst.EXC_SystemExit),
  nameError,
  attributeError,
  importError,
  keyError,
  osError,
  syntaxError,
  unicodeError(CoreConst.EXC_UnicodeDecodeError, "UnicodeDecodeError", true, false),
  unicodeError(CoreConst.EXC_UnicodeEncodeError, "UnicodeEncodeError", true, true),
  unicodeError(CoreConst.EXC_UnicodeTranslateError, "UnicodeTranslateError", false, true),
  exceptionGroup,
];
