// Bytes of a pickle, in frames as CPython's C code cuts them: a frame ends when it has reached FRAME_TARGET after an object; large
// strings stand between frames; fewer than FRAME_LEAST bytes have no frame.
const FRAME_TARGET = 64 * 1024;
const FRAME_LEAST = 4;
const FRAME_HEAD = 9;
const FRAME = 0x95;

export class PickleWriter {
  #bytes = new Uint8Array(1024);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;
  /** Where the head of the open frame is; -1: none is open. */
  #frame = -1;

  constructor(protocol: number) {
    this.#bytes[this.#length++] = 0x80;
    this.#bytes[this.#length++] = protocol;
  }

  /** Makes room for `size` bytes in the frame, and gives their place. */
  #room(size: number, framed = true): number {
    const opens = framed && this.#frame < 0;
    const at = this.#length + (opens ? FRAME_HEAD : 0);
    if (at + size > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#bytes.length * 2, at + size));
      larger.set(this.#bytes);
      this.#bytes = larger;
      this.#view = new DataView(larger.buffer);
    }
    if (opens) this.#frame = this.#length;
    this.#length = at + size;
    return at;
  }

  op(code: number): void {
    const at = this.#room(1);
    this.#bytes[at] = code;
  }
  op1(code: number, n: number): void {
    const at = this.#room(2);
    this.#bytes[at] = code;
    this.#bytes[at + 1] = n;
  }
  op2(code: number, n: number): void {
    const at = this.#room(3);
    this.#bytes[at] = code;
    this.#view.setUint16(at + 1, n, true);
  }
  op4(code: number, n: number): void {
    const at = this.#room(5);
    this.#bytes[at] = code;
    this.#view.setUint32(at + 1, n, true);
  }
  double(code: number, n: number): void {
    const at = this.#room(9);
    this.#bytes[at] = code;
    this.#view.setFloat64(at + 1, n);
  }
  /** A code, the length in so many bytes, and the bytes. */
  text(code: number, lengthBytes: 1 | 4 | 8, bytes: Uint8Array): void {
    const isLarge = bytes.length >= FRAME_TARGET;
    if (isLarge) this.#closeFrame();
    const at = this.#room(1 + lengthBytes + bytes.length, !isLarge);
    this.#bytes[at] = code;
    if (lengthBytes === 1) this.#bytes[at + 1] = bytes.length;
    else {
      this.#view.setUint32(at + 1, bytes.length, true);
      if (lengthBytes === 8) this.#view.setUint32(at + 5, 0, true);
    }
    this.#bytes.set(bytes, at + 1 + lengthBytes);
  }

  /** Called when an object is complete. */
  boundary(): void {
    if (this.#frame >= 0 && this.#length - this.#frame - FRAME_HEAD >= FRAME_TARGET) this.#closeFrame();
  }

  #closeFrame(): void {
    if (this.#frame < 0) return;
    const length = this.#length - this.#frame - FRAME_HEAD;
    if (length >= FRAME_LEAST) {
      this.#bytes[this.#frame] = FRAME;
      this.#view.setUint32(this.#frame + 1, length, true);
      this.#view.setUint32(this.#frame + 5, 0, true);
    } else {
      this.#bytes.copyWithin(this.#frame, this.#frame + FRAME_HEAD, this.#length);
      this.#length -= FRAME_HEAD;
    }
    this.#frame = -1;
  }

  finish(): Uint8Array {
    this.op(0x2e);
    this.#closeFrame();
    return this.#bytes.subarray(0, this.#length);
  }
}
