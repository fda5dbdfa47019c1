// Code of the library's modules that lies in the heap image: a program that imports them neither reads the archive nor loads code from disk.
// Kept in `_krait` as a dict: name → (code, path, whether it is a package). Code can be run any number of times, so it stays there.
import { EMPTY, type Ref, type Value } from "../heap/value.ts";
import { moduleDict } from "../host/module-definition.ts";
import type { Context } from "../vm/context.ts";
import type { Machine } from "../vm/machine.ts";
import { compiledModule, libraryOf, libraryPath } from "./library-code.ts";

const words = (text: string): string[] => text.trim().split(/\s+/);

/** What programs import most, and what that imports. Not more: what lies in the image is looked at by every collection, the one at exit too. */
const MODULES = words(`
  __future__ _weakrefset base64 bisect collections contextlib copy copyreg enum functools hashlib heapq importlib json json.decoder json.encoder
  json.scanner keyword operator random re re._casefix re._compiler re._constants re._parser reprlib string struct textwrap types typing warnings weakref
`);

function kept(ctx: Context): Ref {
  return ctx.machine.moduleGlobal("_krait", "library_code") as Ref;
}

/** At image build. */
export function keepLibraryCode(machine: Machine): void {
  const { ctx } = machine;
  const { heap } = ctx;
  const dict = heap.dict();
  for (const name of MODULES) {
    const module = libraryOf(machine).archive.find(name);
    if (module === undefined) continue;
    const path = libraryPath(machine, module);
    const code = compiledModule(ctx, module, path);
    heap.dictSet(dict, ctx.str(name), ctx.tuple([code, ctx.str(path), ctx.bool(module.isPackage)]));
  }
  heap.setName(moduleDict(ctx, machine.moduleNamed("_krait")), "library_code", dict);
}

/** Code, path and kind of a module that lies in the image. */
export function keptModule(
  ctx: Context,
  name: string,
): readonly [code: Ref, path: Value, isPackage: Value] | undefined {
  const dict = kept(ctx);
  if (dict === EMPTY) return undefined;
  const found = ctx.heap.getName(dict, name);
  if (found === EMPTY) return undefined;
  const [code, path, isPackage] = ctx.heap.tupleItems(found as Ref) as [Ref, Value, Value];
  return [code, path, isPackage];
}
