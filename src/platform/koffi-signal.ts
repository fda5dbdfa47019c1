// A signal handler without a compiler: a few instructions of ours, registered by sigaction, that set the bits in the flag and go
// on to the handler that was there before. JavaScript can't do it, as its thread is stuck in native code when the signal comes.
import { constants } from "node:os";
import { mapCodeOnce } from "./koffi-code.ts";
import type { Libc } from "./libc.ts";
import { PROT } from "./libc.ts";
import type { Arch, InterruptFlag } from "./platform.ts";

/** The handler's data, which lies in writable memory: */
const FLAG = 0; // u64 address of the flag
const NEXT = 8; // u64 address of the code to go on with
const MASK = 16; // u32
const NOWHERE = 20; // u32, takes the bits when nobody watches
const DATA_BYTES = 32;

function handlerCode(arch: Arch, data: number): { code: Uint8Array; returnAt: number } {
  if (arch === "x86_64") {
    const code = Buffer.from(
      "48b80000000000000000" + // movabs $data, %rax
        "488b08" + //              mov   FLAG(%rax), %rcx
        "8b5010" + //              mov   MASK(%rax), %edx
        "f00911" + //              lock or %edx, (%rcx)
        "ff6008" + //              jmp   *NEXT(%rax)
        "c3", //                   ret
      "hex",
    );
    code.writeBigUInt64LE(BigInt(data), 2);
    return { code, returnAt: 22 };
  }
  const words = [
    0x58000149, // ldr   x9, data
    0xa9402d2a, // ldp   x10, x11, [x9]        FLAG, NEXT
    0xb940112c, // ldr   w12, [x9, #MASK]
    0x885ffd4d, // again: ldaxr w13, [x10]
    0x2a0c01ad, // orr   w13, w13, w12
    0x880efd4d, // stlxr w14, w13, [x10]
    0x35ffffae, // cbnz  w14, again
    0xd61f0160, // br    x11
    0xd65f03c0, // ret
    0xd503201f, // nop
    data % 2 ** 32, // data: its address
    Math.floor(data / 2 ** 32),
  ];
  return { code: new Uint8Array(Uint32Array.from(words).buffer), returnAt: 32 };
}

/** Handlers stay for the life of the process once made; an idle one has its flag turned to NOWHERE. */
interface Handler {
  address: number;
  data: number;
  words: BigUint64Array;
  returnAddress: number;
  isBusy: boolean;
}

const handlers: Handler[] = [];

function makeHandler(libc: Libc, arch: Arch): Handler {
  const idle = handlers.find((handler) => !handler.isBusy);
  if (idle) return idle;
  const data = libc.mapAnonymous(libc.pageBytes, PROT.write);
  const { code, returnAt } = handlerCode(arch, data);
  const address = mapCodeOnce(libc, code);
  const words = new BigUint64Array(libc.view(data, DATA_BYTES));
  const handler = { address, data, words, returnAddress: address + returnAt, isBusy: false };
  handlers.push(handler);
  return handler;
}

/** See Platform.watchSignal. */
export function watchWithHandler(
  libc: Libc,
  arch: Arch,
  name: NodeJS.Signals,
  flag: InterruptFlag,
  mask: number,
): () => void {
  const signal = constants.signals[name];
  const handler = makeHandler(libc, arch);
  const { words, data } = handler;
  const previous = libc.signalHandler(signal);
  // Go on to libuv's handler (it wakes JavaScript's listeners), but neither to SIG_DFL and SIG_IGN, which are no functions, nor to
  // the one-shot handler by which Node ends the process when there is no listener.
  const isFunction = previous.address > 1 && !previous.isOneShot;
  new Uint32Array(words.buffer)[MASK / 4] = mask;
  Atomics.store(words, NEXT / 8, BigInt(isFunction ? previous.address : handler.returnAddress));
  Atomics.store(words, FLAG / 8, BigInt(flag.heapBase + flag.offset));
  handler.isBusy = true;
  libc.setSignalHandler(signal, handler.address);
  let isWatched = true;
  return () => {
    if (!isWatched) return;
    isWatched = false;
    Atomics.store(words, FLAG / 8, BigInt(data + NOWHERE));
    // Somebody may have put a handler over ours, which then goes on to ours: it must stay, as a mere step to the one below.
    if (libc.signalHandler(signal).address !== handler.address) return;
    libc.setSignalHandler(signal, previous.address);
    handler.isBusy = false;
  };
}
