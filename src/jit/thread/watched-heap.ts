// The heap as the compiler sees it from another thread, while the program goes on. Nothing that is read can be trusted at the time, so everything is
// noted: word, bits, contents. When the trace is done the driver compares. If all is as it was seen, the trace is as good as one compiled at that
// moment; if not, it is thrown away. What has been seen twice with different contents can't be: then the compilation ends at once. Functions of the
// core are asked for by the other thread, which compares first: they are never called with what is no longer there.
import { Layout } from "../../heap/generated/layout.ts";
import type { HeapOfOtherThread } from "../../platform/shared-heap.ts";
import { Abort } from "../abort.ts";
import { type Facts, joined, LOOKUP, MOST_SEEN, SeenWords } from "../observations.ts";
import { ObservedHeap } from "../observed-heap.ts";
import { ANSWER_MS, Question, questionOf, stateOf, type ThreadData, WORDS } from "./thread-protocol.ts";

/** Reads of one compilation: what is longer follows garbage. */
const MOST_READS = 4_000_000;
/** Answers that are remembered from one trace to the next. */
const MOST_ANSWERS = 4096;

export class WatchedHeap extends ObservedHeap {
  private readonly heap: HeapOfOtherThread;
  private readonly memory: Uint32Array;
  private readonly words: Int32Array;
  private readonly seen: SeenWords;
  private reads = 0;
  /** Answers by what was asked. A guess when they are used again: the driver asks once more before it believes them. */
  private readonly answers = new Map<string, Uint32Array>();
  private asked: Uint32Array[] = [];
  private questions = 0;
  private change: Abort | null = null;
  /** Bit of vm->interrupt that gets the driver's attention. */
  private readonly call: number;

  constructor(heap: HeapOfOtherThread, data: ThreadData, call: number) {
    super();
    this.heap = heap;
    this.memory = new Uint32Array(heap.buffer);
    this.words = new Int32Array(data.words);
    this.seen = new SeenWords(new Uint32Array(data.seen));
    this.call = call;
  }

  /** Before a compilation. isAgain: what is remembered may be wrong. */
  begin(isAgain: boolean): void {
    this.change = null;
    this.seen.clear();
    this.reads = 0;
    this.asked = [];
    if (isAgain || this.answers.size > MOST_ANSWERS) this.answers.clear();
  }
  /** What the compilation rests on. Throws Abort if the heap has changed, though whoever came upon it took that for something else. */
  get everything(): Facts {
    if (this.change !== null) throw this.change;
    return { seen: this.seen.copy(), asked: joined(this.asked) };
  }

  protected override readPoint(at: number): number {
    const point = this.readU32(at);
    if (point > 0x10ffff) throw this.changed();
    return point;
  }
  protected override read(word: number, mask: number): number {
    const value = ((this.memory[word] as number) & mask) >>> 0;
    if (++this.reads > MOST_READS) throw this.changed();
    if (this.seen.note(word, mask, value)) return value;
    if (this.seen.count === MOST_SEEN) throw new Abort("too-long", "words looked at");
    throw this.changed();
  }
  protected override lookUp(fn: number, a: number, b: number, c: number): Uint32Array {
    const key = `${fn} ${a} ${b} ${c}`;
    let lookup = this.answers.get(key);
    if (lookup === undefined) {
      lookup = this.askDriver(fn, a, b, c);
      this.answers.set(key, lookup);
    }
    if (!this.asked.includes(lookup)) this.asked.push(lookup);
    return lookup;
  }
  private askDriver(...question: number[]): Uint32Array {
    const { words } = this;
    for (const [i, n] of question.entries()) Atomics.store(words, WORDS.lookup + i, n);
    Atomics.store(words, WORDS.seen, this.seen.count);
    const asked = questionOf(++this.questions, Question.asked);
    Atomics.store(words, WORDS.question, asked);
    if (!this.heap.raise(Layout.VM.interrupt, this.call)) throw this.changed();
    Atomics.wait(words, WORDS.question, asked, ANSWER_MS);
    const now = Atomics.exchange(words, WORDS.question, Question.none);
    if (now === asked) throw this.changed("the program has come to no safe point");
    if (stateOf(now) !== Question.answered) throw this.changed();
    return Uint32Array.from(words.subarray(WORDS.lookup, WORDS.lookup + LOOKUP.words), (n) => n >>> 0);
  }

  private changed(how = "the heap has changed"): Abort {
    this.change ??= new Abort("stale-recording", how);
    return this.change;
  }
}
