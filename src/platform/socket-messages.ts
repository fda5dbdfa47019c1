// sendmsg() and recvmsg(): data and what goes beside them (open files, credentials) in one call. struct msghdr has places of its own on macOS;
// the control bytes are the system's own (struct cmsghdr, one after the other), taken apart by the module _socket.
import type { Libc } from "./libc.ts";

const isMac = process.platform === "darwin";
const HEADER_BYTES = 56;
const NAME_LENGTH_AT = 8;
const VECTOR_AT = 16;
const VECTOR_COUNT_AT = 24;
const CONTROL_AT = 32;
const CONTROL_LENGTH_AT = 40;
const FLAGS_AT = isMac ? 44 : 48;

/** The message's parts lie in buffers of the caller's, who keeps them alive. */
export interface MessageParts {
  readonly address: Uint8Array;
  readonly bytes: Uint8Array;
  readonly control: Uint8Array;
}

/** A struct msghdr that names the parts; `vector` must live as long. */
export interface MessageHeader {
  readonly header: Buffer;
  readonly vector: Buffer;
}

export function messageHeader(koffi: Libc["koffi"], { address, bytes, control }: MessageParts): MessageHeader {
  const header = Buffer.alloc(HEADER_BYTES);
  const vector = Buffer.alloc(16);
  const point = (table: Buffer, at: number, to: Uint8Array): void => {
    if (to.length > 0) table.writeBigUInt64LE(BigInt(koffi.address(to) as unknown as number | bigint), at);
  };
  point(vector, 0, bytes);
  vector.writeBigUInt64LE(BigInt(bytes.length), 8);
  point(header, 0, address);
  header.writeUInt32LE(address.length, NAME_LENGTH_AT);
  point(header, VECTOR_AT, vector);
  header.writeUInt32LE(1, VECTOR_COUNT_AT);
  point(header, CONTROL_AT, control);
  header.writeUInt32LE(control.length, CONTROL_LENGTH_AT);
  return { header, vector };
}

/** What recvmsg() has written into the header. */
export function lengthsIn(header: Buffer): { address: number; control: number; flags: number } {
  return {
    address: header.readUInt32LE(NAME_LENGTH_AT),
    control: header.readUInt32LE(CONTROL_LENGTH_AT),
    flags: header.readInt32LE(FLAGS_AT),
  };
}
