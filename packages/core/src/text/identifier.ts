const reserved: ReadonlySet<string> = new Set([
  "true",
  "false",
  "if",
  "then",
  "else",
  "in",
  "is",
  "like",
  "has",
  "__cedar",
]);
const longestReserved = 7;

const zero = 0x30;
const nine = 0x39;
const colon = 0x3a;
const capitalA = 0x41;
const capitalZ = 0x5a;
const underscore = 0x5f;
const smallA = 0x61;
const smallZ = 0x7a;

/**
 * Whether this is the name of an entity type as Cedar writes it: identifiers joined by `::`, without spaces, none of
 * them reserved (`true`, `false`, `if`, `then`, `else`, `in`, `is`, `like`, `has`, `__cedar`). Linear time.
 *
 * Spelled out instead of matched, since each request asks this of its uids.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-grammar.html#grammar-path
 */
export function isTypeName(text: string): boolean {
  if (typeof text !== "string") return false;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (isWordUnit(unit) && (at > start || unit > nine)) continue;
    if (unit !== colon || at === start || text.charCodeAt(at + 1) !== colon || isReserved(text, start, at))
      return false;
    at += 1;
    start = at + 1;
  }
  return start < text.length && !isReserved(text, start, text.length);
}

/** Whether this may stand as the key of a record without quotes: one identifier that is not reserved. */
export function isBareKey(text: string): boolean {
  return isTypeName(text) && !text.includes(":");
}

function isWordUnit(unit: number): boolean {
  return (
    (unit >= smallA && unit <= smallZ) ||
    (unit >= capitalA && unit <= capitalZ) ||
    unit === underscore ||
    (unit >= zero && unit <= nine)
  );
}

/** No reserved word begins with a capital letter, and most names of types do. */
function isReserved(text: string, start: number, end: number): boolean {
  return text.charCodeAt(start) > capitalZ && end - start <= longestReserved && reserved.has(text.slice(start, end));
}
