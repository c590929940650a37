import { utf8Length } from "../text/utf8-length.ts";
import { helps, texts } from "./catalogue.ts";
import { type ExtensionFault, fault } from "./fault.ts";
import { type IpAddress, ipOf } from "./ip.ts";

/** The bytes of the longest address, `ABCD:EF01:2345:6789:ABCD:EF01:2345:6789/128`. */
const maxBytes = 43;

/** Cedar's `ip(text)`: an IPv4 or IPv6 address, with a prefix length (`10.0.0.0/8`) if it is a range. */
export function parseIp(text: string): IpAddress | ExtensionFault {
  if (utf8Length(text) > maxBytes) return refuse(texts.ip.tooLong(text));
  if (containsTwice(text, ":") && containsTwice(text, ".")) return refuse(texts.ip.embedded(text));
  const slash = text.indexOf("/");
  if (slash < 0) {
    const words = parseAddress(text);
    return words === undefined ? refuse(texts.ip.invalid(text)) : ipOf(words, words.length * 32, text);
  }
  const address = text.slice(0, slash);
  const words = parseAddress(address);
  if (words === undefined) return refuse(texts.ip.invalidBeforePrefix(address));
  const prefix = parsePrefix(text.slice(slash + 1), words.length * 32);
  return typeof prefix === "number" ? ipOf(words, prefix, text) : prefix;
}

function refuse(message: string): ExtensionFault {
  return fault("ipaddr", message, helps.ip);
}

function containsTwice(text: string, character: string): boolean {
  return text.indexOf(character) !== text.lastIndexOf(character);
}

function parsePrefix(text: string, limit: number): number | ExtensionFault {
  const bytes = utf8Length(text);
  if (bytes > String(limit).length) return refuse(texts.ip.prefixTooLong(bytes));
  if (/[^0-9]/.test(text)) return refuse(texts.ip.prefixNonDigit(text));
  if (text.startsWith("0") && text !== "0") return refuse(texts.ip.prefixLeadingZero(text));
  if (text === "") return refuse(texts.ip.prefixEmpty);
  const prefix = Number(text);
  if (prefix > 255) return refuse(texts.ip.prefixBeyondByte(text));
  return prefix > limit ? refuse(texts.ip.prefixTooLarge(prefix, limit)) : prefix;
}

function parseAddress(text: string): number[] | undefined {
  return text.includes(":") ? parseIpv6(text) : parseIpv4(text);
}

/** Four decimal numbers up to 255 without leading zeros. */
function parseIpv4(text: string): number[] | undefined {
  const octets = text.split(".");
  if (octets.length !== 4) return undefined;
  let word = 0;
  for (const octet of octets) {
    if (!/^(?:0|[1-9][0-9]{0,2})$/.test(octet) || Number(octet) > 255) return undefined;
    word = word * 256 + Number(octet);
  }
  return [word];
}

/** Eight groups of up to four hexadecimal digits; one `::` may stand for one or more groups of zeros. */
function parseIpv6(text: string): number[] | undefined {
  const [headText = "", tailText, ...more] = text.split("::");
  if (more.length > 0) return undefined;
  const head = parseGroups(headText);
  const tail = tailText === undefined ? [] : parseGroups(tailText);
  if (head === undefined || tail === undefined) return undefined;
  const missing = 8 - head.length - tail.length;
  if (tailText === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...head, ...new Array<number>(missing).fill(0), ...tail];
  const words: number[] = [];
  for (let index = 0; index < groups.length; index += 2) {
    words.push((groups[index] as number) * 0x10000 + (groups[index + 1] as number));
  }
  return words;
}

function parseGroups(text: string): number[] | undefined {
  if (text === "") return [];
  const groups = text.split(":");
  return groups.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group))
    ? groups.map((group) => Number.parseInt(group, 16))
    : undefined;
}
