// The JIT's thread: compiles what the driver sends, until the process or the driver's machine ends. Whatever goes wrong here is one trace less.
import type { MessagePort } from "node:worker_threads";
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import { viewHeap } from "../../platform/shared-heap.ts";
import { Abort } from "../abort.ts";
import type { Room } from "../compile-request.ts";
import { Compiler } from "../compiler.ts";
import { type FromCompiler, type ThreadData, type ToCompiler, WORDS } from "./thread-protocol.ts";
import { WatchedHeap } from "./watched-heap.ts";

/** The code does not fit into the room that the driver has set aside. */
class TooSmall extends Error {
  readonly bytes: number;
  constructor(bytes: number) {
    super();
    this.bytes = bytes;
  }
}

/** `onIdle` is called when there is nothing to do after so many traces. */
export function serveDriver(port: MessagePort, data: ThreadData, onIdle: (traces: number) => void): void {
  const heap = viewHeap(data.arch, data.heapBase);
  if (heap === undefined) return;
  const call = CoreConst.INTERRUPT_TIER;
  const words = new Int32Array(data.words);
  const view = new WatchedHeap(heap, data, call);
  const entry = (name: string): number => {
    const address = data.entries[name];
    if (address === undefined) throw new Error(`krait: the core exports no ${name}`);
    return address;
  };
  const target = { arch: data.arch, base: data.imageBase, entry };
  const compiler = new Compiler(view, target, { entryLength: data.entryLength, verifies: data.verifies });
  let traces = 0;

  const allocateIn = (room: Room) => (bytes: number) => {
    if (bytes > room.bytes) throw new TooSmall(bytes);
    return room.offset;
  };
  const compile = ({ request, room, isAgain }: Extract<ToCompiler, { kind: "compile" }>): FromCompiler => {
    view.begin(isAgain);
    try {
      const compiled = compiler.compile(request, allocateIn(room), { records: [] });
      // What it relies on is still what it was taken for.
      for (const { kind, ref } of compiled.dependencies) if (kind !== "trace") view.readU32(ref + 4);
      return { kind: "compiled", compiled, ...view.everything };
    } catch (error) {
      const { id } = request;
      compiler.forget(id);
      if (error instanceof TooSmall) return { kind: "needs", id, bytes: error.bytes };
      if (error instanceof Abort)
        return { kind: "failed", id, failure: { reason: error.reason, message: error.message } };
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return { kind: "failed", id, failure: { reason: "internal-error", message } };
    }
  };
  const answer = (message: ToCompiler): FromCompiler | null => {
    if (message.kind === "installed") compiler.installed(message.id);
    else if (message.kind === "forget") compiler.forget(message.id);
    else if (message.kind === "compile") return compile(message);
    else {
      const { index, name, takenAt, room } = message;
      try {
        return { kind: "exit", index, compiled: compiler.compileExit(name, takenAt, allocateIn(room)) };
      } catch {
        return { kind: "exit", index, compiled: null }; // the description will do
      }
    }
    return null;
  };
  port.on("message", (message: ToCompiler) => {
    const made = answer(message);
    if (made === null) return;
    port.postMessage(made);
    Atomics.add(words, WORDS.posted, 1);
    heap.raise(Layout.VM.interrupt, call);
    if (made.kind === "compiled") setImmediate(onIdle, ++traces);
  });
}
