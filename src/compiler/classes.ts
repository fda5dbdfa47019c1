/** Classes: the body is a function that fills a namespace; __build_class__ calls it. */
import type { CodeObject } from "../bytecode/code.ts";
import { Flag, Intrinsic, Op } from "../bytecode/opcodes.ts";
import type { ClassDef, Located } from "../syntax/ast.ts";
import { deferredAnnotations, setupConditionalAnnotations } from "./annotations.ts";
import { callWindow, checkKeywords, WINDOW_HEAD } from "./calls.ts";
import { cleanDoc, docstringOf } from "./docstring.ts";
import { intrinsic } from "./expressions.ts";
import { applyDecorators, makeClosure, prologue, pushDecorators } from "./functions.ts";
import { loadName, storeName } from "./names.ts";
import { body } from "./statements.ts";
import { genericUnit } from "./type-params.ts";
import { Unit } from "./unit.ts";

/** Register 0 of code with a namespace. */
const NAMESPACE = 0;

export function classDef(u: Unit, s: ClassDef): void {
  const mark = u.top;
  const bases = pushDecorators(u, s.decorator_list);
  const target = u.next;
  const firstLine = s.decorator_list[0]?.lineno ?? s.lineno;
  if (s.type_params.length === 0) {
    buildClass(u, s, target, firstLine, null);
  } else {
    const code = genericUnit(u, s.name, s.type_params, firstLine, s.name, 0, (g, params) => {
      storeName(g, ".type_params", params, s);
      g.top = 0;
      const made = g.next;
      buildClass(g, s, made, firstLine, ".generic_base");
      g.location = s;
      g.emit(Op.RETURN, made, 0, 0, Flag.DROP_A);
    });
    makeClosure(u, code, target, s);
    u.take(WINDOW_HEAD);
    u.reserve(1);
    u.location = s;
    u.emit(Op.CALL, target, target, 0);
  }
  u.top = target - u.next + u.top;
  storeName(u, s.name, applyDecorators(u, s.decorator_list, bases, target), s);
  u.top = mark;
}

/** The class → next temporary (not taken). */
function buildClass(u: Unit, s: ClassDef, target: number, firstLine: number, genericBase: string | null): void {
  const mark = u.top;
  checkKeywords(u, s.keywords);
  const code = classCode(u, s, firstLine);
  u.take(WINDOW_HEAD);
  u.location = s;
  u.emit(Op.INTRINSIC, target, target, Intrinsic.BUILD_CLASS);
  makeClosure(u, code, u.next, s);
  u.take();
  u.loadConst(u.take(), { type: "str", value: s.name, points: null });
  if (genericBase !== null) {
    const register = u.next;
    loadName(u, ".type_params", register, s);
    u.reserve(1);
    intrinsic(u, register, register, Intrinsic.SUBSCRIPT_GENERIC, 1, s);
    storeName(u, genericBase, register, s);
  }
  callWindow(u, { base: target, pushed: 2, args: s.bases, keywords: s.keywords, injected: genericBase, target, at: s });
  u.top = mark;
}

function classCode(u: Unit, s: ClassDef, firstLine: number): CodeObject {
  const c = new Unit(u.compiler, u, {
    type: "class",
    name: s.name,
    block: u.compiler.symbols.block(s),
    firstLine,
    privateName: s.name,
  });
  prologue(c);
  const at: Located = { lineno: firstLine, end_lineno: firstLine, col_offset: 0, end_col_offset: 0 };
  const store = (name: string, emission: (register: number) => void): void => {
    const register = c.next;
    c.reserve(1);
    emission(register);
    storeName(c, name, register, at);
  };
  c.location = at;
  store("__module__", (register) => loadName(c, "__name__", register, at));
  store("__qualname__", (register) => c.loadConst(register, { type: "str", value: c.qualname, points: null }));
  store("__firstlineno__", (register) => c.loadConst(register, { type: "int", value: firstLine }));
  if (s.type_params.length > 0) {
    store("__type_params__", (register) => loadName(c, ".type_params", register, at));
  }
  if (c.block.needsClassDict) c.emit(Op.STORE_CELL, c.cell("__classdict__")!, NAMESPACE);
  setupConditionalAnnotations(c, at);
  namespaceBody(c, s.body, at);

  c.location = null;
  const attributes = [...c.staticAttributes].sort((a, b) => (a < b ? -1 : 1));
  const items = attributes.map((value) => ({ type: "str", value, points: null }) as const);
  const put = (name: string, emission: (register: number) => void): void => {
    const register = c.next;
    c.reserve(1);
    emission(register);
    storeName(c, name, register, null);
  };
  put("__static_attributes__", (register) => c.loadConst(register, { type: "tuple", items }));
  if (c.block.needsClassDict) {
    put("__classdictcell__", (register) => c.emit(Op.MOVE, register, c.cell("__classdict__")!));
  }
  if (c.block.needsClassCell) {
    // The body returns the cell, for type.__new__ to fill.
    const cell = c.cell("__class__")!;
    put("__classcell__", (register) => c.emit(Op.MOVE, register, cell));
    const result = c.next;
    c.reserve(1);
    c.emit(Op.MOVE, result, cell);
    c.emit(Op.RETURN, result, 0, 0, Flag.DROP_A);
  } else {
    c.returnConst({ type: "none" });
  }
  return c.finish();
}

/** Body of a module or class: docstring, statements, annotations. `at`: for what belongs to no statement. */
export function namespaceBody(u: Unit, stmts: ClassDef["body"], at: Located): void {
  const { future, optimize, interactive } = u.compiler;
  if (future.annotations && u.block.annotationsUsed) {
    u.location = at;
    u.reserve(1);
    u.emit(Op.INTRINSIC, u.next, u.next, Intrinsic.SETUP_ANNOTATIONS);
    u.drop(u.next);
  }
  const doc = interactive && u.type === "module" ? null : docstringOf(stmts);
  if (doc && optimize < 2) {
    const cleaned = cleanDoc(doc);
    u.doc = cleaned;
    const first = stmts[0]!;
    u.location = first;
    u.reserve(1);
    u.loadConst(u.next, cleaned);
    storeName(u, "__doc__", u.next, null);
  }
  body(u, doc ? stmts.slice(1) : stmts);
  if (future.annotations) return;
  if (u.type !== "module") {
    deferredAnnotations(u, at);
    return;
  }
  // A module's __annotate__ must be there before its body has run to the end: it is made first.
  const setup = u.aside(() => deferredAnnotations(u, at));
  u.insertAtStart(setup);
}
