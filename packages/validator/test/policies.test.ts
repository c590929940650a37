import { entityUid } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { parseSchema } from "@deodar/schema";
import { parsePolicy } from "@deodar/syntax";
import { describe, expect, test } from "vitest";
import { levelOf, requestEnvironments, Validator, validate } from "../src/index.ts";
import { check, policiesOf, schema } from "./check.ts";

describe("a result", () => {
  test("is in the order of the policies and of places, with the environments of each error", () => {
    const { passed, errors, warnings } = check(
      'permit(principal, action, resource) when { resource.size + "a" > principal.age };\npermit(principal, action, resource is Usr);',
    );
    expect(passed).toBe(false);
    expect(errors.map(({ code, policyId, span, environments }) => ({ code, policyId, span, environments }))).toEqual([
      {
        code: "validate/attribute-not-found",
        policyId: "p0",
        span: { start: 43, end: 56 },
        environments: [{ principal: "User", action: entityUid("Action", "view"), resource: "Folder" }],
      },
      {
        code: "validate/unexpected-type",
        policyId: "p0",
        span: { start: 59, end: 62 },
        environments: [
          { principal: "User", action: entityUid("Action", "read"), resource: "Doc" },
          { principal: "Robot", action: entityUid("Action", "read"), resource: "Doc" },
          { principal: "User", action: entityUid("Action", "view"), resource: "Doc" },
          { principal: "User", action: entityUid("Action", "view"), resource: "Folder" },
        ],
      },
      {
        code: "validate/optional-attribute",
        policyId: "p0",
        span: { start: 65, end: 78 },
        environments: [
          { principal: "User", action: entityUid("Action", "read"), resource: "Doc" },
          { principal: "User", action: entityUid("Action", "view"), resource: "Doc" },
          { principal: "User", action: entityUid("Action", "view"), resource: "Folder" },
        ],
      },
      {
        code: "validate/unexpected-type",
        policyId: "p0",
        span: { start: 65, end: 78 },
        environments: [{ principal: "Robot", action: entityUid("Action", "read"), resource: "Doc" }],
      },
      { code: "validate/unrecognized-entity-type", policyId: "p1", span: { start: 120, end: 123 }, environments: [] },
    ]);
    expect(warnings.map(({ code, policyId }) => [code, policyId])).toEqual([
      ["validate/impossible-policy", "p1"],
      ["validate/no-applicable-action", "p1"],
    ]);
  });

  test("has no places for policies that were not read from text", () => {
    const call = { kind: "extension", name: "nosuch", arguments: [], span: undefined } as const;
    const parsed = unwrap(parsePolicy("permit(principal, action, resource);"));
    const condition = { kind: "condition", clause: "when", body: call, span: undefined } as const;
    const policy = { ...parsed, conditions: [condition] };
    const { errors } = validate([{ id: "made", policy }], schema);
    expect(errors.map(({ code, message, labels, span }) => ({ code, message, labels, span }))).toEqual([
      {
        code: "validate/unknown-function",
        message: "for policy `made`, undefined extension function: nosuch",
        labels: [],
        span: undefined,
      },
    ]);
  });

  test("is the same whether a validator is kept or not", () => {
    const validator = new Validator(schema);
    const policies = policiesOf("permit(principal, action, resource) when { principal.age > 1 };");
    expect(validator.validate(policies)).toEqual(validator.validate(policies));
    expect(validator.validate(policies)).toEqual(validate(policies, schema));
  });

  test("needs a level that is a whole number", () => {
    expect(() => check("permit(principal, action, resource);", { level: 1.5 })).toThrow(RangeError);
    expect(() => check("permit(principal, action, resource);", { level: -1 })).toThrow(RangeError);
  });
});

describe("names", () => {
  test.each([
    [
      'permit(principal in Grup::"a", action, resource);',
      "for policy `p0`, unrecognized entity type `Grup`",
      "did you mean `Group`?",
    ],
    [
      'permit(principal is Usr in Group::"a", action, resource);',
      "for policy `p0`, unrecognized entity type `Usr`",
      "did you mean `User`?",
    ],
    [
      'permit(principal, action in [Action::"veiw"], resource);',
      'for policy `p0`, unrecognized action `Action::"veiw"`',
      'did you mean `Action::"view"`?',
    ],
    [
      'permit(principal, action, resource) when { principal is User && Colour::"blue" == Colour::"red" };',
      'for policy `p0`: entity `Colour::"blue"` is of an enumerated entity type, but `"blue"` is not declared as a valid eid',
      'valid entity eids: "red", "green"',
    ],
  ])("%s", (text, message, help) => {
    const { errors } = check(text);
    expect(errors[0]).toMatchObject({ message, help });
  });

  test("an action may be declared with its type in its id", () => {
    const odd = unwrap(parseSchema('entity U; action "Action::view" appliesTo { principal: U, resource: U };'));
    const { errors } = check('permit(principal, action == Action::"view", resource);', {}, odd);
    expect(errors[0]?.help).toBe('did you intend to include the type in action `Action::"Action::view"`?');
    const empty = unwrap(parseSchema("entity U;"));
    expect(check('permit(principal, action == Action::"view", resource);', {}, empty).errors[0]?.help).toBeUndefined();
    const nothing = unwrap(parseSchema(""));
    expect(check("permit(principal is A, action, resource);", {}, nothing).errors[0]?.help).toBeUndefined();
  });
});

describe("applicability", () => {
  test.each([
    [
      'permit(principal == Group::"a", action == Action::"view", resource);',
      "try replacing `==` with `in` in the principal clause",
    ],
    ['permit(principal, action == Action::"view", resource == Group::"a");', undefined],
    ['permit(principal in Folder::"a", action in Action::"read", resource);', undefined],
    ['permit(principal is User in Folder::"a", action == Action::"group", resource);', undefined],
    ['permit(principal is Group in ?principal, action == Action::"nothing", resource);', undefined],
    ['permit(principal, action in [Action::"nothing"], resource);', undefined],
  ])("%s", (text, help) => {
    const { warnings } = check(text);
    const found = warnings.filter(({ code }) => code === "validate/no-applicable-action");
    expect(found.map((warning) => warning.help)).toEqual([help]);
  });

  test.each([
    "permit(principal, action, resource);",
    'permit(principal in Group::"a", action in Action::"read", resource in Folder::"a");',
    "permit(principal == ?principal, action, resource in ?resource);",
    "permit(principal in ?principal, action, resource == ?resource);",
    "permit(principal is User in ?principal, action, resource is Doc);",
    'permit(principal is User in Group::"a", action, resource == Doc::"d");',
  ])("%s", (text) => {
    expect(check(text)).toEqual({ passed: true, errors: [], warnings: [] });
  });
});

describe("links", () => {
  const policy = unwrap(parsePolicy("permit(principal in ?principal, action, resource == ?resource);"));

  test("are checked for the entities in their slots", () => {
    const link = (id: string, principal: string, resource: string) => ({
      id,
      policy,
      values: { "?principal": entityUid(principal, "a"), "?resource": entityUid(resource, "a") },
    });
    const { errors, warnings } = validate(
      [link("good", "Group", "Doc"), link("unknown", "Grup", "Doc"), link("idle", "Group", "Group")],
      schema,
    );
    expect(errors.map(({ policyId, message, labels }) => [policyId, message, labels])).toEqual([
      ["unknown", "for policy `unknown`, unrecognized entity type `Grup`", []],
    ]);
    expect(warnings.map(({ policyId, code }) => [policyId, code])).toEqual([
      ["unknown", "validate/no-applicable-action"],
      ["idle", "validate/no-applicable-action"],
    ]);
  });
});

describe("request environments", () => {
  test("are those in which the policy can apply", () => {
    const of = (text: string): string[] =>
      requestEnvironments(unwrap(parsePolicy(text)), schema).map(
        ({ principal, action, resource }) => `${principal} ${action.id} ${resource}`,
      );
    expect(of("permit(principal, action, resource);")).toEqual([
      "User read Doc",
      "Robot read Doc",
      "User view Doc",
      "User view Folder",
    ]);
    expect(of("permit(principal is User, action, resource) when { resource.size > 1 };")).toEqual([
      "User read Doc",
      "User view Doc",
    ]);
    expect(of("permit(principal == ?principal, action, resource in ?resource);")).toHaveLength(4);
    expect(of("permit(principal, action, resource) when { false };")).toEqual([]);
  });

  test("with slots in the conditions are considered for all types that may stand there", () => {
    const template = unwrap(parsePolicy("permit(principal in ?principal, action, resource);"));
    const slot = { kind: "slot", name: "?principal", span: undefined } as const;
    const policy = {
      ...template,
      conditions: [
        {
          kind: "condition",
          clause: "when",
          body: { kind: "attribute", target: slot, name: "name", span: undefined },
          span: undefined,
        },
      ],
    } as const;
    const { errors } = validate([{ id: "t", policy }], schema);
    expect(errors.map(({ message }) => message)).toEqual([
      "for policy `t`, attribute `name` on entity type `Group` not found",
      "for policy `t`, unexpected type: expected Bool but saw String",
    ]);
  });
});

describe("levels", () => {
  test.each([
    ["permit(principal, action, resource);", 0],
    ['permit(principal == User::"a", action == Action::"view", resource);', 0],
    ['permit(principal in Group::"a", action, resource);', 1],
    ['permit(principal is User in Group::"a", action, resource);', 1],
    ['permit(principal, action in Action::"read", resource);', 1],
    ['permit(principal, action, resource in Folder::"a");', 1],
    ['permit(principal is User, action, resource) when { principal.name == "a" };', 1],
    ['permit(principal is User, action, resource) when { principal.friend.friend.name == "a" };', 3],
    ["permit(principal is User, action, resource) when { principal has friend.friend.name };", 3],
    ["permit(principal is User, action, resource) when { principal.address has zip };", 1],
    ["permit(principal is User, action, resource) when { {a: {b: principal.friend}}.a has b.friend.name };", 3],
    ['permit(principal is User, action, resource) when { {a: principal.friend, b: 1}.a.name == "a" };', 2],
    ['permit(principal is User, action, resource) when { principal.friend in Group::"a" };', 2],
    ['permit(principal is User, action, resource) when { principal.friend is User in Group::"a" };', 2],
    ['permit(principal is User, action, resource) when { principal.friend is Doc in Group::"a" || true };', 1],
    ['permit(principal is User, action, resource) when { principal.hasTag("a") && principal.getTag("a") == "b" };', 1],
    [
      'permit(principal is User, action, resource) when { (if principal.friend has age then principal else principal.friend).name == "" };',
      2,
    ],
    [
      'permit(principal is User, action, resource) when { if true then true else principal.friend.friend.name == "" };',
      0,
    ],
    ['permit(principal is User, action, resource) when { false && principal.friend.friend.name == "" };', 0],
    ["permit(principal, action, resource) when { action in [action] };", 1],
    ["permit(principal is User, action, resource) when { [principal.friend].contains(principal.friend.friend) };", 2],
    ['permit(principal is User, action, resource) when { User::"a".name == "a" };', undefined],
    ['permit(principal is User, action == Action::"view", resource) when { Action::"view" in Action::"read" };', 1],
    [
      'permit(principal is User, action == Action::"view", resource) when { Action::"read" in Action::"read" };',
      undefined,
    ],
  ])("%s", (text, level) => {
    const [entry] = policiesOf(text);
    const policy = entry?.policy;
    if (policy === undefined) throw new Error("no policy");
    expect(levelOf(policy, schema)).toBe(level);
    const passes = (max: number): boolean => validate(policiesOf(text), schema, { level: max }).passed;
    expect(passes(9)).toBe(level !== undefined);
    if (level !== undefined) expect(passes(level)).toBe(true);
    if (level !== undefined && level > 0) expect(passes(level - 1)).toBe(false);
  });

  test("errors name the level that is needed, and the place", () => {
    const text = 'permit(principal is User, action, resource) when { principal.friend.name == User::"a".name };';
    const { errors } = check(text, { level: 1 });
    expect(errors.map(({ message, span }) => [message, text.slice(span?.start, span?.end)])).toEqual([
      [
        "for policy `p0`, this policy requires level 2, which exceeds the maximum allowed level (1)",
        "principal.friend.name",
      ],
      // A step of a chain has the place of the whole chain, but its head has its own.
      ["for policy `p0`, entity literals cannot be dereferenced at any level", 'User::"a"'],
    ]);
  });
});
