// Frames and tracebacks seen from Python. A frame is running (its registers are on the VM stack), suspended (they rest in its generator) or
// finished (they were moved into the frame object).
import { locationAt } from "../../bytecode/line-table.ts";
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import { raise, typeError } from "../../heap/py-error.ts";
import type { Ref, Value } from "../../heap/value.ts";
import { EMPTY } from "../../heap/value.ts";
import { readCode } from "../../vm/code-reader.ts";
import type { Context } from "../../vm/context.ts";
import { def, type GetSet } from "../../vm/host-call.ts";
import { address, textField } from "../names.ts";
import type { TypeTable } from "../type-table.ts";

const { NONE_REF: NONE } = CoreConst;
const FRAME = Layout.PyFrame;
const FN = Layout.PyFunction;
const GEN = Layout.PyGenerator;
const TB = Layout.PyTraceback;

/** locals(): the namespace of module and class code, else a dict of the variables as they are now. */
export function frameLocals(ctx: Context, frame: Ref): Value {
  return ctx.heap.made(ctx.heap.core.frameLocals(frame));
}

function lineOf(ctx: Context, code: Ref, word: number): number | undefined {
  const { lineTable, firstLine } = readCode(ctx.heap, code);
  return locationAt(lineTable, firstLine, word)?.line;
}

export function frameLine(ctx: Context, frame: Ref): number | undefined {
  const code = ctx.heap.readU32(frame + FRAME.code);
  const word = ctx.heap.core.frameWord(frame);
  return lineOf(ctx, code, word) ?? ctx.heap.readU32(code + Layout.PyCode.first_line);
}

/** The frame object of a generator that is not finished: made when first asked for. */
export function generatorFrame(ctx: Context, generator: Ref): Value {
  const { heap } = ctx;
  const state = heap.readU32(generator + GEN.state);
  if (state === CoreConst.GEN_CLOSED) return NONE;
  if (state === CoreConst.GEN_RUNNING) {
    const live = heap.readU32(generator + GEN.live);
    const frame = live === 0 ? 0 : heap.core.frameObject(live);
    return frame === 0 ? NONE : heap.hold(frame);
  }
  const known = heap.readU32(generator + GEN.frame);
  if (known !== 0) return heap.hold(known);
  const frame = heap.made(heap.core.newContainer(CoreConst.TYPE_FRAME, FRAME.size));
  const fn = heap.readU32(generator + GEN.function);
  heap.setRef(frame + FRAME.function, fn);
  heap.setRef(frame + FRAME.code, heap.readU32(generator + GEN.code));
  heap.writeU32(frame + FRAME.generator, generator);
  heap.setRef(generator + GEN.frame, frame);
  return frame;
}

function newTraceback({ heap }: Context, next: Ref, frame: Ref, word: number): Ref {
  const tb = heap.made(heap.core.newContainer(CoreConst.TYPE_TRACEBACK, TB.size));
  heap.setRef(tb + TB.next, next);
  heap.setRef(tb + TB.frame, frame);
  heap.writeU32(tb + TB.word, word);
  return tb;
}

/** A traceback of nothing but where the program is; undefined: no frame is running. */
export function tracebackHere(ctx: Context): Ref | undefined {
  const { core } = ctx.heap;
  const frame = core.frameOfTop();
  return frame === 0 ? undefined : newTraceback(ctx, 0, frame, core.frameWord(frame));
}

const ref = (offset: number): GetSet => ({
  get: (ctx, self: Ref) => ctx.heap.hold(ctx.heap.readU32(self + offset)) || NONE,
});
const tracing = (name: string, rest: Value): GetSet => ({
  get: () => rest,
  set: (_ctx, _self, value) => {
    if (value !== undefined && value !== NONE && value !== rest)
      throw raise("NotImplementedError", `krait does not support frame.${name} yet`);
  },
});

export const frameTables: readonly TypeTable[] = [
  {
    type: CoreConst.TYPE_FRAME,
    methods: {
      __repr__: def("($self, /)", (ctx, self: Ref) => {
        const code = ctx.heap.readU32(self + FRAME.code);
        const file = textField(ctx.heap, code + Layout.PyCode.filename);
        const name = textField(ctx.heap, code + Layout.PyCode.name);
        return ctx.str(`<frame at ${address(self)}, file '${file}', line ${frameLine(ctx, self)}, code ${name}>`);
      }),
      clear: def("($self, /)", (ctx, self: Ref) => {
        const { heap } = ctx;
        if (heap.readU32(self + FRAME.live) !== 0) throw raise("RuntimeError", "cannot clear an executing frame");
        const generator = heap.readU32(self + FRAME.generator);
        if (generator !== 0 && heap.readU32(generator + GEN.state) === CoreConst.GEN_SUSPENDED)
          throw raise("RuntimeError", "cannot clear a suspended frame");
        const at = heap.readU32(self + FRAME.registers);
        const count = heap.readU16(heap.readU32(self + FRAME.code) + Layout.PyCode.local_count);
        if (at !== 0) for (let i = 0; i < count; i++) heap.setValue(at + i * 8, EMPTY);
        return NONE;
      }),
    },
    attributes: {
      f_code: ref(FRAME.code),
      f_back: {
        get: (ctx, self: Ref) => {
          const back = ctx.heap.core.frameBack(self);
          return back === 0 ? NONE : ctx.heap.hold(back);
        },
      },
      f_globals: {
        get: (ctx, self: Ref) => ctx.heap.hold(ctx.heap.readU32(ctx.heap.readU32(self + FRAME.function) + FN.globals)),
      },
      f_builtins: {
        get: (ctx, self: Ref) => {
          const own = ctx.heap.readU32(ctx.heap.readU32(self + FRAME.function) + FN.builtins);
          return ctx.heap.hold(own !== 0 ? own : ctx.heap.readU32(Layout.VM.builtins_dict));
        },
      },
      f_lineno: {
        get: (ctx, self: Ref) => {
          const line = frameLine(ctx, self);
          return line === undefined ? NONE : ctx.int(line);
        },
      },
      f_lasti: { get: (ctx, self: Ref) => ctx.int(ctx.heap.core.frameWord(self)) },
      f_generator: {
        get: (ctx, self: Ref) => ctx.heap.hold(ctx.heap.readU32(self + FRAME.generator)) || NONE,
      },
      f_trace: tracing("f_trace", NONE),
      f_trace_lines: tracing("f_trace_lines", CoreConst.TRUE_REF),
      f_trace_opcodes: tracing("f_trace_opcodes", CoreConst.FALSE_REF),
    },
  },
  {
    type: CoreConst.TYPE_TRACEBACK,
    methods: {
      __new__: {
        ...def(
          "($type, tb_next, tb_frame, tb_lasti, tb_lineno)",
          function* (ctx, _type: Ref, next: Value, frame: Value, lasti: Value, line: Value) {
            const { heap } = ctx;
            if (next !== NONE && heap.typeOf(next) !== CoreConst.TYPE_TRACEBACK)
              throw typeError(`expected traceback object or None, got '${ctx.typeName(next)}'`);
            if (heap.typeOf(frame) !== CoreConst.TYPE_FRAME)
              throw typeError(`traceback() argument 'tb_frame' must be frame, not ${ctx.typeNameForError(frame)}`);
            const tb = newTraceback(ctx, next === NONE ? 0 : (next as Ref), frame as Ref, yield* ctx.size(lasti));
            heap.writeU32(tb + TB.line, yield* ctx.size(line));
            return tb;
          },
        ),
        binding: "static",
      },
      __dir__: def("($self, /)", (ctx) =>
        ctx.list(["tb_frame", "tb_next", "tb_lasti", "tb_lineno"].map((name) => ctx.str(name))),
      ),
    },
    attributes: {
      tb_frame: ref(TB.frame),
      tb_lineno: {
        get: (ctx, self: Ref) => {
          const { heap } = ctx;
          const code = heap.readU32(heap.readU32(self + TB.frame) + FRAME.code);
          const line = heap.readU32(self + TB.line) || lineOf(ctx, code, heap.readU32(self + TB.word));
          return line === undefined ? NONE : ctx.int(line);
        },
      },
      tb_lasti: { get: (ctx, self: Ref) => ctx.int(ctx.heap.readU32(self + TB.word)) },
      tb_next: {
        get: (ctx, self: Ref) => ctx.heap.hold(ctx.heap.readU32(self + TB.next)) || NONE,
        set: (ctx: Context, self: Ref, value) => {
          const { heap } = ctx;
          if (value === undefined) throw typeError("can't delete tb_next attribute");
          if (value !== NONE && heap.typeOf(value) !== CoreConst.TYPE_TRACEBACK)
            throw typeError(`expected traceback object or None, got '${ctx.typeName(value)}'`);
          for (let at = value === NONE ? 0 : (value as Ref); at !== 0; at = heap.readU32(at + TB.next))
            if (at === self) throw raise("ValueError", "traceback loop detected");
          heap.setRef(self + TB.next, value === NONE ? 0 : (value as Ref));
        },
      },
    },
  },
];
