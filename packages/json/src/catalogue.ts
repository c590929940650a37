import { type Diagnostic, errorOf, type Span } from "@deodar/diagnostics";

/** Where a value stands in a document: keys and array indexes from the root. */
export type JsonPath = readonly (string | number)[];

/** What can be wrong with a JSON text or with a plain value; the first texts are worded as Rust's serde_json words them. */
export const catalogue = {
  "json/unexpected-end": "EOF while parsing {what}",
  "json/expected-value": "expected value",
  "json/expected-literal": "expected ident",
  "json/trailing-characters": "trailing characters",
  "json/trailing-comma": "trailing comma",
  "json/expected-colon": "expected `:`",
  "json/expected-comma": "expected `,` or `{close}`",
  "json/expected-key": "key must be a string",
  "json/control-character": "control character (\\u0000-\\u001F) found while parsing a string",
  "json/invalid-escape": "invalid escape",
  "json/lone-surrogate": "lone leading surrogate in hex escape",
  "json/invalid-number": "invalid number",
  "json/too-deep": "recursion limit exceeded",
  "json/duplicate-key": "the key `{key}` occurs two or more times in the same JSON object",
  "json/byte-order-mark": "expected value",
  "json/unsupported-value": "{what} cannot be used as JSON",
  "json/inexact-number": "the number {number} is not an exact integer",
  "json/sparse-array": "the array has no element {index}",
  "json/cyclic": "the value contains itself",
  "json/unreadable": "the value cannot be read: {reason}",
  "json/too-many-values": "the value has too many parts that are shared",
} as const;

/** The codes of this package's diagnostics. */
export type JsonCode = keyof typeof catalogue;

const help: { readonly [code in JsonCode]?: string } = {
  "json/byte-order-mark": "the text starts with a byte order mark (U+FEFF); remove it",
  "json/too-deep": "arrays and objects may stand at most 1000 deep inside each other",
  "json/unsupported-value":
    "use null, booleans, integers, bigints, strings, arrays and plain objects; leave out keys that have no value",
  "json/inexact-number": "use an integer of at most 2^53-1, or a bigint; Cedar has no fractions, but `decimal` values",
  "json/sparse-array": "fill every element of the array",
  "json/too-many-values": "objects that occur many times are copied for each occurrence; share less",
};

/** One error of this package, with the words of the text filled in. */
export function jsonError(
  code: JsonCode,
  words: { readonly [word: string]: string },
  { span, path }: { readonly span?: Span; readonly path?: JsonPath },
): Diagnostic {
  const hint = help[code];
  const texts = { message: catalogue[code], ...(hint === undefined ? {} : { help: hint }) };
  return errorOf(code, texts, words, { labels: span === undefined ? [] : [span], path });
}
