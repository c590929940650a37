import { readFileSync } from "node:fs";
import * as core from "@deodar/core";
import { printUid } from "@deodar/core";
import * as diagnostics from "@deodar/diagnostics";
import { unwrap } from "@deodar/diagnostics";
import * as schemaPackage from "@deodar/schema";
import {
  actionEntities,
  actionGroups,
  actionsApplyingTo,
  allActions,
  parseSchema,
  principalTypes,
  resourceTypes,
  schemaEnvironments,
} from "@deodar/schema";
import { expect, it } from "vitest";

const schema = unwrap(
  parseSchema(`
    entity User, Bot, Doc;
    action read in [all]  appliesTo { principal: [User, Bot], resource: Doc };
    action write in [all] appliesTo { principal: User, resource: [Doc, User] };
    action all in [N::Action::"any"];
    namespace N { action any; }
  `),
);

it("tells which actions, principals and resources there are", () => {
  expect(Array.from(allActions(schema), ({ uid }) => printUid(uid))).toEqual([
    'Action::"read"',
    'Action::"write"',
    'Action::"all"',
    'N::Action::"any"',
  ]);
  expect(Array.from(actionGroups(schema), ({ uid }) => printUid(uid))).toEqual(['Action::"all"', 'N::Action::"any"']);
  expect([...principalTypes(schema)]).toEqual(["User", "Bot"]);
  expect([...resourceTypes(schema)]).toEqual(["Doc", "User"]);
  expect(Array.from(actionsApplyingTo(schema, "User", "Doc"), ({ uid }) => uid.id)).toEqual(["read", "write"]);
  expect(Array.from(actionsApplyingTo(schema, "Bot", "User"), ({ uid }) => uid.id)).toEqual([]);
});

it("tells the kinds of requests", () => {
  expect(
    Array.from(
      schemaEnvironments(schema),
      ({ principal, action, resource }) => `${principal} ${action.id} ${resource}`,
    ),
  ).toEqual(["User read Doc", "Bot read Doc", "User write Doc", "User write User"]);
});

it("gives the entities of actions", () => {
  expect(actionEntities(schema).map(({ uid, parents }) => [printUid(uid), parents.map(printUid)])).toEqual([
    ['Action::"read"', ['Action::"all"']],
    ['Action::"write"', ['Action::"all"']],
    ['Action::"all"', ['N::Action::"any"']],
    ['N::Action::"any"', []],
  ]);
});

it("is shown in the guide, which prints what it says", () => {
  const guide = readFileSync(new URL("../../../docs/schema-introspection.md", import.meta.url), "utf8");
  const modules: { readonly [name: string]: unknown } = {
    "@deodar/core": core,
    "@deodar/diagnostics": diagnostics,
    "@deodar/schema": schemaPackage,
  };
  const examples = Array.from(guide.matchAll(/^```ts\n(.*?)^```$/gms), ([, code = ""]) => code);
  expect(examples).toHaveLength(2);
  for (const code of examples) {
    const printed: string[] = [];
    const body = code.replace(/^import (\{.*\}) from "(.*)";$/gm, 'const $1 = modules["$2"];');
    new Function("modules", "console", body)(modules, {
      log: (...values: unknown[]) => printed.push(values.join(" ")),
    });
    expect(printed).toEqual(Array.from(code.matchAll(/\/\/ → (.*)$/gm), ([, said]) => said));
  }
});
