// Pipes, child processes and waiting for descriptors, through koffi: Node's own only answer when its event loop runs, and Python code runs
// between two of its turns. Loaded when a program first asks.
import { type Libc, openLibc } from "./libc.ts";

const isMac = process.platform === "darwin";
const F_DUPFD_CLOEXEC = isMac ? 67 : 1030;
const F_GETFD = 1;
const F_SETFD = 2;
const F_GETFL = 3;
const F_SETFL = 4;
const FD_CLOEXEC = 1;
const O_NONBLOCK = isMac ? 4 : 0o4000;
const SPAWN_SETPGROUP = 2;
const SPAWN_SETSIGDEF = 4;
const SPAWN_SETSID = isMac ? 0x400 : 0x80;
/** More than posix_spawn_file_actions_t, posix_spawnattr_t and sigset_t take anywhere. */
const OPAQUE_BYTES = 512;
/** What Node ignores and a child must not. */
const RESTORED_SIGNALS = [13, 25];

/** What a system call answered instead of a result. */
export class SystemCallError extends Error {
  readonly errno: number;
  constructor(errno: number, what: string) {
    super(`krait: ${what} failed with error ${errno}`);
    this.errno = errno;
  }
}

export interface SpawnRequest {
  /** Tried in turn until one is there. */
  readonly paths: readonly Uint8Array[];
  readonly args: readonly Uint8Array[];
  /** NAME=value; undefined: this process's. */
  readonly env: readonly Uint8Array[] | undefined;
  readonly cwd: Uint8Array | undefined;
  /** [descriptor here, descriptor in the child]. */
  readonly fds: readonly (readonly [number, number])[];
  readonly newSession: boolean;
  /** -1: this process's. */
  readonly group: number;
  readonly restoreSignals: boolean;
}

export interface Processes {
  /** [end to read, end to write], not inherited by children. */
  pipe(): [number, number];
  /** Process id of the child. */
  spawn(request: SpawnRequest): number;
  /** [process id, status]; [0, 0]: none has ended (with WNOHANG). */
  wait(pid: number, options: number): [number, number];
  /** Events of each descriptor; waits for at most so long for the first. */
  poll(fds: readonly { readonly fd: number; readonly events: number }[], timeoutMs: number): number[];
  duplicate(fd: number, lowest: number): number;
  duplicateTo(fd: number, target: number, isInherited: boolean): void;
  isInherited(fd: number): boolean;
  setInherited(fd: number, isInherited: boolean): void;
  isBlocking(fd: number): boolean;
  setBlocking(fd: number, isBlocking: boolean): void;
  /** Moves the system's own position; returns the new one. */
  seek(fd: number, offset: number, whence: number): number;
}

let opened: Processes | undefined;

export function openProcesses(): Processes {
  opened ??= bind(openLibc());
  return opened;
}

function bind({ koffi }: Libc): Processes {
  const libc = koffi.load(null);
  const pipe = libc.func("pipe", "int", ["void *"]);
  const fcntl = libc.func("int fcntl(int fd, int command, ...)");
  const dup2 = libc.func("dup2", "int", ["int", "int"]);
  const waitpid = libc.func("waitpid", "int", ["int", "void *", "int"]);
  const poll = libc.func("poll", "int", ["void *", "ulong", "int"]);
  const lseek = libc.func("lseek", "int64", ["int", "int64", "int"]);

  const check = (result: number, what: string): number => {
    if (result === -1) throw new SystemCallError(koffi.errno(), what);
    return result;
  };
  const control = (fd: number, command: number, argument = 0): number =>
    check(fcntl(fd, command, "int", argument), "fcntl");
  const setFlag = (fd: number, get: number, set: number, flag: number, isSet: boolean): void => {
    const flags = control(fd, get);
    control(fd, set, isSet ? flags | flag : flags & ~flag);
  };

  return {
    pipe() {
      const ends = new Int32Array(2);
      check(pipe(ends), "pipe");
      for (const fd of ends) control(fd, F_SETFD, FD_CLOEXEC);
      return [ends[0] as number, ends[1] as number];
    },
    spawn: bindSpawn(koffi, libc),
    wait(pid, options) {
      const status = new Int32Array(1);
      for (;;) {
        const found = waitpid(pid, status, options);
        if (found === -1 && koffi.errno() === 4) continue;
        return [check(found, "waitpid"), found === 0 ? 0 : (status[0] as number)];
      }
    },
    poll(fds, timeoutMs) {
      const table = Buffer.alloc(8 * Math.max(1, fds.length));
      fds.forEach(({ fd, events }, i) => {
        table.writeInt32LE(fd, 8 * i);
        table.writeInt16LE(events, 8 * i + 4);
      });
      const count = poll(table, fds.length, timeoutMs);
      if (count === -1 && koffi.errno() === 4) return fds.map(() => 0);
      check(count, "poll");
      return fds.map((_, i) => table.readInt16LE(8 * i + 6));
    },
    duplicate: (fd, lowest) => control(fd, F_DUPFD_CLOEXEC, lowest),
    duplicateTo(fd, target, isInherited) {
      check(dup2(fd, target), "dup2");
      if (!isInherited && fd !== target) control(target, F_SETFD, FD_CLOEXEC);
    },
    isInherited: (fd) => (control(fd, F_GETFD) & FD_CLOEXEC) === 0,
    setInherited: (fd, isInherited) => setFlag(fd, F_GETFD, F_SETFD, FD_CLOEXEC, !isInherited),
    isBlocking: (fd) => (control(fd, F_GETFL) & O_NONBLOCK) === 0,
    setBlocking: (fd, isBlocking) => setFlag(fd, F_GETFL, F_SETFL, O_NONBLOCK, !isBlocking),
    seek: (fd, offset, whence) => check(Number(lseek(fd, offset, whence)), "lseek"),
  };
}

type Koffi = Libc["koffi"];

function bindSpawn(koffi: Koffi, libc: ReturnType<Koffi["load"]>): (request: SpawnRequest) => number {
  const spawn = libc.func("posix_spawn", "int", ["void *", "void *", "void *", "void *", "void *", "void *"]);
  const actionsInit = libc.func("posix_spawn_file_actions_init", "int", ["void *"]);
  const actionsDestroy = libc.func("posix_spawn_file_actions_destroy", "int", ["void *"]);
  const addDup2 = libc.func("posix_spawn_file_actions_adddup2", "int", ["void *", "int", "int"]);
  const attributesInit = libc.func("posix_spawnattr_init", "int", ["void *"]);
  const attributesDestroy = libc.func("posix_spawnattr_destroy", "int", ["void *"]);
  const setFlags = libc.func("posix_spawnattr_setflags", "int", ["void *", "short"]);
  const setGroup = libc.func("posix_spawnattr_setpgroup", "int", ["void *", "int"]);
  const setDefaults = libc.func("posix_spawnattr_setsigdefault", "int", ["void *", "void *"]);
  const sigemptyset = libc.func("sigemptyset", "int", ["void *"]);
  const sigaddset = libc.func("sigaddset", "int", ["void *", "int"]);
  const succeed = (code: number): void => {
    if (code !== 0) throw new SystemCallError(code, "posix_spawn");
  };
  const zeroEnded = (text: Uint8Array): Buffer => Buffer.concat([text, new Uint8Array(1)]);

  return ({ paths, args, env, cwd, fds, newSession, group, restoreSignals }) => {
    const actions = Buffer.alloc(OPAQUE_BYTES);
    const attributes = Buffer.alloc(OPAQUE_BYTES);
    succeed(actionsInit(actions));
    succeed(attributesInit(attributes));
    try {
      for (const [from, to] of fds) succeed(addDup2(actions, from, to));
      if (cwd !== undefined) {
        const addChdir = libc.func("posix_spawn_file_actions_addchdir_np", "int", ["void *", "void *"]);
        succeed(addChdir(actions, zeroEnded(cwd)));
      }
      let flags = 0;
      if (newSession) flags |= SPAWN_SETSID;
      if (group >= 0) {
        flags |= SPAWN_SETPGROUP;
        succeed(setGroup(attributes, group));
      }
      if (restoreSignals) {
        flags |= SPAWN_SETSIGDEF;
        const set = Buffer.alloc(OPAQUE_BYTES);
        sigemptyset(set);
        for (const signal of RESTORED_SIGNALS) sigaddset(set, signal);
        succeed(setDefaults(attributes, set));
      }
      succeed(setFlags(attributes, flags));
      const argv = pointers(koffi, args);
      const own = Object.entries(process.env).map(([name, value]) => Buffer.from(`${name}=${value}`));
      const envp = pointers(koffi, env ?? own);
      const pid = new Int32Array(1);
      // As the loop in CPython's child: what is not there or not a folder is passed over, any other error is remembered.
      let failure = 0;
      for (const path of paths) {
        const code = spawn(pid, zeroEnded(path), actions, attributes, argv.table, envp.table);
        if (code === 0) return pid[0] as number;
        if (failure === 0 || (code !== 2 && code !== 20)) failure = code;
      }
      throw new SystemCallError(failure === 0 ? 2 : failure, "posix_spawn");
    } finally {
      actionsDestroy(actions);
      attributesDestroy(attributes);
    }
  };
}

/** A table of pointers to texts, with a null at its end. `texts` must be kept as long as the table. */
function pointers(koffi: Koffi, texts: readonly Uint8Array[]): { table: Buffer; texts: Buffer } {
  const all = Buffer.concat([...texts.flatMap((text) => [text, new Uint8Array(1)]), new Uint8Array(1)]);
  const start = BigInt(koffi.address(all) as unknown as number | bigint);
  const table = Buffer.alloc(8 * (texts.length + 1));
  let at = 0;
  texts.forEach((text, i) => {
    table.writeBigUInt64LE(start + BigInt(at), 8 * i);
    at += text.length + 1;
  });
  return { table, texts: all };
}
