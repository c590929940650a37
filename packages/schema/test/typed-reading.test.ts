import { entityUid, printValue, recordOf, setOf, type Value } from "@deodar/core";
import { type Diagnostic, type Result, unwrap } from "@deodar/diagnostics";
import {
  conformanceFault,
  describeType,
  parseSchema,
  showValue,
  typedContextFromJson,
  typedContextFromPlain,
  typedEntitiesFromJson,
  typedEntitiesFromPlain,
} from "@deodar/schema";
import { describe, expect, it } from "vitest";

const schema = unwrap(
  parseSchema(`
    entity U { l?: Long, ip?: ipaddr, dt?: datetime, e?: U, set?: Set<Long>, r?: { x: Long, y?: ipaddr } } tags Set<ipaddr>;
    namespace N { entity V, W; }
    namespace M { entity V; }
    action a appliesTo { principal: U, resource: U, context: { l: Long, d?: decimal, "__extn"?: { fn: String, arg: String } } };
  `),
);

function errorsOf(result: Result<unknown>): readonly Diagnostic[] {
  if (result.ok) throw new Error("accepted");
  return result.errors;
}

function readAttribute(name: string, json: string): Value | string | undefined {
  const text = `[{"uid": {"type": "U", "id": "1"}, "attrs": {"${name}": ${json}}, "parents": []}]`;
  const result = typedEntitiesFromJson(text, schema);
  if (!result.ok)
    return result.errors.map(({ message }) => message.replace("error during entity deserialization: ", "")).join("; ");
  const value = result.value[0]?.attributes.get(name);
  return value === undefined ? undefined : printValue(value);
}

const here = (name: string): string => `in attribute \`${name}\` on \`U::"1"\``;

describe("values under a schema", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ["l", "1", "1"],
    ["l", '{"__extn": {"fn": "toDays", "arg": {"__extn": {"fn": "duration", "arg": "1d"}}}}', "1"],
    ["ip", '"::1"', 'ip("::1")'],
    ["ip", '{"fn": "ip", "arg": "::1", "more": 1.5}', 'ip("::1")'],
    ["ip", '{"__extn": {"fn": "ip", "args": ["::1"]}, "more": 1}', 'ip("::1")'],
    ["ip", '{"fn": "ip", "arg": 1.5, "args": ["::1"]}', 'ip("::1")'],
    [
      "dt",
      '{"fn": "offset", "args": ["2024-01-01", "1d"]}',
      'datetime("1970-01-01").offset(duration("1704153600000ms"))',
    ],
    ["e", '{"type": "U", "id": "2"}', 'U::"2"'],
    ["set", "[2, 1]", "[1, 2]"],
    ["r", '{"y": "::1", "x": 1}', '{x: 1, y: ip("::1")}'],
    ["ip", "1", 'failed to evaluate attribute `ip` of `U::"1"`: type error: expected string, got long'],
    ["ip", "1.5", "data did not match any variant of untagged enum ExtnValueJson"],
    ["ip", "null", `${here("ip")}, found a \`null\`; JSON \`null\`s are not allowed in Cedar`],
    ["ip", '{"__expr": "x"}', `${here("ip")}, the \`__expr\` escape is no longer supported`],
    ["ip", '{"fn": "nope", "arg": "x"}', "extension function `nope` does not exist"],
    ["ip", '{"fn": "no pe", "arg": "x"}', "failed to parse escape `__extn`: no pe, errors: unexpected token `pe`"],
    ["dt", '{"fn": "offset", "args": ["x"]}', "expected 2 arguments for function offset but 1 arguments are provided"],
    ["ip", '{"fn": "ip", "arg": null}', `${here("ip")}, found a \`null\`; JSON \`null\`s are not allowed in Cedar`],
    [
      "set",
      '{"a": -1}',
      `${here("set")}, type mismatch: value was expected to have type [long], but it actually has type record: \`{"a": (-1)}\``,
    ],
    [
      "set",
      '{"__extn": {"fn": "ip", "arg": "bad"}}',
      `${here("set")}, type mismatch: value was expected to have type [long], but it actually has type ipaddr: \`ip("bad")\``,
    ],
    [
      "set",
      '{"__extn": {"fn": "toDays", "arg": "bad"}}',
      `${here("set")}, type mismatch: value was expected to have type [long], but it actually has type long: \`"bad".toDays()\``,
    ],
    [
      "set",
      '{"__extn": {"fn": "isIpv4", "arg": "bad"}}',
      `${here("set")}, type mismatch: value was expected to have type [long], but it actually has type bool: \`"bad".isIpv4()\``,
    ],
    [
      "set",
      '{"__extn": {"fn": "nope", "arg": "bad"}}',
      `${here("set")}, type mismatch: value was expected to have type [long], but it does not: \`nope("bad")\``,
    ],
    [
      "set",
      '{"x": {"__extn": {"fn": "ip", "arg": "bad"}}}',
      `${here("set")}, type mismatch: value was expected to have type [long], but it actually has type record: \`{"x": ip("bad")}\``,
    ],
    [
      "r",
      '[{"__extn": {"fn": "ip", "arg": "bad"}}]',
      `${here("r")}, type mismatch: value was expected to have type { "x" => (required) long, "y" => (optional) ipaddr }, but it actually has type set: \`[ip("bad")]\``,
    ],
    ["set", "null", `${here("set")}, found a \`null\`; JSON \`null\`s are not allowed in Cedar`],
    [
      "r",
      '{"z": 1, "w": 2}',
      `${here("r")}, expected the record to have an attribute \`x\`, but it does not; ${here("r")}, record attribute \`z\` should not exist according to the schema; ${here("r")}, record attribute \`w\` should not exist according to the schema`,
    ],
    ["zz", "1", 'attribute `zz` on `U::"1"` should not exist according to the schema'],
  ];
  it.each(cases)("%s: %s", (name, json, expected) => {
    expect(readAttribute(name, json)).toBe(expected);
  });

  it("stop at twenty errors", () => {
    const many = Array.from({ length: 50 }, (_, index) => `"k${index}": 1`).join(",");
    const text = (attrs: string): string => `[{"uid": {"type": "U", "id": "1"}, "attrs": {${attrs}}, "parents": []}]`;
    expect(errorsOf(typedEntitiesFromJson(text(`"r": {${many}}`), schema))).toHaveLength(20);
    const nulls = Array.from({ length: 50 }, () => "null").join(",");
    expect(errorsOf(typedEntitiesFromJson(text(`"set": [${nulls}], "r": {"x": null}`), schema))).toHaveLength(20);
    const bad = Array.from({ length: 50 }, () => '{"r": {}}').join(",");
    expect(errorsOf(typedEntitiesFromJson(`[${bad}]`, schema))).toHaveLength(20);
  });
});

describe("entities under a schema", () => {
  it("have paths and places in their errors", () => {
    const text =
      '[{"uid": {"type": "U", "id": "1"}, "attrs": {"r": {"x": 1, "q": 2}}, "parents": [], "tags": {"t": "x"}}]';
    const errors = errorsOf(typedEntitiesFromJson(text, schema));
    expect(errors.map(({ code, path, labels }) => [code, path, text.slice(labels[0]?.start, labels[0]?.end)])).toEqual([
      ["conformance/unexpected-record-attribute", [0, "attrs", "r", "q"], "2"],
      ["conformance/type-mismatch", [0, "tags", "t"], '"x"'],
    ]);
    expect(errorsOf(typedEntitiesFromJson("[", schema))[0]?.code).toBe("json/unexpected-end");
  });

  it("are of declared types, or actions", () => {
    const entity = (type: string, more: object = {}): unknown => [
      { uid: { type, id: "1" }, attrs: {}, parents: [], ...more },
    ];
    expect(errorsOf(typedEntitiesFromPlain(entity("Nope"), schema))[0]).toMatchObject({
      code: "conformance/undeclared-type",
      message:
        'error during entity deserialization: entity `Nope::"1"` has type `Nope` which is not declared in the schema',
    });
    expect(errorsOf(typedEntitiesFromPlain(entity("Nope"), schema))[0]).not.toHaveProperty("help");
    expect(errorsOf(typedEntitiesFromPlain(entity("W"), schema))[0]?.help).toBe("did you mean `N::W`?");
    expect(errorsOf(typedEntitiesFromPlain(entity("V"), schema))[0]?.help).toBe(
      'did you mean one of ["M::V", "N::V"]?',
    );
    expect(errorsOf(typedEntitiesFromPlain(entity("N::V", { tags: { a: 1 } }), schema))[0]?.message).toBe(
      'error during entity deserialization: found a tag `a` on `N::V::"1"`, but no tags should exist on `N::V::"1"` according to the schema',
    );
    const action = unwrap(typedEntitiesFromPlain(entity("Action", { attrs: { x: 1 }, tags: { y: 2 } }), schema));
    expect(action[0]?.attributes.get("x")).toBe(1);
    expect(action[0]?.tags.get("y")).toBe(2);
    expect(unwrap(typedEntitiesFromPlain(entity("U", { tags: { y: ["::1"] } }), schema))[0]?.tags.size).toBe(1);
    expect(errorsOf(typedEntitiesFromPlain(() => 1, schema))).toHaveLength(1);
  });
});

describe("contexts under a schema", () => {
  const action = entityUid("Action", "a");
  it("are read by the action", () => {
    expect(printValue(unwrap(typedContextFromJson('{"l": 1, "d": "1.50"}', schema, action)))).toBe(
      '{d: decimal("1.50"), l: 1}',
    );
    expect(printValue(unwrap(typedContextFromPlain({ l: 9007199254740993n }, schema, action)))).toBe(
      "{l: 9007199254740993}",
    );
    expect(errorsOf(typedContextFromJson("{}", schema, action))[0]?.message).toBe(
      "while parsing context, expected the record to have an attribute `l`, but it does not",
    );
    expect(
      errorsOf(typedContextFromJson("{}", schema, entityUid("Action", "b"))).map(({ message }) => message),
    ).toEqual(['action `Action::"b"` does not exist in the supplied schema']);
    expect(errorsOf(typedContextFromJson("", schema, action))[0]?.code).toBe("json/unexpected-end");
    expect(errorsOf(typedContextFromPlain(undefined, schema, action))).toHaveLength(1);
  });

  it("have no values that are to be given later", () => {
    const context = { l: 1, __extn: { fn: "unknown", arg: "x" } };
    expect(errorsOf(typedContextFromPlain(context, schema, action))[0]?.message).toBe(
      "extension function `unknown` does not exist",
    );
    expect(typedContextFromPlain({ l: 1, __extn: { fn: "known", arg: "x" } }, schema, action).ok).toBe(true);
  });
});

describe("messages", () => {
  it("show values", () => {
    const value = setOf([
      recordOf([
        [
          "b c",
          recordOf([
            ["d e", -1],
            ["f", setOf([2, 1])],
          ]),
        ],
        ["a", true],
      ]),
      "x",
      entityUid("U", "1"),
    ]);
    expect(showValue(value)).toBe('["x", U::"1", {"a": true, "b c": {"d e": (-1), f: [1, 2]}}]');
    expect(showValue(5)).toBe("5");
    expect(showValue(setOf([recordOf([["e", entityUid("U", "1")]])]))).toBe('[{"e": U::"1"}]');
    const deep = (wrap: (inner: Value) => Value): Value => Array.from({ length: 300 }).reduce<Value>(wrap, 1);
    expect(showValue(deep((inner) => setOf([inner])))).toContain("[…]");
    expect(showValue(deep((inner) => recordOf([["a", inner]])))).toContain("{a: …}");
  });

  it("show types", () => {
    expect(describeType({ kind: "record", attributes: new Map() })).toBe("{  }");
    expect(describeType({ kind: "boolean" })).toBe("bool");
    const doubling = unwrap(
      parseSchema(
        `type T0 = String;${Array.from({ length: 60 }, (_, i) => `type T${i + 1} = { a: T${i}, b: T${i} };`).join("")} entity E { x: T60, e: E };`,
      ),
    );
    const attributes = doubling.entityTypes.get("E")?.attributes;
    const type = attributes?.get("x")?.type;
    expect(type === undefined ? "" : describeType(type).slice(-1)).toBe("…");
    const own = attributes?.get("e")?.type;
    expect(own === undefined ? "" : describeType(own)).toBe("`E`");
  });

  it("leave out words that are not given", () => {
    expect(conformanceFault("conformance/unknown-action", {}, []).message).toBe(
      "action `` does not exist in the supplied schema",
    );
  });
});
