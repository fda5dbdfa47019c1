/** import and from … import. */

import { type Constant, PRIVATE_MODULE } from "../bytecode/code.ts";
import { Flag, Intrinsic, Op } from "../bytecode/opcodes.ts";
import type { Import, ImportFrom, Located } from "../syntax/ast.ts";
import { storeName, storeRegister } from "./names.ts";
import type { Unit } from "./unit.ts";

/** __import__ → `target`; the next two temporaries are used. */
function importTo(u: Unit, target: number, name: string, level: number, fromList: Constant, at: Located): void {
  const mark = u.top;
  u.location = at;
  const first = u.take(2);
  u.loadConst(first, { type: "int", value: level });
  u.loadConst(first + 1, fromList);
  u.emit(Op.IMPORT_NAME, target, first, u.nameIndex(u.mangled(name)));
  u.top = mark;
}

export function importStmt(u: Unit, s: Import): void {
  for (const { name, asname } of s.names) {
    const parts = name.split(".");
    if (asname === null || parts.length === 1) {
      const bound = asname ?? parts[0]!;
      const target = storeRegister(u, bound) ?? u.next;
      importTo(u, target, name, 0, { type: "none" }, s);
      storeName(u, bound, target, s);
      continue;
    }
    // import a.b.c as x: the value is a's attribute b's attribute c.
    const module = u.next;
    importTo(u, module, name, 0, { type: "none" }, s);
    for (const part of parts.slice(1)) u.emit(Op.IMPORT_FROM, module, module, u.nameIndex(part), Flag.DROP_B);
    storeName(u, asname, module, s);
  }
}

export function importFrom(u: Unit, s: ImportFrom): void {
  if (u.compiler.hidden && s.module === PRIVATE_MODULE && s.level === 0) {
    for (const { name, asname } of s.names) u.compiler.privateNames.set(asname ?? name, name);
    return;
  }
  const mark = u.top;
  const names = s.names.map((alias) => ({ type: "str", value: alias.name, points: null }) as const);
  const module = u.next;
  importTo(u, module, s.module ?? "", s.level, { type: "tuple", items: names }, s);
  u.take();
  if (s.names[0]!.name === "*") {
    const result = u.take();
    u.emit(Op.INTRINSIC, result, module, Intrinsic.IMPORT_STAR);
    u.drop(module);
    u.location = null;
    u.drop(result);
    u.top = mark;
    return;
  }
  for (const alias of s.names) {
    const bound = alias.asname ?? alias.name;
    const target = storeRegister(u, bound) ?? u.next;
    u.reserve(1);
    u.location = s;
    u.emit(Op.IMPORT_FROM, target, module, u.nameIndex(u.mangled(alias.name)));
    storeName(u, bound, target, s);
  }
  u.location = s;
  u.drop(module);
  u.top = mark;
}
