// Huffman code lengths as bzip2's own library finds them, so that what is written is what CPython writes.

/** A length of at most `longest` for each symbol. Weights carry the depth of their tree in the low 8 bits. */
export function codeLengths(frequencies: Int32Array, count: number, longest: number): Uint8Array {
  const lengths = new Uint8Array(count);
  const weights = new Float64Array(count * 2 + 2);
  const parents = new Int32Array(count * 2 + 2);
  const heap = new Int32Array(count + 2);
  for (let i = 0; i < count; i++) weights[i + 1] = (frequencies[i] || 1) * 256;
  for (;;) {
    let nodes = count;
    let size = 0;
    heap[0] = 0;
    weights[0] = 0;
    parents[0] = -2;
    const weightAt = (place: number): number => weights[heap[place] as number] as number;
    const up = (from: number): void => {
      let at = from;
      const node = heap[at] as number;
      while ((weights[node] as number) < weightAt(at >> 1)) {
        heap[at] = heap[at >> 1] as number;
        at >>= 1;
      }
      heap[at] = node;
    };
    const takeLeast = (): number => {
      const least = heap[1] as number;
      const node = heap[size--] as number;
      let at = 1;
      for (let child = 2; child <= size; child = at * 2) {
        if (child < size && weightAt(child + 1) < weightAt(child)) child++;
        if ((weights[node] as number) < weightAt(child)) break;
        heap[at] = heap[child] as number;
        at = child;
      }
      heap[at] = node;
      return least;
    };
    for (let i = 1; i <= count; i++) {
      parents[i] = -1;
      heap[++size] = i;
      up(size);
    }
    while (size > 1) {
      const a = takeLeast();
      const b = takeLeast();
      nodes++;
      parents[a] = nodes;
      parents[b] = nodes;
      const [x, y] = [weights[a] as number, weights[b] as number];
      weights[nodes] = x - (x % 256) + (y - (y % 256)) + 1 + Math.max(x % 256, y % 256);
      parents[nodes] = -1;
      heap[++size] = nodes;
      up(size);
    }
    let isTooLong = false;
    for (let i = 1; i <= count; i++) {
      let length = 0;
      for (let k = i; (parents[k] as number) >= 0; k = parents[k] as number) length++;
      lengths[i - 1] = length;
      if (length > longest) isTooLong = true;
    }
    if (!isTooLong) return lengths;
    for (let i = 1; i <= count; i++) weights[i] = (1 + Math.floor(Math.floor((weights[i] as number) / 256) / 2)) * 256;
  }
}

/** The codes that go with the lengths, in order of length and symbol. */
export function codesOf(lengths: Uint8Array): Int32Array {
  const codes = new Int32Array(lengths.length);
  let code = 0;
  for (let length = Math.min(...lengths); length <= Math.max(...lengths); length++) {
    for (let i = 0; i < lengths.length; i++) if (lengths[i] === length) codes[i] = code++;
    code <<= 1;
  }
  return codes;
}
