/** What can be wrong with policy JSON, worded as the reference (and its serde) words it. */
export const catalogue = {
  "policy-json/unexpected-type": "invalid type: {found}, expected {expected}",
  "policy-json/unknown-field": "unknown field `{field}`, expected {expected}",
  "policy-json/unknown-clause-field": "invalid value: string {field}, expected {expected}",
  "policy-json/missing-field": "missing field `{field}`",
  "policy-json/unknown-variant": "unknown variant `{variant}`, expected {expected}",
  "policy-json/wrong-length": "invalid length {length}, expected {expected}",
  "policy-json/no-operator": "empty map is not a valid expression",
  "policy-json/several-operators":
    "JSON object representing an `Expr` should have only one key, but found two keys: `{first}` and `{second}`",
  "policy-json/single-key": "invalid value: map, expected map with a single key",
  "policy-json/no-match": "data did not match any variant of untagged enum {name}",
  "policy-json/null-value":
    "while parsing JSON policy `JSON policy`, found a `null`; JSON `null`s are not allowed in Cedar",
  "policy-json/expression-escape": "{context}, the `__expr` escape is no longer supported",
  "policy-json/not-an-entity": "{context}, expected a literal entity reference, but got `{found}`",
  "policy-json/invalid-name": "{what}: {reason}",
  "policy-json/invalid-annotation-key": "invalid id `{key}`: {reason}",
  "policy-json/wrong-slot": "invalid slot name or slot used in wrong position",
  "policy-json/action-slot": "slots are not allowed for actions",
  "policy-json/slot-in-condition": "found template slot {slot} in a `{clause}` clause",
  "policy-json/not-an-action": "expected {subject} with type `Action` but got {found}",
  "policy-json/lone-surrogate": "the string {text} has half of a surrogate pair, which is no character",
  "policy-json/too-deep": "the expression nests {depth} levels deep",
  "policy-json/expected-static": "expected a static policy, got a template containing the slot {slot}",
  "policy-json/expected-template": "expected a template, got a static policy",
} as const;

/** The codes of the diagnostics of policy JSON. */
export type PolicyJsonCode = keyof typeof catalogue;

/** How to mend what a code stands for; `{…}` as in the messages. */
export const help: { readonly [code in PolicyJsonCode]?: string } = {
  "policy-json/expression-escape":
    "to create an entity reference, use `__entity`; to create an extension value, use `__extn`; and for all other values, use JSON directly",
  "policy-json/not-an-entity": 'literal entity references can be made with `{ "type": "SomeType", "id": "SomeId" }`',
  "policy-json/wrong-slot": "principal slots must be named `?principal` and resource slots must be named `?resource`",
  "policy-json/slot-in-condition": "slots are currently unsupported in `{clause}` clauses",
  "policy-json/not-an-action": "action entities must have type `Action`, optionally in a namespace",
  "policy-json/too-deep": "at most {limit} levels of brackets and `if` may stand inside each other",
  "policy-json/expected-static": "try removing the template slot(s) from this policy",
  "policy-json/expected-template": "a template should include slot(s) `?principal` or `?resource`",
};
