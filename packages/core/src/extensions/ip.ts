import type { ExtensionCall } from "./call.ts";

/**
 * An IPv4 or IPv6 address or range. A single address is a range with the longest prefix. The bits behind the prefix
 * are kept: `ip("1.2.3.4/24")` and `ip("1.2.3.0/24")` differ, though each is in the range of the other.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-datatypes.html#datatype-ipaddr
 */
export interface IpAddress {
  readonly kind: "ip";
  /** The address in unsigned 32-bit words, the highest first: one for IPv4, four for IPv6. */
  readonly words: readonly number[];
  /** The length of the prefix in bits: up to 32 for IPv4, up to 128 for IPv6. */
  readonly prefix: number;
  /** The text that it was read from. */
  readonly text: string;
  /** The call that makes it. */
  readonly source: ExtensionCall;
}

class IpValue implements IpAddress {
  readonly kind = "ip";
  readonly words: readonly number[];
  readonly prefix: number;
  readonly text: string;

  constructor(words: readonly number[], prefix: number, text: string) {
    this.words = words;
    this.prefix = prefix;
    this.text = text;
  }

  get source(): ExtensionCall {
    return { fn: "ip", args: [this.text] };
  }
}

/** The address or range of these parts. */
export function ipOf(words: readonly number[], prefix: number, text: string): IpAddress {
  return new IpValue(words, prefix, text);
}

/** Cedar's `ip.isIpv4()`. */
export function isIpv4(ip: IpAddress): boolean {
  return ip.words.length === 1;
}

/** Cedar's `ip.isIpv6()`. An IPv4 address written as IPv6, such as `::ffff:7f00:1`, is IPv6. */
export function isIpv6(ip: IpAddress): boolean {
  return ip.words.length === 4;
}

/** Cedar's `ip.isLoopback()`: whether all of it is in 127.0.0.0/8, or it is `::1`. */
export function isLoopback(ip: IpAddress): boolean {
  const [first = 0, second, third, fourth] = ip.words;
  if (isIpv4(ip)) return first >>> 24 === 127 && ip.prefix >= 8;
  return first === 0 && second === 0 && third === 0 && fourth === 1 && ip.prefix === 128;
}

/** Cedar's `ip.isMulticast()`: whether all of it is in 224.0.0.0/4 or in ff00::/8. */
export function isMulticast(ip: IpAddress): boolean {
  const [first = 0] = ip.words;
  return isIpv4(ip) ? first >>> 28 === 0xe && ip.prefix >= 4 : first >>> 24 === 0xff && ip.prefix >= 8;
}

/** Cedar's `ip.isInRange(range)`: whether all of `ip` is in `range`. False between IPv4 and IPv6. */
export function isInRange(ip: IpAddress, range: IpAddress): boolean {
  if (ip.words.length !== range.words.length || ip.prefix < range.prefix) return false;
  let bits = range.prefix;
  for (let index = 0; bits > 0; index += 1, bits -= 32) {
    // The words are equal in their first `bits` bits; a shift by 32 would not shift at all.
    const difference = (ip.words[index] as number) ^ (range.words[index] as number);
    if (bits >= 32 ? difference !== 0 : difference >>> (32 - bits) !== 0) return false;
  }
  return true;
}
