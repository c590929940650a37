import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { decisionTable } from "../table.js";

const read = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");

test("prints who may do what, and because of which policy", () => {
  const table = decisionTable({
    policies: read("policies.cedar"),
    entities: read("entities.json"),
    requests: JSON.parse(read("requests.json")),
  });
  expect(table).toBe(`who   does        to                    decision  because of
────  ──────────  ────────────────────  ────────  ─────────────────────────
ada   createList  Application TinyTodo  allow     users-create-lists
cleo  createList  Application TinyTodo  deny      interns-create-no-lists
cleo  listLists   Application TinyTodo  allow     users-create-lists
ada   deleteList  List groceries        allow     owners-do-anything
ben   deleteList  List groceries        deny      no policy applies
ben   getList     List groceries        allow     teams-get-lists
ben   updateTask  List groceries        allow     editors-change-tasks
cleo  getList     List groceries        allow     teams-get-lists
cleo  updateTask  List groceries        deny      no policy applies
ada   updateTask  List party            deny      archived-lists-are-frozen
dan   getList     List party            allow     dan-sees-party
dan   getList     List groceries        deny      no policy applies
ben   getList     List draft            deny      teams-get-lists (error)
`);
});
