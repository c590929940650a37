import { unwrap } from "@deodar/diagnostics";
import { parseJson } from "@deodar/json";
import { describe, expect, it } from "vitest";
import { schemaFragmentFromJson, schemaFragmentFromJsonValue, schemaFragmentFromPlain } from "../src/json/index.ts";
import { referenceFaults } from "./oracle.ts";

const entities = (types: unknown): object => ({ "": { entityTypes: types, actions: {} } });
const actions = (list: unknown): object => ({ "": { entityTypes: {}, actions: list } });
const common = (type: unknown): object => ({ "": { entityTypes: {}, actions: {}, commonTypes: { T: type } } });
const attribute = (type: unknown): object => common({ type: "Record", attributes: { a: type } });

const names =
  'a b|A :: B||::|A::|A::if|A::__cedar|__cedar::A|1|if|A //c|A::B::"x"|A-B|é| A|__cedar|__cedar |true|if::a|A==|A 12|A ?b|A \u2028:: C|"|A //|then::if::else|A:B'.split(
    "|",
  );

const documents: readonly object[] = [
  ...names.flatMap((name) => [
    entities({ A: { memberOfTypes: [name] } }),
    entities({ [name]: {} }),
    entities({ A: { annotations: { [name]: "1" } } }),
    { [name]: { entityTypes: {}, actions: {} } },
    common({ type: "Entity", name }),
    common({ type: "Extension", name }),
    common({ type: "EntityOrCommon", name }),
    common({ type: name }),
    { "": { entityTypes: {}, actions: {}, commonTypes: { [name]: { type: "Long" } } } },
  ]),
  actions({ a: { memberOf: [{ id: "b", type: "A b" }] } }),
  actions({ a: { memberOf: [{ type: null }] } }),
  actions({ a: { memberOf: ["x"] } }),
  actions({ a: { memberOf: [["b", "X", 1]] } }),
  actions({ a: { memberOf: [["b"]] }, b: {} }),
  actions({ a: { memberOf: {} } }),
  actions({ a: 5 }),
  actions({ a: [] }),
  actions({ a: { attributes: 5 } }),
  actions({ a: { attributes: { x: { y: [null, "z", 1] } } } }),
  actions({ a: { appliesTo: 5 } }),
  actions({ a: { appliesTo: null, memberOf: null } }),
  actions({ a: { appliesTo: { principalTypes: [] } } }),
  actions({ a: { appliesTo: { principalTypes: [], resourceTypes: [5] } } }),
  actions({ a: { appliesTo: { principalTypes: [], resourceTypes: [], context: null } } }),
  actions({ a: { appliesTo: { principalTypes: null, resourceTypes: [] } } }),
  actions({ a: { appliesTo: { principalTypes: [], resourceTypes: [], x: 1 } } }),
  actions({ a: { appliesTo: [[], [], { type: "Record", attributes: {} }, 5] } }),
  actions({ a: { appliesTo: [[], []] } }),
  actions({ a: { appliesTo: [] } }),
  entities({ A: 5 }),
  entities({ A: [] }),
  entities({ A: [["B"]], B: {} }),
  entities({ A: { enum: ["a", 5] } }),
  entities({ A: { enum: [] } }),
  entities({ A: { enum: null } }),
  entities({ A: { enum: ["a"], shape: { type: "Long" }, tags: { type: "Long" } } }),
  entities({ A: { annotations: { a: 5 } } }),
  entities({ A: { annotations: { a: null } } }),
  entities({ A: { annotations: [] } }),
  entities({ A: { memberOfTypes: null } }),
  entities({ A: { tags: null } }),
  entities({ A: { shape: null } }),
  entities({ A: { shape: {} } }),
  entities({ A: { foo: null } }),
  entities([]),
  attribute("x"),
  attribute([]),
  attribute({}),
  attribute({ name: "x" }),
  attribute({ type: 5 }),
  attribute({ type: "Long", required: null }),
  attribute({ type: "Long", required: false }),
  attribute({ type: "Long", element: { type: "Long" } }),
  attribute({ type: "Long", foo: 1 }),
  attribute({ type: "Set" }),
  attribute({ type: "Set", name: "a" }),
  attribute({ type: "Set", element: [] }),
  attribute({ type: "Set", element: { type: "Long", required: true } }),
  attribute({ type: "Record" }),
  attribute({ type: "Record", name: "a", attributes: {} }),
  attribute({ type: "Record", attributes: [] }),
  attribute({ type: "Record", attributes: {}, additionalAttributes: 1 }),
  attribute({ type: "Record", attributes: {}, additionalAttributes: null }),
  attribute({ type: "Entity" }),
  attribute({ type: "Entity", name: null }),
  common(5),
  common([]),
  common({}),
  common({ type: "Long", required: true }),
  common({ type: "Long", annotations: null }),
  ...["Bool", "Boolean", "Entity", "Extension", "Long", "Record", "Set", "String"].map((name) => ({
    "": { entityTypes: {}, actions: {}, commonTypes: { [name]: { type: "ipaddr" } } },
  })),
  { "": { entityTypes: {}, actions: {}, annotations: {} } },
  { "": { entityTypes: {}, actions: {}, annotations: { a: "1" } } },
  { "": { entityTypes: {}, actions: {}, annotations: null } },
  { "": { entityTypes: {}, actions: {}, commonTypes: null } },
  { "": {} },
  { "": 5 },
  { "": [] },
  { "": [{}, {}, {}] },
  { "": [{}, {}, {}, {}, {}] },
  {},
  [],
];

describe("schema documents", () => {
  it.each(documents.map((document) => [JSON.stringify(document), document] as const))("%s", (_, document) => {
    const result = schemaFragmentFromPlain(document);
    const ours = result.ok ? [] : result.errors.map(({ message }) => message);
    const theirs = referenceFaults(document);
    if (theirs[0] === undefined) expect(ours).toEqual([]);
    else expect(ours).toContain(theirs[0].message);
  });

  it("have every fault told, with its path", () => {
    const document = {
      A: { entityTypes: { B: { shape: { type: "Lo ng" }, x: 1 } }, actions: { c: { memberOf: [5] } } },
    };
    const result = schemaFragmentFromPlain(document);
    expect(result.ok ? [] : result.errors.map(({ code, path }) => [code, path])).toEqual([
      ["schema-json/unknown-field", ["A", "entityTypes", "B", "x"]],
      ["schema-json/invalid-name", ["A", "entityTypes", "B", "shape", "type"]],
      ["schema-json/unexpected-type", ["A", "actions", "c", "memberOf", 0]],
    ]);
  });

  it("have places in text", () => {
    const text = '{"A": {"entityTypes": {}, "actions": 5}}';
    const result = schemaFragmentFromJson(text);
    expect(result.ok ? [] : result.errors[0]?.labels.map(({ start, end }) => text.slice(start, end))).toEqual(["5"]);
  });

  it("get a hint if the namespace is forgotten", () => {
    const result = schemaFragmentFromPlain({ entityTypes: { User: {} }, actions: {} });
    expect(result.ok ? "" : result.errors[0]?.message).toContain("unknown field `User`");
    expect(result.ok ? "" : result.errors[0]?.help).toMatch(/^JSON formatted schema must specify a namespace\./);
  });

  it("get a hint if they are schema texts", () => {
    const result = schemaFragmentFromJson("entity User;");
    expect(result.ok ? "" : result.errors[0]?.help).toMatch(/^this API was expecting a schema in the JSON format/);
    const broken = schemaFragmentFromJson('{"a" 1}');
    expect(broken.ok ? "" : broken.errors.map(({ code, help }) => [code, help])).toEqual([
      ["json/expected-colon", undefined],
    ]);
  });

  it("refuse numbers that are no Longs, duplicate keys, and halves of characters", () => {
    const codes = (text: string): unknown => {
      const result = schemaFragmentFromJson(text);
      return result.ok ? [] : result.errors.map(({ code }) => code);
    };
    const attributes = (value: string): string =>
      `{"":{"entityTypes":{},"actions":{"a":{"attributes":{"x":${value}}}}}}`;
    expect(codes(attributes("1.5"))).toEqual(["schema-json/invalid-value"]);
    expect(codes(attributes("[9223372036854775808]"))).toEqual(["schema-json/invalid-value"]);
    expect(codes(attributes("-9223372036854775808"))).toEqual([]);
    expect(codes('{"":{"entityTypes":{"A":{},"A":{}},"actions":{}}}')).toEqual(["json/duplicate-key"]);
    for (const document of [actions({ "\ud800": {} }), entities({ A: { enum: ["\udc00"] } })]) {
      const result = schemaFragmentFromPlain(document);
      expect(result.ok ? [] : result.errors.map(({ code }) => code)).toEqual(["schema-json/lone-surrogate"]);
    }
    expect(codes('{"":{"entityTypes":1.5,"actions":true}}')).toEqual([
      "schema-json/unexpected-type",
      "schema-json/unexpected-type",
    ]);
    expect(codes('{"":{"entityTypes":99999999999999999999,"actions":{}}}')).toEqual(["schema-json/unexpected-type"]);
  });

  it("stop at 200 levels of types and at 100 faults", () => {
    const nested = (levels: number): string => {
      const open = '{"type":"Set","element":'.repeat(levels);
      return `{"":{"commonTypes":{"T":${open}{"type":"Long"}${"}".repeat(levels)}},"entityTypes":{},"actions":{}}}`;
    };
    expect(schemaFragmentFromJson(nested(199)).ok).toBe(true);
    const deep = schemaFragmentFromJsonValue(unwrap(parseJson(nested(900))));
    expect(deep.ok ? [] : deep.errors.map(({ code }) => code)).toEqual(["schema-json/too-deep"]);
    const many = schemaFragmentFromPlain(
      entities(Object.fromEntries([...Array(500).keys()].map((n) => [`a ${n}`, 5]))),
    );
    expect(many.ok ? 0 : many.errors.length).toBe(100);
  });

  it("keep the names that objects of JavaScript have by themselves", () => {
    const result = schemaFragmentFromJson(
      '{"":{"entityTypes":{"__proto__":{},"constructor":{"shape":{"type":"Record","attributes":{"toString":{"type":"Long"}}}}},"actions":{"hasOwnProperty":{}}}}',
    );
    const [namespace] = unwrap(result).namespaces;
    expect(namespace?.entityTypes.map(({ name }) => name)).toEqual(["__proto__", "constructor"]);
    expect(namespace?.actions.map(({ name }) => name)).toEqual(["hasOwnProperty"]);
  });

  it("refuse what is no plain data", () => {
    const result = schemaFragmentFromPlain({ "": { entityTypes: new Map(), actions: {} } });
    expect(result.ok).toBe(false);
  });
});
