// The Burrows-Wheeler transform: sorts all rotations of a block. Ranks by the first 2 bytes are refined to 4, 8, 16 … bytes, each round two counting
// sorts, so nothing is slow for repetitive data; rounds end when all ranks differ or rotations are as long as the block.

/** The rotations' starts in their order. */
export function sortRotations(block: Uint8Array, length: number): Int32Array {
  let order = new Int32Array(length);
  let ranks = new Int32Array(length);
  let next = new Int32Array(length);
  const counts = new Int32Array(Math.max(65536, length) + 1);
  const pair = (i: number): number => ((block[i] as number) << 8) | (block[i + 1 === length ? 0 : i + 1] as number);
  for (let i = 0; i < length; i++) counts[pair(i) + 1] = (counts[pair(i) + 1] as number) + 1;
  for (let i = 1; i <= 65536; i++) counts[i] = (counts[i] as number) + (counts[i - 1] as number);
  for (let i = 0; i < length; i++) {
    const key = pair(i);
    const at = counts[key] as number;
    counts[key] = at + 1;
    order[at] = i;
  }
  let distinct = 0;
  for (let k = 0; k < length; k++) {
    if (k > 0 && pair(order[k] as number) !== pair(order[k - 1] as number)) distinct = k;
    ranks[order[k] as number] = distinct;
  }
  // A rank is the place of the first rotation that is equal so far.
  const starts = counts.subarray(0, length);
  for (let known = 2; known < length; known *= 2) {
    // Rotations in the order of their second half are those of the order so far, moved back; a stable sort by rank makes that the new order.
    for (let k = 0; k < length; k++) starts[k] = k;
    for (let k = 0; k < length; k++) {
      let i = (order[k] as number) - known;
      if (i < 0) i += length;
      const rank = ranks[i] as number;
      const at = starts[rank] as number;
      starts[rank] = at + 1;
      next[at] = i;
    }
    [order, next] = [next, order];
    let isDone = true;
    let rank = 0;
    let before = order[0] as number;
    next[before] = 0;
    for (let k = 1; k < length; k++) {
      const i = order[k] as number;
      const half = i + known < length ? i + known : i + known - length;
      const halfBefore = before + known < length ? before + known : before + known - length;
      if (ranks[i] !== ranks[before] || ranks[half] !== ranks[halfBefore]) rank = k;
      else isDone = false;
      next[i] = rank;
      before = i;
    }
    [ranks, next] = [next, ranks];
    if (isDone) break;
  }
  return order;
}
