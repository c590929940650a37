/** The numbers that the generated tables hold in base 36. */
export function decodeNumbers(text: string): readonly number[] {
  return text.split(" ").map((number) => Number.parseInt(number, 36));
}

/** The index of the last start that is not above the code point; -1 if all are. */
export function lastStart(starts: readonly number[], codePoint: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] as number) <= codePoint) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
