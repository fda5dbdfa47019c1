// Calls of libc that take numbers and paths and answer a number, through koffi: what Node has no function for. Loaded when a program first asks.
import { type Libc, openLibc } from "./libc.ts";
import { SystemCallError } from "./processes.ts";

/** Types of the arguments: a path is bytes, a block is bytes that the system may write to. */
const CALLS = {
  mkfifo: ["path", "uint"],
  mknod: ["path", "uint", "uint64"],
  chroot: ["path"],
  flock: ["int", "int"],
  nice: ["int"],
  getpriority: ["int", "uint"],
  setpriority: ["int", "uint", "int"],
  getpgid: ["int"],
  setpgid: ["int", "int"],
  getsid: ["int"],
  setsid: [],
  tcgetpgrp: ["int"],
  tcsetpgrp: ["int", "int"],
  sched_yield: [],
  pidfd_open: ["int", "uint"], // (Linux)
} as const satisfies Record<string, readonly ("path" | "int" | "uint" | "uint64")[]>;

export type SystemCallName = keyof typeof CALLS;

export interface SystemCalls {
  call(name: SystemCallName, args: readonly (number | Uint8Array)[]): number;
  /** fcntl and ioctl; the argument may be a block. */
  control(name: "fcntl" | "ioctl", fd: number, command: number, argument: number | Uint8Array): number;
}

let opened: SystemCalls | undefined;

export function openSystemCalls(): SystemCalls {
  opened ??= bind(openLibc());
  return opened;
}

function bind({ koffi }: Libc): SystemCalls {
  const libc = koffi.load(null);
  const bound = new Map<SystemCallName, (...args: unknown[]) => number>();
  const controls = {
    fcntl: libc.func("int fcntl(int fd, int command, ...)"),
    ioctl: libc.func("int ioctl(int fd, ulong command, ...)"),
  };
  /** −1 can be a result (nice, getpriority). */
  const checked = (name: string, run: () => number): number => {
    koffi.errno(0);
    const result = run();
    const errno = result === -1 ? koffi.errno() : 0;
    if (errno !== 0) throw new SystemCallError(errno, name);
    return result;
  };
  const zeroEnded = (path: Uint8Array): Buffer => Buffer.concat([path, new Uint8Array(1)]);

  return {
    call(name, args) {
      let found = bound.get(name);
      if (found === undefined) {
        const types = CALLS[name].map((type) => (type === "path" ? "void *" : type));
        found = libc.func(name, "int", types) as (...args: unknown[]) => number;
        bound.set(name, found);
      }
      const run = found;
      return checked(name, () => run(...args.map((arg) => (typeof arg === "number" ? arg : zeroEnded(arg)))));
    },
    control: (name, fd, command, argument) =>
      checked(name, () => controls[name](fd, command, typeof argument === "number" ? "int" : "void *", argument)),
  };
}
