import { EntityStore, entityOf, entityUid, recordOf, setOf, type Value } from "@deodar/core";
import { type Diagnostic, type Result, unwrap } from "@deodar/diagnostics";
import { parseSchema } from "@deodar/schema";
import { checkedEntitiesFromJson, checkedEntitiesFromPlain, validateEntities } from "@deodar/validator";
import { describe, expect, it } from "vitest";

const schema = unwrap(
  parseSchema(`
    entity Status enum ["draft", "final"];
    entity Team in [Org];
    entity Org;
    entity User in [Team, Status] { name: String, age?: Long, status?: Status, last?: Action, nested?: Set<{ a: Long, b?: Set<Bool> }> } tags String;
    action view in [read];
    action read in [all];
    action all;
  `),
);

function errorsOf(result: Result<unknown>): readonly Diagnostic[] {
  if (result.ok) throw new Error("accepted");
  return result.errors;
}

const uid = (type: string, id: string): object => ({ type, id });
const plain = (type: string, id: string, parts: object = {}): object => ({
  uid: uid(type, id),
  attrs: {},
  parents: [],
  ...parts,
});

function messages(...entities: readonly object[]): readonly string[] {
  return errorsOf(checkedEntitiesFromPlain(entities, schema)).map(({ message }) =>
    message.replace("entity does not conform to the schema: ", ""),
  );
}

describe("entities that conform", () => {
  it("come with the actions of the schema", () => {
    const store = unwrap(
      checkedEntitiesFromPlain(
        [plain("User", "u", { attrs: { name: "n" }, parents: [uid("Team", "t"), uid("Org", "o")] })],
        schema,
      ),
    );
    expect(store.size).toBe(4);
    expect(store.isIn(entityUid("Action", "view"), entityUid("Action", "all"))).toBe(true);
    expect(store.isIn(entityUid("User", "u"), entityUid("Org", "o"))).toBe(true);
  });

  it("may have actions exactly as they are declared", () => {
    const whole = plain("Action", "view", { parents: [uid("Action", "read"), uid("Action", "all")] });
    expect(checkedEntitiesFromPlain([whole], schema).ok).toBe(true);
    const read = plain("Action", "read", { parents: [uid("Action", "all")] });
    expect(
      checkedEntitiesFromPlain([plain("Action", "view", { parents: [uid("Action", "read")] }), read], schema).ok,
    ).toBe(true);
    expect(messages(plain("Action", "view", { parents: [uid("Action", "read")] }))).toEqual([
      'definition of action `Action::"view"` does not match its schema declaration',
    ]);
    expect(messages(plain("Action", "view", { parents: [uid("Action", "read"), uid("Action", "view2")] }))).toEqual([
      'definition of action `Action::"view"` does not match its schema declaration',
    ]);
    expect(messages(plain("Action", "all", { tags: { a: 1 } }), plain("Action", "other"))).toEqual([
      'definition of action `Action::"all"` does not match its schema declaration',
      'found action entity `Action::"other"`, but it was not declared as an action in the schema',
    ]);
  });
});

describe("entities that do not conform", () => {
  it("are refused with all that is wrong", () => {
    expect(
      messages(
        plain("User", "u", { attrs: { age: "x" }, parents: [uid("User", "v"), uid("Status", "nope")], tags: { t: 1 } }),
        plain("Status", "other"),
        plain("User", "w", {
          attrs: { name: "n", status: uid("Status", "x"), last: uid("Action", "x"), nested: [{ a: 1, b: [1, true] }] },
        }),
      ),
    ).toEqual([
      'expected entity `User::"u"` to have attribute `name`, but it does not',
      'in attribute `age` on `User::"u"`, type mismatch: value was expected to have type long, but it actually has type string: `"x"`',
      '`User::"u"` is not allowed to have an ancestor of type `User` according to the schema',
      'entity `Status::"nope"` is of an enumerated entity type, but `"nope"` is not declared as a valid eid',
      'in tag `t` on `User::"u"`, type mismatch: value was expected to have type string, but it actually has type long: `1`',
      'entity `Status::"other"` is of an enumerated entity type, but `"other"` is not declared as a valid eid',
      'entity `Status::"x"` is of an enumerated entity type, but `"x"` is not declared as a valid eid',
      'found action entity `Action::"x"`, but it was not declared as an action in the schema',
      'in attribute `nested` on `User::"w"`, type mismatch: value was expected to have type bool, but it actually has type long: `1`',
    ]);
  });

  it("have paths, places and help", () => {
    const text =
      '[{"uid": {"type": "User", "id": "u"}, "attrs": {"name": "n", "status": {"type": "Status", "id": "x"}}, "parents": []}]';
    const [error] = errorsOf(checkedEntitiesFromJson(text, schema));
    expect(error).toMatchObject({
      code: "conformance/undeclared-id",
      help: 'valid entity eids: "draft", "final"',
      path: [0, "attrs", "status"],
    });
    expect(error?.labels.map(({ start, end }) => text.slice(start, end))).toEqual(['{"type": "Status", "id": "x"}']);
    expect(errorsOf(checkedEntitiesFromJson("[1]", schema))[0]?.code).toBe("entities/wrong-shape");
    expect(errorsOf(checkedEntitiesFromPlain([1], schema))[0]?.code).toBe("entities/wrong-shape");
    expect(checkedEntitiesFromJson("[]", schema).ok).toBe(true);
  });

  it("are told of once per store, first what is there twice and last cycles", () => {
    const loop = [plain("Org", "a", { parents: [uid("Org", "a")] })];
    expect(messages(...loop)).toEqual([
      '`Org::"a"` is not allowed to have an ancestor of type `Org` according to the schema',
      'transitive closure computation/enforcement error: input graph has a cycle containing vertex `Org::"a"`',
    ]);
    expect(
      messages(plain("Team", "a"), plain("Team", "a", { parents: [uid("Org", "a")] }), plain("User", "u")),
    ).toEqual([
      'duplicate entity entry `Team::"a"`',
      'expected entity `User::"u"` to have attribute `name`, but it does not',
    ]);
    const many = Array.from({ length: 50 }, (_, index) => plain("User", String(index)));
    expect(messages(...many)).toHaveLength(20);
    expect(messages(...Array.from({ length: 50 }, (_, index) => plain("Action", String(index))))).toHaveLength(20);
  });
});

describe("entities made by hand", () => {
  const judge = (attributes: readonly (readonly [string, Value])[], type = "User"): readonly string[] => {
    const result = validateEntities([entityOf(entityUid(type, "u"), { attributes })], schema);
    return result.ok
      ? []
      : result.errors.map(({ message }) => message.replace("entity does not conform to the schema: ", ""));
  };

  it("may be of undeclared types, or have undeclared attributes and tags", () => {
    expect(judge([], "Usr")).toEqual(['entity `Usr::"u"` has type `Usr` which is not declared in the schema']);
    expect(
      judge([
        ["name", "n"],
        ["zz", 1],
      ]),
    ).toEqual(['attribute `zz` on `User::"u"` should not exist according to the schema']);
    const tagged = validateEntities([entityOf(entityUid("Team", "t"), { tags: [["a", 1]] })], schema);
    expect(errorsOf(tagged)[0]?.code).toBe("conformance/unexpected-tag");
  });

  it("are judged deep inside their values", () => {
    const nested = (value: Value): readonly string[] =>
      judge([
        ["name", "n"],
        ["nested", value],
      ]);
    const type = '{ "a" => (required) long, "b" => (optional) [bool] }';
    const mismatch = (rest: string): string =>
      `in attribute \`nested\` on \`User::"u"\`, type mismatch: value was expected to have type ${rest}`;
    expect(nested(setOf([recordOf([["a", 9007199254740993n]])]))).toEqual([]);
    expect(nested(setOf([recordOf([])]))).toEqual([
      mismatch(`${type}, but it is missing the required attribute \`a\`: \`{}\``),
    ]);
    expect(
      nested(
        setOf([
          recordOf([
            ["a", 1],
            ["c", 2],
          ]),
        ]),
      ),
    ).toEqual([mismatch(`${type}, but it contains an unexpected attribute \`c\`: \`{"a": 1, "c": 2}\``)]);
    expect(nested(setOf([recordOf([["a", setOf([])]])]))).toEqual([
      mismatch("long, but it actually has type set: `[]`"),
    ]);
    expect(nested(setOf([1]))).toEqual([mismatch(`${type}, but it actually has type long: \`1\``)]);
    expect(nested(recordOf([]))).toEqual([mismatch(`[${type}], but it actually has type record: \`{}\``)]);
    expect(
      judge([
        ["name", "n"],
        ["status", entityUid("User", "u")],
      ]),
    ).toEqual([
      'in attribute `status` on `User::"u"`, type mismatch: value was expected to have type `Status`, but it actually has type (entity of type `User`): `User::"u"`',
    ]);
  });

  it("cost no more than their size where values are shared", () => {
    const depth = 40;
    const doubling = unwrap(
      parseSchema(
        `type T0 = Set<Long>;${Array.from({ length: depth }, (_, i) => `type T${i + 1} = { a: T${i}, b: T${i} };`).join("")} entity E { x: T${depth} };`,
      ),
    );
    const value = (bottom: Value): Value =>
      Array.from({ length: depth }).reduce<Value>(
        (inner) =>
          recordOf([
            ["a", inner],
            ["b", inner],
          ]),
        bottom,
      );
    const entity = (bottom: Value) => entityOf(entityUid("E", "e"), { attributes: [["x", value(bottom)]] });
    expect(unwrap(validateEntities([entity(setOf([1]))], doubling))).toBeInstanceOf(EntityStore);
    expect(errorsOf(validateEntities([entity(setOf(["x"]))], doubling))[0]?.code).toBe("conformance/type-mismatch");
  });
});

describe("what all objects inherit", () => {
  it("is no part of a uid", () => {
    const entities = [{ uid: { type: "Org" }, attrs: {}, parents: [] }];
    Object.defineProperty(Object.prototype, "id", { value: "o", enumerable: true, configurable: true });
    const read = checkedEntitiesFromPlain(entities, schema);
    Reflect.deleteProperty(Object.prototype, "id");
    expect(errorsOf(read).map(({ message }) => message)).toEqual([
      'error during entity deserialization: in uid field of <unknown entity>, expected a literal entity reference, but got `{"type":"Org"}`',
    ]);
  });
});
