// What a trace knows of an object that it has not made. What is done with such objects is in virtual.ts.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { FieldEntry, Node } from "../ir.ts";

export interface VirtualField {
  node: Node;
  readonly raw: FieldEntry["raw"];
}

export class Virtual {
  readonly type: number;
  /** Size in bytes, a multiple of 8, and the free list of its blocks. */
  readonly bytes: number;
  readonly list: number;
  /** By byte offset. What is not listed is 0; a word of the head (a tuple's length, an instance's shape) is a constant. */
  readonly fields = new Map<number, VirtualField>();
  /** Once it has been made. */
  real: Node | null = null;
  /** A generator or an exception: the instruction of the recording that makes it. */
  site: object | null = null;

  constructor(type: number, bytes: number, list: number) {
    this.type = type;
    this.bytes = bytes;
    this.list = list;
  }

  /** One of the same kind, without fields. */
  twin(): Virtual {
    return new Virtual(this.type, this.bytes, this.list);
  }
  /** An instance's shape. */
  get shape(): number {
    const isInstance = this.type >= CoreConst.STATIC_END && !(this instanceof VirtualTuple);
    const shape = isInstance ? this.fields.get(Layout.PyInstance.shape) : undefined;
    return shape === undefined ? 0 : (shape.node.boxed?.low as number);
  }
  get(offset: number): Node | undefined {
    return this.fields.get(offset)?.node;
  }
  /** Whether another one differs in nothing but what its fields hold. */
  isLike(other: Virtual): boolean {
    if (this.type !== other.type || this.bytes !== other.bytes || this.list !== other.list) return false;
    if (this.shape !== other.shape || this.fields.size !== other.fields.size) return false;
    for (const offset of this.fields.keys()) if (!other.fields.has(offset)) return false;
    return true;
  }
  /** Offsets of the fields in the order in which the object's death drops them. */
  deathOrder(): number[] {
    const offsets = [...this.fields.keys()].sort((x, y) => x - y);
    if (this.type === CoreConst.TYPE_SLICE) return [Layout.PySlice.step, Layout.PySlice.start, Layout.PySlice.stop];
    if (this.type === CoreConst.TYPE_METHOD) return [Layout.PyMethod.function, Layout.PyMethod.self];
    return offsets;
  }
  /** Whether `node` can be reached from here. */
  reaches(node: Node): boolean {
    if (node.virtual === this) return true;
    for (const { node: held } of this.fields.values()) if (held.virtual?.reaches(node)) return true;
    return false;
  }
}

/** A tuple, or an instance of a class that derives from it. */
export class VirtualTuple extends Virtual {
  override twin(): Virtual {
    return new VirtualTuple(this.type, this.bytes, this.list);
  }
  override deathOrder(): number[] {
    return super.deathOrder().reverse();
  }
}

/** The keys and values of a dict, one after the other: see `newDict`. */
export class VirtualPairs extends VirtualTuple {
  override twin(): Virtual {
    return new VirtualPairs(this.type, this.bytes, this.list);
  }
  /** As the dict drops them. */
  override deathOrder(): number[] {
    return super.deathOrder().reverse();
  }
}

/** Free list of blocks of this size for objects that may be part of cycles. */
export function containerList(bytes: number): number {
  return CoreConst.HEAP_CONTAINERS * CoreConst.HEAP_CLASSES + Math.ceil(bytes / 16) - 1;
}

/** Where an exception has been raised: words to the frame, and the instruction's number in its code. */
export interface Raised {
  readonly delta: number;
  readonly word: number;
}

/** An exception of a plain class: virtual-exception.ts. */
export class VirtualException extends Virtual {
  readonly raised: Raised[] = [];

  override twin(): Virtual {
    return new VirtualException(this.type, this.bytes, this.list);
  }
}

/** What lies outside of an exception: the attributes that it has besides `args`. No object, for nothing but the exception knows of it. */
export class VirtualBlock extends Virtual {
  override twin(): Virtual {
    return new VirtualBlock(this.type, this.bytes, this.list);
  }
}

/** The traceback of one, as `__exit__` gets it. It keeps its exception. */
export class VirtualTraceback extends Virtual {
  override twin(): Virtual {
    return new VirtualTraceback(this.type, this.bytes, this.list);
  }
  get exception(): Node {
    return this.fields.get(0)?.node as Node;
  }
}

export function exceptionOf(node: Node): VirtualException | undefined {
  return node.virtual instanceof VirtualException ? node.virtual : undefined;
}
/** Whether it is one that only an exit can make, or its traceback. */
export function isOfException(node: Node): boolean {
  return node.virtual instanceof VirtualException || node.virtual instanceof VirtualTraceback;
}
