import { describe, expect, test } from "vitest";
import {
  isAuthorized,
  type JsonValue,
  ModelInputError,
  readEntities,
  readPolicies,
  readRequest,
  readSchema,
  sliceAtLevel,
  validate,
  validateAtLevel,
} from "../src/index.ts";
import { policiesFromText } from "./corpus/policy-json.ts";
import { schemaFromText } from "./corpus/schema-json.ts";

const schema = readSchema(
  schemaFromText(`
    entity User in [User] = { active: Bool, boss: User, address: { owner: User }, name: String } tags User;
    entity Photo = { owner: User };
    action view appliesTo { principal: User, resource: Photo, context: { by: User, via: { who: User } } };
  `),
);
const policyWhen = (condition: string) => `permit(principal, action, resource) when { ${condition} };`;

/** The least level at which it is valid; `undefined` if at none. */
function levelOf(policy: string): number | undefined {
  const policies = readPolicies(policiesFromText(policy));
  expect(validate(policies, schema).valid).toBe(true);
  const levels = [0, 1, 2, 3, 4, 5].map((level) => validateAtLevel(policies, level, schema).valid);
  const least = levels.indexOf(true);
  expect(levels).toEqual(levels.map((_, level) => least >= 0 && level >= least));
  return least < 0 ? undefined : least;
}

describe("the level of a policy", () => {
  test.each<[number | undefined, string]>([
    [0, `principal == User::"a" || context.by is User || context has via`],
    [0, `{ a: principal }.a is User && { a: principal } has a`],
    [0, `true || principal.active`],
    [0, `if false then principal.active else true`],
    [1, `principal.active`],
    [1, `(principal.active && false) && false`],
    [1, `principal in User::"a"`],
    [1, `action in Action::"view"`],
    [1, `Action::"view" in action`],
    [1, `principal.hasTag("t") && principal.getTag("t") is User`],
    [1, `context.via.who.active`],
    [1, `[principal.boss, context.by.boss].contains(resource.owner)`],
    [1, `{ a: principal }.a.active`],
    [1, `principal has address.owner`],
    [2, `principal has boss.active`],
    [2, `principal.address.owner.active`],
    [2, `principal in context.by.boss.boss`],
    [2, `principal.hasTag(principal.boss.name)`],
    [2, `principal.hasTag("t") && principal.getTag("t").active`],
    [2, `{ a: principal, b: context.by.boss.boss }.a.active`],
    [3, `(if principal.active then principal.boss.boss else context.by).active`],
    [3, `(if principal.boss.boss.active then principal else context.by).active`],
    [3, `{ a: { b: principal.boss.boss } }.a.b.active`],
    [4, `principal.boss.boss.boss.active`],
    [undefined, `User::"a".active`],
    [undefined, `User::"a" in principal`],
    [undefined, `(if principal.active then User::"a" else principal).active`],
  ])("%s: %s", (level, condition) => {
    expect(levelOf(policyWhen(condition))).toBe(level);
  });

  test("scopes look up, too", () => {
    expect(levelOf(`permit(principal is User, action == Action::"view", resource);`)).toBe(0);
    expect(levelOf(`permit(principal in User::"a", action, resource);`)).toBe(1);
    expect(levelOf(`permit(principal, action in [Action::"view"], resource);`)).toBe(1);
  });

  test("levels are whole numbers", () => {
    const policies = readPolicies({});
    expect(validateAtLevel(policies, 0, schema).valid).toBe(true);
    for (const level of [-1, 0.5, Number.NaN]) {
      expect(() => validateAtLevel(policies, level, schema)).toThrow(ModelInputError);
    }
  });
});

describe("slices", () => {
  const user = (id: string) => ({ type: "User", id });
  const person = (id: string, boss: string, ...parents: readonly string[]): JsonValue => ({
    uid: user(id),
    attrs: { active: true, boss: user(boss), address: { owner: user(id) }, name: id },
    parents: parents.map(user),
    tags: { spare: user("spare") },
  });
  const photo = { type: "Photo", id: "p" };
  const entities = readEntities(
    [
      person("a", "b", "team"),
      person("b", "c"),
      person("c", "d"),
      person("team", "d", "all"),
      person("all", "d"),
      person("spare", "d"),
      { uid: photo, attrs: { owner: user("a") }, parents: [] },
    ],
    schema,
  );
  const request = readRequest(
    {
      principal: user("a"),
      action: { type: "Action", id: "view" },
      resource: photo,
      context: { by: user("x"), via: { who: user("x") } },
    },
    schema,
  );
  const decide = (condition: string, level: number) =>
    isAuthorized({
      policies: readPolicies(policiesFromText(policyWhen(condition))),
      entities: sliceAtLevel(level, request, entities),
      request,
    });

  test("hold what so many look-ups can see", () => {
    expect(decide(`principal.active`, 0).errors).toEqual([{ policyId: "policy0", error: "missing-entity" }]);
    expect(decide(`principal.boss.name == "b"`, 1).errors).toEqual([{ policyId: "policy0", error: "missing-entity" }]);
    expect(decide(`principal.boss.name == "b"`, 2).decision).toBe("allow");
    expect(decide(`principal.getTag("spare").name == "spare"`, 2).decision).toBe("allow");
    expect(decide(`principal.boss.boss.name == "c"`, 3).decision).toBe("allow");
  });

  test("entities keep all their ancestors", () => {
    expect(decide(`principal in User::"all"`, 1).decision).toBe("allow");
    expect(decide(`principal in User::"all"`, 0).decision).toBe("deny");
  });
});
