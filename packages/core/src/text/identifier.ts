const namePattern = /^[A-Z_a-z][0-9A-Z_a-z]*(?:::[A-Z_a-z][0-9A-Z_a-z]*)*$/;
const reservedPattern = /(?:^|::)(?:true|false|if|then|else|in|is|like|has|__cedar)(?:::|$)/;

/**
 * Whether this is the name of an entity type as Cedar writes it: identifiers joined by `::`, without spaces, none of
 * them reserved (`true`, `false`, `if`, `then`, `else`, `in`, `is`, `like`, `has`, `__cedar`). Linear time.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-grammar.html#grammar-path
 */
export function isTypeName(text: string): boolean {
  return typeof text === "string" && namePattern.test(text) && !reservedPattern.test(text);
}

/** Whether this may stand as the key of a record without quotes: one identifier that is not reserved. */
export function isBareKey(text: string): boolean {
  return isTypeName(text) && !text.includes(":");
}
