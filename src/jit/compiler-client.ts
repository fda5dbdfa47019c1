// The driver's end of the compiler's thread: sends, answers what it asks, and compares what it has seen with what is now.
import { MessageChannel, type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import type { Heap } from "../heap/heap.ts";
import type { CoreImage } from "../platform/platform.ts";
import { LOOKUPS } from "./heap-view.ts";
import { joinThread, type ThreadMember } from "./shared-thread.ts";
import {
  type FromCompiler,
  LOOKUP,
  MOST_SEEN,
  QUESTION_BITS,
  Question,
  questionOf,
  SEEN_WORDS,
  stateOf,
  type ThreadData,
  type ToCompiler,
  WORDS,
} from "./thread-protocol.ts";

const FUNCTIONS = Object.entries(LOOKUPS);
const SCRATCH = Layout.VM.scratch;

export class CompilerClient {
  private readonly heap: Heap;
  private readonly thread: ThreadMember;
  private readonly port: MessagePort;
  private readonly words: Int32Array;
  private readonly seen: Uint32Array;
  private taken = 0;

  constructor(
    heap: Heap,
    heapBase: number,
    image: CoreImage,
    options: Pick<ThreadData, "arch" | "entryLength" | "verifies">,
  ) {
    this.heap = heap;
    const words = new SharedArrayBuffer(4 * WORDS.count);
    const seen = new SharedArrayBuffer(4 * SEEN_WORDS * MOST_SEEN);
    this.words = new Int32Array(words);
    this.seen = new Uint32Array(seen);
    const entries = Object.fromEntries(image.entryNames.map((name) => [name, image.entry(name)]));
    entries["core_image_base"] = image.base;
    const data: ThreadData = { ...options, heapBase, imageBase: image.base, entries, words, seen };
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    port1.unref();
    this.thread = joinThread({ port: port2, data });
  }

  /** The thread has ended without having been asked to. */
  get hasFailed(): boolean {
    return this.thread.hasFailed;
  }
  send(message: ToCompiler): void {
    this.port.postMessage(message);
  }

  /** Answers what the compiler waits for, if it does. */
  answer(): void {
    const { words, heap } = this;
    const asked = Atomics.load(words, WORDS.question);
    if (stateOf(asked) !== Question.asked) return;
    const question = Array.from({ length: LOOKUP.answer }, (_, i) => Atomics.load(words, WORDS.lookup + i));
    const isUnchanged = this.isUnchanged(this.seen, Atomics.load(words, WORDS.seen));
    // What was read is all of one question if the compiler still waits.
    if (Atomics.load(words, WORDS.question) !== asked) return;
    let state: number = Question.refused;
    if (isUnchanged) {
      const { u32 } = heap;
      const answer = this.lookUp(question, 0);
      Atomics.store(words, WORDS.lookup + LOOKUP.answer, answer ?? 0);
      for (let i = 0; i < LOOKUP.scratchWords; i++)
        Atomics.store(words, WORDS.lookup + LOOKUP.scratch + i, u32[SCRATCH / 4 + i] as number);
      if (answer !== null) state = Question.answered;
    }
    Atomics.compareExchange(words, WORDS.question, asked, questionOf(asked >> QUESTION_BITS, state));
    Atomics.notify(words, WORDS.question);
  }

  /** The next message from the compiler. */
  receive(): FromCompiler | undefined {
    if (this.taken === Atomics.load(this.words, WORDS.posted)) return undefined;
    const received = receiveMessageOnPort(this.port) as { message: FromCompiler } | undefined;
    if (received === undefined) return undefined;
    this.taken++;
    return received.message;
  }

  /** Whether all is still as the compiler has seen it. */
  holds(seen: Uint32Array, asked: Uint32Array): boolean {
    if (!this.isUnchanged(seen, seen.length / SEEN_WORDS)) return false;
    const { u32 } = this.heap;
    for (let at = 0; at < asked.length; at += LOOKUP.words) {
      if (this.lookUp(asked, at) !== asked[at + LOOKUP.answer]) return false;
      for (let i = 0; i < LOOKUP.scratchWords; i++)
        if (u32[SCRATCH / 4 + i] !== asked[at + LOOKUP.scratch + i]) return false;
    }
    return true;
  }
  /** null: what is asked about is gone. */
  private lookUp(words: ArrayLike<number>, at: number): number | null {
    const { heap } = this;
    const { u32, core } = heap;
    const [name, kinds] = FUNCTIONS[words[at + LOOKUP.fn] as number] as (typeof FUNCTIONS)[number];
    const args = kinds.map((_, i) => (words[at + LOOKUP.args + i] as number) >>> 0);
    for (const [i, kind] of kinds.entries()) {
      const ref = args[i] as number;
      if (kind === "number" || (kind === "shape" && ref === 0)) continue;
      // What has been freed has no count.
      if (ref === 0 || heap.readU32(ref) === 0) return null;
      if (kind === "dict" && heap.readU32(heap.readU32(ref + 4) + Layout.PyType.kind) !== CoreConst.LAYOUT_DICT)
        return null;
    }
    // What it leaves is compared, too, not what others have left there.
    u32.fill(0, SCRATCH / 4, SCRATCH / 4 + LOOKUP.scratchWords);
    const functions = core as unknown as Record<string, (...args: number[]) => number>;
    return (functions[name] as (...args: number[]) => number).apply(core, args) >>> 0;
  }
  private isUnchanged(seen: Uint32Array, count: number): boolean {
    const { u32 } = this.heap;
    for (let i = 0, at = 0; i < count; i++, at += SEEN_WORDS) {
      const now = u32[seen[at] as number] as number;
      if (((now ^ (seen[at + 2] as number)) & (seen[at + 1] as number)) !== 0) return false;
    }
    return true;
  }

  close(): void {
    this.port.close();
    this.thread.leave();
  }
}
