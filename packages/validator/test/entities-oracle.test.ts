import { checkParseContext, checkParseEntities, isAuthorized } from "@cedar-policy/cedar-wasm/nodejs";
import { uidFromPlain } from "@deodar/core";
import { type Diagnostic, unwrap } from "@deodar/diagnostics";
import { parseSchema, type Schema, typedContextFromJson } from "@deodar/schema";
import { checkedEntitiesFromJson, validateRequest } from "@deodar/validator";
import { describe, expect, it } from "vitest";
import { type Json, mutate, randomFrom } from "./json-mutation.ts";
import { richSchemas } from "./rich-schemas.ts";

/** What the reference says: `undefined` if it accepts. */
interface Verdict {
  readonly message: string;
  readonly help: string | null | undefined;
}

type Reply = { readonly type: string; readonly errors?: readonly Verdict[] };

/** Why both do not say the same. Of several faults the reference tells one, so all of ours count. */
function disagreement(reply: Reply, errors: readonly Diagnostic[] | undefined): "verdict" | "message" | undefined {
  const theirs = reply.type === "failure" ? reply.errors?.[0] : undefined;
  if ((theirs === undefined) !== (errors === undefined)) return "verdict";
  if (theirs === undefined || errors === undefined) return undefined;
  return errors.some(({ message }) => message === theirs.message) ? undefined : "message";
}

function check(found: readonly (readonly [string, string])[], rounds: number): void {
  expect(found.filter(([what]) => what === "verdict").slice(0, 3)).toEqual([]);
  const messages = found.filter(([what]) => what === "message");
  expect(messages.length, messages.slice(0, 5).join("\n")).toBeLessThan(rounds / 100);
}

describe.each(richSchemas)("under the schema of $name", ({ text, entities, requests }) => {
  const schema: Schema = unwrap(parseSchema(text));

  it("good entities and requests are accepted", () => {
    expect(checkParseEntities({ entities: entities as never, schema: text }).type).toBe("success");
    unwrap(checkedEntitiesFromJson(JSON.stringify(entities), schema));
    for (const { principal, action, resource, context } of requests) {
      const typed = unwrap(typedContextFromJson(JSON.stringify(context), schema, unwrap(uidFromPlain(action))));
      const request = {
        principal: unwrap(uidFromPlain(principal)),
        action: unwrap(uidFromPlain(action)),
        resource: unwrap(uidFromPlain(resource)),
        context: typed,
      };
      expect(validateRequest(request, schema).ok).toBe(true);
    }
  });

  it("mutated entities are judged as by the reference", () => {
    const random = randomFrom(3);
    const found: (readonly [string, string])[] = [];
    const rounds = 800;
    for (let round = 0; round < rounds; round++) {
      const mutated = mutate(entities, random);
      // The reference also reads entities that are arrays of their parts.
      if (Array.isArray(mutated) && mutated.some((entity) => Array.isArray(entity))) continue;
      const reply = checkParseEntities({ entities: mutated as never, schema: text });
      const ours = checkedEntitiesFromJson(JSON.stringify(mutated), schema);
      const why = disagreement(reply, ours.ok ? undefined : ours.errors);
      if (why === undefined) continue;
      const theirs = reply.type === "failure" ? reply.errors[0]?.message : "accepted";
      found.push([
        why,
        `${JSON.stringify(mutated)}\n  reference: ${theirs}\n  ours: ${ours.ok ? "accepted" : ours.errors[0]?.message}`,
      ]);
    }
    check(found, rounds);
  });

  it("mutated contexts and requests are judged as by the reference", () => {
    const random = randomFrom(5);
    const found: (readonly [string, string])[] = [];
    const rounds = 800;
    for (let round = 0; round < rounds; round++) {
      const request = requests[round % requests.length] as (typeof requests)[number];
      const { principal, action, resource, context } = mutate(
        request as unknown as Json,
        random,
      ) as unknown as typeof request;
      const uids = [principal, action, resource].map((uid) => uidFromPlain(uid));
      if (!uids.every((uid) => uid.ok) || typeof context !== "object" || context === null) continue;
      const reply = isAuthorized({
        principal,
        action,
        resource,
        context: context as never,
        schema: text,
        validateRequest: true,
        policies: { staticPolicies: "" },
        entities: [],
      });
      const [p, a, r] = uids.map((uid) => unwrap(uid));
      const typed = typedContextFromJson(JSON.stringify(context), schema, a as never);
      const ours = typed.ok
        ? validateRequest(
            { principal: p as never, action: a as never, resource: r as never, context: typed.value },
            schema,
          )
        : typed;
      const why = disagreement(reply as Reply, ours.ok ? undefined : ours.errors);
      if (why !== undefined) {
        const theirs = reply.type === "failure" ? reply.errors[0]?.message : "accepted";
        found.push([
          why,
          `${JSON.stringify({ principal, action, resource, context })}\n  reference: ${theirs}\n  ours: ${ours.ok ? "accepted" : ours.errors[0]?.message}`,
        ]);
      }
      const parsed = checkParseContext({ context: context as never, schema: text, action });
      if (parsed.type === "success") expect(typed.ok).toBe(true);
    }
    check(found, rounds);
  });
});
