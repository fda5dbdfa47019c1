// The modules _md5, _sha1, _sha2 and _sha3 over node:crypto. A hash object's state is a node Hash in a table of the machine, reached by a number
// that the Python object (hashes.py) gives back when it dies.
import * as crypto from "node:crypto";
import { createHash, createHmac, getHashes, type Hash, pbkdf2Sync, scryptSync } from "node:crypto";
import { numberOf } from "../heap/numbers.ts";
import { raise } from "../heap/py-error.ts";
import { type Ref, smallIntOf, type Value } from "../heap/value.ts";
import { defineModule, type ModuleDefinition } from "../host/module-definition.ts";
import type { Context } from "../vm/context.ts";
import { def } from "../vm/host-call.ts";
import type { Machine } from "../vm/machine.ts";
import { pythonSource } from "./python-source.ts";

interface Table {
  readonly hashes: (Hash | undefined)[];
  readonly free: number[];
}
const tables = new WeakMap<Machine, Table>();

function tableOf(ctx: Context): Table {
  let table = tables.get(ctx.machine);
  if (table === undefined) {
    table = { hashes: [], free: [] };
    tables.set(ctx.machine, table);
  }
  return table;
}
function add(ctx: Context, hash: Hash): Value {
  const { hashes, free } = tableOf(ctx);
  const place = free.pop() ?? hashes.length;
  hashes[place] = hash;
  return ctx.int(place);
}
function hashAt(ctx: Context, v: Value): Hash {
  const hash = tableOf(ctx).hashes[smallIntOf(v)];
  if (hash === undefined) throw raise("SystemError", "this hash object has no state");
  return hash;
}

/** Names that this Node's OpenSSL has, without dashes as Python writes them. */
const nodeName = (name: string): string => name.replace("_", name.startsWith("shake") ? "" : "-");

/** In one step where Node has that (from 20.12 on): it takes half the time. */
function digestOf(name: string, data: Uint8Array): Uint8Array {
  const digest = crypto.hash === undefined ? createHash(name).update(data).digest() : crypto.hash(name, data, "buffer");
  return new Uint8Array(digest.buffer, digest.byteOffset, digest.length);
}

const shared: ModuleDefinition = defineModule("_hashes", {
  functions: {
    _check_name: def("(name, /)", (ctx, v: Value) => {
      const name = nodeName(ctx.heap.text(v as Ref));
      if (!getHashes().includes(name) && !getHashes().includes(name.toUpperCase()))
        throw raise("ValueError", `unsupported hash type ${ctx.heap.text(v as Ref)}`);
      return ctx.none;
    }),
    _start: def("(name, /)", (ctx, v: Value) => add(ctx, createHash(nodeName(ctx.heap.text(v as Ref))))),
    _digest_of: def("(name, data, /)", (ctx, name: Value, data: Value) =>
      ctx.heap.newBytes(digestOf(nodeName(ctx.heap.text(name as Ref)), ctx.heap.bytesOf(data as Ref))),
    ),
    _update: def("(state, data, /)", (ctx, state: Value, data: Value) => {
      hashAt(ctx, state).update(ctx.heap.bytesOf(data as Ref));
      return ctx.none;
    }),
    _copy: def("(state, /)", (ctx, state: Value) => add(ctx, hashAt(ctx, state).copy())),
    _digest: def("(state, /)", (ctx, state: Value) =>
      ctx.heap.newBytes(Uint8Array.from(hashAt(ctx, state).copy().digest())),
    ),
    /** SHAKE gives as many bytes as are asked for. */
    _squeeze: def("(state, length, /)", (ctx, state: Value, length: Value) => {
      const outputLength = numberOf(ctx.heap, length);
      if (outputLength === 0) return ctx.heap.newBytes(new Uint8Array());
      return ctx.heap.newBytes(Uint8Array.from(hashAt(ctx, state).copy({ outputLength }).digest()));
    }),
    _forget: def("(state, /)", (ctx, state: Value) => {
      const { hashes, free } = tableOf(ctx);
      const place = smallIntOf(state);
      if (hashes[place] !== undefined) {
        hashes[place] = undefined;
        free.push(place);
      }
      return ctx.none;
    }),
  },
  get pythonSource() {
    return pythonSource("hashes.py");
  },
});

/** Rounds of PBKDF2 that Node may do at a stretch: nothing can interrupt it, and these take about a second. */
const MOST_ROUNDS_AT_A_STRETCH = 2 ** 20;
const ROUNDS_BETWEEN_POLLS = 256;

/** PBKDF2 that the program's limits can end. */
function pbkdf2(ctx: Context, name: string, password: Uint8Array, salt: Uint8Array, rounds: number, length: number) {
  const key = Buffer.alloc(length);
  const block = Buffer.alloc(4);
  for (let at = 0, number = 1; at < length; number++) {
    block.writeUInt32BE(number);
    let last = createHmac(name, password).update(salt).update(block).digest();
    const sum = Buffer.from(last);
    for (let round = 1; round < rounds; round++) {
      if (round % ROUNDS_BETWEEN_POLLS === 0) ctx.machine.poll();
      last = createHmac(name, password).update(last).digest();
      for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) ^ (last[i] as number);
    }
    at += sum.copy(key, at);
  }
  return key;
}

const keyModule: ModuleDefinition = defineModule("_hashlib", {
  functions: {
    _hmac: def("(name, key, message, /)", (ctx, name: Value, key: Value, message: Value) => {
      const { heap } = ctx;
      const hmac = createHmac(nodeName(heap.text(name as Ref)), heap.bytesOf(key as Ref));
      return heap.newBytes(Uint8Array.from(hmac.update(heap.bytesOf(message as Ref)).digest()));
    }),
    _pbkdf2: def(
      "(name, password, salt, iterations, length, /)",
      (ctx, ...[nameOf, password, salt, ...counts]: Value[]) => {
        const { heap } = ctx;
        const name = nodeName(heap.text(nameOf as Ref));
        const [rounds, length] = counts.map((count) => numberOf(heap, count)) as [number, number];
        const blocks = length / createHash(name).digest().length;
        const derive = blocks * rounds > MOST_ROUNDS_AT_A_STRETCH ? pbkdf2.bind(undefined, ctx, name) : undefined;
        const [secret, salted] = [heap.bytesOf(password as Ref), heap.bytesOf(salt as Ref)];
        const key = derive?.(secret, salted, rounds, length) ?? pbkdf2Sync(secret, salted, rounds, length, name);
        return heap.newBytes(Uint8Array.from(key));
      },
    ),
    _scrypt: def("(password, salt, n, r, p, length, /)", (ctx, ...[password, salt, ...numbers]: Value[]) => {
      const { heap } = ctx;
      const [N, r, p, length] = numbers.map((n) => numberOf(heap, n)) as [number, number, number, number];
      const key = scryptSync(heap.bytesOf(password as Ref), heap.bytesOf(salt as Ref), length, {
        N,
        r,
        p,
        maxmem: 128 * (N + p + 2) * r + 1024,
      });
      return heap.newBytes(Uint8Array.from(key));
    }),
  },
  get pythonSource() {
    return pythonSource("_hashlib.py");
  },
});

/** Names that each module takes from the shared one. */
const NAMES: Readonly<Record<string, string>> = {
  _md5: "md5, MD5Type",
  _sha1: "sha1, SHA1Type",
  _sha2: "sha224, sha256, sha384, sha512, SHA224Type, SHA256Type, SHA384Type, SHA512Type",
  _sha3: "sha3_224, sha3_256, sha3_384, sha3_512, shake_128, shake_256, implementation",
};

export const hashModules: readonly ModuleDefinition[] = [
  shared,
  ...Object.entries(NAMES).map(([name, names]) =>
    defineModule(name, {
      constants: { _GIL_MINSIZE: (ctx) => ctx.int(2048) },
      pythonSource: `from _hashes import ${names}\n`,
    }),
  ),
];

/** Apart, as new modules go to the end of the registry. */
export const keyModules: readonly ModuleDefinition[] = [keyModule];
