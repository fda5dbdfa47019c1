// Objects of a heap that host code asks for by name, and those that the core makes for it.
import { PRIVATE_MODULE } from "../bytecode/code.ts";
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import type { Heap } from "../heap/heap.ts";
import { EMPTY, type Ref, type Value } from "../heap/value.ts";
import { loadCode } from "./code-loader.ts";

const VM = Layout.VM;

/** What CoreObjects.newType makes a class of. */
export interface NewType {
  readonly meta: Ref;
  readonly name: string;
  readonly qualname: Ref | undefined;
  /** Tuple. */
  readonly bases: Ref;
  /** The order of resolution after the class itself. */
  readonly mroTail: readonly Ref[];
  /** Dict of its attributes. */
  readonly namespace: Ref;
  readonly slots: {
    readonly members: readonly string[] | undefined;
    readonly addDict: boolean;
    readonly addWeakref: boolean;
  };
}

export class CoreObjects {
  readonly heap: Heap;
  private readonly preludeFunctions = new Map<string, Ref>();
  private readonly builtins = new Map<string, Ref>();

  constructor(heap: Heap) {
    this.heap = heap;
  }

  /** A global of the module `_krait` (the prelude's). Borrowed: the module keeps it. */
  preludeFunction(name: string): Ref {
    return this.named(this.preludeFunctions, PRIVATE_MODULE, name);
  }
  /** A builtin as it was at start-up, whatever the program does to the module. */
  builtin(name: string): Ref {
    return this.named(this.builtins, "builtins", name);
  }
  private named(cache: Map<string, Ref>, module: string, name: string): Ref {
    let ref = cache.get(name);
    if (ref === undefined) {
      ref = this.moduleGlobal(module, name) as Ref;
      if (ref === EMPTY) throw new Error(`krait: ${module} has no ${name}`);
      this.heap.incref(ref);
      cache.set(name, ref);
    }
    return ref;
  }
  /** `_krait`, the prelude's, which programs do not meet in sys.modules. Borrowed. */
  get privateModule(): Ref {
    return this.heap.peekName(this.heap.readU32(VM.core_modules), PRIVATE_MODULE) as Ref;
  }
  /** A global of a module of sys.modules, or of `_krait`, borrowed; EMPTY if there is none. */
  moduleGlobal(module: string, name: string): Value {
    const { heap } = this;
    const found = module === PRIVATE_MODULE ? this.privateModule : this.moduleNamed(module);
    if (found === EMPTY) return EMPTY;
    return heap.peekName(heap.readU32(found + Layout.PyModule.dict), name);
  }
  /** The references behind `builtin` and `preludeFunction`, one entry a count. */
  protected namedReferences(): Ref[] {
    return [...this.preludeFunctions.values(), ...this.builtins.values()];
  }
  /** Gives back what `builtin` and `preludeFunction` have cached: a name has a new value, or the heap is about to be saved. */
  forgetNames(): void {
    for (const cache of [this.preludeFunctions, this.builtins]) {
      for (const ref of cache.values()) this.heap.decref(ref);
      cache.clear();
    }
  }

  /** True for the names that types keep in slots (`__add__` …): their builtins are slot wrappers. */
  isSpecialName(name: string): boolean {
    return `SPECIAL_${name.slice(2, -2)}` in CoreConst;
  }
  /** A module of sys.modules, borrowed. */
  moduleNamed(name: string): Ref {
    const modules = this.heap.readU32(VM.sys_modules);
    return modules === 0 ? EMPTY : (this.heap.peekName(modules, name) as Ref);
  }
  /** The code object that the compiler has made these bytes of: see loadCode. */
  loadCode(code: Uint8Array): Ref {
    return loadCode(this.heap, code);
  }
  /** Offset of the VM's reference to the dict of the module builtins. */
  builtinsDictAt(): number {
    return VM.builtins_dict;
  }
  /** An instance of a subclass of int, float, str, bytes … (or a bytearray) with the value of a plain one. */
  boxValue(cls: Ref, plain: Value): Ref {
    if (cls === CoreConst.TYPE_BYTEARRAY) return this.heap.made(this.heap.core.byteArrayNew(plain as Ref));
    this.heap.setScratch(0, plain);
    return this.heap.made(this.heap.core.valueBox(cls));
  }
  exceptionGroupType(): Ref {
    return this.builtin("ExceptionGroup");
  }
  /** Globals of the innermost Python frame that is not hidden; 0 if none runs. */
  currentGlobals(): Ref {
    const frame = this.heap.core.frameOfTop();
    if (frame === 0) return 0;
    const fn = this.heap.readU32(frame + Layout.PyFrame.function);
    return this.heap.readU32(fn + Layout.PyFunction.globals);
  }
  /** `__name__` there, borrowed; EMPTY if there is none. */
  currentModuleName(): Value {
    const globals = this.currentGlobals();
    return globals === 0 ? EMPTY : this.heap.peekName(globals, "__name__");
  }
  /** A class of the parts that type.__new__ has checked. */
  newType(parts: NewType): Ref {
    const { heap } = this;
    const { members } = parts.slots;
    const operands: Value[] = [
      heap.intern(parts.name),
      parts.bases,
      heap.tuple(parts.mroTail),
      parts.namespace,
      members === undefined ? EMPTY : heap.tuple(members.map((name) => heap.intern(name))),
    ];
    operands.forEach((operand, i) => {
      heap.setScratch(i, operand);
    });
    const options = (parts.slots.addDict ? 1 : 0) | (parts.slots.addWeakref ? 2 : 0);
    const type = heap.made(heap.core.typeNew(parts.meta, options));
    if (parts.qualname !== undefined) heap.setRef(type + Layout.PyType.qualname, parts.qualname);
    return type;
  }
  /** `origin[args]` as types.GenericAlias. */
  genericAlias(origin: Ref, args: Value): Ref {
    const { heap } = this;
    const GA = Layout.PyGenericAlias;
    const ref = heap.made(heap.core.newContainer(CoreConst.TYPE_GENERIC_ALIAS, GA.size));
    heap.setValue(ref + GA.origin, origin);
    heap.setValue(ref + GA.args, heap.isTuple(args) ? args : heap.tuple([args]));
    return ref;
  }
}
