import { type Diagnostic, escapeText, type Label } from "@deodar/diagnostics";

/** Every fault this package reports: the code, and its text as a function of the facts. */
export const catalogue = {
  "policy-set/duplicate-id": {
    message: (facts: { id: string }): string => `duplicate template or policy id \`${facts.id}\``,
  },
  "policy-set/link-id-taken": {
    message: (facts: { id: string }): string =>
      `unable to link template: template-linked policy id \`${facts.id}\` conflicts with an existing policy id`,
  },
  "policy-set/unknown-template": {
    message: (facts: { id: string }): string =>
      `unable to link template: failed to find a template with id \`${facts.id}\``,
  },
  "policy-set/not-a-template": {
    message: (_: Record<never, never>): string => "expected a template, but a static policy was provided",
  },
  "policy-set/slots-missing": {
    message: (facts: { missing: string }): string =>
      `unable to link template: the following slots were not provided as arguments: ${facts.missing}`,
  },
  "policy-set/slots-unknown": {
    message: (facts: { extra: string }): string =>
      `unable to link template: the following slots were provided as arguments, but did not exist in the template: ${facts.extra}`,
  },
  "policy-set/slots-mismatch": {
    message: (facts: { missing: string; extra: string }): string =>
      `unable to link template: the following slots were not provided as arguments: ${facts.missing}. ` +
      `The following slots were provided as arguments, but did not exist in the template: ${facts.extra}`,
  },
  "policy-set/remove-unknown-policy": {
    message: (facts: { id: string }): string =>
      `unable to remove static policy \`${facts.id}\` because it does not exist`,
  },
  "policy-set/remove-unknown-template": {
    message: (facts: { id: string }): string => `unable to remove template \`${facts.id}\` because it does not exist`,
  },
  "policy-set/template-has-links": {
    message: (facts: { id: string }): string =>
      `unable to remove policy template \`${facts.id}\` because it has active links`,
  },
  "policy-set/unlink-unknown": {
    message: (facts: { id: string }): string => `unable to unlink policy \`${facts.id}\` because it does not exist`,
  },
  "policy-set/unlink-static": {
    message: (facts: { id: string }): string => `unable to unlink \`${facts.id}\` because it is not a link`,
  },
  "request/malformed-uid": {
    message: (facts: { variable: string; why: string }): string => `failed to parse ${facts.variable}: ${facts.why}`,
  },
  "request/missing-variable": {
    message: (facts: { field: string }): string => `missing field \`${facts.field}\``,
  },
  "request/not-an-object": {
    message: (_: Record<never, never>): string =>
      "a request is an object with `principal`, `action`, `resource` and `context`",
  },
  "request/unreadable": {
    message: (facts: { field: string }): string => `reading the request's \`${facts.field}\` threw an exception`,
  },
  "request/unknown-field": {
    message: (facts: { field: string }): string =>
      `unknown field \`${facts.field}\`, expected one of \`principal\`, \`action\`, \`resource\`, \`context\``,
  },
} as const;

type Catalogue = typeof catalogue;

/** A code of this package's own diagnostics. */
export type AuthorizerCode = keyof Catalogue;

type Facts<Code extends AuthorizerCode> = Parameters<Catalogue[Code]["message"]>[0];

/** Where a fault is, beside what it is. */
export interface Place {
  readonly labels?: readonly Label[];
  readonly path?: readonly (string | number)[];
  readonly help?: string | undefined;
  readonly related?: readonly Diagnostic[];
}

/** The diagnostic with this code, worded from the facts. */
export function fault<Code extends AuthorizerCode>(code: Code, facts: Facts<Code>, place: Place = {}): Diagnostic {
  const entry: { message: (facts: never) => string } = catalogue[code];
  const { help } = place;
  return {
    code,
    severity: "error",
    // Ids are shown with escapes, as strings in policies are.
    message: entry.message(("id" in facts ? { ...facts, id: escapeText(facts.id) } : facts) as never),
    ...(help === undefined ? {} : { help }),
    labels: place.labels ?? [],
    ...(place.path === undefined ? {} : { path: place.path }),
    related: place.related ?? [],
  };
}
