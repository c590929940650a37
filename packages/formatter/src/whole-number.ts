/** A setting that counts columns; a `RangeError` if it is not a whole number from 0. */
export function wholeNumber(value: number, name: string): number {
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new RangeError(`${name} must be a whole number from 0, but is ${value}`);
}
