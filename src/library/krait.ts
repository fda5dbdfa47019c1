// The public VM. One Krait is one Python: a heap, its modules and globals. It runs one program at a time on its thread; several VMs may live
// in one process, each in a worker thread if wished.

import { CoreConst } from "../heap/generated/layout.ts";
import type { InterruptFlag } from "../platform/platform.ts";
import { openPlatform } from "../platform/platform.ts";
import type { KraitOptions, RunOptions } from "./options.ts";
import { Vm } from "./vm.ts";

/** A VM's global variables (those of `__main__`). */
export interface PyGlobals {
  /** undefined if there is no such variable. */
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  has(name: string): boolean;
  /** False if there was no such variable. */
  delete(name: string): boolean;
  keys(): string[];
}

export class Krait implements Disposable {
  readonly #vm: Vm;
  readonly globals: PyGlobals;

  /** Throws Error if the platform can't run Krait, RangeError for limits that make no sense. */
  static create(options: KraitOptions = {}): Krait {
    return new Krait(options);
  }

  constructor(options: KraitOptions = {}) {
    this.#vm = new Vm(options);
    this.globals = globalsOf(this.#vm);
  }

  /** Runs Python source in `__main__`. Gives the value of its last statement if that is an expression, else undefined. Throws PythonError. */
  run(source: string, options: RunOptions = {}): unknown {
    return this.#vm.run(source, options);
  }
  /** As run, where async host functions may be called: the program pauses until their promises are settled. */
  runAsync(source: string, options: RunOptions = {}): Promise<unknown> {
    return this.#vm.runAsync(source, options);
  }

  /** Ends the current run with KeyboardInterrupt at its next safe point, or at once if it waits for a promise. Without one, does nothing. */
  interrupt(): void {
    this.#vm.interrupt();
  }
  /** What another thread needs to interrupt this VM: plain data, to be posted there and given to `Krait.interruptFrom`. */
  get interruptFlag(): InterruptFlag {
    return this.#vm.flag;
  }
  /** Interrupts a VM of another thread. False if it has been closed. */
  static interruptFrom(flag: InterruptFlag): boolean {
    if (flag?.platform !== "addon" && flag?.platform !== "koffi")
      throw new TypeError("interruptFrom needs what interruptFlag of a Krait VM gave");
    return openPlatform(flag.platform).raise(flag, CoreConst.INTERRUPT_HOST);
  }

  /** Bytes of memory in use by the program's objects, in whole pages. */
  get memoryInUseBytes(): number {
    return this.#vm.memoryInUseBytes;
  }
  get isClosed(): boolean {
    return this.#vm.isClosed;
  }
  /** Gives all memory back. With `audit`, throws if a reference count was wrong or something leaked. */
  close(): void {
    this.#vm.close();
  }
  [Symbol.dispose](): void {
    this.close();
  }
}

function globalsOf(vm: Vm): PyGlobals {
  return {
    get: (name) => vm.getGlobal(name),
    set: (name, value) => vm.setGlobal(name, value),
    has: (name) => vm.hasGlobal(name),
    delete: (name) => vm.deleteGlobal(name),
    keys: () => vm.globalNames(),
  };
}
