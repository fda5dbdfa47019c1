// The parts of posix and fcntl that are single calls of the system: owners of files, what file systems hold, groups of processes, priorities.
import * as fs from "node:fs";
import * as os from "node:os";
import { CoreConst } from "../heap/generated/layout.ts";
import { numberOf } from "../heap/numbers.ts";
import { float, type Ref, type Value } from "../heap/value.ts";
import { defineModule } from "../host/module-definition.ts";
import type { Context } from "../vm/context.ts";
import { type Definition, def, type Steps } from "../vm/host-call.ts";
import { callSystem, needSystem } from "./access.ts";
import { filesystem, pathOf } from "./filesystem.ts";
import { pythonSource } from "./python-source.ts";

type SystemCalls = ReturnType<Context["machine"]["platform"]["systemCalls"]>;
type SystemCallName = Parameters<SystemCalls["call"]>[0];

const system = <T>(ctx: Context, what: string, body: (calls: SystemCalls) => T): T =>
  callSystem(ctx, what, () => body(ctx.machine.platform.systemCalls()));

/** A function of os that is the system call of its name. */
const direct = (name: SystemCallName, signature: string): Definition =>
  def(signature, (ctx: Context, ...args: Value[]) => {
    const plain = args.map((arg) =>
      ctx.heap.isInstance(arg, CoreConst.TYPE_BYTES) ? ctx.heap.bytesOf(arg as Ref) : numberOf(ctx.heap, arg),
    );
    return ctx.int(system(ctx, `os.${name}`, (calls) => calls.call(name, plain)));
  });

export const POSIX_CALLS: Readonly<Record<string, Definition>> = {
  /** The path, or a descriptor; -1 leaves an owner as it is. */
  _chown: def("(path, uid, gid, follow, /)", function* (ctx: Context, ...args: Value[]): Steps {
    const [path, uid, gid, follow] = args as [Value, Value, Value, Value];
    needSystem(ctx, "os.chown");
    const owners = [numberOf(ctx.heap, uid), numberOf(ctx.heap, gid)] as const;
    if (ctx.heap.isInstance(path, CoreConst.TYPE_INT)) {
      filesystem(ctx, undefined, () => fs.fchownSync(numberOf(ctx.heap, path), ...owners));
      return ctx.none;
    }
    const name = yield* pathOf(ctx, path);
    const change = follow === CoreConst.TRUE_REF ? fs.chownSync : fs.lchownSync;
    filesystem(ctx, name, () => change(name, ...owners));
    return ctx.none;
  }),
  fchmod: def("(fd, mode)", (ctx: Context, fd: Value, mode: Value) => {
    filesystem(ctx, undefined, () => fs.fchmodSync(numberOf(ctx.heap, fd), numberOf(ctx.heap, mode)));
    return ctx.none;
  }),
  fdatasync: def("(fd)", (ctx: Context, fd: Value) => {
    filesystem(ctx, undefined, () => fs.fdatasyncSync(numberOf(ctx.heap, fd)));
    return ctx.none;
  }),
  /** Size of a block; blocks in all, free, free for this user; files in all, free. */
  _statvfs: def("(path, /)", function* (ctx: Context, path: Value): Steps {
    const name = ctx.heap.isInstance(path, CoreConst.TYPE_INT)
      ? `/dev/fd/${numberOf(ctx.heap, path)}`
      : yield* pathOf(ctx, path);
    const found = filesystem(ctx, name, () => fs.statfsSync(name));
    const { bsize, blocks, bfree, bavail, files, ffree } = found;
    return ctx.tuple([bsize, blocks, bfree, bavail, files, ffree].map((n) => ctx.int(n)));
  }),
  getloadavg: def("()", (ctx: Context) => ctx.tuple(os.loadavg().map((load) => float(load)))),
  getgroups: def("()", (ctx: Context) => ctx.list((process.getgroups?.() ?? []).map((group) => ctx.int(group)))),
  setuid: def("(uid, /)", (ctx: Context, uid: Value) => {
    needSystem(ctx, "os.setuid");
    filesystem(ctx, undefined, () => process.setuid?.(numberOf(ctx.heap, uid)));
    return ctx.none;
  }),
  setgid: def("(gid, /)", (ctx: Context, gid: Value) => {
    needSystem(ctx, "os.setgid");
    filesystem(ctx, undefined, () => process.setgid?.(numberOf(ctx.heap, gid)));
    return ctx.none;
  }),
  _mkfifo: direct("mkfifo", "(path, mode, /)"),
  _mknod: direct("mknod", "(path, mode, device, /)"),
  _chroot: direct("chroot", "(path, /)"),
  nice: direct("nice", "(increment, /)"),
  getpriority: direct("getpriority", "(which, who)"),
  _setpriority: direct("setpriority", "(which, who, priority, /)"),
  getpgid: direct("getpgid", "(pid)"),
  _setpgid: direct("setpgid", "(pid, pgrp, /)"),
  getsid: direct("getsid", "(pid, /)"),
  _setsid: direct("setsid", "()"),
  tcgetpgrp: direct("tcgetpgrp", "(fd, /)"),
  _tcsetpgrp: direct("tcsetpgrp", "(fd, pgid, /)"),
  _sched_yield: direct("sched_yield", "()"),
  ...(process.platform === "linux" ? { _pidfd_open: direct("pidfd_open", "(pid, flags, /)") } : {}),
};

/** A copy of the block as the system left it. */
const block = (name: "fcntl" | "ioctl") =>
  def("(fd, command, data, /)", (ctx: Context, fd: Value, command: Value, data: Value) => {
    const bytes = Buffer.from(ctx.heap.bytesOf(data as Ref));
    const result = system(ctx, `fcntl.${name}`, (calls) =>
      calls.control(name, numberOf(ctx.heap, fd), numberOf(ctx.heap, command), bytes),
    );
    return ctx.tuple([ctx.int(result), ctx.heap.newBytes(bytes)]);
  });
const plain = (name: "fcntl" | "ioctl") =>
  def("(fd, command, argument, /)", (ctx: Context, fd: Value, command: Value, argument: Value) => {
    const [f, c, a] = [fd, command, argument].map((v) => numberOf(ctx.heap, v)) as [number, number, number];
    return ctx.int(system(ctx, `fcntl.${name}`, (calls) => calls.control(name, f, c, a)));
  });

export const fcntlModule = defineModule("fcntl", {
  doc: "This module performs file control and I/O control on file descriptors.",
  functions: {
    _fcntl: plain("fcntl"),
    _fcntl_block: block("fcntl"),
    _ioctl: plain("ioctl"),
    _ioctl_block: block("ioctl"),
    _flock: direct("flock", "(fd, operation, /)"),
  },
  get pythonSource() {
    return pythonSource("fcntl.py");
  },
});
