// Handles: Python objects that JavaScript holds on to. Each owns one reference; `[Symbol.dispose]()` gives it back at once, and a
// FinalizationRegistry does so for handles that were forgotten.
import type { Ref } from "../heap/value.ts";
import { KraitUsageError } from "./python-error.ts";

/**
 * What a handle needs of its VM.
 * @internal
 */
export interface HandleOwner {
  readonly isClosed: boolean;
  call(ref: Ref, args: readonly unknown[], keywords: Readonly<Record<string, unknown>> | undefined): unknown;
  callAsync(
    ref: Ref,
    args: readonly unknown[],
    keywords: Readonly<Record<string, unknown>> | undefined,
  ): Promise<unknown>;
  getAttribute(ref: Ref, name: string): unknown;
  setAttribute(ref: Ref, name: string, value: unknown): void;
  text(ref: Ref, how: "str" | "repr"): string;
  typeName(ref: Ref): string;
  isCallable(ref: Ref): boolean;
  /** Gives a handle's reference back, now or as soon as the VM is at rest. */
  releaseHandle(ref: Ref): void;
}

interface Held {
  readonly owner: HandleOwner;
  ref: Ref;
}

const forgotten = new FinalizationRegistry<Held>(giveBack);

function giveBack(held: Held): void {
  const { owner, ref } = held;
  held.ref = 0;
  if (ref !== 0 && !owner.isClosed) owner.releaseHandle(ref);
}

/** A Python object without a JavaScript counterpart. */
export class PyObject implements Disposable {
  readonly #held: Held;

  private constructor(owner: HandleOwner, ref: Ref) {
    if (owner === undefined) throw new KraitUsageError("only a Krait VM makes Python objects");
    this.#held = { owner, ref };
    forgotten.register(this, this.#held, this);
  }

  /**
   * Takes over one reference.
   * @internal
   */
  static make(owner: HandleOwner, ref: Ref): PyObject {
    return new PyObject(owner, ref);
  }
  /**
   * The object's offset; throws KraitUsageError for a released handle or a closed VM.
   * @internal
   */
  static refOf(handle: PyObject, owner: HandleOwner): Ref {
    const { owner: own, ref } = handle.#held;
    if (own !== owner) throw new KraitUsageError("this Python object belongs to another Krait VM");
    if (own.isClosed) throw new KraitUsageError("the Krait VM of this Python object is closed");
    if (ref === 0) throw new KraitUsageError("this Python object was released");
    return ref;
  }
  /** @internal */
  static belongsTo(handle: PyObject, owner: HandleOwner): boolean {
    return handle.#held.owner === owner && handle.#held.ref !== 0;
  }
  #ref(): Ref {
    return PyObject.refOf(this, this.#held.owner);
  }

  /** Name of the object's class. */
  get typeName(): string {
    return this.#held.owner.typeName(this.#ref());
  }
  get isCallable(): boolean {
    return this.#held.owner.isCallable(this.#ref());
  }
  /** Calls the object. Throws PythonError. */
  call(...args: unknown[]): unknown {
    return this.#held.owner.call(this.#ref(), args, undefined);
  }
  /** Calls the object with keyword arguments. Throws PythonError. */
  callWith(args: readonly unknown[], keywords: Readonly<Record<string, unknown>>): unknown {
    return this.#held.owner.call(this.#ref(), args, keywords);
  }
  /** As call, where async host functions may be reached. */
  callAsync(...args: unknown[]): Promise<unknown> {
    return this.#held.owner.callAsync(this.#ref(), args, undefined);
  }
  /** getattr(object, name). Throws PythonError. */
  get(name: string): unknown {
    return this.#held.owner.getAttribute(this.#ref(), name);
  }
  /** setattr(object, name, value). Throws PythonError. */
  set(name: string, value: unknown): void {
    this.#held.owner.setAttribute(this.#ref(), name, value);
  }
  /** str(object). */
  toString(): string {
    return this.#held.owner.text(this.#ref(), "str");
  }
  /** repr(object). */
  repr(): string {
    return this.#held.owner.text(this.#ref(), "repr");
  }
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    const { owner, ref } = this.#held;
    if (ref === 0 || owner.isClosed) return "[PyObject, released]";
    try {
      return `[PyObject ${owner.text(ref, "repr")}]`;
    } catch {
      return `[PyObject <${owner.typeName(ref)} object whose repr() failed>]`;
    }
  }

  /** Gives the reference back. The handle can't be used afterwards; doing it twice is harmless. */
  release(): void {
    forgotten.unregister(this);
    giveBack(this.#held);
  }
  [Symbol.dispose](): void {
    this.release();
  }
}
