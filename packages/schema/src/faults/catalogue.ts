import { type Diagnostic, errorOf, type Label, type Span } from "@deodar/diagnostics";

/**
 * What can be wrong with a schema text, in the words of Cedar's reference implementation; `{word}` stands for a word
 * that depends on the case. Each code has its page in docs/diagnostics/schema.
 */
export const catalogue = {
  "schema/unexpected-token": { message: "unexpected token `{token}`", help: "{hint}" },
  "schema/unexpected-end": { message: "unexpected end of input" },
  "schema/invalid-token": { message: "invalid token" },
  "schema/nesting-too-deep": {
    message: "the type is nested too deep",
    help: "records and sets may stand at most {limit} deep inside each other",
  },
  "schema/reserved-identifier": { message: "`{identifier}` is a reserved identifier" },
  "schema/invalid-escape": { message: "Invalid escape codes" },
  "schema/duplicate-annotation": { message: "duplicate annotations: `{key}`" },
  "schema/duplicate-declaration": { message: "`{name}` is declared twice" },
  "schema/duplicate-namespace": { message: "duplicate namespace id: `{name}`" },
  "schema/reserved-namespace": {
    message: "use of the reserved `__cedar` namespace",
    help: "Names containing `__cedar` (for example: `__cedar::A`, `A::__cedar`, or `A::__cedar::B`) are reserved",
  },
  "schema/reserved-type-name": {
    message: "this uses a reserved schema keyword: `{name}`",
    help: "Keywords such as `entity`, `extension`, `set` and `record` cannot be used as common type names",
  },
  "schema/duplicate-target": {
    message: "duplicate `{variable}` declaration in action `{action}`",
    help: "Actions may only have a single {variable} declaration, but a {variable} declaration may specify a list of entity types like `{variable}: [X, Y, Z]`",
  },
  "schema/duplicate-context": {
    message: "duplicate context declaration in action `{action}`",
    help: "Try either deleting one of the declarations, or merging into a single declaration",
  },
  "schema/missing-target": {
    message: "missing `{variable}` declaration for `{action}`",
    help: "Every action must define both `principal` and `resource` targets, and the `principal` and `resource` lists must not be `[]`.",
  },
  "schema/empty-target": {
    message: "for action `{action}`, `{variable}` is `[]`, which is invalid",
    help: "Every action must define both `principal` and `resource` targets, and the `principal` and `resource` lists must not be `[]`.",
  },
  "schema/name-collision": { message: "There are name collisions: [{names}]" },
  "schema/unwritable-shape": {
    message: "The following entities have shapes that cannot be converted to Cedar schema syntax: [{names}]",
    help: "Entity shapes may only be record types. In the Cedar schema syntax, they additionally may not reference common type definitions.",
  },
  "schema/unwritable": {
    message: "{what} cannot be written in the Cedar schema syntax",
    help: "the JSON schema format has it: use that instead",
  },
  "schema/too-large": {
    message: "written as text the schema would have more than {limit} attributes and names",
    help: "declarations of many names repeat their parts for each of them: use common types",
  },
} as const;

/** The codes of the faults that reading or writing a schema text can find. */
export type SchemaSyntaxCode = keyof typeof catalogue;

/**
 * One fault at places of the text, with the words of its texts filled in; an empty or missing `hint` means no help. The
 * places may be any nodes: only their spans are taken.
 */
export function schemaFault(
  code: SchemaSyntaxCode,
  places: readonly Span[],
  words: { readonly [word: string]: string } = {},
): Diagnostic {
  return errorOf(code, catalogue[code], words, { labels: places.map(({ start, end }) => ({ start, end })) });
}

/** A fault whose labels say something about the places. */
export function labelledFault(
  code: SchemaSyntaxCode,
  labels: readonly Label[],
  words: { readonly [word: string]: string } = {},
): Diagnostic {
  return { ...schemaFault(code, [], words), labels };
}
