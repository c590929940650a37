import { type Diagnostic, errorOf, escapeText, type Label } from "@deodar/diagnostics";

/** Every fault this package reports: the code, and its text, with the words that depend on the case in braces. */
export const catalogue = {
  "policy-set/duplicate-id": "duplicate template or policy id `{id}`",
  "policy-set/link-id-taken":
    "unable to link template: template-linked policy id `{id}` conflicts with an existing policy id",
  "policy-set/unknown-template": "unable to link template: failed to find a template with id `{id}`",
  "policy-set/not-a-template": "expected a template, but a static policy was provided",
  "policy-set/slots-missing": "unable to link template: the following slots were not provided as arguments: {missing}",
  "policy-set/slots-unknown":
    "unable to link template: the following slots were provided as arguments, but did not exist in the template: {extra}",
  "policy-set/slots-mismatch":
    "unable to link template: the following slots were not provided as arguments: {missing}. The following slots were provided as arguments, but did not exist in the template: {extra}",
  "policy-set/remove-unknown-policy": "unable to remove static policy `{id}` because it does not exist",
  "policy-set/remove-unknown-template": "unable to remove template `{id}` because it does not exist",
  "policy-set/template-has-links": "unable to remove policy template `{id}` because it has active links",
  "policy-set/unlink-unknown": "unable to unlink policy `{id}` because it does not exist",
  "policy-set/unlink-static": "unable to unlink `{id}` because it is not a link",
  "request/malformed-uid": "failed to parse {variable}: {why}",
  "request/missing-variable": "missing field `{field}`",
  "request/not-an-object": "a request is an object with `principal`, `action`, `resource` and `context`",
  "request/unreadable": "reading the request's `{field}` threw an exception",
  "request/unknown-field": "unknown field `{field}`, expected one of `principal`, `action`, `resource`, `context`",
} as const;

type Catalogue = typeof catalogue;

/** A code of this package's own diagnostics. */
export type AuthorizerCode = keyof Catalogue;

type WordsIn<Text extends string> = Text extends `${string}{${infer Word}}${infer Rest}` ? Word | WordsIn<Rest> : never;

/** Where a fault is, beside what it is. */
export interface Place {
  readonly labels?: readonly Label[];
  readonly path?: readonly (string | number)[];
  readonly help?: string | undefined;
}

/** The diagnostic with this code, its words filled in. */
export function fault<Code extends AuthorizerCode>(
  code: Code,
  words: { readonly [Word in WordsIn<Catalogue[Code]>]: string },
  { help, ...place }: Place = {},
): Diagnostic {
  // Ids are shown with escapes, as strings in policies are.
  const shown = "id" in words ? { ...words, id: escapeText(words.id as string) } : words;
  const error = errorOf(code, { message: catalogue[code] }, shown, place);
  return help === undefined ? error : { ...error, help };
}
