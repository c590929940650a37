import { fileURLToPath } from "node:url";
import { printUid } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
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
import { expect, it, vi } from "vitest";

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

it("is shown in the guide", async () => {
  const printed: unknown[] = [];
  vi.spyOn(console, "log").mockImplementation((...values) => void printed.push(values.join(" ")));
  const guide = fileURLToPath(new URL("../../../docs/schema-introspection.md", import.meta.url));
  await import(/* @vite-ignore */ `${guide}?example=0.ts`);
  await import(/* @vite-ignore */ `${guide}?example=1.ts`);
  vi.restoreAllMocks();
  expect(printed).toEqual([
    "address? name",
    "Team",
    "draft final",
    "User Document",
    'Action::"everything"',
    "boolean",
    "App::User",
  ]);
});
