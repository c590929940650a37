import { entityUid } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { jsonFraction } from "@deodar/json";
import { parseSchema, typedEntitiesFromPlain } from "@deodar/schema";
import { checkedEntitiesFromPlain, validateEntities } from "@deodar/validator";
import { describe, expect, it } from "vitest";
import { entityReadersOf } from "../src/quick/entity-readers.ts";
import { richSchemas } from "./rich-schemas.ts";

const schema = unwrap(
  parseSchema(`
    entity Status enum ["draft", "final"];
    entity Team in [Team];
    entity User in [Team, Status] {
      name?: String, age?: Long, on?: Status, best?: User, host?: ipaddr, born?: datetime, last?: Action,
      place?: { street?: String, kind?: String }, all?: Set<{ at: Long }>, toString?: Long, empty?: {},
    } tags Long;
    entity Odd { "__proto__"?: {} };
    action view appliesTo { principal: User, resource: User };
  `),
);

const user = (attrs: unknown, more: object = {}) => ({ uid: { type: "User", id: "ada" }, attrs, parents: [], ...more });

function isQuick(...entities: unknown[]): boolean {
  return entityReadersOf(schema).read(entities, true) !== undefined;
}

/** What the thorough readers say. */
function isAccepted(...entities: unknown[]): boolean {
  const read = typedEntitiesFromPlain(entities, schema);
  return read.ok && validateEntities(read.value, schema).ok;
}

describe("the quick reader", () => {
  it.each(richSchemas)("reads good entities of the schema of $name", ({ text, entities }) => {
    const own = unwrap(parseSchema(text));
    const ordinary = (entities as { uid: { type?: string } }[]).filter(
      ({ uid }) => uid.type?.endsWith("Action") !== true,
    );
    const store = entityReadersOf(own).read(ordinary, true);
    const expected = unwrap(validateEntities(unwrap(typedEntitiesFromPlain(ordinary, own)), own));
    expect(store?.size).toBe(expected.size);
  });

  it.each([
    ["nothing", {}],
    ["texts and longs", { name: "Ada \u{1f469}", age: -0 }],
    ["the greatest long", { age: 2n ** 63n - 1n }],
    ["uids, short and escaped", { on: { id: "final", type: "Status" }, best: { __entity: { type: "User", id: "b" } } }],
    ["calls of constructors", { host: "::1", born: { fn: "datetime", arg: "2024-01-01" } }],
    ["escaped calls", { host: { __extn: { arg: "1.1.1.1/8", fn: "ip" } } }],
    ["actions", { last: { type: "Action", id: "view" } }],
    ["records and sets of them", { place: { kind: "home" }, all: [{ at: 1 }, { at: 2 }, { at: 1 }] }],
    ["objects without a prototype", Object.assign(Object.create(null) as object, { toString: 1 })],
    ["frozen objects", Object.freeze({ place: Object.freeze({ street: "s" }) })],
  ])("reads %s", (_, attrs) => {
    expect(isQuick(user(attrs))).toBe(true);
    expect(isAccepted(user(attrs))).toBe(true);
  });

  it.each([
    ["an undeclared attribute", user({ nope: 1 })],
    ["another type", user({ name: 1 })],
    ["a fraction", user({ age: 1.5 })],
    ["a long that is none", user({ age: 2n ** 63n })],
    ["half a character", user({ name: "\ud800" })],
    ["an id with half a character", user({ best: { type: "User", id: "\udc00" } })],
    ["an undeclared id", user({ on: { type: "Status", id: "nope" } })],
    ["an undeclared action", user({ last: { type: "Action", id: "nope" } })],
    ["an entity of another type", user({ on: { type: "User", id: "final" } })],
    ["an escape in an escape", user({ best: { __entity: { __entity: { type: "User", id: "b" } } } })],
    ["a call in an escape in an escape", user({ host: { __extn: { __extn: { fn: "ip", arg: "::1" } } } })],
    ["a call of another function", user({ host: { fn: "decimal", arg: "1.0" } })],
    ["a call that fails", user({ host: "nowhere" })],
    ["a call of no text", user({ host: { fn: "ip", arg: 1 } })],
    ["an uncalled function", user({ host: 1 })],
    ["a class", user(new Date(0))],
    ["a list for a record", user([])],
    ["a record for a list", user({ all: { at: 1 } })],
    ["a missing attribute", user({ all: [{}] })],
    ["a hole", user({ all: new Array(1) })],
    ["undefined", user({ name: undefined })],
    ["a uid that stands for itself", user({ place: Object.freeze({ kind: "entity", type: "User", id: "a" }) })],
    ["a fraction that looks like a record", user({ place: jsonFraction("1.0") })],
    ["no uid", { attrs: {}, parents: [] }],
    ["no entity", 1],
    ["an undeclared type", { uid: { type: "Nope", id: "a" }, attrs: {}, parents: [] }],
    ["an undeclared id of its own", { uid: { type: "Status", id: "nope" }, attrs: {}, parents: [] }],
    ["a parent of another type", user({}, { parents: [{ type: "User", id: "a" }] })],
    ["a parent of an undeclared id", user({}, { parents: [{ type: "Status", id: "nope" }] })],
    ["a parent that is none", user({}, { parents: ["Team::a"] })],
    ["parents that are none", user({}, { parents: {} })],
    ["tags of another type", user({}, { tags: { a: "b" } })],
    ["a tag with half a character", user({}, { tags: { "\ud800": 1 } })],
    ["tags of a type without", { uid: { type: "Team", id: "a" }, attrs: {}, parents: [], tags: { a: 1 } }],
  ])("leaves %s to the thorough one, which refuses it", (_, entity) => {
    expect(isQuick(entity)).toBe(false);
    expect(isAccepted(entity)).toBe(false);
  });

  it.each([
    ["actions", { uid: { type: "Action", id: "view" }, attrs: {}, parents: [] }],
    ["further fields", user({}, { more: 1 })],
    ["uids of ours", { uid: entityUid("User", "ada"), attrs: {}, parents: [] }],
    [
      "attributes with odd names",
      { uid: { type: "Odd", id: "a" }, attrs: JSON.parse('{"__proto__":{}}') as object, parents: [] },
    ],
    ["great depth", user({}, { uid: { type: "User", id: "a", more: {} } })],
  ])("leaves %s to the thorough one, which takes it", (_, entity) => {
    expect(isQuick(entity)).toBe(false);
    expect(isAccepted(entity)).toBe(true);
  });

  it("takes no inherited members for own ones", () => {
    const odd = { uid: { type: "Odd", id: "a" }, attrs: {}, parents: [] };
    expect([...unwrap(checkedEntitiesFromPlain([odd], schema))][0]?.attributes.size).toBe(0);
  });

  it("leaves cycles and two entities of one uid to the thorough one", () => {
    const team = (id: string, parent: string) => ({
      uid: { type: "Team", id },
      attrs: {},
      parents: [{ type: "Team", id: parent }],
    });
    expect(isQuick(team("a", "b"), team("b", "a"))).toBe(false);
    expect(isQuick(team("a", "b"), team("a", "c"))).toBe(false);
    expect(isQuick(team("a", "b"), team("a", "b"))).toBe(true);
  });

  it("gives up where reading throws", () => {
    const attrs = Object.defineProperty({}, "name", {
      enumerable: true,
      get: () => {
        throw new Error("no");
      },
    });
    expect(isQuick(user(attrs))).toBe(false);
    const checked = checkedEntitiesFromPlain([user(attrs)], schema);
    expect(checked.ok ? [] : checked.errors.map(({ code, path }) => [code, path])).toEqual([
      ["json/unreadable", [0, "attrs", "name"]],
    ]);
  });

  it("counts a parent that is given twice once", () => {
    const parent = { type: "Team", id: "t" };
    const [entity] = unwrap(checkedEntitiesFromPlain([user({}, { parents: [parent, parent] })], schema));
    expect(entity?.parents).toHaveLength(1);
  });

  it("gives up on values that are far larger than they look", () => {
    const text = `
      ${Array.from({ length: 24 }, (_, i) => `type T${i} = { a: T${i + 1}, b: T${i + 1} };`).join("\n")}
      type T24 = { a: Long };
      entity Huge { all: T0 };`;
    let shared: object = { a: 1 };
    for (let level = 0; level < 24; level += 1) shared = { a: shared, b: shared };
    const huge = [{ uid: { type: "Huge", id: "a" }, attrs: { all: shared }, parents: [] }];
    const own = unwrap(parseSchema(text));
    expect(entityReadersOf(own).read(huge, true)).toBe(undefined);
    const checked = checkedEntitiesFromPlain(huge, own);
    expect(checked.ok ? [] : checked.errors.map(({ code }) => code)).toEqual(["json/too-many-values"]);
  });
});
