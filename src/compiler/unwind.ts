/** Leaving blocks early: what `return`, `break` and `continue` run on their way out. */
import { Flag, Op } from "../bytecode/opcodes.ts";
import type { Located } from "../syntax/ast.ts";
import { awaitResult } from "./await.ts";
import { WINDOW_HEAD } from "./calls.ts";
import { clearName } from "./names.ts";
import { body } from "./statements.ts";
import type { OpenFrame, Unit } from "./unit.ts";

/**
 * Emits what leaving all blocks (`return`) or those up to the next loop (`stopAtLoop`) needs, then `rest`, which gets the loop found.
 * `value`: a temporary to keep. The blocks are open again afterwards: other code of theirs follows.
 */
export function unwind(
  u: Unit,
  value: number | null,
  at: Located,
  stopAtLoop: boolean,
  rest: (loop: OpenFrame | null) => void,
): void {
  const { handler } = u;
  const muted = u.compiler.muted;
  const left: OpenFrame[] = [];
  let loop: OpenFrame | null = null;
  for (;;) {
    const frame = u.frames.at(-1);
    if (!frame) break;
    if (frame.kind === "group handlers") {
      u.compiler.fail("'break', 'continue' and 'return' cannot appear in an except* block", at);
    }
    if (stopAtLoop && (frame.kind === "while" || frame.kind === "for")) {
      loop = frame;
      break;
    }
    left.push(frame);
    u.popFrame();
    u.handler = frame.outerHandler;
    leave(u, frame, value);
  }
  rest(loop);
  for (const frame of left.reverse()) u.frames.push(frame);
  u.compiler.muted = muted;
  u.handler = handler;
}

function leave(u: Unit, frame: OpenFrame, value: number | null): void {
  switch (frame.kind) {
    case "for":
      u.drop(frame.iterator);
      return;
    case "finally":
      if (value !== null) u.pushFrame({ kind: "value", register: value });
      body(u, frame.body);
      if (value !== null) u.popFrame();
      // What follows seems to come after the finally block.
      u.location = null;
      return;
    case "finally handler":
      u.drop(frame.exception);
      u.emit(Op.POP_EXC, frame.saved);
      return;
    case "handler":
      if (frame.saved >= 0) u.emit(Op.POP_EXC, frame.saved);
      if (frame.name !== null) clearName(u, frame.name, u.location);
      return;
    case "with":
      leaveWith(u, frame, value !== null);
      u.location = null;
      return;
    case "value":
      u.drop(frame.register);
      return;
    default:
      return;
  }
}

/** exit(None, None, None). `moved`: a value lies above the window of the exit method, so that moves up. */
export function leaveWith(u: Unit, frame: Extract<OpenFrame, { kind: "with" }>, moved: boolean): void {
  const mark = u.top;
  u.location = frame.at;
  const call = (result: number): void => {
    const inner = u.top;
    let { window } = frame;
    if (moved) {
      window = u.take(WINDOW_HEAD + 1);
      u.emit(Op.TAKE, window, frame.window);
      u.emit(Op.TAKE, window + WINDOW_HEAD, frame.window + WINDOW_HEAD);
    }
    u.top = window + WINDOW_HEAD + 1 - u.next + u.top;
    for (let i = 0; i < 3; i++) u.loadConst(u.take(), { type: "none" });
    u.reserve(1);
    u.emit(Op.CALL_METHOD, result, window, 3);
    u.top = inner;
  };
  if (frame.isAsync) {
    u.top = moved ? mark : frame.window + WINDOW_HEAD + 1 - u.next + u.top;
    const result = awaitResult(u, frame.at, (receiver) => {
      call(receiver);
      u.emit(Op.GET_AWAITABLE, receiver, receiver, 2, Flag.DROP_B);
    });
    u.drop(result);
  } else {
    const result = moved ? u.next : frame.window;
    u.reserve(1);
    call(result);
    u.drop(result);
  }
  u.top = mark;
}
