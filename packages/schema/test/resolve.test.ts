import { entityUid, printUid } from "@deodar/core";
import { type Diagnostic, type Result, unwrap } from "@deodar/diagnostics";
import {
  findAction,
  isActionType,
  parseSchema,
  parseSchemaFragment,
  resolveSchema,
  type Schema,
  schemaFromJson,
  schemaFromJsonValue,
  schemaFromPlain,
  type Type,
} from "@deodar/schema";
import { describe, expect, it } from "vitest";

function errorsOf(result: Result<unknown>): readonly Diagnostic[] {
  if (result.ok) throw new Error("accepted");
  return result.errors;
}

function resolveTexts(...texts: readonly string[]): Result<Schema> {
  return resolveSchema(texts.map((text) => unwrap(parseSchemaFragment(text))));
}

function attributeOf(schema: Schema, entityType: string, attribute: string): Type | undefined {
  return schema.entityTypes.get(entityType)?.attributes.get(attribute)?.type;
}

describe("a resolved schema", () => {
  const schema = unwrap(
    parseSchema(`
      @doc("people") @mark
      entity User in [Team, Org] { z: Long, a?: Set<Pair>, e: Team, x: ipaddr } tags Pair;
      entity Team in [Org];
      entity Org in [Org];
      entity Status enum ["b", "a", "b"];
      type Pair = { l: Bool, r: String };
      action view in [read] appliesTo { principal: [User, Team], resource: Status, context: Pair };
      action read in [all];
      @level("1") action all, none;
    `),
  );

  it("has the attributes of entity types in order", () => {
    const user = schema.entityTypes.get("User");
    expect([...(user?.attributes.keys() ?? [])]).toEqual(["a", "e", "x", "z"]);
    expect(user?.attributes.get("a")?.required).toBe(false);
    expect(user?.attributes.get("z")).toEqual({ type: { kind: "long" }, required: true });
    expect(attributeOf(schema, "User", "e")).toEqual({ kind: "entity", name: "Team" });
    expect(attributeOf(schema, "User", "x")).toEqual({ kind: "extension", name: "ipaddr" });
    expect([...(user?.annotations ?? [])]).toEqual([
      ["doc", "people"],
      ["mark", ""],
    ]);
  });

  it("shares common types", () => {
    const user = schema.entityTypes.get("User");
    const set = attributeOf(schema, "User", "a");
    expect(set?.kind === "set" ? set.element : undefined).toBe(user?.tags);
    expect(findAction(schema, entityUid("Action", "view"))?.context).toBe(user?.tags);
  });

  it("knows which entity types are above and below others", () => {
    const [user, team, org] = ["User", "Team", "Org"].map((name) => schema.entityTypes.get(name));
    expect([...(user?.parents ?? [])]).toEqual(["Team", "Org"]);
    expect([...(user?.ancestors ?? [])]).toEqual(["Team", "Org"]);
    expect([...(team?.ancestors ?? [])]).toEqual(["Org"]);
    expect([...(org?.ancestors ?? [])]).toEqual(["Org"]);
    expect([...(org?.descendants ?? [])].sort()).toEqual(["Org", "Team", "User"]);
    expect([...(user?.descendants ?? [])]).toEqual([]);
    expect(user?.ancestors).toBe(user?.ancestors);
  });

  it("has the ids of enumerated types", () => {
    const status = schema.entityTypes.get("Status");
    expect([...(status?.enumeration ?? [])]).toEqual(["b", "a"]);
    expect(status?.attributes.size).toBe(0);
    expect(status?.tags).toBeUndefined();
    expect([...(status?.parents ?? [])]).toEqual([]);
    expect(schema.entityTypes.get("User")?.enumeration).toBeUndefined();
  });

  it("knows what actions apply to, and the groups that they are in", () => {
    const [view, read, all] = ["view", "read", "all"].map((id) => findAction(schema, entityUid("Action", id)));
    expect([...(view?.principals ?? [])]).toEqual(["User", "Team"]);
    expect([...(view?.resources ?? [])]).toEqual(["Status"]);
    expect(view?.parents.map(printUid)).toEqual(['Action::"read"']);
    expect(view?.ancestors.map(printUid)).toEqual(['Action::"read"', 'Action::"all"']);
    expect(all?.descendants.map(printUid)).toEqual(['Action::"read"', 'Action::"view"']);
    expect(all?.parents).toEqual([]);
    expect([...(all?.annotations ?? [])]).toEqual([["level", "1"]]);
    expect(read?.context).toEqual({ kind: "record", attributes: new Map() });
    expect(read?.principals.size).toBe(0);
    expect(findAction(schema, entityUid("Action", "nope"))).toBeUndefined();
    expect(findAction(schema, entityUid("N::Action", "view"))).toBeUndefined();
    expect([isActionType(schema, "Action"), isActionType(schema, "User")]).toEqual([true, false]);
  });
});

describe("names", () => {
  it("mean the nearest declaration, common types first", () => {
    const schema = unwrap(
      parseSchema(`
        type Outer = String;
        entity Other;
        namespace N {
          entity T; type T = Long;
          entity Long;
          type Id = __cedar::Long;
          entity User { t: T, o: Outer, e: Other, l: Long, i: Id, b: Bool, q: N::T, act: Action };
          action a;
        }
      `),
    );
    const of = (name: string): Type | undefined => attributeOf(schema, "N::User", name);
    expect(of("t")).toEqual({ kind: "entity", name: "N::Long" });
    expect(of("o")).toEqual({ kind: "string" });
    expect(of("e")).toEqual({ kind: "entity", name: "Other" });
    expect(of("l")).toEqual({ kind: "entity", name: "N::Long" });
    expect(of("i")).toEqual({ kind: "long" });
    expect(of("b")).toEqual({ kind: "boolean" });
    expect(of("q")).toEqual({ kind: "entity", name: "N::Long" });
    expect(of("act")).toEqual({ kind: "entity", name: "N::Action" });
  });

  it("that look like members of objects are ordinary", () => {
    const schema = unwrap(
      parseSchema(
        `entity constructor { toString: __proto__, "__proto__": Long }; type __proto__ = String; action "constructor";`,
      ),
    );
    expect(attributeOf(schema, "constructor", "toString")).toEqual({ kind: "string" });
    expect(attributeOf(schema, "constructor", "__proto__")).toEqual({ kind: "long" });
    expect(findAction(schema, entityUid("Action", "toString"))).toBeUndefined();
    expect(errorsOf(parseSchema("entity A { x: valueOf };"))[0]?.message).toBe("failed to resolve type: valueOf");
  });

  it("that hide others are warned of", () => {
    const result = parseSchema("entity User; type User = Long; namespace N { entity ipaddr; type decimal = Long; }");
    expect(
      result.ok && result.warnings.map(({ code, severity, message, labels }) => [code, severity, message, labels]),
    ).toEqual([
      [
        "schema/shadows-entity",
        "warning",
        "The common type name User shadows an entity name",
        [
          { start: 7, end: 11 },
          { start: 18, end: 22 },
        ],
      ],
      [
        "schema/shadows-builtin",
        "warning",
        "The name `decimal` shadows a builtin Cedar name. You'll have to refer to the builtin as `__cedar::decimal`.",
        [{ start: 65, end: 72 }],
      ],
      [
        "schema/shadows-builtin",
        "warning",
        "The name `ipaddr` shadows a builtin Cedar name. You'll have to refer to the builtin as `__cedar::ipaddr`.",
        [{ start: 52, end: 58 }],
      ],
    ]);
    const json = schemaFromPlain({ "": { entityTypes: { Long: {} }, actions: {} } });
    expect(json.ok && json.warnings).toEqual([]);
  });
});

describe("faults", () => {
  const texts: readonly (readonly [string, string, string, string | undefined])[] = [
    [
      "entity A { x: B };",
      "schema/unknown-type",
      "failed to resolve type: B",
      "`B` has not been declared as a common or entity type",
    ],
    [
      "namespace N { entity A in B; }",
      "schema/unknown-type",
      "failed to resolve type: B",
      "neither `N::B` nor `B` refers to anything that has been declared as an entity type",
    ],
    [
      "action a in [b, c, d];",
      "schema/unknown-action",
      'undeclared actions: Action::"b", Action::"c", and Action::"d"',
      "any actions appearing as parents need to be declared as actions",
    ],
    [
      'action a in [b, N::Action::"c"];',
      "schema/unknown-action",
      'undeclared actions: Action::"b" and N::Action::"c"',
      "any actions appearing as parents need to be declared as actions",
    ],
    ["entity Action;", "schema/action-type-declared", "entity type `Action` declared in `entityTypes` list", undefined],
    [
      "type T = { t: Set<T> };",
      "schema/common-type-cycle",
      "cycle in common type references containing `T`",
      undefined,
    ],
    ["action a in a;", "schema/action-cycle", 'cycle in action hierarchy containing `Action::"a"`', undefined],
    [
      "action x; entity A in [Action]; entity B in [Action];",
      "schema/undeclared-entity-type",
      "undeclared entity type: Action",
      "any entity types appearing anywhere in a schema need to be declared in `entityTypes`",
    ],
    [
      "entity A; action x appliesTo { principal: [Action, A], resource: [N::Action] }; namespace N { action y; }",
      "schema/undeclared-entity-type",
      "undeclared entity types: Action and N::Action",
      "any entity types appearing anywhere in a schema need to be declared in `entityTypes`",
    ],
    [
      "entity A; namespace N { entity A; }",
      "schema/type-shadowing",
      "definition of `N::A` illegally shadows the existing definition of `A`",
      "try renaming one of the definitions, or moving `A` to a different namespace",
    ],
    [
      "action a; namespace N { action a; }",
      "schema/action-shadowing",
      'definition of `N::Action::"a"` illegally shadows the existing definition of `Action::"a"`',
      'try renaming one of the actions, or moving `Action::"a"` to a different namespace',
    ],
    [
      "type C = Long; entity B; action a appliesTo { principal: B, resource: B, context: C };",
      "schema/context-not-record",
      'Context for action Action::"a" is declared with a type other than `Record`',
      "action contexts must have type `Record`",
    ],
  ];
  it.each(texts)("%s", (text, code, message, help) => {
    const [error] = errorsOf(parseSchema(text));
    expect([error?.code, error?.message, error?.help]).toEqual([code, message, help]);
    expect(error?.labels[0]).toBeDefined();
    expect(error?.path).toBeUndefined();
  });

  it("name all that the reference leaves for later in a second error", () => {
    const errors = errorsOf(
      parseSchema(
        "entity A { b: X, a: Y } tags Z; action a in [b] appliesTo { principal: P, resource: R, context: C };",
      ),
    );
    expect(errors.map(({ message, labels }) => [message, labels.length])).toEqual([
      ["failed to resolve types: Y, Z, C", 3],
      ["failed to resolve types: X, P, R", 3],
      ['undeclared action: Action::"b"', 1],
    ]);
    const parents = errorsOf(parseSchema("entity A in [P, P, Q] { a: Y };"));
    expect(parents.map(({ message }) => message)).toEqual([
      "failed to resolve types: P, Q",
      "failed to resolve type: Y",
    ]);
  });

  it("in JSON have paths, and places where there is text", () => {
    const text = '{"N": {"entityTypes": {"A": {"shape": {"type": "Long"}}}, "actions": {}}}';
    const [error] = errorsOf(schemaFromJson(text));
    expect(error?.code).toBe("schema/shape-not-record");
    expect(error?.message).toBe("Shape for entity type N::A is declared with a type other than `Record`");
    expect(error?.path).toEqual(["N", "entityTypes", "A"]);
    expect(error?.labels.map(({ start, end }) => text.slice(start, end))).toEqual(['{"shape": {"type": "Long"}}']);
    expect(errorsOf(schemaFromJson("{"))[0]?.code).toBe("json/unexpected-end");
    expect(errorsOf(schemaFromPlain({ "": 1 }))[0]?.path).toEqual([""]);
    expect(errorsOf(schemaFromJsonValue(1))).toHaveLength(1);
    expect(schemaFromJsonValue({}).ok).toBe(true);
    expect(schemaFromJson("{}").ok).toBe(true);
  });

  it("that only JSON can have", () => {
    const schema = (types: object, actions: object = {}): object => ({ "": { entityTypes: types, actions } });
    const extension = { tags: { type: "Extension", name: "ipadd" } };
    const open = { shape: { type: "Record", attributes: {}, additionalAttributes: true } };
    const found = (value: object): unknown[] => errorsOf(schemaFromPlain(value)).map(({ code, help }) => [code, help]);
    expect(found(schema({ A: extension }))).toEqual([["schema/unknown-extension-type", "did you mean `ipaddr`?"]]);
    expect(found(schema({ A: open }))).toEqual([["schema/open-record", undefined]]);
    expect(found(schema({}, { b: { attributes: {} }, a: { attributes: {} } }))).toEqual([
      ["schema/action-attributes", undefined],
    ]);
    expect(errorsOf(schemaFromPlain(schema({}, { b: { attributes: {} }, a: { attributes: {} } })))[0]?.message).toBe(
      "unsupported feature used in schema: action declared with attributes: [a, b]",
    );
  });
});

describe("fragments", () => {
  it("see each other's declarations", () => {
    const schema = unwrap(resolveTexts("namespace N { entity A { b: B }; }", "namespace N { entity B in [A]; }"));
    expect(attributeOf(schema, "N::A", "b")).toEqual({ kind: "entity", name: "N::B" });
  });

  it("cannot declare the same twice", () => {
    const again = "entity A; type T = Long; action a;";
    const errors = errorsOf(resolveTexts(again, again));
    expect(errors.map(({ code, message, path }) => [code, message, path])).toEqual([
      ["schema/duplicate-common-type", "duplicate common type `T`", [1]],
      ["schema/duplicate-entity-type", "duplicate entity type `A`", [1]],
      ["schema/duplicate-action", 'duplicate action `Action::"a"`', [1]],
    ]);
  });

  it("may be none", () => {
    expect(unwrap(resolveSchema([])).entityTypes.size).toBe(0);
  });
});

describe("hostile schemas", () => {
  const lines = (count: number, line: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => line(index)).join("");

  it("cost no more than their length where types double", () => {
    const schema = unwrap(
      parseSchema(
        `type T0 = Long;${lines(60, (i) => `type T${i + 1} = { a: T${i}, b: T${i} };`)} entity E { x: T60 };`,
      ),
    );
    const type = attributeOf(schema, "E", "x");
    expect(type?.kind === "record" && type.attributes.get("a")?.type).toBe(
      type?.kind === "record" && type.attributes.get("b")?.type,
    );
  });

  it("may have long chains of types, entity types and actions", () => {
    const schema = unwrap(
      parseSchema(
        `type T0 = Long; entity E0 { t: T20000 }; action a0;${lines(20_000, (i) => `type T${i + 1} = T${i}; entity E${i + 1} in [E${i}]; action a${i + 1} in [a${i}];`)}`,
      ),
    );
    expect(attributeOf(schema, "E0", "t")).toEqual({ kind: "long" });
    expect(schema.entityTypes.get("E20000")?.ancestors.size).toBe(20_000);
    expect(findAction(schema, entityUid("Action", "a0"))?.descendants.length).toBe(20_000);
  });

  it("may have declarations of many names that share long lists", () => {
    const many = (letter: string): string => Array.from({ length: 3000 }, (_, index) => `${letter}${index}`).join(",");
    const schema = unwrap(
      parseSchema(
        `entity ${many("G")}; entity ${many("E")} in [${many("G")}]; action ${many("g")}; action ${many("a")} in [${many("g")}];`,
      ),
    );
    expect(schema.entityTypes.get("E7")?.parents).toBe(schema.entityTypes.get("E8")?.parents);
    expect(findAction(schema, entityUid("Action", "g5"))?.descendants.length).toBe(3000);
    const wrong = errorsOf(parseSchema(`entity ${many("E")} { ${lines(3000, (i) => `a${i}: X${i},`)} };`));
    expect(wrong.map(({ labels }) => labels.length)).toEqual([1000, 1000]);
  });

  it("may not nest types without end by way of common types", () => {
    const chain = (length: number): string =>
      `type T0 = Long;${lines(length, (i) => `type T${i + 1} = Set<T${i}>;`)} entity E { x: T${length} };`;
    expect(parseSchema(chain(499)).ok).toBe(true);
    expect(errorsOf(parseSchema(chain(600)))[0]?.code).toBe("schema/type-too-deep");
  });

  it("have at most a thousand errors", () => {
    expect(errorsOf(parseSchema(lines(1500, (i) => `type T${i} = { a: T${i}, b: T${i} };`)))).toHaveLength(1000);
    expect(
      errorsOf(
        parseSchema(`${lines(1500, (i) => `type T${i} = X${i};`)} action ${lines(1100, (i) => `a${i}, `)} b in [c];`),
      )[0]?.labels,
    ).toHaveLength(1000);
  });

  it("find every cycle of actions", () => {
    const errors = errorsOf(parseSchema("action a in [b]; action b in [c, a]; action c in [a]; action d in [a, d];"));
    expect(errors.map(({ message }) => message)).toEqual([
      'cycle in action hierarchy containing `Action::"a"`',
      'cycle in action hierarchy containing `Action::"d"`',
    ]);
  });
});
