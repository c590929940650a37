/**
 * The number that ASCII digits stand for, with any count of leading zeros. Gives `undefined` if another character is
 * among them or if the number has more than 20 digits, beyond any 64-bit integer: converting a very long text to a
 * bigint would take more than linear time.
 */
export function readDigits(digits: string): bigint | undefined {
  if (!/^[0-9]+$/.test(digits)) return undefined;
  const significant = digits.replace(/^0+/, "");
  return significant.length > 20 ? undefined : BigInt(significant);
}
