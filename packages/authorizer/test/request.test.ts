import { entityUid, recordOf } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { describe, expect, it } from "vitest";
import { type RequestInput, requestFromPlain } from "../src/index.ts";
import { requestFromJson } from "../src/json.ts";
import { faultsOf } from "./support.ts";

const good = { principal: 'User::"ada"', action: 'Action::"view"', resource: 'Doc::"plan"' };

const pathsOf = (value: unknown): readonly [string, unknown][] => {
  const result = requestFromPlain(value as RequestInput);
  if (result.ok) throw new Error("expected a failure");
  return result.errors.map(({ code, path }) => [code, path]);
};

describe("requestFromPlain", () => {
  it("reads uids in every form", () => {
    const uid = entityUid("App::User", 'a "b" \u{1f600}');
    for (const principal of [
      uid,
      { type: uid.type, id: uid.id },
      { __entity: { type: uid.type, id: uid.id } },
      'App::User::"a \\"b\\" \\u{1f600}"',
      ' App :: User // name\n :: "a \\"b\\" \u{1f600}"',
    ]) {
      expect(unwrap(requestFromPlain({ ...good, principal })).principal).toEqual(uid);
    }
  });

  it("reads the context from plain values and from record values", () => {
    const context = { n: 1, big: 2n ** 62n, who: { __entity: { type: "User", id: "ada" } } };
    const read = unwrap(requestFromPlain({ ...good, context })).context;
    expect([...read.entries]).toEqual([
      ["n", 1],
      ["big", 2n ** 62n],
      ["who", entityUid("User", "ada")],
    ]);
    const record = recordOf([["a", true]]);
    expect(unwrap(requestFromPlain({ ...good, context: record })).context).toBe(record);
    expect(unwrap(requestFromPlain({ ...good, context: undefined })).context.entries.size).toBe(0);
  });

  it("does not take a plain context for a record value", () => {
    const { context } = unwrap(requestFromPlain({ ...good, context: { kind: "record", entries: 1 } }));
    expect([...context.entries.keys()]).toEqual(["kind", "entries"]);
  });

  it("takes keys like those of JavaScript objects as any other", () => {
    const context = JSON.parse('{"__proto__": 1, "constructor": 2}') as Record<string, unknown>;
    const read = unwrap(requestFromPlain({ ...good, context })).context;
    expect([...read.entries]).toEqual([
      ["__proto__", 1],
      ["constructor", 2],
    ]);
  });

  it("says what is wrong with each part, and where", () => {
    const result = requestFromPlain({
      principal: "ada",
      action: { type: "Action" } as never,
      resource: { type: "not a type", id: "x" },
      context: { a: [null] },
    });
    if (result.ok) throw new Error("expected a failure");
    expect(result.errors.map(({ code, path }) => [code, path])).toEqual([
      ["request/malformed-uid", ["principal"]],
      ["request/malformed-uid", ["action"]],
      ["request/malformed-uid", ["resource"]],
      ["entities/null", ["context", "a", 0]],
    ]);
    expect(result.errors[1]).toMatchObject({
      message:
        'failed to parse action: in uid field of <unknown entity>, expected a literal entity reference, but got `{"type":"Action"}`',
      help: 'literal entity references can be made with `{ "type": "SomeType", "id": "SomeId" }`',
      labels: [],
    });
  });

  it("misses what is not there and refuses what it does not know", () => {
    expect(pathsOf({ principal: good.principal })).toEqual([
      ["request/missing-variable", undefined],
      ["request/missing-variable", undefined],
    ]);
    expect(faultsOf(requestFromPlain({ ...good, contxt: {} } as never))).toEqual([
      {
        code: "request/unknown-field",
        message: "unknown field `contxt`, expected one of `principal`, `action`, `resource`, `context`",
      },
    ]);
    for (const value of [null, undefined, 1, 'User::"ada"'])
      expect(pathsOf(value)).toEqual([["request/not-an-object", undefined]]);
    expect(pathsOf([])).toEqual(Array(3).fill(["request/missing-variable", undefined]));
  });

  it("survives getters and proxies that throw", () => {
    const hostile = {
      get principal(): string {
        throw new Error("no");
      },
      action: good.action,
      resource: good.resource,
    };
    expect(pathsOf(hostile)).toEqual([["request/unreadable", ["principal"]]]);
    const proxy = new Proxy(good, {
      ownKeys() {
        throw new Error("no");
      },
    });
    expect(pathsOf(proxy)).toEqual([["request/unreadable", undefined]]);
    const context = new Proxy(
      {},
      {
        get() {
          throw new Error("no");
        },
        ownKeys: () => ["a"],
        getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true, value: 1 }),
      },
    );
    expect(pathsOf({ ...good, context })).toEqual([["json/unreadable", ["context"]]]);
    expect(pathsOf({ ...good, context: [] })).toEqual([["entities/not-a-record", ["context"]]]);
    expect(pathsOf({ ...good, context: 1 })).toEqual([["entities/not-a-record", ["context"]]]);
  });
});

describe("requestFromJson", () => {
  const uid = (type: string, id: string): string => JSON.stringify({ type, id });

  it("reads uids by type and id", () => {
    const text = `{"principal": ${uid("User", "ada")}, "action": ${uid("Action", "view")}, "resource": ${uid("Doc", "plan")}, "context": {"n": 9007199254740993}}`;
    const request = unwrap(requestFromJson(text));
    expect(request.principal).toEqual(entityUid("User", "ada"));
    expect(request.context.entries.get("n")).toBe(9007199254740993n);
  });

  it("refuses uids as Cedar text, and tells the place", () => {
    const text = `{"principal": "User", "action": ${uid("Action", "view")}, "resource": ${uid("Doc", "plan")}}`;
    const result = requestFromJson(text);
    if (result.ok) throw new Error("expected a failure");
    expect(result.errors).toMatchObject([
      {
        code: "request/malformed-uid",
        message:
          'failed to parse principal: in uid field of <unknown entity>, expected a literal entity reference, but got `"User"`',
        labels: [{ start: 14, end: 20 }],
      },
    ]);
  });

  it("refuses what is no JSON, and duplicate keys", () => {
    expect(requestFromJson("{").ok).toBe(false);
    const nothing = requestFromJson(" 1");
    expect(nothing.ok ? [] : nothing.errors.map(({ code, labels }) => [code, labels])).toEqual([
      ["request/not-an-object", [{ start: 1, end: 2 }]],
    ]);
    expect(faultsOf(requestFromJson('{"context": {}, "context": {}}')).map(({ code }) => code)).toEqual([
      "json/duplicate-key",
    ]);
  });
});
