// Who has which part of a row of numbers (addresses, table entries): parts are given out, lowest first, and come back in any order.

interface Range {
  start: number;
  end: number;
}

export class Ranges {
  /** What is free, ascending, no two of them touching. */
  private readonly free: Range[];

  constructor(start: number, end: number) {
    this.free = end > start ? [{ start, end }] : [];
  }

  /** The first free part of `count` numbers, which is taken; -1 if there is none. */
  take(count: number): number {
    const at = this.free.findIndex(({ start, end }) => end - start >= count);
    if (at < 0) return -1;
    const range = this.free[at] as Range;
    const { start } = range;
    range.start += count;
    if (range.start === range.end) this.free.splice(at, 1);
    return start;
  }

  /** Takes just these numbers. False if not all of them are free. */
  claim(start: number, count: number): boolean {
    if (count === 0) return true;
    const end = start + count;
    const at = this.free.findIndex((range) => range.start <= start && range.end >= end);
    if (at < 0) return false;
    const range = this.free[at] as Range;
    const rest = [
      { start: range.start, end: start },
      { start: end, end: range.end },
    ].filter((part) => part.end > part.start);
    this.free.splice(at, 1, ...rest);
    return true;
  }
  /** Numbers that take() or claim() gave out are free again. */
  release(start: number, count: number): void {
    if (count === 0) return;
    const end = start + count;
    let at = 0;
    for (let high = this.free.length; at < high; ) {
      const middle = (at + high) >>> 1;
      if ((this.free[middle] as Range).start < start) at = middle + 1;
      else high = middle;
    }
    const before = this.free[at - 1];
    const after = this.free[at];
    if ((before !== undefined && before.end > start) || (after !== undefined && after.start < end))
      throw new Error(`krait: ${start} to ${end} was free already`);
    const joinsBefore = before?.end === start;
    const joinsAfter = after?.start === end;
    if (joinsBefore && joinsAfter) {
      (before as Range).end = (after as Range).end;
      this.free.splice(at, 1);
    } else if (joinsBefore) (before as Range).end = end;
    else if (joinsAfter) (after as Range).start = start;
    else this.free.splice(at, 0, { start, end });
  }
}
