// Frames on the VM's stack (native/core/frame.h): `fp` points at a frame's first register, its head lies below.
import { Layout } from "./generated/layout.ts";

const { FrameHead } = Layout;

/** Words of a frame's head: Layout.FrameHead's fields. */
export type HeadField = Exclude<keyof typeof FrameHead, "size">;

/** Where a word of the head of the frame at `fp` lies in the heap. */
export function headAt(fp: number, field: HeadField): number {
  return fp - FrameHead.size + FrameHead[field];
}
