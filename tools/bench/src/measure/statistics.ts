/** The middle of the numbers, or the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  if (low === undefined || high === undefined) throw new Error("no numbers, no median");
  return (low + high) / 2;
}

/** How far the numbers typically lie from their median, as a part of it: 0.1 is ten per cent. */
export function spread(numbers: readonly number[]): number {
  const middle = median(numbers);
  return middle === 0 ? 0 : median(numbers.map((number) => Math.abs(number - middle))) / Math.abs(middle);
}

/** The median of the ratios of paired numbers: `a` and `b` of one round met the same weather on the machine. */
export function pairedRatio(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) throw new Error(`${a.length} numbers cannot be paired with ${b.length}`);
  return median(a.map((number, index) => number / (b[index] as number)));
}

/** The number that this part of the others is below, such as 0.99; the nearest rank. */
export function percentile(numbers: readonly number[], part: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const found = sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(part * sorted.length) - 1))];
  if (found === undefined) throw new Error("no numbers, no percentile");
  return found;
}
