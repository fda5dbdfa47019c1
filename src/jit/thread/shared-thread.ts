// The thread that compiles for all machines of this one. It starts when the first of them wants it, keeps nothing alive, and ends some time after the
// last of them has gone.
import { Worker } from "node:worker_threads";
import { compilerThreadFile } from "../load/thread-file.ts";
import type { ServedMachine } from "./thread-protocol.ts";

/** A machine's part in the thread. */
export interface ThreadMember {
  /** The thread has ended without having been asked to. */
  readonly hasFailed: boolean;
  leave(): void;
}

/** The compiler's heap of JavaScript, in MB: what needs more is given up, and the process goes on. */
const MOST_MEMORY = 256;
/** Whoever makes machine after machine need not start a thread (30 ms of a processor, 2 of them on this thread) for each. */
const IDLE_MS = 3000;

class SharedThread {
  members = 0;
  hasFailed = false;
  readonly worker: Worker;
  private idle: NodeJS.Timeout | undefined;

  constructor() {
    this.worker = new Worker(compilerThreadFile() as string, {
      execArgv: [],
      stdin: false,
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
    });
    this.worker.unref();
    const fail = () => {
      this.hasFailed = true;
      if (shared === this) shared = undefined;
    };
    this.worker.on("error", fail);
    this.worker.on("exit", fail);
  }

  enter(): void {
    this.members++;
    clearTimeout(this.idle);
  }
  leave(): void {
    if (--this.members > 0 || this.hasFailed) return;
    this.idle = setTimeout(() => {
      if (shared === this) shared = undefined;
      void this.worker.terminate();
    }, IDLE_MS).unref();
  }
}

let shared: SharedThread | undefined;

/** A machine's part in the thread, which serves it until it leaves. */
export function joinThread(machine: ServedMachine): ThreadMember {
  shared ??= new SharedThread();
  const thread = shared;
  thread.enter();
  thread.worker.postMessage(machine, [machine.port]);
  return {
    get hasFailed() {
      return thread.hasFailed;
    },
    leave: () => thread.leave(),
  };
}
