import { Entities, type EntityUid, emptyRecord, entityOf, entityUid, recordOf } from "@deodar/core";
import type { Result } from "@deodar/diagnostics";
import { unwrap } from "@deodar/diagnostics";
import type { Request } from "@deodar/evaluator";
import { type Policy, parsePolicy } from "@deodar/syntax";
import * as fc from "fast-check";
import { PolicySet } from "../src/index.ts";

/** The one policy of a text. */
export function policy(text: string): Policy {
  return unwrap(parsePolicy(text));
}

/** A set of policies with these ids and texts. */
export function policySet(texts: Readonly<Record<string, string>>): PolicySet {
  return unwrap(PolicySet.of(Object.entries(texts).map(([id, text]) => ({ id, policy: policy(text) }))));
}

/** The codes and messages of a failure. */
export function faultsOf(result: Result<unknown>): readonly { code: string; message: string }[] {
  if (result.ok) throw new Error("expected a failure");
  return result.errors.map(({ code, message }) => ({ code, message }));
}

/** A request of uids, with an empty context. */
export function request(principal: EntityUid, action: EntityUid, resource: EntityUid): Request {
  return { principal, action, resource, context: emptyRecord };
}

const user = fc.constantFrom("a", "b", "c").map((id) => entityUid("U", id));
const group = fc.constantFrom("g", "h", "i").map((id) => entityUid("G", id));
const action = fc.constantFrom("view", "edit", "all").map((id) => entityUid("Action", id));
const doc = fc.constantFrom("x", "y", "z").map((id) => entityUid("D", id));
const anyone = fc.oneof(user, group);

/** Requests over a small world, some with an attribute `x` in the context. */
export const arbitraryRequest: fc.Arbitrary<Request> = fc.record({
  principal: anyone,
  action,
  resource: fc.oneof(doc, group),
  context: fc.oneof(
    fc.constant(emptyRecord),
    fc.boolean().map((x) => recordOf([["x", x]])),
  ),
});

/** Entities of that world: users, documents and actions in groups, groups in later groups. */
export const arbitraryEntities: fc.Arbitrary<Entities> = fc
  .record({
    users: fc.array(fc.tuple(user, fc.array(group, { maxLength: 2 }))),
    docs: fc.array(fc.tuple(doc, fc.array(group, { maxLength: 2 }), fc.option(fc.boolean()))),
    inner: fc.subarray(["g>h", "h>i", "g>i"]),
    actions: fc.subarray(["view", "edit"]),
  })
  .map(({ users, docs, inner, actions }) =>
    unwrap(
      new Entities().upsert([
        ...users.map(([uid, parents]) => entityOf(uid, { parents })),
        ...docs.map(([uid, parents, locked]) =>
          entityOf(uid, { parents, attributes: locked === null ? [] : [["locked", locked]] }),
        ),
        ...["g", "h", "i"].map((id) =>
          entityOf(entityUid("G", id), {
            parents: inner.filter((each) => each.startsWith(id)).map((each) => entityUid("G", each.slice(2))),
          }),
        ),
        ...actions.map((id) => entityOf(entityUid("Action", id), { parents: [entityUid("Action", "all")] })),
      ]),
    ),
  );

const subject = (variable: "principal" | "resource"): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constant(variable),
    fc.constantFrom("U", "G", "D").map((type) => `${variable} is ${type}`),
    fc.oneof(anyone, doc).map(({ type, id }) => `${variable} == ${type}::"${id}"`),
    fc.oneof(anyone, doc).map(({ type, id }) => `${variable} in ${type}::"${id}"`),
    fc.tuple(fc.constantFrom("U", "G", "D"), group).map(([type, { id }]) => `${variable} is ${type} in G::"${id}"`),
  );

const deed = fc.oneof(
  fc.constant("action"),
  action.map(({ id }) => `action == Action::"${id}"`),
  action.map(({ id }) => `action in Action::"${id}"`),
  fc.array(action, { maxLength: 3 }).map((ids) => `action in [${ids.map(({ id }) => `Action::"${id}"`).join(", ")}]`),
);

const condition = fc.constantFrom(
  "",
  "when { true }",
  "when { false }",
  "when { context.x }",
  "unless { context has x && context.x }",
  'when { principal in G::"h" }',
  "unless { resource.locked }",
  'when { 1 + "a" == 2 }',
  "when { 1 }",
);

const effect = fc.constantFrom("permit", "forbid");

/** Texts of policies over that world; many of them apply, some fail. */
export const arbitraryPolicyText: fc.Arbitrary<string> = fc
  .tuple(effect, subject("principal"), deed, subject("resource"), condition, condition)
  .map(
    ([kind, principal, act, resource, first, second]) =>
      `${kind} (${principal}, ${act}, ${resource}) ${first} ${second};`,
  );
