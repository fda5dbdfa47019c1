// What the JIT's thread and the one that runs the program tell each other: messages through a port, and for questions that the compiler waits for,
// words in memory that both share.
import type { MessagePort } from "node:worker_threads";
import type { Arch } from "../../platform/platform.ts";
import type {
  CompiledExit,
  CompiledTrace,
  CompileFailure,
  CompileRequest,
  ExitName,
  Room,
} from "../compile-request.ts";
import { type Facts, LOOKUP } from "../observations.ts";

/** To the compiler. Messages are served in their order. */
export type ToCompiler =
  /** isAgain: what was assumed the last time has changed. */
  | { readonly kind: "compile"; readonly request: CompileRequest; readonly room: Room; readonly isAgain: boolean }
  | {
      readonly kind: "exit";
      readonly index: number;
      readonly name: ExitName;
      readonly takenAt: number;
      readonly room: Room;
    }
  | { readonly kind: "installed"; readonly id: number }
  | { readonly kind: "forget"; readonly id: number };

/** To the driver: one for each trace or exit that was asked for. */
export type FromCompiler =
  | ({ readonly kind: "compiled"; readonly compiled: CompiledTrace } & Facts)
  | { readonly kind: "failed"; readonly id: number; readonly failure: CompileFailure }
  /** The room is too small. */
  | { readonly kind: "needs"; readonly id: number; readonly bytes: number }
  | { readonly kind: "exit"; readonly index: number; readonly compiled: CompiledExit | null };

/** A machine that the thread is to compile for. */
export interface ServedMachine {
  /** ToCompiler comes in here, FromCompiler goes out. */
  readonly port: MessagePort;
  readonly data: ThreadData;
}

/** What the thread is told of a machine. */
export interface ThreadData {
  readonly arch: Arch;
  readonly heapBase: number;
  readonly imageBase: number;
  /** Addresses of the core's functions. */
  readonly entries: Readonly<Record<string, number>>;
  readonly entryLength: number;
  readonly verifies: boolean;
  /** Shared words, by the names in WORDS; the words that were read of the heap. */
  readonly words: SharedArrayBuffer;
  readonly seen: SharedArrayBuffer;
}

/** Indices into ThreadData.words. */
export const WORDS = {
  /** The question's number and who waits: questionOf. */
  question: 0,
  /** Entries of `seen` that the question rests on. */
  seen: 1,
  /** Messages that have been posted to the driver. */
  posted: 2,
  /** A lookup. */
  lookup: 3,
  count: 3 + LOOKUP.words,
} as const;

/**
 * How long the compiler waits for an answer. A program that is in a long builtin or waits for its host comes to no safe point, and there may be others
 * to compile for.
 */
export const ANSWER_MS = 250;

/**
 * Who waits for whom, in the lowest bits of the word; above them is the question's number, so that an answer that comes too late is not taken for
 * one to the next question. refused: what the compiler has seen is no longer so.
 */
export const Question = { none: 0, asked: 1, answered: 2, refused: 3 } as const;
export const QUESTION_BITS = 2;
export function questionOf(number: number, state: number): number {
  return (number << QUESTION_BITS) | state;
}
export function stateOf(word: number): number {
  return word & ((1 << QUESTION_BITS) - 1);
}
