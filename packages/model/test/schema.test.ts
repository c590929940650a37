import { describe, expect, test } from "vitest";
import {
  type JsonValue,
  ModelInputError,
  readEntities,
  readPolicies,
  readRequest,
  readSchema,
  validate,
  validateEntities,
  validateRequest,
} from "../src/index.ts";

const long = { type: "Long" };
const entityOrCommon = (name: string) => ({ type: "EntityOrCommon", name });
const record = (attributes: JsonValue) => ({ type: "Record", attributes });
const uid = (type: string, id: string) => ({ type, id });

/** One entity type with one attribute `x`, in a namespace beside declarations outside of it. */
function valueFits(type: JsonValue, value: JsonValue, own: JsonValue = {}, outside: JsonValue = {}): boolean {
  const schema = readSchema({
    "": { entityTypes: {}, actions: {}, ...(outside as object) },
    N: {
      entityTypes: { E: { shape: record({ x: type }) }, ...((own as { entityTypes?: object }).entityTypes ?? {}) },
      actions: {},
      commonTypes: (own as { commonTypes?: JsonValue }).commonTypes ?? {},
    },
  });
  const entities = readEntities([{ uid: uid("N::E", "e"), attrs: { x: value }, parents: [] }], schema);
  return validateEntities(entities, schema);
}

describe("names in schemas", () => {
  test("common types of the namespace come first, then its entity types, then those outside, then built-in types", () => {
    const ownCommon = { commonTypes: { T: { type: "String" } } };
    const ownEntity = { entityTypes: { T: {} } };
    const outside = { commonTypes: { T: long } };
    expect(valueFits(entityOrCommon("T"), "a", { ...ownCommon }, outside)).toBe(true);
    expect(valueFits(entityOrCommon("T"), uid("N::T", "t"), ownEntity, outside)).toBe(true);
    expect(valueFits(entityOrCommon("T"), 1, {}, outside)).toBe(true);
    expect(valueFits(entityOrCommon("Long"), 1)).toBe(true);
    expect(valueFits(entityOrCommon("Long"), "a", { commonTypes: { Long: { type: "String" } } })).toBe(true);
    expect(valueFits(entityOrCommon("__cedar::Long"), 1, { commonTypes: { Long: { type: "String" } } })).toBe(true);
    expect(valueFits(entityOrCommon("Long"), uid("Long", "l"), {}, { entityTypes: { Long: {} } })).toBe(true);
  });

  test("common types refer to each other", () => {
    const commonTypes = {
      A: { type: "Set", element: { type: "B" } },
      B: record({ y: { type: "Bool", required: false } }),
    };
    expect(valueFits({ type: "A" }, [{ y: true }, {}], { commonTypes })).toBe(true);
    expect(valueFits({ type: "A" }, [{ y: 1 }], { commonTypes })).toBe(false);
  });

  test.each([
    [
      "a type that is not declared",
      { "": { entityTypes: { E: { shape: record({ x: { type: "T" } }) } }, actions: {} } },
    ],
    ["an entity type named as a common type", { "": { entityTypes: { E: { shape: { type: "E" } } }, actions: {} } }],
    ["a common type in itself", { "": { commonTypes: { T: { type: "T" } }, entityTypes: {}, actions: {} } }],
    ["a parent that is not declared", { "": { entityTypes: { E: { memberOfTypes: ["F"] } }, actions: {} } }],
    ["a group that is not declared", { "": { entityTypes: {}, actions: { a: { memberOf: [{ id: "b" }] } } } }],
    ["a context that is no record", { "": { entityTypes: {}, actions: { a: { appliesTo: { context: long } } } } }],
    [
      "actions in themselves",
      { "": { entityTypes: {}, actions: { a: { memberOf: [{ id: "b" }] }, b: { memberOf: [{ id: "a" }] } } } },
    ],
    ["an entity type named Action", { "": { entityTypes: { Action: {} }, actions: {} } }],
  ])("%s is refused", (_, json) => {
    expect(() => readSchema(json)).toThrow(ModelInputError);
  });
});

const schema = readSchema({
  N: {
    entityTypes: {
      User: {
        memberOfTypes: ["Group"],
        shape: record({
          ip: { type: "Extension", name: "ipaddr" },
          friend: { ...entityOrCommon("User"), required: false },
        }),
        tags: { type: "Entity", name: "Colour" },
      },
      Group: { memberOfTypes: ["Group", "Org"] },
      Org: {},
      Colour: { enum: ["red", "green"] },
    },
    actions: {
      all: {},
      view: {
        memberOf: [{ id: "all" }],
        appliesTo: { principalTypes: ["User"], resourceTypes: ["Colour"], context: record({ n: long }) },
      },
    },
  },
});
const view = uid("N::Action", "view");
const ada = { uid: uid("N::User", "ada"), attrs: { ip: "10.0.0.1" }, parents: [] };

describe("entities", () => {
  const areValid = (...entities: JsonValue[]) => validateEntities(readEntities(entities, schema), schema);

  test("written short, with parents of declared types, and tags", () => {
    const parents = [uid("N::Group", "g"), uid("N::Org", "o")];
    expect(areValid({ ...ada, parents, tags: { favourite: uid("N::Colour", "red") } })).toBe(true);
    expect(areValid({ ...ada, attrs: { ip: { fn: "ip", arg: "::1" }, friend: uid("N::User", "bob") } })).toBe(true);
    expect(areValid({ uid: uid("N::Colour", "green"), attrs: {}, parents: [] })).toBe(true);
    expect(areValid({ uid: view, attrs: {}, parents: [uid("N::Action", "all")] })).toBe(true);
  });

  test.each<[string, JsonValue]>([
    ["of a type that is not declared", { ...ada, uid: uid("User", "ada") }],
    ["without a required attribute", { ...ada, attrs: {} }],
    ["with an attribute that is not declared", { ...ada, attrs: { ip: "::1", more: 1 } }],
    ["with an attribute of another type", { ...ada, attrs: { ip: 1 } }],
    ["in an entity of another type", { ...ada, parents: [uid("N::User", "bob")] }],
    ["with an id that its type does not list", { uid: uid("N::Colour", "blue"), attrs: {}, parents: [] }],
    ["with such an id in a tag", { ...ada, tags: { favourite: uid("N::Colour", "blue") } }],
    ["with tags where there are none", { uid: uid("N::Org", "o"), attrs: {}, parents: [], tags: { a: 1 } }],
    ["an action that is not declared", { uid: uid("N::Action", "edit"), attrs: {}, parents: [] }],
    ["an action without its group", { uid: view, attrs: {}, parents: [] }],
    ["an action with attributes", { uid: view, attrs: { a: 1 }, parents: [uid("N::Action", "all")] }],
    ["in itself", { uid: uid("N::Group", "g"), attrs: {}, parents: [uid("N::Group", "g")] }],
  ])("not %s", (_, entity) => {
    expect(areValid(entity)).toBe(false);
  });
});

describe("requests", () => {
  const good = { principal: ada.uid, action: view, resource: uid("N::Colour", "red"), context: { n: 1 } };
  const isValid = (request: JsonValue) => validateRequest(readRequest(request, schema), schema);

  test("as declared", () => expect(isValid(good)).toBe(true));

  test.each<[string, { readonly [part: string]: JsonValue }]>([
    ["of an action that is not declared", { action: uid("N::Action", "edit") }],
    ["of a group of actions, which applies to nothing", { action: uid("N::Action", "all") }],
    ["of another principal", { principal: uid("N::Group", "g") }],
    ["on another resource", { resource: uid("N::Org", "o") }],
    ["on an id that its type does not list", { resource: uid("N::Colour", "blue") }],
    ["without its context", { context: {} }],
    ["in another context", { context: { n: "a" } }],
  ])("not %s", (_, change) => {
    expect(isValid({ ...good, ...change })).toBe(false);
  });
});

describe("policies", () => {
  const anyone = { op: "All" };
  const template = (conditions: readonly JsonValue[]) => ({
    effect: "permit",
    principal: { op: "in", slot: "?principal" },
    action: { op: "==", entity: view },
    resource: anyone,
    conditions,
  });
  const when = (body: JsonValue) => ({ kind: "when", body });
  const context = (attr: string) => ({ ".": { left: { Var: "context" }, attr } });

  test("policies, templates and links are judged each for itself", () => {
    const policies = readPolicies({
      staticPolicies: {
        good: { ...template([when({ "==": { left: context("n"), right: { Value: 1 } } })]), principal: anyone },
        bad: { ...template([when(context("n"))]), principal: anyone },
      },
      templates: { share: template([]), broken: template([when(context("m"))]) },
      templateLinks: [
        { templateId: "share", newId: "shared", values: { "?principal": uid("N::Group", "g") } },
        { templateId: "share", newId: "elsewhere", values: { "?principal": uid("M::Group", "g") } },
      ],
    });
    expect(validate(policies, schema)).toEqual({ valid: false, invalid: ["bad", "broken", "elsewhere"] });
  });
});
