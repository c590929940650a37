import { beforeEach, describe, expect, test } from "vitest";
import * as ours from "../src/index.ts";
import { allow, allowed, error, permitAll, schema, typed } from "./samples.ts";

const { policies: _, schema: __, ...request } = allowed;
const { policies: typedPolicies, schema: ___, ...typedRequest } = typed;
const failure = (...errors: object[]): object => ({ type: "failure", errors, warnings: [] });

beforeEach(() => {
  for (const id of ours.preparsedPolicySetIds()) ours.dropPreparsedPolicySet(id);
  for (const name of ours.preparsedSchemaNames()) ours.dropPreparsedSchema(name);
  for (const id of ours.preparsedEntitiesIds()) ours.dropPreparsedEntities(id);
});

describe("preparsed policy sets", () => {
  test("decide calls that name them", () => {
    expect(ours.preparsePolicySet("p", { staticPolicies: permitAll })).toEqual({ type: "success" });
    expect(ours.statefulIsAuthorized({ ...request, preparsedPolicySetId: "p" })).toEqual(allow);
  });

  test("are replaced by others of the same id, and kept when those do not parse", () => {
    ours.preparsePolicySet("p", { staticPolicies: "" });
    ours.preparsePolicySet("p", { staticPolicies: permitAll });
    expect(ours.preparsePolicySet("p", { staticPolicies: "permit" }).type).toBe("failure");
    expect(ours.statefulIsAuthorized({ ...request, preparsedPolicySetId: "p" })).toEqual(allow);
  });

  test("can be listed, counted and dropped", () => {
    ours.preparsePolicySet("a", {});
    ours.preparsePolicySet("__proto__", {});
    expect(ours.preparsedPolicySetIds()).toEqual(["a", "__proto__"]);
    expect(ours.preparsedPolicySetCount()).toBe(2);
    expect(ours.dropPreparsedPolicySet("a")).toBe(true);
    expect(ours.dropPreparsedPolicySet("a")).toBe(false);
    expect(ours.statefulIsAuthorized({ ...request, preparsedPolicySetId: "a" })).toEqual(
      failure(error("preparsed policy set 'a' not found")),
    );
  });

  test("need an id that is a string", () => {
    expect(() => ours.preparsePolicySet(3 as never, {})).toThrow("invalid type: number, expected a string");
  });
});

describe("preparsed schemas", () => {
  beforeEach(() => {
    ours.preparsePolicySet("p", typedPolicies);
  });

  test("hold calls to them", () => {
    expect(ours.preparseSchema("s", schema)).toEqual({ type: "success" });
    const call = { ...typedRequest, preparsedPolicySetId: "p", preparsedSchemaName: "s" };
    expect(ours.statefulIsAuthorized(call)).toEqual(allow);
    expect(ours.statefulIsAuthorized({ ...call, context: {} })).toEqual(
      failure(error("while parsing context, expected the record to have an attribute `mfa`, but it does not")),
    );
  });

  test("can be listed, counted and dropped", () => {
    expect(ours.preparseSchema("bad", "entity").type).toBe("failure");
    ours.preparseSchema("s", schema);
    expect(ours.preparsedSchemaNames()).toEqual(["s"]);
    expect(ours.preparsedSchemaCount()).toBe(1);
    expect(ours.dropPreparsedSchema("s")).toBe(true);
    expect(ours.statefulIsAuthorized({ ...typedRequest, preparsedPolicySetId: "x", preparsedSchemaName: "s" })).toEqual(
      failure(error("preparsed schema 's' not found"), error("preparsed policy set 'x' not found")),
    );
  });
});

describe("preparsed entities", () => {
  const { entities, ...withoutEntities } = typedRequest;

  beforeEach(() => {
    ours.preparsePolicySet("p", typedPolicies);
    ours.preparseSchema("s", schema);
  });

  test("stand in for those of a call", () => {
    expect(ours.preparseEntities("e", entities)).toEqual({ type: "success" });
    const call = { ...withoutEntities, preparsedPolicySetId: "p", preparsedEntitiesId: "e" };
    expect(ours.statefulIsAuthorized(call)).toEqual(allow);
  });

  test("belong to the schema that they were read under", () => {
    expect(ours.preparseEntities("e", entities, "s")).toEqual({ type: "success" });
    const call = { ...withoutEntities, preparsedPolicySetId: "p", preparsedEntitiesId: "e" };
    expect(ours.statefulIsAuthorized({ ...call, preparsedSchemaName: "s" })).toEqual(allow);
    const other = failure(error("preparsed entities 'e' were read under another schema"));
    expect(ours.statefulIsAuthorized(call)).toEqual(other);
    ours.preparseSchema("s", `${schema} entity More;`);
    expect(ours.statefulIsAuthorized({ ...call, preparsedSchemaName: "s" })).toEqual(other);
  });

  test("are checked", () => {
    const wrong = [{ ...entities[0], attrs: { age: "x" } }] as ours.Entities;
    expect(ours.preparseEntities("e", wrong, "s").type).toBe("failure");
    expect(ours.preparseEntities("e", entities, "none")).toEqual({
      type: "failure",
      errors: [error("preparsed schema 'none' not found")],
    });
    expect(ours.preparsedEntitiesCount()).toBe(0);
  });

  test("can be listed, counted and dropped", () => {
    ours.preparseEntities("e", entities);
    expect(ours.preparsedEntitiesIds()).toEqual(["e"]);
    expect(ours.preparsedEntitiesCount()).toBe(1);
    expect(ours.dropPreparsedEntities("e")).toBe(true);
    const call = { ...withoutEntities, preparsedPolicySetId: "p", preparsedEntitiesId: "e" };
    expect(ours.statefulIsAuthorized(call)).toEqual(failure(error("preparsed entities 'e' not found")));
  });

  test("are either in the call or named by it", () => {
    const call = { ...withoutEntities, preparsedPolicySetId: "p" };
    expect(() => ours.statefulIsAuthorized(call as never)).toThrow("missing field `entities`");
    expect(() => ours.statefulIsAuthorized({ ...call, entities, preparsedEntitiesId: "e" } as never)).toThrow(
      "`entities` and `preparsedEntitiesId` exclude each other",
    );
  });
});

test("answers of remembered texts are objects of their own", () => {
  const text = "entity Bool;";
  const call: ours.ValidationCall = { schema: text, policies: { staticPolicies: "" } };
  const first = ours.validate(call);
  if (first.type === "failure") throw new Error("not valid");
  expect(first.otherWarnings).toHaveLength(1);
  first.otherWarnings.pop();
  expect(ours.validate(call)).toMatchObject({ otherWarnings: [{ severity: "warning" }] });
});
