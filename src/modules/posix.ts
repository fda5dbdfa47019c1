// The module posix: what os.py builds on, over node:fs. Everything that touches files asks for access first.

import * as fs from "node:fs";
import * as os from "node:os";
import { setEnvironmentVariable } from "../config.ts";
import { CoreConst } from "../heap/generated/layout.ts";
import { doubleOf, numberOf } from "../heap/numbers.ts";
import { notImplemented, raise, valueError } from "../heap/py-error.ts";
import { float, type Ref, type Value } from "../heap/value.ts";
import { defineModule } from "../host/module-definition.ts";
import { entropy } from "../util/entropy.ts";
import type { Context } from "../vm/context.ts";
import { type Definition, def, type Steps } from "../vm/host-call.ts";
import { accessOf, needFiles, needSystem, osError } from "./access.ts";
import {
  closeDescriptor,
  isTerminal,
  openDescriptor,
  readDescriptor,
  seekDescriptor,
  writeDescriptor,
} from "./descriptors.ts";
import { strerror } from "./errno-table.ts";
import { filesystem, pathOf } from "./filesystem.ts";
import { POSIX_CALLS } from "./posix-calls.ts";
import { PROCESS_FUNCTIONS } from "./processes.ts";
import { pythonSource } from "./python-source.ts";

function* target(ctx: Context, v: Value): Steps<string | number> {
  if (ctx.heap.isInstance(v, CoreConst.TYPE_INT)) return numberOf(ctx.heap, v);
  return yield* pathOf(ctx, v, "path");
}

/** Items of an os.stat_result, in the order of posix.py's fields. */
function statValues(ctx: Context, s: fs.BigIntStats): Ref {
  const seconds = (ns: bigint): Value => ctx.int(ns / 1_000_000_000n);
  const numbers = [s.mode, s.ino, s.dev, s.nlink, s.uid, s.gid, s.size].map((n) => ctx.int(n));
  const times = [s.atimeNs, s.mtimeNs, s.ctimeNs];
  return ctx.tuple([
    ...numbers,
    ...times.map(seconds),
    ...times.map((ns) => float(Number(ns) / 1e9)),
    ...times.map((ns) => ctx.int(ns)),
    ctx.int(s.blksize),
    ctx.int(s.blocks),
    ctx.int(s.rdev),
  ]);
}

/** What is not there is no error to Node: making one takes longer than the look. */
const BIG = { bigint: true, throwIfNoEntry: false } as const;
const ENOENT = 2;

const FUNCTIONS: Readonly<Record<string, Definition>> = {
  ...PROCESS_FUNCTIONS,
  ...POSIX_CALLS,
  _stat: def("(path, follow, /)", function* (ctx: Context, path: Value, follow: Value): Steps {
    const name = yield* target(ctx, path);
    const shown = typeof name === "string" ? name : undefined;
    const found = filesystem(ctx, shown, () =>
      typeof name === "number"
        ? fs.fstatSync(name, BIG)
        : follow === CoreConst.TRUE_REF
          ? fs.statSync(name, BIG)
          : fs.lstatSync(name, BIG),
    );
    if (found === undefined) throw osError(ctx, ENOENT, shown, strerror(ENOENT));
    return statValues(ctx, found);
  }),
  _listdir: def("(path, /)", function* (ctx: Context, path: Value): Steps {
    const name = yield* pathOf(ctx, path);
    const names = filesystem(ctx, name, () => fs.readdirSync(name));
    return ctx.list(names.map((entry) => ctx.str(entry)));
  }),
  _scandir: def("(path, /)", function* (ctx: Context, path: Value): Steps {
    const name = yield* pathOf(ctx, path);
    const entries = filesystem(ctx, name, () => fs.readdirSync(name, { withFileTypes: true }));
    return ctx.list(
      entries.map((entry) => {
        const kind = entry.isSymbolicLink() ? 3 : entry.isDirectory() ? 2 : entry.isFile() ? 1 : 0;
        return ctx.tuple([ctx.str(entry.name), ctx.int(kind)]);
      }),
    );
  }),
  mkdir: def("(path, mode=511, *, dir_fd=None)", function* (ctx: Context, path: Value, mode: Value | undefined): Steps {
    const name = yield* pathOf(ctx, path);
    filesystem(ctx, name, () => fs.mkdirSync(name, mode === undefined ? undefined : numberOf(ctx.heap, mode)));
    return ctx.none;
  }),
  rmdir: def("(path, *, dir_fd=None)", function* (ctx: Context, path: Value): Steps {
    const name = yield* pathOf(ctx, path);
    filesystem(ctx, name, () => fs.rmdirSync(name));
    return ctx.none;
  }),
  unlink: def("(path, *, dir_fd=None)", function* (ctx: Context, path: Value): Steps {
    const name = yield* pathOf(ctx, path);
    filesystem(ctx, name, () => fs.unlinkSync(name));
    return ctx.none;
  }),
  rename: def(
    "(src, dst, *, src_dir_fd=None, dst_dir_fd=None)",
    function* (ctx: Context, src: Value, dst: Value): Steps {
      const [from, to] = [yield* pathOf(ctx, src, "src"), yield* pathOf(ctx, dst, "dst")];
      filesystem(ctx, from, () => fs.renameSync(from, to), to);
      return ctx.none;
    },
  ),
  // (Of a symbolic link, link() takes the link itself.)
  link: def(
    "(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)",
    function* (ctx: Context, src: Value, dst: Value): Steps {
      const [from, to] = [yield* pathOf(ctx, src, "src"), yield* pathOf(ctx, dst, "dst")];
      filesystem(ctx, from, () => fs.linkSync(from, to), to);
      return ctx.none;
    },
  ),
  symlink: def(
    "(src, dst, target_is_directory=False, *, dir_fd=None)",
    function* (ctx: Context, src: Value, dst: Value): Steps {
      const [from, to] = [yield* pathOf(ctx, src, "src"), yield* pathOf(ctx, dst, "dst")];
      filesystem(ctx, from, () => fs.symlinkSync(from, to), to);
      return ctx.none;
    },
  ),
  readlink: def("(path, *, dir_fd=None)", function* (ctx: Context, path: Value): Steps {
    const name = yield* pathOf(ctx, path);
    const target = filesystem(ctx, name, () => fs.readlinkSync(name));
    return ctx.heap.isInstance(path, CoreConst.TYPE_BYTES) ? ctx.heap.newBytes(Buffer.from(target)) : ctx.str(target);
  }),
  chmod: def(
    "(path, mode, *, dir_fd=None, follow_symlinks=True)",
    function* (ctx: Context, path: Value, mode: Value): Steps {
      const name = yield* pathOf(ctx, path);
      filesystem(ctx, name, () => fs.chmodSync(name, numberOf(ctx.heap, mode)));
      return ctx.none;
    },
  ),
  _utime: def("(path, atime, mtime, /)", function* (ctx: Context, path: Value, atime: Value, mtime: Value): Steps {
    const name = yield* pathOf(ctx, path);
    filesystem(ctx, name, () => fs.utimesSync(name, doubleOf(ctx.heap, atime), doubleOf(ctx.heap, mtime)));
    return ctx.none;
  }),
  access: def(
    "(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)",
    function* (ctx: Context, path: Value, mode: Value): Steps {
      const name = yield* pathOf(ctx, path);
      if (!accessOf(ctx).files) return ctx.bool(false);
      try {
        fs.accessSync(name, numberOf(ctx.heap, mode));
        return ctx.bool(true);
      } catch {
        return ctx.bool(false);
      }
    },
  ),
  open: def(
    "(path, flags, mode=511, *, dir_fd=None)",
    function* (ctx: Context, path: Value, flags: Value, mode: Value | undefined): Steps {
      const name = yield* pathOf(ctx, path);
      const bits = mode === undefined ? 0o777 : numberOf(ctx.heap, mode);
      return ctx.int(openDescriptor(ctx, name, numberOf(ctx.heap, flags), bits));
    },
  ),
  close: def("(fd)", (ctx: Context, fd: Value) => {
    closeDescriptor(ctx, numberOf(ctx.heap, fd));
    return ctx.none;
  }),
  _read: def("(fd, length, /)", (ctx: Context, fd: Value, length: Value) => {
    const count = numberOf(ctx.heap, length);
    if (count < 0) throw osError(ctx, 22);
    return ctx.heap.newBytes(readDescriptor(ctx, numberOf(ctx.heap, fd), count));
  }),
  _write: def("(fd, data, /)", (ctx: Context, fd: Value, data: Value) => {
    return ctx.int(writeDescriptor(ctx, numberOf(ctx.heap, fd), ctx.heap.bytesOf(data as Ref)));
  }),
  lseek: def("(fd, position, whence, /)", (ctx: Context, fd: Value, position: Value, whence: Value) =>
    ctx.int(
      seekDescriptor(ctx, ...([fd, position, whence].map((v) => numberOf(ctx.heap, v)) as [number, number, number])),
    ),
  ),
  ftruncate: def("(fd, length, /)", (ctx: Context, fd: Value, length: Value) => {
    filesystem(ctx, undefined, () => fs.ftruncateSync(numberOf(ctx.heap, fd), numberOf(ctx.heap, length)));
    return ctx.none;
  }),
  fsync: def("(fd)", (ctx: Context, fd: Value) => {
    filesystem(ctx, undefined, () => fs.fsyncSync(numberOf(ctx.heap, fd)));
    return ctx.none;
  }),
  isatty: def("(fd, /)", (ctx: Context, fd: Value) => ctx.bool(isTerminal(ctx, numberOf(ctx.heap, fd)))),
  getcwd: def("()", (ctx: Context) => {
    needFiles(ctx);
    return ctx.str(process.cwd());
  }),
  chdir: def("(path)", function* (ctx: Context, path: Value): Steps {
    const name = yield* pathOf(ctx, path);
    needSystem(ctx, "os.chdir");
    filesystem(ctx, name, () => process.chdir(name));
    return ctx.none;
  }),
  umask: def("(mask, /)", (ctx: Context, mask: Value) => {
    needSystem(ctx, "os.umask");
    return ctx.int(process.umask(numberOf(ctx.heap, mask)));
  }),
  getpid: def("()", (ctx: Context) => ctx.int(process.pid)),
  getppid: def("()", (ctx: Context) => ctx.int(process.ppid)),
  getuid: def("()", (ctx: Context) => ctx.int(process.getuid?.() ?? 0)),
  getgid: def("()", (ctx: Context) => ctx.int(process.getgid?.() ?? 0)),
  geteuid: def("()", (ctx: Context) => ctx.int(process.geteuid?.() ?? 0)),
  getegid: def("()", (ctx: Context) => ctx.int(process.getegid?.() ?? 0)),
  _memory_bytes: def("(free, /)", (ctx: Context, free: Value) =>
    ctx.int(free === CoreConst.TRUE_REF ? os.freemem() : os.totalmem()),
  ),
  cpu_count: def("()", (ctx: Context) => ctx.int(os.availableParallelism())),
  urandom: def("(size, /)", function* (ctx: Context, size: Value): Steps<Value> {
    const count = numberOf(ctx.heap, yield* ctx.index(size));
    if (Math.abs(count) >= 2 ** 63) throw raise("OverflowError", "Python int too large to convert to C ssize_t");
    if (count < 0) throw valueError("negative argument not allowed");
    if (count >= 2 ** 31) throw raise("MemoryError");
    return ctx.heap.newBytes(entropy(count));
  }),
  strerror: def("(code, /)", (ctx: Context, code: Value) => ctx.str(strerror(numberOf(ctx.heap, code)))),
  _environ: def("()", (ctx: Context) =>
    ctx.dict(Object.entries(accessOf(ctx).environment).map(([name, value]) => [name, ctx.str(value)])),
  ),
  _putenv: def("(name, value, /)", (ctx: Context, name: Value, value: Value) => {
    if (accessOf(ctx).system) setEnvironmentVariable(ctx.heap.text(name as Ref), ctx.heap.text(value as Ref));
    return ctx.none;
  }),
  _unsetenv: def("(name, /)", (ctx: Context, name: Value) => {
    if (accessOf(ctx).system) setEnvironmentVariable(ctx.heap.text(name as Ref), undefined);
    return ctx.none;
  }),
  _uname: def("()", (ctx: Context) =>
    ctx.tuple([os.type(), os.hostname(), os.release(), os.version(), os.machine()].map((text) => ctx.str(text))),
  ),
  _terminal_size: def("()", (ctx: Context) => {
    const { columns, rows } = process.stdout;
    if (!accessOf(ctx).system || columns === undefined) throw osError(ctx, 25);
    return ctx.tuple([ctx.int(columns), ctx.int(rows ?? 24)]);
  }),
  _exit: def("(status)", (ctx: Context, status: Value) => {
    needSystem(ctx, "os._exit");
    process.exit(numberOf(ctx.heap, status));
  }),
  kill: def("(pid, signal, /)", (ctx: Context, pid: Value, signal: Value) => {
    needSystem(ctx, "os.kill");
    filesystem(ctx, undefined, () => process.kill(numberOf(ctx.heap, pid), numberOf(ctx.heap, signal)));
    return ctx.none;
  }),
  _pread: def("(fd, length, offset, /)", (ctx: Context, fd: Value, length: Value, offset: Value) => {
    const buffer = new Uint8Array(numberOf(ctx.heap, length));
    const count = filesystem(ctx, undefined, () =>
      fs.readSync(numberOf(ctx.heap, fd), buffer, 0, buffer.length, numberOf(ctx.heap, offset)),
    );
    return ctx.heap.newBytes(buffer.subarray(0, count));
  }),
  _pwrite: def("(fd, data, offset, /)", (ctx: Context, fd: Value, data: Value, offset: Value) => {
    const bytes = ctx.heap.bytesOf(data as Ref);
    return ctx.int(
      filesystem(ctx, undefined, () =>
        fs.writeSync(numberOf(ctx.heap, fd), bytes, 0, bytes.length, numberOf(ctx.heap, offset)),
      ),
    );
  }),
};

/** Flags and modes of open(2), access(2), and so on. */
/** Paths relative to an open folder are not supported: whoever gives one hears of it. */
function refusingFolders(name: string, row: Definition): Definition {
  if (!row.signature.text.includes("dir_fd")) return row;
  const implementation = row.implementation as (ctx: Context, ...args: (Value | undefined)[]) => Steps;
  return {
    ...row,
    implementation: function* (ctx: Context, ...args: (Value | undefined)[]): Steps {
      const { parameters } = row.signature;
      for (let i = 0; i < args.length; i++) {
        const given = args[i];
        if (given !== undefined && given !== CoreConst.NONE_REF && parameters[i]?.name.endsWith("dir_fd"))
          throw notImplemented(`the argument ${parameters[i]?.name} of os.${name}()`);
      }
      return yield* implementation(ctx, ...args);
    },
  };
}

const CONSTANTS: Readonly<Record<string, number>> = {
  F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1, EX_OK: 0,
  ...Object.fromEntries(Object.entries(fs.constants).filter(([name]) => name.startsWith("O_"))),
  O_CLOEXEC: 0o2000000, O_NDELAY: 0o4000, O_ACCMODE: 3, WNOHANG: 1, WUNTRACED: 2, SEEK_DATA: 3, SEEK_HOLE: 4,
}; // biome-ignore format: a table

export const posixModule = defineModule("posix", {
  doc: "This module provides access to operating system functionality that is\nstandardized by the C Standard and the POSIX standard (a thinly\ndisguised Unix interface).  Refer to the library manual and\ncorresponding Unix manual entries for more information on calls.",
  functions: Object.fromEntries(Object.entries(FUNCTIONS).map(([name, row]) => [name, refusingFolders(name, row)])),
  constants: Object.fromEntries(Object.entries(CONSTANTS).map(([name, n]) => [name, (ctx: Context) => ctx.int(n)])),
  get pythonSource() {
    return `${pythonSource("posix.py")}\n${pythonSource("posix_calls.py")}`;
  },
});
