/** What can be wrong with a schema in the JSON format, worded as the reference (and its serde) words it. */
export const catalogue = {
  "schema-json/unexpected-type": "invalid type: {found}, expected {expected}",
  "schema-json/unknown-field": "unknown field `{field}`, {expected}",
  "schema-json/missing-field": "missing field `{field}`",
  "schema-json/wrong-length": "invalid length {length}, expected {expected}",
  "schema-json/empty-enumeration": "the vector provided was empty, NonEmpty needs at least one element",
  "schema-json/enumeration-with-attributes": "unexpected field: {fields}",
  "schema-json/annotated-empty-namespace": "annotations are not allowed on the empty namespace",
  "schema-json/invalid-name": "invalid {what} `{name}`: {reason}",
  "schema-json/reserved-name": "The name `{name}` contains `__cedar`, which is reserved",
  "schema-json/reserved-type-name": "this is reserved and cannot be the basename of a common-type declaration: {name}",
  "schema-json/invalid-value": "data did not match any variant of untagged enum RawCedarValueJson",
  "schema-json/lone-surrogate": "the string {text} has half of a surrogate pair, which is no character",
  "schema-json/too-deep": "the type is nested too deep",
} as const;

/** The codes of the diagnostics of schema JSON. */
export type SchemaJsonCode = keyof typeof catalogue;

/** How to mend what a code stands for; `{…}` as in the messages. */
export const help: { readonly [code in SchemaJsonCode]?: string } = {
  "schema-json/too-deep": "records and sets may stand at most {limit} deep inside each other",
};
