import { conformanceCatalogue } from "@deodar/schema";
import { requestValidationCatalogue, validationCatalogue } from "@deodar/validator";

const test = ["true", "false", "type-error"];
const call = [...test, "wrong-argument-count"];
const maker = ["value", "type-error", "extension-failed", "wrong-argument-count"];
const arithmetic = ["value", "type-error", "integer-overflow"];
const conversion = ["value", "type-error", "wrong-argument-count"];

/** What each operator can be evaluated to. */
const operators: Readonly<Record<string, readonly string[]>> = {
  and: test,
  or: test,
  not: test,
  "==": ["true", "false"],
  "!=": ["true", "false"],
  "<": test,
  "<=": test,
  ">": test,
  ">=": test,
  in: test,
  has: test,
  "has path": test,
  like: test,
  is: test,
  "is in": test,
  contains: test,
  containsAll: test,
  containsAny: test,
  isEmpty: test,
  hasTag: test,
  getTag: ["value", "true", "false", "type-error", "missing-tag", "missing-entity"],
  attribute: ["value", "true", "false", "type-error", "missing-attribute", "missing-entity"],
  if: ["value", "true", "false", "type-error"],
  "+": arithmetic,
  "-": arithmetic,
  product: arithmetic,
  negate: arithmetic,
  boolean: ["true", "false"],
  long: ["value"],
  string: ["value"],
  entity: ["value"],
  set: ["value"],
  record: ["value"],
  principal: ["value"],
  action: ["value"],
  resource: ["value"],
  context: ["value"],
  ip: maker,
  decimal: maker,
  datetime: maker,
  duration: maker,
  lessThan: call,
  lessThanOrEqual: call,
  greaterThan: call,
  greaterThanOrEqual: call,
  isIpv4: call,
  isIpv6: call,
  isLoopback: call,
  isMulticast: call,
  isInRange: call,
  offset: maker,
  durationSince: maker,
  toDate: maker,
  toTime: conversion,
  toMilliseconds: conversion,
  toSeconds: conversion,
  toMinutes: conversion,
  toHours: conversion,
  toDays: conversion,
};

const both = ["matches", "does not"];
const party = {
  scopeAny: ["matches"],
  scopeEqual: both,
  "scopeEqual slot": both,
  scopeIn: both,
  "scopeIn slot": both,
  scopeIs: both,
  scopeIsIn: both,
  "scopeIsIn slot": both,
};
const scopes: Readonly<Record<string, readonly string[]>> = {
  ...prefixed("principal ", party),
  ...prefixed("resource ", party),
  "action scopeAny": ["matches"],
  "action scopeActionEqual": both,
  "action scopeActionIn": both,
  "action scopeActionInSet": both,
};

/** What no generated tree can bring about: functions that do not exist cannot be written. */
const unreachable: ReadonlySet<string> = new Set(["unknown-function"]);

/** What has to occur, by the group that it is a share of. */
export const expectedOutcomes: Readonly<Record<string, readonly string[]>> = {
  ...prefixed("operator/", operators),
  ...prefixed("scope/", scopes),
  "policy/permit": ["true", "false", "error"],
  "policy/forbid": ["true", "false", "error"],
  "validation/verdict": ["valid", "invalid"],
  "validation/code": namesOf(validationCatalogue).filter((name) => !unreachable.has(name)),
  "conformance/entities": ["conform", ...namesOf(conformanceCatalogue)],
  "conformance/request": ["conforms", ...namesOf(requestValidationCatalogue)],
  "partial/decision": ["allow", "deny", "open"],
  "partial/residual": ["value", "expression"],
  "mutated texts/policies": ["accepted", "refused"],
  "mutated texts/schema": ["accepted", "refused"],
  "mutated JSON/policy": ["accepted", "refused"],
  "mutated JSON/schema": ["accepted", "refused"],
  "mutated JSON/entities": ["accepted", "refused"],
  "mutated JSON/context": ["accepted", "refused"],
  "mutated JSON/entities under a schema": ["accepted", "refused"],
  "mutated JSON/context under a schema": ["accepted", "refused"],
};

function prefixed<T>(prefix: string, table: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(table).map(([name, value]) => [prefix + name, value]));
}

/** The codes without their area. */
function namesOf(catalogue: object): readonly string[] {
  return Object.keys(catalogue).map((code) => code.slice(code.indexOf("/") + 1));
}
