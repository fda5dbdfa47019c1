/** A number that becomes a Python float even if it is integral: `new PyFloat(1)` is 1.0. */
export class PyFloat {
  readonly value: number;
  constructor(value: number) {
    if (typeof value !== "number") throw new TypeError(`PyFloat needs a number, not ${typeof value}`);
    this.value = value;
  }
}
