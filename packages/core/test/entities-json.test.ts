import { existsSync, readdirSync, readFileSync } from "node:fs";
import {
  contextFromJson,
  contextFromPlain,
  datetimeOf,
  durationOf,
  Entities,
  entitiesFromJson,
  entitiesFromPlain,
  entitiesToJson,
  entityOf,
  entityUid,
  parseDecimal,
  printValue,
  recordOf,
  setOf,
  uidFromPlain,
  type Value,
  valueFromJson,
  valueFromPlain,
  valueToJson,
} from "@deodar/core";
import { type Result, unwrap } from "@deodar/diagnostics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyValue, valid } from "./arbitrary-value.ts";

interface Fault {
  readonly code: string;
  readonly message: string;
  readonly path: readonly (string | number)[] | undefined;
  /** The text at the error's label. */
  readonly at: string | undefined;
}

function faults(result: Result<unknown>, text = ""): Fault[] {
  if (result.ok) throw new Error("accepted");
  return result.errors.map(({ code, message, path, labels }) => {
    const [label] = labels;
    return { code, message, path, at: label && text.slice(label.start, label.end) };
  });
}

const user = '{"uid":{"type":"User","id":"a"},"attrs":{},"parents":[]}';

describe("reading entities", () => {
  it("reads uids, attributes, tags and parents", () => {
    const text = `[{"uid": {"__entity": {"type": "A::User", "id": "a\\n"}}, "parents": [{"type": "G", "id": "g"}],
      "attrs": {"age": 9223372036854775807, "ip": {"__extn": {"fn": "ip", "arg": "10.0.0.0/8"}},
      "when": {"__extn": {"fn": "offset", "args": [{"__extn": {"fn": "datetime", "arg": "2024-01-01"}}, {"__extn": {"fn": "duration", "arg": "1d"}}]}}},
      "tags": {"__proto__": [1, 1, {"x": true}]}, "more": null}]`;
    const store = unwrap(Entities.fromJson(text));
    const entity = store.get(entityUid("A::User", "a\n"));
    expect(entity?.attributes.get("age")).toBe(9223372036854775807n);
    expect(printValue(entity?.attributes.get("ip") ?? "")).toBe('ip("10.0.0.0/8")');
    expect(printValue(entity?.attributes.get("when") ?? "")).toBe(
      'datetime("1970-01-01").offset(duration("1704153600000ms"))',
    );
    expect(printValue(entity?.tags.get("__proto__") ?? "")).toBe("[1, {x: true}]");
    expect(entity?.parents).toEqual([entityUid("G", "g")]);
    expect(store.isIn(entityUid("A::User", "a\n"), entityUid("G", "g"))).toBe(true);
  });

  it("gives places and paths of all independent errors", () => {
    const text = `[{"uid": {"type": "User", "id": "a"}, "attrs": {"x": {"y": [1, null, 1.5]}, "z": {"__expr": "1"}}, "parents": [7]}, 3, {"uid": 1, "attrs": {}, "parents": []}]`;
    expect(faults(Entities.fromJson(text), text)).toEqual([
      {
        code: "entities/wrong-shape",
        message: "error during entity deserialization: invalid type: integer `3`, expected struct EntityJson",
        path: [1],
        at: "3",
      },
      {
        code: "entities/null",
        message:
          'error during entity deserialization: in attribute `x` on `User::"a"`, found a `null`; JSON `null`s are not allowed in Cedar',
        path: [0, "attrs", "x", "y", 1],
        at: "null",
      },
      {
        code: "entities/not-a-long",
        message:
          "error during entity deserialization: data did not match any variant of untagged enum RawCedarValueJson",
        path: [0, "attrs", "x", "y", 2],
        at: "1.5",
      },
      {
        code: "entities/expr-escape",
        message:
          'error during entity deserialization: in attribute `z` on `User::"a"`, the `__expr` escape is no longer supported',
        path: [0, "attrs", "z"],
        at: '{"__expr": "1"}',
      },
      {
        code: "entities/expected-uid",
        message:
          'error during entity deserialization: in parents field of `User::"a"`, expected a literal entity reference, but got `7`',
        path: [0, "parents", 0],
        at: "7",
      },
      {
        code: "entities/expected-uid",
        message:
          "error during entity deserialization: in uid field of <unknown entity>, expected a literal entity reference, but got `1`",
        path: [2, "uid"],
        at: "1",
      },
    ]);
  });

  it("says of a list in place of an entity what the reference says", () => {
    expect(faults(Entities.fromJson("[[], [1]]"), "[[], [1]]").map(({ message }) => message)).toEqual([
      "error during entity deserialization: invalid length 0, expected struct EntityJson with 4 elements",
      "error during entity deserialization: invalid length 1, expected struct EntityJson with 4 elements",
    ]);
  });

  it("places the errors of the store, too", () => {
    const other = user.replace("{},", '{"x":1},');
    expect(faults(Entities.fromJson(`[${user}, ${other}]`), `[${user}, ${other}]`)).toEqual([
      { code: "entities/duplicate", message: 'duplicate entity entry `User::"a"`', path: [1], at: other },
    ]);
    expect(faults(Entities.fromPlain([JSON.parse(user), JSON.parse(other)]))[0]).toMatchObject({
      path: [1],
      at: undefined,
    });
  });

  it("gives the errors of the JSON itself", () => {
    expect(faults(Entities.fromJson("[{]"))[0]).toMatchObject({ code: "json/expected-key" });
    expect(faults(entitiesFromJson('[{"uid":1,"uid":1}]'))[0]).toMatchObject({ code: "json/duplicate-key" });
    expect(faults(Entities.fromPlain([{ uid: undefined }]))[0]).toMatchObject({ code: "json/unsupported-value" });
    expect(faults(entitiesFromPlain([{ uid: new Date() }]))[0]).toMatchObject({ path: [0, "uid"] });
    expect(faults(contextFromJson("{"))[0]).toMatchObject({ code: "json/unexpected-end" });
    expect(faults(contextFromPlain({ a: Number.NaN }))[0]).toMatchObject({ code: "json/inexact-number" });
  });

  it("stops after twenty errors", () => {
    const nulls = `[${Array(1000).fill("null").join(",")}]`;
    expect(faults(Entities.fromJson(nulls)).length).toBe(20);
    expect(faults(contextFromJson(`{"x":${nulls}}`)).length).toBe(20);
    const attributes = Array.from({ length: 100 }, (_, i) => `"a${i}":null`).join(",");
    expect(faults(contextFromJson(`{${attributes}}`)).length).toBe(20);
    expect(faults(Entities.fromJson(user.replace("{},", `{${attributes}},`).replace(/.*/s, "[$&]"))).length).toBe(20);
    expect(faults(Entities.fromJson(`[${user.replace('"parents":[]', `"parents":${nulls}`)}]`)).length).toBe(20);
  });

  it("says what stands in place of an array", () => {
    const actual = (text: string): string | undefined => faults(Entities.fromJson(text))[0]?.message.split(": ")[2];
    expect(
      [
        "null",
        "true",
        "1",
        "-9223372036854775808",
        "18446744073709551615",
        "18446744073709551616",
        "1.50",
        '"a\\n"',
        "{}",
      ].map(actual),
    ).toEqual([
      "null, expected a sequence",
      "boolean `true`, expected a sequence",
      "integer `1`, expected a sequence",
      "integer `-9223372036854775808`, expected a sequence",
      "integer `18446744073709551615`, expected a sequence",
      "floating point `18446744073709551616`, expected a sequence",
      "floating point `1.50`, expected a sequence",
      'string "a\\n", expected a sequence',
      "map, expected a sequence",
    ]);
  });

  it("gives entities for a store that is there already", () => {
    const store = unwrap(Entities.fromJson(`[${user}]`));
    unwrap(
      store.upsert(unwrap(entitiesFromPlain([{ uid: { type: "User", id: "a" }, attrs: { n: 5n }, parents: [] }]))),
    );
    unwrap(store.add(unwrap(entitiesFromJson(`[${user.replace('"a"', '"b"')}]`))));
    expect([store.size, store.get(entityUid("User", "a"))?.attributes.get("n")]).toEqual([2, 5]);
  });

  it("refuses lone surrogates in plain values", () => {
    const plain = (part: object): unknown => [{ uid: { type: "User", id: "a" }, attrs: {}, parents: [], ...part }];
    const bad = "\ud800";
    for (const part of [
      { uid: { type: "User", id: bad } },
      { uid: { type: bad, id: "a" } },
      { attrs: { [bad]: 1 } },
      { attrs: { x: bad } },
      { attrs: { x: { [bad]: 1 } } },
      { attrs: { x: { __extn: { fn: bad, arg: 1 } } } },
      { parents: [{ type: "User", id: `x${bad}` }] },
    ]) {
      expect(faults(Entities.fromPlain(plain(part)))[0]).toMatchObject({ code: "entities/lone-surrogate" });
    }
    expect(unwrap(Entities.fromPlain(plain({ attrs: { x: "\ud83d\ude00" } }))).size).toBe(1);
  });
});

describe("reading single things", () => {
  it("reads uids", () => {
    expect(unwrap(uidFromPlain({ type: "A::B", id: "x", more: 1 }))).toEqual(entityUid("A::B", "x"));
    expect(unwrap(uidFromPlain({ __entity: { type: "A", id: "" } }))).toEqual(entityUid("A", ""));
    expect(unwrap(uidFromPlain(entityUid("A", "b")))).toEqual(entityUid("A", "b"));
    expect(faults(uidFromPlain('User::"a"'))).toEqual([
      {
        code: "entities/expected-uid",
        message: 'in uid field of <unknown entity>, expected a literal entity reference, but got `"User::\\"a\\""`',
        path: [],
        at: undefined,
      },
    ]);
    expect(faults(uidFromPlain({ type: "A :: B", id: "x" }))[0]?.message).toBe(
      'failed to parse escape `__entity`: {\n  "type": "A :: B",\n  "id": "x"\n}, errors: `Name` needs to be normalized (e.g., whitespace removed): A :: B',
    );
  });

  it.each([
    ["A:é", "invalid token"],
    ["A: b", "unexpected token `:`"],
    ["1 // é", "unexpected token `1`"],
    ["in::is::has", "this identifier is reserved and cannot be used: has"],
    ["in::is::A", "this identifier is reserved and cannot be used: in"],
  ])("says of the name %j what the reference says", (type, reason) => {
    expect(faults(uidFromPlain({ type, id: "x" }))[0]?.message).toMatch(`errors: ${reason}`);
  });

  it("reads values", () => {
    expect(unwrap(valueFromPlain([1, 1n, "a", { b: false }]))).toEqual(setOf([1, "a", recordOf([["b", false]])]));
    expect(unwrap(valueFromJson('{"__entity":{"type":"A","id":"b"}}'))).toEqual(entityUid("A", "b"));
    expect(faults(valueFromJson("9223372036854775808"))[0]?.code).toBe("entities/not-a-long");
    expect(faults(valueFromJson("null"))[0]?.message).toBe(
      "while parsing a value, found a `null`; JSON `null`s are not allowed in Cedar",
    );
  });

  it("takes Cedar values inside of plain ones", () => {
    const owner = entityUid("User", "a");
    const values = {
      owner,
      price: valid(parseDecimal("1.5")),
      all: setOf([1]),
      made: { by: [recordOf([["x", owner]])] },
    };
    expect(printValue(unwrap(contextFromPlain(values)))).toBe(
      '{all: [1], made: {by: [{x: User::"a"}]}, owner: User::"a", price: decimal("1.5")}',
    );
    const store = unwrap(Entities.fromPlain([{ uid: owner, attrs: { owner }, parents: [entityUid("G", "g")] }]));
    expect(store.get(owner)?.attributes.get("owner")).toEqual(owner);
    // Data of that look stays data.
    const record = printValue(unwrap(valueFromPlain(Object.freeze({ kind: "entity", type: "User", id: "a", x: 1 }))));
    expect(record).toBe('{id: "a", kind: "entity", type: "User", x: 1}');
    expect(printValue(unwrap(valueFromPlain(Object.freeze({ kind: "set", elements: [] }))))).toBe(
      '{elements: [], kind: "set"}',
    );
    expect(printValue(unwrap(valueFromPlain(JSON.parse('{"kind":"entity","type":"U","id":"a"}'))))).toBe(
      '{id: "a", kind: "entity", type: "U"}',
    );
    expect(faults(valueFromPlain(recordOf([["__entity", 1]])))[0]?.code).toBe("json/unsupported-value");
    expect(faults(valueFromPlain(new Map()))[0]?.code).toBe("json/unsupported-value");
  });

  it("keeps null and -0 out, and names what is no context", () => {
    expect(faults(contextFromJson('{"a":-0}'))[0]?.code).toBe("entities/not-a-long");
    expect(unwrap(contextFromPlain({ a: -0 })).entries.get("a")).toBe(0);
    expect(faults(contextFromJson("null"))[0]?.code).toBe("entities/null");
    const text = '[{"a":1,"b c":-1},{"__extn":{"fn":"isIpv4","args":[1,{"__extn":{"fn":"ip","arg":"x"}}]}}]';
    expect(faults(contextFromJson(text), text)).toEqual([
      {
        code: "entities/not-a-record",
        message: 'expression is not a record: [{a: 1, "b c": (-1)}, 1.isIpv4(ip("x"))]',
        path: [],
        at: text,
      },
    ]);
  });

  it("reads deep documents and refuses deeper ones", () => {
    const nested = (depth: number): string => `{"x":${"[".repeat(depth)}${"]".repeat(depth)}}`;
    expect(unwrap(contextFromJson(nested(990))).entries.size).toBe(1);
    expect(faults(contextFromJson(nested(100_000)))[0]?.code).toBe("json/too-deep");
  });
});

describe("writing", () => {
  it("writes what reads back as an equal value", () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const written = valueToJson(value);
        if (written.ok && !hasLoneSurrogate(written.value)) {
          expect(printValue(unwrap(valueFromJson(written.value)))).toBe(printValue(value));
        }
      }),
    );
  });

  it("writes escapes and integers exactly", () => {
    const value = recordOf([
      ["b", setOf([9223372036854775807n, valid(parseDecimal("1.50")), entityUid("A", "x")])],
      ["a", datetimeOf(1)],
      ["__proto__", durationOf(2)],
    ]);
    expect(unwrap(valueToJson(value))).toBe(
      '{"__proto__":{"__extn":{"fn":"duration","arg":"2ms"}},' +
        '"a":{"__extn":{"fn":"offset","args":[{"__extn":{"fn":"datetime","arg":"1970-01-01"}},{"__extn":{"fn":"duration","arg":"1ms"}}]}},' +
        '"b":[9223372036854775807,{"__entity":{"type":"A","id":"x"}},{"__extn":{"fn":"decimal","arg":"1.50"}}]}',
    );
  });

  it("refuses reserved keys and depth that could not be read", () => {
    for (const key of ["__entity", "__extn", "__expr"]) {
      const record = recordOf([[key, 1]]);
      expect(faults(valueToJson(setOf([record])))).toEqual([
        { code: "entities/reserved-key", message: `record uses reserved key \`${key}\``, path: [0], at: undefined },
      ]);
      const entity = entityOf(entityUid("A", "a"), { attributes: [["x", recordOf([["y", record]])]] });
      expect(faults(unwrap(Entities.of([entity])).toJson())).toEqual([
        {
          code: "entities/reserved-key",
          message: `error during entity serialization: record uses reserved key \`${key}\``,
          path: [0, "attrs", "x", "y"],
          at: undefined,
        },
      ]);
    }
    let deep: Value = setOf([]);
    for (let i = 0; i < 5000; i += 1) deep = setOf([deep]);
    expect(faults(valueToJson(deep))[0]?.code).toBe("entities/too-deep");
  });

  it("writes entities, and attributes whose names are reserved keys", () => {
    const text =
      '[{"uid":{"type":"A","id":"a"},"attrs":{"__entity":1},"parents":[{"type":"B","id":"b"}],"tags":{"__extn":[1,2]}},{"uid":{"type":"A","id":"c"},"attrs":{},"parents":[]}]';
    expect(unwrap(unwrap(Entities.fromJson(text)).toJson())).toBe(text);
    expect(unwrap(entitiesToJson([], 2))).toBe("[]");
    expect(unwrap(unwrap(Entities.fromJson(text)).toJson(2))).toBe(JSON.stringify(JSON.parse(text), null, 2));
  });
});

function hasLoneSurrogate(text: string): boolean {
  return /\\ud[89a-f]/.test(text);
}

const corpus = new URL("../../../../shared/conformance/sample-data/", import.meta.url);
const samples = existsSync(corpus) ? readdirSync(corpus, { recursive: true, encoding: "utf8" }) : [];

describe.skipIf(samples.length === 0)("the reference's sample entities", () => {
  it.each(samples.filter((name) => name.endsWith("entities.json")))("loads %s", (name) => {
    const text = readFileSync(new URL(name, corpus), "utf8");
    const store = unwrap(Entities.fromJson(text));
    expect(store.size).toBe((JSON.parse(text) as unknown[]).length);
    const again = unwrap(Entities.fromJson(unwrap(store.toJson())));
    for (const entity of store) {
      expect(new Set(again.ancestors(entity.uid).map(printValue))).toEqual(
        new Set(store.ancestors(entity.uid).map(printValue)),
      );
    }
  });
});
