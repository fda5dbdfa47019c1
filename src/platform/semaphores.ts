// Semaphores with a name, which processes share, through koffi. Nothing here waits.
import { openLibc } from "./libc.ts";
import { SystemCallError } from "./processes.ts";

const isMac = process.platform === "darwin";
const EAGAIN = isMac ? 35 : 11;
const EINTR = 4;
const CREATE_NEW = isMac ? 0xa00 : 0o300;
const FAILED = isMac ? -1 : 0;

export interface Semaphores {
  /** Its address. With a value: a new one; without: the one of that name. */
  open(name: string, value: number | undefined): number;
  close(semaphore: number): void;
  unlink(name: string): void;
  /** True: taken; false: its value is 0. */
  tryWait(semaphore: number): boolean;
  post(semaphore: number): void;
  valueOf(semaphore: number): number;
}

let opened: Semaphores | undefined;

export function openSemaphores(): Semaphores {
  opened ??= bind();
  return opened;
}

function bind(): Semaphores {
  const { koffi } = openLibc();
  const libc = koffi.load(null);
  const open = libc.func("int64_t sem_open(const char *name, int flags, ...)");
  const [close, tryWait, post] = ["sem_close", "sem_trywait", "sem_post"].map((name) =>
    libc.func(name, "int", ["int64"]),
  );
  const getValue = libc.func("sem_getvalue", "int", ["int64", "void *"]);
  const unlink = libc.func("sem_unlink", "int", ["str"]);
  const check = (result: number, what: string): void => {
    if (result === -1) throw new SystemCallError(koffi.errno(), what);
  };
  return {
    open(name, value) {
      const found = Number(
        value === undefined
          ? open(name, 0, "uint", 0, "uint", 0)
          : open(name, CREATE_NEW, "uint", 0o600, "uint", value),
      );
      if (found === FAILED) throw new SystemCallError(koffi.errno(), "sem_open");
      return found;
    },
    close: (semaphore) => check(close!(semaphore), "sem_close"),
    unlink: (name) => check(unlink(name), "sem_unlink"),
    tryWait(semaphore) {
      for (;;) {
        if (tryWait!(semaphore) === 0) return true;
        const errno = koffi.errno();
        if (errno === EAGAIN) return false;
        if (errno !== EINTR) throw new SystemCallError(errno, "sem_trywait");
      }
    },
    post: (semaphore) => check(post!(semaphore), "sem_post"),
    valueOf(semaphore) {
      const value = Int32Array.of(0);
      check(getValue(semaphore, value), "sem_getvalue");
      return value[0] as number;
    },
  };
}
