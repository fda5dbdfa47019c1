// Host functions by id. Those of a heap image are made when they are first asked for: there are two thousand, and a program calls fifty of them.
import type { Definition, HostFunction } from "./host-call.ts";

/** What an image knows of a function; its definition is found by the path. */
export type FunctionRow = readonly [path: string, name: string, qualname: string, isWrapper: boolean, owner: number];

/** The functions of an image, for all machines that are made of it. */
export class ImageFunctions {
  private readonly rows: readonly string[];
  private readonly find: (path: string) => Definition | undefined;
  private readonly made: HostFunction[] = [];

  /** `rows`: see `write`. */
  constructor(rows: readonly string[], find: (path: string) => Definition | undefined) {
    this.rows = rows;
    this.find = find;
  }
  get length(): number {
    return this.rows.length;
  }
  get(id: number): HostFunction | undefined {
    return (this.made[id] ??= this.make(id) as HostFunction);
  }
  pathOf(id: number): string | undefined {
    const row = this.rows[id];
    return row && (JSON.parse(row) as FunctionRow)[0];
  }
  private make(id: number): HostFunction | undefined {
    const row = this.rows[id];
    if (row === undefined) return undefined;
    const [path, name, qualname, isWrapper, owner] = JSON.parse(row) as FunctionRow;
    const definition = this.find(path);
    return definition && { ...definition, id, path, name, qualname, isWrapper, owner };
  }
}

/** A row for an image's head: a text, of which most are never read. */
export function writeRow({ path, name, qualname, isWrapper, owner }: HostFunction): string {
  return JSON.stringify([path, name, qualname, isWrapper, owner] satisfies FunctionRow);
}

export class HostFunctions {
  private image: ImageFunctions | undefined;
  /** Registered by this machine: their ids come after those of the image. */
  private readonly own: HostFunction[] = [];

  get length(): number {
    return (this.image?.length ?? 0) + this.own.length;
  }
  get(id: number): HostFunction | undefined {
    const inherited = this.image?.length ?? 0;
    return id < inherited ? this.image?.get(id) : this.own[id - inherited];
  }
  /** What an error can say of a function, found or not. */
  nameOf(id: number): string {
    return this.image?.pathOf(id) ?? this.get(id)?.path ?? String(id);
  }
  add(found: HostFunction): void {
    this.own.push(found);
  }
  /** Before anything is registered. */
  adopt(image: ImageFunctions): void {
    this.image = image;
  }
  /** All of them, by id. */
  all(): HostFunction[] {
    return Array.from({ length: this.length }, (_, id) => this.get(id) as HostFunction);
  }
}
