/**
 * Comprehensions run in place (PEP 709) with registers of their own for their variables; generator expressions, and comprehensions in
 * annotation scopes of classes, are functions that get the outermost iterator as ".0".
 */
import { Flag, Op } from "../bytecode/opcodes.ts";
import type { Comprehension, DictComp, Expr, GeneratorExp, ListComp, Located, SetComp } from "../syntax/ast.ts";
import { assignTo, iterationTarget } from "./assignments.ts";
import { awaitResult, delegate, yieldRegister } from "./await.ts";
import { WINDOW_HEAD } from "./calls.ts";
import { jumpIf } from "./conditions.ts";
import { container, drop, operand } from "./expressions.ts";
import { generatorBody, makeClosure, prologue } from "./functions.ts";
import { Label } from "./ir.ts";
import { type Block, Def, Scope } from "./scope.ts";
import { type InlinedScope, Unit } from "./unit.ts";

type Collecting = ListComp | SetComp | DictComp;

/** Adds one element to what is being built (or yields it); returns the location of the loop's back edge. */
type Element = (u: Unit) => Located;

export function comprehensionTo(u: Unit, e: Collecting, target: number): void {
  const block = u.compiler.symbols.block(e);
  if (block.inlined) inlineTo(u, e, block, target);
  else callComprehension(u, e, block, target);
}

export function generatorTo(u: Unit, e: GeneratorExp, target: number): void {
  callComprehension(u, e, u.compiler.symbols.block(e), target);
}

// -------------------------------------------------------------------------------------------- in place

function inlineTo(u: Unit, e: Collecting, block: Block, target: number): void {
  const mark = u.top;
  const result = u.take();
  const outermost = e.generators[0]!;
  const iterator = iteratorOf(u, outermost);
  const scope = enterInlined(u, block, e);
  const cleanup = new Label();
  u.protect({ label: cleanup, firstTemp: result, excReg: result }, () => {
    build(u, e, result);
    loop(u, e.generators, 0, iterator, adder(e, result), e);
  });
  u.location = null;
  leaveInlined(u, scope);
  u.cold(() => {
    // Variables must have gone by the time a handler (or a traceback's frame) looks.
    u.place(cleanup);
    for (const register of scope.registers.values()) u.drop(register);
    u.emit(Op.RERAISE, result);
  });
  u.top = mark;
  u.location = e;
  u.moveTo(target, result);
}

/** Gives the comprehension's variables registers, and cells where inner functions close over them. */
function enterInlined(u: Unit, block: Block, at: Located): InlinedScope {
  const registers = new Map<string, number>();
  const scope: InlinedScope = { block, registers };
  u.location = at;
  for (const [name, symbol] of block.symbols) {
    const where = block.scopeOf(name);
    const isCell = where === Scope.CELL;
    if (symbol & Def.PARAM || (where !== Scope.LOCAL && !isCell)) continue;
    const register = (isCell ? null : u.comprehensionLocal(name)) ?? u.takeHidden(name, isCell);
    registers.set(name, register);
    if (u.isFunctionLike && u.block.scopeOf(name) === Scope.LOCAL) u.touch(u.local(name));
    if (isCell) u.emit(Op.MAKE_CELL, register);
  }
  u.inlined.push(scope);
  return scope;
}

function leaveInlined(u: Unit, scope: InlinedScope): void {
  u.inlined.pop();
  for (const register of scope.registers.values()) {
    u.drop(register);
    if (u.isHidden(register)) u.returnHidden(register);
  }
}

function build(u: Unit, e: Collecting, result: number): void {
  u.location = e;
  const op = e.kind === "ListComp" ? Op.BUILD_LIST : e.kind === "SetComp" ? Op.BUILD_SET : Op.BUILD_MAP;
  u.emit(op, result, result, 0);
}

function adder(e: Collecting, result: number): Element {
  return (u) => {
    const mark = u.top;
    let at: Located;
    if (e.kind === "DictComp") {
      const key = operand(u, e.key, e.value);
      const value = operand(u, e.value);
      at = {
        lineno: e.key.lineno,
        col_offset: e.key.col_offset,
        end_lineno: e.value.end_lineno,
        end_col_offset: e.value.end_col_offset,
      };
      u.location = at;
      u.emit(Op.MAP_ADD, result, key, value, drop(key, Flag.DROP_B) | drop(value, Flag.DROP_C));
    } else {
      const item = operand(u, e.elt);
      at = e.elt;
      u.location = at;
      const op = e.kind === "ListComp" ? Op.LIST_APPEND : Op.SET_ADD;
      u.emit(op, result, item, 0, drop(item, Flag.DROP_B));
    }
    u.top = mark;
    return at;
  };
}

// -------------------------------------------------------------------------------------------- as functions

function callComprehension(u: Unit, e: Collecting | GeneratorExp, block: Block, target: number): void {
  const names = { ListComp: "<listcomp>", SetComp: "<setcomp>", DictComp: "<dictcomp>", GeneratorExp: "<genexpr>" };
  const inner = new Unit(u.compiler, u, {
    type: "comprehension",
    name: names[e.kind],
    block,
    firstLine: e.lineno,
    privateName: null,
    argCount: 1,
  });
  prologue(inner);
  if (e.kind === "GeneratorExp") {
    generatorBody(inner, () => {
      loop(inner, e.generators, 0, 0, yielder(e), e);
      inner.location = null;
      inner.returnConst({ type: "none" });
    });
  } else {
    const result = inner.take();
    build(inner, e, result);
    loop(inner, e.generators, 0, 0, adder(e, result), e);
    inner.location = e;
    inner.emit(Op.RETURN, result, 0, 0, Flag.DROP_A);
  }
  const code = inner.finish();

  const outermost = e.generators[0]!;
  const call = (to: number): void => {
    const mark = u.top;
    const base = u.next;
    makeClosure(u, code, base, e);
    u.take(WINDOW_HEAD);
    iteratorOf(u, outermost, e.kind === "GeneratorExp" ? outermost.iter : e);
    u.reserve(1);
    u.location = e;
    u.emit(Op.CALL, to, base, 1);
    u.top = mark;
  };
  if (block.isCoroutine && e.kind !== "GeneratorExp") {
    const mark = u.top;
    const value = awaitResult(u, e, (receiver) => {
      call(receiver);
      u.emit(Op.GET_AWAITABLE, receiver, receiver, 0, Flag.DROP_B);
    });
    u.top = mark;
    u.moveTo(target, value);
  } else {
    call(target);
  }
}

function yielder(e: GeneratorExp): Element {
  return (u) => {
    const mark = u.top;
    const value = operand(u, e.elt);
    u.top = mark;
    const sent = u.take();
    yieldRegister(u, sent, value, e.elt);
    u.location = e.elt;
    u.drop(sent);
    u.top = mark;
    return e.elt;
  };
}

// -------------------------------------------------------------------------------------------- the loops

/** Evaluates what a clause runs over and gets its iterator into the next temporary, which is taken. */
function iteratorOf(u: Unit, generator: Comprehension, at: Located = generator.iter): number {
  const register = u.next;
  const mark = u.top;
  const iterable = generator.is_async ? operand(u, generator.iter) : container(u, generator.iter);
  u.top = mark;
  u.take();
  u.location = at;
  u.emit(generator.is_async ? Op.GET_AITER : Op.GET_ITER, register, iterable, 0, drop(iterable, Flag.DROP_B));
  return register;
}

/** Clause `i` and what is inside it. The outermost iterator is at hand; inner ones are got here. */
function loop(
  u: Unit,
  generators: readonly Comprehension[],
  i: number,
  outermost: number,
  element: Element,
  at: Located,
): void {
  const generator = generators[i]!;
  const mark = u.top;
  const inside = (skip: Label): Located => {
    for (const condition of generator.ifs) jumpIf(u, condition, skip, false);
    if (i + 1 < generators.length) {
      loop(u, generators, i + 1, -1, element, at);
      return generator.target;
    }
    return element(u);
  };
  const only = i > 0 && !generator.is_async ? singleItem(generator.iter) : null;
  if (only) {
    // for y in [f(x)]: an assignment.
    const skip = new Label();
    const item = operand(u, only, generator.target);
    assignTo(u, generator.target, item, false);
    u.top = mark;
    inside(skip);
    u.place(skip);
    return;
  }
  const iterator = i === 0 ? outermost : iteratorOf(u, generator);
  if (generator.is_async) asyncLoop(u, generator, iterator, inside, at);
  else {
    const start = new Label();
    const skip = new Label();
    const end = new Label();
    u.place(start);
    iterationTarget(u, generator.target, (register) => {
      u.location = generator.iter;
      u.jump(Op.FOR_ITER, end, register, iterator);
    });
    u.location = inside(skip);
    u.place(skip);
    u.jump(Op.JUMP_BACK, start);
    u.place(end);
  }
  u.top = mark;
}

function asyncLoop(
  u: Unit,
  generator: Comprehension,
  iterator: number,
  inside: (skip: Label) => Located,
  at: Located,
): void {
  const start = new Label();
  const skip = new Label();
  const exhausted = new Label();
  const end = new Label();
  u.place(start);
  u.pushFrame({ kind: "async comprehension" });
  const mark = u.top;
  const value = u.take();
  u.protect({ label: exhausted, firstTemp: value, excReg: value }, () => {
    u.location = at;
    u.emit(Op.GET_ANEXT, u.take(), iterator);
    delegate(u, value, at);
  });
  u.top = mark + 1;
  assignTo(u, generator.target, value, false);
  u.top = mark;
  u.location = inside(skip);
  u.place(skip);
  u.jump(Op.JUMP_BACK, start);
  u.popFrame();
  u.cold(() => {
    u.place(exhausted);
    u.location = at;
    u.emit(Op.END_ASYNC_FOR, value);
    u.drop(iterator);
    u.jump(Op.JUMP, end);
  });
  u.place(end);
}

function singleItem(e: Expr): Expr | null {
  if ((e.kind !== "List" && e.kind !== "Tuple") || e.elts.length !== 1) return null;
  const item = e.elts[0]!;
  return item.kind === "Starred" ? null : item;
}
