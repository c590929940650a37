import { describe, expect, test } from "vitest";
import {
  completes,
  decideByLoading,
  evaluate,
  isAuthorized,
  isAuthorizedFurther,
  isAuthorizedPartially,
  type JsonValue,
  ModelInputError,
  partiallyEvaluate,
  readEntities,
  readKnowledge,
  readPolicies,
  readRequest,
  readSchema,
  reauthorize,
  residualPolicies,
} from "../src/index.ts";

const alice = { type: "User", id: "alice" };
const staff = { type: "Group", id: "staff" };
const view = { type: "Action", id: "view" };
const photo = { type: "Photo", id: "p" };

const value = (json: JsonValue): JsonValue => ({ Value: json });
const entity = (uid: JsonValue): JsonValue => value({ __entity: uid });
const [principal, resource, context] = [{ Var: "principal" }, { Var: "resource" }, { Var: "context" }] as const;
const attribute = (left: JsonValue, attr: string): JsonValue => ({ ".": { left, attr } });
const has = (left: JsonValue, attr: string): JsonValue => ({ has: { left, attr } });
const binary = (operator: string, left: JsonValue, right: JsonValue): JsonValue => ({ [operator]: { left, right } });
const and = (left: JsonValue, right: JsonValue): JsonValue => binary("&&", left, right);
const or = (left: JsonValue, right: JsonValue): JsonValue => binary("||", left, right);

/** Nothing is known but that the principal is some user, and alice with her age. */
const little = readKnowledge({
  request: { principal: { type: "User" }, action: view },
  entities: [
    { uid: alice, attrs: { fields: { age: { exactly: 7 }, boss: { entityType: "User" } }, open: true }, ancestors: [] },
  ],
});

describe("what is left of an expression", () => {
  test.each<[string, JsonValue, JsonValue]>([
    ["a known variable is its value", { Var: "action" }, entity(view)],
    ["an unknown one stays", resource, resource],
    ["the type of the principal is known", { is: { left: principal, entity_type: "User" } }, value(true)],
    ["so it is no group", binary("==", principal, entity(staff)), value(false)],
    ["but it may be alice", binary("==", principal, entity(alice)), binary("==", principal, entity(alice))],
    ["a known attribute", attribute(entity(alice), "age"), value(7)],
    ["an unknown one", attribute(entity(alice), "name"), attribute(entity(alice), "name")],
    [
      "one of which the type is known",
      { is: { left: attribute(entity(alice), "boss"), entity_type: "Photo" } },
      value(false),
    ],
    ["one of which it is known that it is there", has(entity(alice), "boss"), value(true)],
    ["one of an entity that is not known", has(entity(staff), "size"), has(entity(staff), "size")],
    ["no ancestors", binary("in", entity(alice), entity(staff)), value(false)],
    ["unknown ancestors", binary("in", entity(staff), entity(alice)), binary("in", entity(staff), entity(alice))],
    ["everything is in itself", binary("in", entity(staff), { Set: [entity(alice), entity(staff)] }), value(true)],
    ["nothing is in nothing", binary("in", entity(staff), { Set: [] }), value(false)],
    ["false && ...", and(value(false), attribute(context, "x")), value(false)],
    ["true && a boolean", and(value(true), has(context, "x")), has(context, "x")],
    [
      "true && what may be no boolean",
      and(value(true), attribute(context, "x")),
      and(value(true), attribute(context, "x")),
    ],
    ["... && true", and(has(context, "x"), value(true)), has(context, "x")],
    [
      "what may be no boolean && true",
      and(attribute(context, "x"), value(true)),
      and(attribute(context, "x"), value(true)),
    ],
    ["... && false", and(has(context, "x"), value(false)), value(false)],
    [
      "what may fail && false",
      and(binary("==", attribute(context, "x"), value(1)), value(false)),
      and(binary("==", attribute(context, "x"), value(1)), value(false)),
    ],
    ["... || true", or(has(context, "x"), value(true)), value(true)],
    [
      "what may fail || true",
      or(binary("==", attribute(context, "x"), value(1)), value(true)),
      or(binary("==", attribute(context, "x"), value(1)), value(true)),
    ],
    ["a set of unknowns", { Set: [principal, value(1)] }, { Set: [principal, value(1)] }],
    [
      "the parts that are known",
      binary("<", attribute(context, "x"), binary("+", value(1), value(2))),
      binary("<", attribute(context, "x"), value(3)),
    ],
    ["an error that is certain", binary("<", value(1), { "!": { arg: value(1) } }), { "!": { arg: value(0) } }],
    [
      "an error after what is unknown",
      binary("<", attribute(context, "x"), { decimal: [] }),
      binary("<", attribute(context, "x"), { decimal: [] }),
    ],
  ])("%s", (_, expression, left) => {
    expect(partiallyEvaluate(expression, little)).toEqual(left);
  });

  test("with a schema, types tell more", () => {
    const schema = readSchema({
      "": {
        entityTypes: {
          User: { memberOfTypes: ["Group"], shape: { type: "Record", attributes: { admin: { type: "Boolean" } } } },
          Group: {},
          Photo: {},
        },
        actions: {
          view: {
            appliesTo: {
              principalTypes: ["User"],
              resourceTypes: ["Photo"],
              context: {
                type: "Record",
                attributes: { on: { type: "Boolean" }, off: { type: "Boolean", required: false } },
              },
            },
            memberOf: [{ id: "read" }],
          },
          read: {},
        },
      },
    });
    const known = readKnowledge(
      { request: { principal: { type: "User" }, action: view, resource: { type: "Photo" } } },
      schema,
    );
    const left = (expression: JsonValue): JsonValue => partiallyEvaluate(expression, known);
    const admin = attribute(principal, "admin");
    expect(left(and(value(true), admin))).toEqual(admin);
    expect(left(and(admin, value(true)))).toEqual(admin);
    // There may be no such user.
    expect(left(and(admin, value(false)))).toEqual(and(admin, value(false)));
    expect(left(and(attribute(context, "on"), value(false)))).toEqual(value(false));
    expect(left(and(attribute(context, "off"), value(false)))).toEqual(and(attribute(context, "off"), value(false)));
    expect(left(binary("in", principal, entity(photo)))).toEqual(value(false));
    expect(left(binary("in", principal, entity(staff)))).toEqual(binary("in", principal, entity(staff)));
    expect(left(binary("in", { Var: "action" }, entity({ type: "Action", id: "read" })))).toEqual(value(true));
  });

  test("values of every kind are written so that they are read again", () => {
    const values: Record<string, JsonValue> = {
      decimal: { __extn: { fn: "decimal", arg: "-0.05" } },
      ip4: { __extn: { fn: "ip", arg: "10.0.0.1/8" } },
      ip6: { __extn: { fn: "ip", arg: "1::ffff:2" } },
      datetime: { __extn: { fn: "datetime", arg: "1901-02-03T04:05:06.007Z" } },
      duration: { __extn: { fn: "duration", arg: "-1d2ms" } },
      long: -9223372036854775808n,
      record: { __entity: 1, __proto__x: [{ a: true }, "text", { __entity: alice }] },
    };
    const request = readRequest({ principal: alice, action: view, resource: photo, context: values });
    const known = readKnowledge({ request: { context: { exactly: values } } });
    const none = readEntities([]);
    expect(evaluate(partiallyEvaluate(context, known), request, none)).toEqual(evaluate(context, request, none));
  });

  test.each<[string, JsonValue, string]>([
    ["type-error", { neg: { arg: value("") } }, "type-error"],
    ["missing-attribute", attribute({ Record: {} }, "b"), "missing-attribute"],
    ["integer-overflow", binary("*", value(9007199254740991), value(9007199254740991)), "integer-overflow"],
    ["wrong-argument-count", { ip: [] }, "wrong-argument-count"],
    ["extension-failed", { ip: [value("x")] }, "extension-failed"],
  ])("an expression that fails with the same error: %s", (_, expression, error) => {
    const request = readRequest({ principal: alice, action: view, resource: photo });
    expect(evaluate(partiallyEvaluate(expression, little), request, readEntities([]))).toEqual({ error });
  });

  test("no expression fails for want of an entity or a tag whatever entities there are", () => {
    const known = readKnowledge({ entities: [{ uid: alice, tags: { exactly: {} } }], complete: true });
    expect(partiallyEvaluate(attribute(entity(staff), "x"), known)).toEqual({ error: [value("missing-entity")] });
    expect(partiallyEvaluate(binary("getTag", entity(alice), value("x")), known)).toEqual({
      error: [value("missing-tag")],
    });
  });
});

describe("decisions before all is known", () => {
  const policy = (effect: string, body: JsonValue): JsonValue => ({
    effect,
    principal: { op: "All" },
    action: { op: "All" },
    resource: { op: "is", entity_type: "Photo" },
    conditions: [{ kind: "when", body }],
  });
  const policies = readPolicies({
    staticPolicies: {
      staff: policy("permit", binary("in", principal, entity(staff))),
      locked: policy("forbid", attribute(resource, "locked")),
      broken: policy("permit", binary("<", attribute(resource, "size"), value("large"))),
      never: policy("permit", binary("==", principal, entity(staff))),
    },
  });
  const request = readRequest({ principal: alice, action: view, resource: photo });
  const entities = readEntities([
    { uid: alice, attrs: {}, parents: [staff] },
    { uid: photo, attrs: { locked: false, size: 1 }, parents: [] },
  ]);
  const first = isAuthorizedPartially(
    policies,
    readKnowledge({
      request: { principal: alice, action: view, resource: photo },
      entities: [{ uid: alice, ancestors: [staff] }],
    }),
  );

  test("open, as long as a forbid may hold", () => {
    expect(first.decision).toBeUndefined();
    expect(first.mustBeDetermining).toEqual([]);
    expect(first.mayBeDetermining).toEqual(["broken", "locked", "staff"]);
    expect(first.erroring).toEqual([]);
    const left = residualPolicies(first.residuals) as { staticPolicies: Record<string, { conditions: unknown }> };
    expect(Object.keys(left.staticPolicies)).toEqual(["staff", "locked", "broken", "never"]);
    expect(left.staticPolicies["locked"]).toEqual({
      effect: "forbid",
      principal: { op: "All" },
      action: { op: "All" },
      resource: { op: "All" },
      conditions: [{ kind: "when", body: and(value(true), attribute(entity(photo), "locked")) }],
    });
    expect(left.staticPolicies["staff"]?.conditions).toEqual([{ kind: "when", body: value(true) }]);
  });

  test("certain, once no forbid can", () => {
    const more = readKnowledge({
      entities: [{ uid: photo, attrs: { fields: { locked: { exactly: false } }, open: true } }],
    });
    const next = isAuthorizedFurther(first.residuals, more);
    expect(next).toMatchObject({
      decision: "allow",
      mustBeDetermining: ["staff"],
      mayBeDetermining: ["broken", "staff"],
    });
  });

  test("full data fits what was known, or it does not", () => {
    const fits = (json: JsonValue): boolean => completes(readKnowledge(json), request, entities);
    const exactly = (fields: JsonValue): JsonValue => ({ fields: { locked: { exactly: false } }, open: fields });
    expect(fits({ request: { principal: alice, resource: { type: "Photo" } } })).toBe(true);
    expect(fits({ request: { principal: { type: "Group" } } })).toBe(false);
    expect(fits({ entities: [{ uid: photo, attrs: exactly(true), tags: { exactly: {} } }] })).toBe(true);
    expect(fits({ entities: [{ uid: photo, attrs: exactly(false) }] })).toBe(false);
    expect(fits({ entities: [{ uid: photo, ancestors: [staff] }] })).toBe(false);
    expect(fits({ entities: [{ uid: staff }] })).toBe(false);
    expect(fits({ missing: [staff] })).toBe(true);
    expect(fits({ missing: [alice] })).toBe(false);
    expect(fits({ entities: [{ uid: alice }], complete: true })).toBe(false);
    expect(fits({ request: { context: { fields: { x: null } } } })).toBe(false);
  });

  test("what is left decides as the policies do", () => {
    const direct = isAuthorized({ policies, entities, request });
    expect(direct).toEqual({
      decision: "allow",
      reasons: ["staff"],
      errors: [{ policyId: "broken", error: "type-error" }],
    });
    expect(reauthorize(first.residuals, request, entities)).toEqual(direct);
    expect(isAuthorized({ policies: readPolicies(residualPolicies(first.residuals)), entities, request })).toEqual(
      direct,
    );
  });

  test("entities can be loaded when they are needed", () => {
    const known = readKnowledge({
      request: { principal: alice, action: view, resource: photo, context: { exactly: {} } },
    });
    expect([0, 1, 2].map((rounds) => decideByLoading(policies, known, entities, rounds))).toEqual([
      undefined,
      "allow",
      "allow",
    ]);
    expect(decideByLoading(policies, readKnowledge({}), entities, 9)).toBeUndefined();
    // Once it is known that the photo is not there, reading its attributes fails.
    const gone = readKnowledge({ request: { principal: alice, action: view, resource: photo }, missing: [photo] });
    expect(isAuthorizedPartially(policies, gone)).toMatchObject({ erroring: ["broken", "locked"] });
    expect(decideByLoading(policies, gone, entities, 1)).toBe("allow");
  });

  test("what fails in any case is erroring", () => {
    const broken = readPolicies({ staticPolicies: { p: policy("permit", binary("<", value(1), value(""))) } });
    const some = readKnowledge({ request: { resource: { type: "Photo" } } });
    expect(isAuthorizedPartially(broken, some)).toMatchObject({
      decision: "deny",
      erroring: ["p"],
      mayBeDetermining: [],
    });
  });
});

test.each<[string, JsonValue]>([
  ["an object", []],
  ["complete a boolean", { complete: 1 }],
  ["open a boolean", { request: { context: { fields: {}, open: 1 } } }],
  ["a partial value of a known form", { request: { context: { exact: 1 } } }],
  ["the type a string", { request: { principal: { type: 1 } } }],
  ["each entity once", { entities: [{ uid: alice }, { uid: alice }] }],
])("knowledge is refused that has not %s", (_, json) => {
  expect(() => readKnowledge(json)).toThrow(ModelInputError);
});
