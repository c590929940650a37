import type { IpAddress } from "./ip.ts";

/**
 * The address in standard form, always with its prefix: `127.0.0.1/32`, `2001:db8::/32`. It is that of Rust's standard
 * library, which writes IPv4-mapped addresses as `::ffff:1.2.3.4`; Cedar does not read those back.
 */
export function canonicalIp(ip: IpAddress): string {
  const [first = 0] = ip.words;
  return `${ip.words.length === 1 ? dotted(first) : ipv6(ip.words)}/${ip.prefix}`;
}

function dotted(word: number): string {
  return [word >>> 24, (word >>> 16) & 0xff, (word >>> 8) & 0xff, word & 0xff].join(".");
}

function ipv6(words: readonly number[]): string {
  const [first, second, third, last = 0] = words;
  if (first === 0 && second === 0 && third === 0xffff) return `::ffff:${dotted(last)}`;
  const groups = words.flatMap((word) => [word >>> 16, word & 0xffff]);
  const zeros = longestZeros(groups);
  if (zeros.length < 2) return hexadecimal(groups);
  return `${hexadecimal(groups.slice(0, zeros.start))}::${hexadecimal(groups.slice(zeros.start + zeros.length))}`;
}

/** The longest run of zeros, the first one if there are several. */
function longestZeros(groups: readonly number[]): { start: number; length: number } {
  let longest = { start: 0, length: 0 };
  let length = 0;
  for (const [index, group] of groups.entries()) {
    length = group === 0 ? length + 1 : 0;
    if (length > longest.length) longest = { start: index - length + 1, length };
  }
  return longest;
}

function hexadecimal(groups: readonly number[]): string {
  return groups.map((group) => group.toString(16)).join(":");
}
