// The driver's end of the compiler's thread: sends, answers what it asks, and compares what it has seen with what is now.
import { MessageChannel, type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import { Layout } from "../../heap/generated/layout.ts";
import type { Heap } from "../../heap/heap.ts";
import type { CoreImage } from "../../platform/platform.ts";
import { isUnchanged, LOOKUP, lookUp, MOST_SEEN, SEEN_WORDS } from "../observations.ts";
import { joinThread, type ThreadMember } from "./shared-thread.ts";
import {
  type FromCompiler,
  QUESTION_BITS,
  Question,
  questionOf,
  stateOf,
  type ThreadData,
  type ToCompiler,
  WORDS,
} from "./thread-protocol.ts";

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
    const isSame = isUnchanged(heap, this.seen, Atomics.load(words, WORDS.seen));
    // What was read is all of one question if the compiler still waits.
    if (Atomics.load(words, WORDS.question) !== asked) return;
    let state: number = Question.refused;
    if (isSame) {
      const { u32 } = heap;
      const answer = lookUp(heap, question, 0);
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

  close(): void {
    this.port.close();
    this.thread.leave();
  }
}
