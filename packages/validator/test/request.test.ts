import { emptyRecord, entityUid, parseIp, type RecordValue, recordOf, setOf, type Value } from "@deodar/core";
import { type Result, unwrap } from "@deodar/diagnostics";
import { parseSchema } from "@deodar/schema";
import { type RequestParts, validateContext, validateRequest } from "@deodar/validator";
import { describe, expect, it } from "vitest";

const schema = unwrap(
  parseSchema(`
    entity User, Team, Doc;
    entity Status enum ["draft"];
    action view appliesTo { principal: [User, Team, Status], resource: [Doc, Status], context: { mfa: Bool, from?: ipaddr, on?: Status, by?: Set<Action> } };
    action none;
  `),
);

const context = (...entries: readonly (readonly [string, Value])[]): RecordValue => recordOf(entries);
const good: RequestParts = {
  principal: entityUid("User", "u"),
  action: entityUid("Action", "view"),
  resource: entityUid("Doc", "d"),
  context: context(["mfa", true], ["from", parseIp("::1") as Value], ["by", setOf([entityUid("Action", "none")])]),
};

function faults(result: Result<unknown>): unknown[] {
  return result.ok ? [] : result.errors.map(({ code, message, help, path }) => [code, message, help, path?.[0]]);
}

const judge = (parts: Partial<RequestParts>): unknown[] => faults(validateRequest({ ...good, ...parts }, schema));

describe("requests", () => {
  it("that conform are given back", () => {
    expect(unwrap(validateRequest(good, schema))).toBe(good);
    const { principal, action, resource } = good;
    expect(validateRequest({ principal, action, resource }, schema).ok).toBe(true);
    expect(judge({ principal: entityUid("Status", "draft"), resource: entityUid("Status", "draft") })).toEqual([]);
  });

  it("name declared types and actions", () => {
    expect(
      judge({ principal: entityUid("X", "u"), resource: entityUid("Y", "u"), action: entityUid("Action", "z") }),
    ).toEqual([
      ["request/undeclared-principal-type", "principal type `X` is not declared in the schema", undefined, "principal"],
      ["request/undeclared-resource-type", "resource type `Y` is not declared in the schema", undefined, "resource"],
      [
        "request/undeclared-action",
        'request\'s action `Action::"z"` is not declared in the schema',
        undefined,
        "action",
      ],
    ]);
    expect(judge({ principal: entityUid("X", "u"), resource: entityUid("Y", "u") })).toHaveLength(2);
    expect(judge({ principal: entityUid("Status", "x"), resource: entityUid("Status", "y") })).toEqual([
      [
        "request/undeclared-id",
        'entity `Status::"x"` is of an enumerated entity type, but `"x"` is not declared as a valid eid',
        'valid entity eids: "draft"',
        "principal",
      ],
      [
        "request/undeclared-id",
        'entity `Status::"y"` is of an enumerated entity type, but `"y"` is not declared as a valid eid',
        'valid entity eids: "draft"',
        "resource",
      ],
    ]);
  });

  it("ask for what the action applies to", () => {
    expect(judge({ principal: entityUid("Doc", "d"), resource: entityUid("User", "u") })).toEqual([
      [
        "request/invalid-principal-type",
        'principal type `Doc` is not valid for `Action::"view"`',
        'valid principal types for `Action::"view"`: `Status`, `Team`, `User`',
        "principal",
      ],
      [
        "request/invalid-resource-type",
        'resource type `User` is not valid for `Action::"view"`',
        'valid resource types for `Action::"view"`: `Doc`, `Status`',
        "resource",
      ],
    ]);
    expect(judge({ action: entityUid("Action", "none"), context: emptyRecord })).toEqual([
      [
        "request/invalid-principal-type",
        'principal type `User` is not valid for `Action::"none"`',
        'no principal types are valid for `Action::"none"`',
        "principal",
      ],
      [
        "request/invalid-resource-type",
        'resource type `Doc` is not valid for `Action::"none"`',
        'no resource types are valid for `Action::"none"`',
        "resource",
      ],
    ]);
  });

  it("have the context of the action", () => {
    const invalid = (shown: string, reason: string): unknown[] => [
      [
        "request/invalid-context",
        `context \`${shown}\` is not valid for \`Action::"view"\``,
        `a value was expected to have type ${reason}`,
        "context",
      ],
    ];
    expect(judge({ context: context(["mfa", "x"]) })).toEqual(
      invalid('{mfa: "x"}', 'bool, but it actually has type string: `"x"`'),
    );
    expect(judge({ context: context(["mfa", true], ["by", setOf([entityUid("Action", "x")])]) })).toEqual([
      [
        "request/undeclared-action",
        'request\'s action `Action::"x"` is not declared in the schema',
        undefined,
        "context",
      ],
    ]);
    expect(judge({ context: context(["mfa", true], ["on", entityUid("Status", "x")]) })[0]).toContain(
      "request/undeclared-id",
    );
    expect(
      judge({
        context: context(
          ["mfa", true],
          ["on", recordOf([["a", setOf([recordOf([["b", entityUid("Status", "x")]])])]])],
        ),
      }),
    ).toHaveLength(2);
    const many = context(...Array.from({ length: 9 }, (_, index): [string, Value] => [`k${index}`, index]));
    expect(judge({ context: many })[0]).toContain(
      'context `{k0: 0, k1: 1, k2: 2, k3: 3, k4: 4, .. }` is not valid for `Action::"view"`',
    );
  });
});

describe("of several ids that are not declared, the last is told", () => {
  const status = (id: string): Value => entityUid("Status", id);
  it.each<[string, readonly (readonly [string, Value])[], string]>([
    [
      "of attributes, by their names",
      [
        ["b", status("1")],
        ["a", status("2")],
      ],
      "1",
    ],
    [
      "of the elements of a set, in their order",
      [
        ["a", status("9")],
        ["s", setOf([status("1"), status("3"), status("2")])],
      ],
      "3",
    ],
    [
      "what the last attribute holds comes before the others",
      [
        ["a", status("9")],
        [
          "r",
          recordOf([
            ["q", status("1")],
            ["p", status("2")],
          ]),
        ],
      ],
      "1",
    ],
    [
      "where what comes later is right",
      [
        ["a", setOf([status("1"), status("draft")])],
        ["b", status("draft")],
      ],
      "1",
    ],
  ])("%s", (_, entries, id) => {
    expect(judge({ context: context(["mfa", true], ...entries) })[0]).toContain(
      `entity \`Status::"${id}"\` is of an enumerated entity type, but \`"${id}"\` is not declared as a valid eid`,
    );
  });
});

describe("contexts alone", () => {
  it("are checked for an action", () => {
    const right = context(["mfa", false]);
    expect(unwrap(validateContext(right, good.action, schema))).toBe(right);
    expect(faults(validateContext(emptyRecord, good.action, schema))).toHaveLength(1);
    expect(faults(validateContext(right, entityUid("Action", "x"), schema))).toEqual([
      [
        "request/undeclared-action",
        'request\'s action `Action::"x"` is not declared in the schema',
        undefined,
        "action",
      ],
    ]);
  });
});
