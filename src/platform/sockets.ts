// Sockets through koffi: Node's own only answer when its event loop runs (see processes.ts). Addresses are the system's own bytes (struct sockaddr).
import { type Libc, openLibc } from "./libc.ts";
import { openProcesses, SystemCallError } from "./processes.ts";
import { lengthsIn, messageHeader } from "./socket-messages.ts";

const isMac = process.platform === "darwin";
const EINTR = 4;
const EAGAIN = isMac ? 35 : 11;
const SOL_SOCKET = isMac ? 0xffff : 1;
const SO_NOSIGPIPE = 0x1022;
/** More than any struct sockaddr takes. */
const ADDRESS_BYTES = 128;
const DONT_WAIT = isMac ? 0x80 : 0x40;
const NO_SIGNAL = isMac ? 0 : 0x4000;
/** struct addrinfo: flags, family, type and protocol are 32 bits each, then the address's length. */
const INFO_BYTES = 48;
const INFO_NAME_AT = isMac ? 24 : 32;
const INFO_ADDRESS_AT = isMac ? 32 : 24;
const INFO_NEXT_AT = 40;
const HOST_BYTES = 1025;
const SERVICE_BYTES = 256;

export interface AddressInfo {
  readonly family: number;
  readonly type: number;
  readonly protocol: number;
  readonly canonicalName: string;
  readonly address: Uint8Array;
}

/** Why a name has no address, or an address no name. */
export interface UnknownName {
  readonly code: number;
  readonly text: string;
}

/** What recvmsg() gives: `control` is what came beside the data, as the system lays it out. */
export interface Message {
  readonly bytes: Uint8Array;
  readonly control: Uint8Array;
  readonly flags: number;
  readonly address: Uint8Array;
}

/** What would have to wait answers undefined. */
export interface Sockets {
  open(family: number, type: number, protocol: number): number;
  bind(fd: number, address: Uint8Array): void;
  listen(fd: number, backlog: number): void;
  /** 0, or the error: one that is under way is one too. */
  connect(fd: number, address: Uint8Array): number;
  accept(fd: number): { fd: number; address: Uint8Array } | undefined;
  /** The bytes are good until the next call. */
  receive(fd: number, count: number, flags: number): { bytes: Uint8Array; address: Uint8Array } | undefined;
  send(fd: number, bytes: Uint8Array, flags: number, address: Uint8Array | undefined): number | undefined;
  receiveMessage(fd: number, count: number, controlCount: number, flags: number): Message | undefined;
  sendMessage(fd: number, message: Message): number | undefined;
  shutDown(fd: number, how: number): void;
  ownAddress(fd: number): Uint8Array;
  peerAddress(fd: number): Uint8Array;
  option(fd: number, level: number, name: number, bytes: number): Uint8Array;
  setOption(fd: number, level: number, name: number, value: Uint8Array): void;
  addressesOf(
    host: string | null,
    service: string | null,
    wanted: { readonly family: number; readonly type: number; readonly protocol: number; readonly flags: number },
  ): AddressInfo[] | UnknownName;
  namesOf(address: Uint8Array, flags: number): { host: string; service: string } | UnknownName;
}

/** Usual sizes of what is received (asyncio asks for 256 KiB) are received into one piece of memory: fresh pages cost more than their copying. */
const SCRATCH_BYTES = 1 << 20;
let scratch = Buffer.alloc(0);

let opened: Sockets | undefined;

export function openSockets(): Sockets {
  opened ??= bind(openLibc());
  return opened;
}

function bind({ koffi }: Libc): Sockets {
  const libc = koffi.load(null);
  const socket = libc.func("socket", "int", ["int", "int", "int"]);
  const bindTo = libc.func("bind", "int", ["int", "void *", "uint"]);
  const listen = libc.func("listen", "int", ["int", "int"]);
  const connect = libc.func("connect", "int", ["int", "void *", "uint"]);
  const accept = libc.func("accept", "int", ["int", "void *", "void *"]);
  const recvfrom = libc.func("recvfrom", "int64", ["int", "void *", "uint64", "int", "void *", "void *"]);
  const sendto = libc.func("sendto", "int64", ["int", "void *", "uint64", "int", "void *", "uint"]);
  const recvmsg = libc.func("recvmsg", "int64", ["int", "void *", "int"]);
  const sendmsg = libc.func("sendmsg", "int64", ["int", "void *", "int"]);
  const shutdown = libc.func("shutdown", "int", ["int", "int"]);
  const getsockname = libc.func("getsockname", "int", ["int", "void *", "void *"]);
  const getpeername = libc.func("getpeername", "int", ["int", "void *", "void *"]);
  const getsockopt = libc.func("getsockopt", "int", ["int", "int", "int", "void *", "void *"]);
  const setsockopt = libc.func("setsockopt", "int", ["int", "int", "int", "void *", "uint"]);
  const descriptors = openProcesses();

  const check = (result: number, what: string): number => {
    if (result === -1) throw new SystemCallError(koffi.errno(), what);
    return result;
  };
  /** Calls again what a signal interrupted; undefined: it would have to wait. */
  const attempt = (what: string, call: () => number): number | undefined => {
    for (;;) {
      const result = call();
      if (result !== -1) return result;
      const errno = koffi.errno();
      if (errno === EAGAIN) return undefined;
      if (errno !== EINTR) throw new SystemCallError(errno, what);
    }
  };
  const addressRoom = () => ({ address: Buffer.alloc(ADDRESS_BYTES), length: Uint32Array.of(ADDRESS_BYTES) });
  const filled = ({ address, length }: ReturnType<typeof addressRoom>) =>
    address.subarray(0, Math.min(length[0] as number, ADDRESS_BYTES));
  const addressFrom = (
    what: string,
    call: (fd: number, address: Buffer, length: Uint32Array) => number,
    fd: number,
  ) => {
    const room = addressRoom();
    check(call(fd, room.address, room.length), what);
    return filled(room);
  };
  const prepared = (fd: number): number => {
    descriptors.setInherited(fd, false);
    if (isMac) check(setsockopt(fd, SOL_SOCKET, SO_NOSIGPIPE, Int32Array.of(1), 4), "setsockopt");
    return fd;
  };
  /** As if the descriptor did not block, whether it does or not. */
  const withoutBlocking = <T>(fd: number, call: () => T): T => {
    if (!descriptors.isBlocking(fd)) return call();
    descriptors.setBlocking(fd, false);
    try {
      return call();
    } finally {
      descriptors.setBlocking(fd, true);
    }
  };

  return {
    open: (family, type, protocol) => prepared(check(socket(family, type, protocol), "socket")),
    bind: (fd, address) => void check(bindTo(fd, address, address.length), "bind"),
    listen: (fd, backlog) => void check(listen(fd, backlog), "listen"),
    connect: (fd, address) =>
      withoutBlocking(fd, () => (connect(fd, address, address.length) === -1 ? koffi.errno() : 0)),
    accept(fd) {
      const room = addressRoom();
      const found = withoutBlocking(fd, () => attempt("accept", () => accept(fd, room.address, room.length)));
      if (found === undefined) return undefined;
      // (On macOS it has inherited O_NONBLOCK.)
      descriptors.setBlocking(found, true);
      return { fd: prepared(found), address: filled(room) };
    },
    receive(fd, count, flags) {
      const room = addressRoom();
      if (scratch.length < count && count <= SCRATCH_BYTES) scratch = Buffer.allocUnsafeSlow(SCRATCH_BYTES);
      const bytes = count <= scratch.length ? scratch : Buffer.allocUnsafe(count);
      const got = attempt("recv", () =>
        Number(recvfrom(fd, bytes, count, flags | DONT_WAIT, room.address, room.length)),
      );
      if (got === undefined) return undefined;
      return { bytes: bytes.subarray(0, Math.min(got, count)), address: filled(room) };
    },
    send: (fd, bytes, flags, address) =>
      attempt("send", () =>
        Number(sendto(fd, bytes, bytes.length, flags | DONT_WAIT | NO_SIGNAL, address ?? null, address?.length ?? 0)),
      ),
    receiveMessage(fd, count, controlCount, flags) {
      const parts = {
        address: Buffer.alloc(ADDRESS_BYTES),
        bytes: Buffer.allocUnsafe(Math.max(1, count)).subarray(0, count),
        control: Buffer.alloc(controlCount),
      };
      const { header, vector } = messageHeader(koffi, parts);
      const got = attempt("recvmsg", () => Number(recvmsg(fd, header, flags | DONT_WAIT)));
      if (got === undefined || vector.length === 0) return undefined;
      const lengths = lengthsIn(header);
      return {
        bytes: parts.bytes.subarray(0, Math.min(got, count)),
        control: parts.control.subarray(0, lengths.control),
        flags: lengths.flags,
        address: parts.address.subarray(0, Math.min(lengths.address, ADDRESS_BYTES)),
      };
    },
    sendMessage(fd, message) {
      const { header, vector } = messageHeader(koffi, message);
      const flags = message.flags | DONT_WAIT | NO_SIGNAL;
      return attempt("sendmsg", () => (vector.length === 0 ? 0 : Number(sendmsg(fd, header, flags))));
    },
    shutDown: (fd, how) => void check(shutdown(fd, how), "shutdown"),
    ownAddress: (fd) => addressFrom("getsockname", getsockname, fd),
    peerAddress: (fd) => addressFrom("getpeername", getpeername, fd),
    option(fd, level, name, count) {
      const value = Buffer.alloc(Math.max(1, count));
      const length = Uint32Array.of(count);
      check(getsockopt(fd, level, name, value, length), "getsockopt");
      return value.subarray(0, length[0] as number);
    },
    setOption: (fd, level, name, value) => void check(setsockopt(fd, level, name, value, value.length), "setsockopt"),
    ...bindNames(koffi, libc),
  };
}

type Koffi = Libc["koffi"];

function bindNames(koffi: Koffi, libc: ReturnType<Koffi["load"]>): Pick<Sockets, "addressesOf" | "namesOf"> {
  const getaddrinfo = libc.func("getaddrinfo", "int", ["str", "str", "void *", "void *"]);
  const freeaddrinfo = libc.func("freeaddrinfo", "void", ["uint64"]);
  const getnameinfo = libc.func("getnameinfo", "int", ["void *", "uint", "void *", "uint", "void *", "uint", "int"]);
  const gai_strerror = libc.func("gai_strerror", "str", ["int"]);
  const strlen = libc.func("strlen", "uint64", ["uint64"]);
  const unknown = (code: number): UnknownName => ({ code, text: gai_strerror(code) as string });
  const bytesAt = (address: bigint, count: number): Buffer =>
    Buffer.from(koffi.decode(address, koffi.array("uint8", count)) as Uint8Array);
  const textAt = (address: bigint): string =>
    address === 0n ? "" : bytesAt(address, Number(strlen(address))).toString("latin1");
  const textIn = (bytes: Buffer): string => bytes.toString("latin1", 0, bytes.indexOf(0));

  return {
    addressesOf(host, service, { family, type, protocol, flags }) {
      const hints = Buffer.alloc(INFO_BYTES);
      [flags, family, type, protocol].forEach((n, i) => void hints.writeInt32LE(n, 4 * i));
      const first = Buffer.alloc(8);
      const code = getaddrinfo(host, service, hints, first);
      if (code !== 0) return unknown(code);
      const start = first.readBigUInt64LE(0);
      try {
        const found: AddressInfo[] = [];
        for (let at = start; at !== 0n; ) {
          const info = bytesAt(at, INFO_BYTES);
          found.push({
            family: info.readInt32LE(4),
            type: info.readInt32LE(8),
            protocol: info.readInt32LE(12),
            canonicalName: textAt(info.readBigUInt64LE(INFO_NAME_AT)),
            address: bytesAt(info.readBigUInt64LE(INFO_ADDRESS_AT), info.readUInt32LE(16)),
          });
          at = info.readBigUInt64LE(INFO_NEXT_AT);
        }
        return found;
      } finally {
        freeaddrinfo(start);
      }
    },
    namesOf(address, flags) {
      const host = Buffer.alloc(HOST_BYTES);
      const service = Buffer.alloc(SERVICE_BYTES);
      const code = getnameinfo(address, address.length, host, HOST_BYTES, service, SERVICE_BYTES, flags);
      if (code !== 0) return unknown(code);
      return { host: textIn(host), service: textIn(service) };
    },
  };
}
