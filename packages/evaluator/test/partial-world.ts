import * as reference from "@cedar-policy/cedar-wasm/nodejs";
import { type EntityUid, entityUid, type Value } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { parsePolicy } from "@deodar/syntax";
import { policyToJson } from "@deodar/syntax/json";
import fc from "fast-check";
import { isEvaluationError } from "../src/index.ts";
import {
  isResidual,
  PartialEntities,
  type PartialOutcome,
  type PartialRequest,
  type PartialValue,
  partialCall,
  partialRecord,
  partialSet,
  policyEvaluation,
  unknown,
} from "../src/partial/index.ts";
import { expressionText } from "./arbitrary.ts";
import { contextJson, entitiesJson, entitySource, request, uidJson } from "./world.ts";

/** What is hidden of the world that all comparisons share: parts of the request, attributes and tags. */
export interface Hidden {
  readonly principal: boolean;
  readonly action: boolean;
  readonly resource: boolean;
  /** Names of the context's attributes, and of attributes and tags of any entity. */
  readonly names: ReadonlySet<string>;
  /** Whether of records, sets and extension values only a part is hidden. */
  readonly inside: boolean;
}

const names = [
  ...request.context.entries.keys(),
  "age",
  "friend",
  "nested",
  "name",
  "groups",
  "owner",
  "price",
  "role",
];

export const hidden: fc.Arbitrary<Hidden> = fc.record({
  principal: fc.boolean(),
  action: fc.boolean(),
  resource: fc.boolean(),
  names: fc.subarray(names).map((some) => new Set(some)),
  inside: fc.boolean(),
});

function hide(entries: ReadonlyMap<string, Value>, part: Hidden, owner: string): [string, PartialValue][] {
  return Array.from(entries, ([name, value]) => [
    name,
    part.names.has(name) ? without(value, `${owner}.${name}`, part.inside) : value,
  ]);
}

/** The value without itself, or without its first part. */
function without(value: Value, name: string, inside: boolean): PartialValue {
  if (!inside || typeof value !== "object") return unknown(name);
  switch (value.kind) {
    case "entity":
      return unknown(name);
    case "set":
      return partialSet([unknown(`${name}/0`), ...value.elements.slice(1)]);
    case "record": {
      const [first, ...rest] = value.entries.keys();
      if (first === undefined) return unknown(name);
      const others = rest.map((key): [string, Value] => [key, value.entries.get(key) as Value]);
      return partialRecord([[first, unknown(`${name}/0`)], ...others]);
    }
    default:
      return partialCall(value.source.fn, [unknown(`${name}/0`), ...value.source.args.slice(1)]);
  }
}

/** The first part of a value, which may be hidden. */
function firstPart(value: Value): Value | undefined {
  if (typeof value !== "object" || value.kind === "entity") return undefined;
  if (value.kind === "set") return value.elements[0];
  return value.kind === "record" ? [...value.entries.values()][0] : value.source.args[0];
}

/** The request and the entities without what is hidden. */
export function partialWorld(part: Hidden): { request: PartialRequest; entities: PartialEntities } {
  const entities = entitiesJson.map(({ uid }) => {
    const entity = entitySource.get(entityUid(uid.type, uid.id));
    if (entity === undefined) throw new Error(uid.id);
    return {
      ...entity,
      attributes: hide(entity.attributes, part, uid.id),
      tags: hide(entity.tags, part, `#${uid.id}`),
    };
  });
  const seen = (uid: EntityUid, isHidden: boolean): EntityUid | undefined => (isHidden ? undefined : uid);
  return {
    entities: unwrap(PartialEntities.of(entities)),
    request: {
      principal: seen(request.principal, part.principal),
      action: seen(request.action, part.action),
      resource: seen(request.resource, part.resource),
      context: partialRecord(hide(request.context.entries, part, "context")),
    },
  };
}

/** The values of all that may be hidden, by the names of their unknowns. */
export const revealed: ReadonlyMap<string, Value> = new Map<string, Value>([
  ...(["principal", "action", "resource"] as const).map((name): [string, Value] => [name, request[name]]),
  ...named(request.context.entries, "context"),
  ...entitiesJson.flatMap(({ uid }) => {
    const entity = entitySource.get(entityUid(uid.type, uid.id));
    return entity === undefined ? [] : [...named(entity.attributes, uid.id), ...named(entity.tags, `#${uid.id}`)];
  }),
]);

function named(entries: ReadonlyMap<string, Value>, owner: string): [string, Value][] {
  return Array.from(entries).flatMap(([name, value]): [string, Value][] => {
    const first = firstPart(value);
    const whole: [string, Value] = [`${owner}.${name}`, value];
    return first === undefined ? [whole] : [whole, [`${owner}.${name}/0`, first]];
  });
}

type Json = boolean | number | string | Json[] | { [key: string]: Json };

function hideJson(entries: { readonly [key: string]: Json }, part: Hidden, owner: string): { [key: string]: Json } {
  return Object.fromEntries(
    Object.entries(entries).map(([name, value]) => [
      name,
      part.names.has(name) ? jsonWithout(value, `${owner}.${name}`, part.inside) : value,
    ]),
  );
}

function jsonWithout(value: Json, name: string, inside: boolean): Json {
  const whole: Json = { __extn: { fn: "unknown", arg: name } };
  const first: Json = { __extn: { fn: "unknown", arg: `${name}/0` } };
  if (!inside || typeof value !== "object") return whole;
  if (Array.isArray(value)) return [first, ...value.slice(1)];
  const call = value["__extn"] as { fn: string; args: Json[] } | undefined;
  if (call !== undefined) return { __extn: { fn: call.fn, args: [first, ...call.args.slice(1)] } };
  const [key] = Object.keys(value);
  return key === undefined || key === "__entity" ? whole : { ...value, [key]: first };
}

/** How a policy fares: what is left of it, as JSON. */
export type Remainder = { readonly errored: boolean; readonly body: unknown };

/** What the reference leaves of these policies; of one that it cannot read, nothing. */
export function remaindersOfReference(policies: readonly string[], part: Hidden): (Remainder | undefined)[] {
  const answer = reference.isAuthorizedPartial({
    principal: part.principal ? null : uidJson(request.principal),
    action: part.action ? null : uidJson(request.action),
    resource: part.resource ? null : uidJson(request.resource),
    context: hideJson(contextJson, part, "context"),
    policies: { staticPolicies: Object.fromEntries(policies.map((text, index) => [`p${index}`, text])) },
    entities: entitiesJson.map((entity) => ({
      ...entity,
      attrs: hideJson(entity.attrs, part, entity.uid.id),
      tags: hideJson(entity.tags, part, `#${entity.uid.id}`),
    })),
  });
  if (answer.type === "failure") {
    return policies.length === 1 ? [undefined] : policies.flatMap((policy) => remaindersOfReference([policy], part));
  }
  const { residuals, errored } = answer.response;
  return policies.map((_, index) => {
    const id = `p${index}`;
    return { errored: errored.includes(id), body: residuals[id]?.conditions[0]?.body };
  });
}

/** What is left of these policies. */
export function remaindersOf(policies: readonly string[], part: Hidden): (Remainder | undefined)[] {
  const evaluate = policyEvaluation(partialWorld(part));
  return policies.map((text) => {
    const parsed = parsePolicy(text);
    return parsed.ok ? remainderOf(evaluate(parsed.value)) : undefined;
  });
}

function remainderOf(outcome: PartialOutcome): Remainder {
  if (isEvaluationError(outcome)) return { errored: true, body: { Value: false } };
  if (!isResidual(outcome)) return { errored: false, body: { Value: outcome } };
  const any = { kind: "scopeAny", span: undefined } as const;
  const json = policyToJson({
    kind: "policy",
    span: undefined,
    annotations: [],
    effect: "permit",
    principal: any,
    action: any,
    resource: any,
    conditions: [{ kind: "condition", span: undefined, clause: "when", body: outcome.expression }],
  });
  // As the reference's answer comes from WebAssembly, numbers beyond 2^53 are rounded in it.
  const text = JSON.stringify(json, (_, value: unknown) => (typeof value === "bigint" ? Number(value) : value));
  return { errored: false, body: (JSON.parse(text) as { conditions: [{ body: unknown }] }).conditions[0].body };
}

const principalScopes = [
  "principal",
  'principal == User::"alice"',
  'principal == User::"bob"',
  'principal in Group::"all"',
  "principal is User",
  'principal is User in Group::"staff"',
] as const;
const actionScopes = [
  "action",
  'action == Action::"view"',
  'action in Action::"group"',
  'action in [Action::"x", Action::"group"]',
  "action in []",
] as const;
const resourceScopes = ["resource", 'resource == Doc::"d"', "resource is Doc", 'resource in Doc::"d"'] as const;

const clause = fc
  .tuple(fc.constantFrom("when", "unless"), expressionText("bool", 3))
  .map(([keyword, body]) => `${keyword} { ${body} }`);

/** Texts of policies; half of them have no constraints, so that their conditions matter. */
export const policyTexts: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(
      fc.constant("principal, action, resource"),
      fc
        .tuple(
          fc.constantFrom(...principalScopes),
          fc.constantFrom(...actionScopes),
          fc.constantFrom(...resourceScopes),
        )
        .map((parts) => parts.join(", ")),
    ),
    fc.array(clause, { minLength: 0, maxLength: 3 }),
  )
  .map(([scope, clauses]) => `permit(${scope}) ${clauses.join(" ")};`);
