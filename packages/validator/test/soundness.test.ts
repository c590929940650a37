import {
  Entities,
  type EntitySource,
  entityOf,
  entityUid,
  parseDatetime,
  parseDecimal,
  parseDuration,
  parseIp,
  recordOf,
  setOf,
  type Value,
} from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { compilePolicy, Environment, isEvaluationError } from "@deodar/evaluator";
import { parseSchema, type Type } from "@deodar/schema";
import { parsePolicies } from "@deodar/syntax";
import { expect, test } from "vitest";
import { validate } from "../src/index.ts";
import { type Choices, choices, expressionOf } from "./expressions.ts";

const schema = unwrap(
  parseSchema(`
entity Group in [Group];
entity User in [Group] { n: Long, b: Bool, s: String, o?: Long, f?: User, r: { x?: Long, y: String, u?: User }, t: Set<Long>, g: Set<User> } tags Long;
entity Doc in [Group] { owner: User, ip?: ipaddr, d: decimal, at: datetime, dur: duration, n: Long } tags String;
action read appliesTo { principal: [User], resource: [Doc, User], context: { a?: Long, u: User, r: { z?: Bool } } };
`),
);

/** The errors that a valid policy can still meet. */
const allowed = new Set(["evaluate/integer-overflow", "evaluate/missing-entity", "evaluate/extension-failed"]);

function makeValue(type: Type, random: Choices): Value {
  switch (type.kind) {
    case "boolean":
      return random.chance(50);
    case "long":
      return random.below(4) - 1;
    case "string":
      return random.pick(["", "a", "ab"]);
    case "set":
      return setOf(Array.from({ length: random.below(3) }, () => makeValue(type.element, random)));
    case "record":
      return recordOf(
        [...type.attributes]
          .filter(([, { required }]) => required || random.chance(50))
          .map(([name, { type: part }]) => [name, makeValue(part, random)] as const),
      );
    case "entity":
      return entityUid(type.name, random.pick(["a", "b", "missing"]));
    case "extension": {
      const texts = {
        ipaddr: ["10.0.0.1", "::1"],
        decimal: ["1.0", "-2.5"],
        datetime: ["2024-01-01", "1969-12-31"],
        duration: ["1d", "-5ms"],
      };
      const parsers = { ipaddr: parseIp, decimal: parseDecimal, datetime: parseDatetime, duration: parseDuration };
      return parsers[type.name](random.pick(texts[type.name])) as Value;
    }
  }
}

function entitiesOf(random: Choices): EntitySource {
  const made = ["User", "Doc"].flatMap((name) =>
    ["a", "b"].map((id) => {
      const info = schema.entityTypes.get(name);
      const attributes = [...(info?.attributes ?? [])]
        .filter(([, { required }]) => required || random.chance(50))
        .map(([attribute, { type }]) => [attribute, makeValue(type, random)] as const);
      const tags = info?.tags !== undefined && random.chance(50) ? [["k", makeValue(info.tags, random)] as const] : [];
      return entityOf(entityUid(name, id), {
        attributes,
        tags,
        parents: random.chance(50) ? [entityUid("Group", "g")] : [],
      });
    }),
  );
  return unwrap(Entities.of(made));
}

test("a valid policy never meets a type error, a missing attribute or a missing tag", () => {
  const random = choices(20_240_701);
  const action = schema.actions.get("Action")?.get("read");
  if (action === undefined) throw new Error("no action");
  let valid = 0;
  let evaluated = 0;
  for (let round = 0; round < 3000; round += 1) {
    const text = `permit(principal, action, resource) when { ${expressionOf(random, "boolean", 4)} };`;
    const parsed = parsePolicies(text);
    const policy = parsed.ok ? parsed.value.policies[0] : undefined;
    if (policy === undefined || !validate([{ id: "p", policy }], schema).passed) continue;
    valid += 1;
    const compiled = unwrap(compilePolicy(policy));
    for (let request = 0; request < 4; request += 1) {
      const environment = new Environment(
        {
          principal: entityUid("User", random.pick(["a", "b", "missing"])),
          action: action.uid,
          resource: entityUid(random.pick(["Doc", "User"]), random.pick(["a", "b"])),
          context: makeValue(action.context, random) as ReturnType<typeof recordOf>,
        },
        entitiesOf(random),
      );
      const outcome = compiled.evaluate(environment);
      evaluated += 1;
      if (typeof outcome === "boolean") continue;
      expect(isEvaluationError(outcome) && allowed.has(outcome.code), `${text}: ${JSON.stringify(outcome)}`).toBe(true);
    }
  }
  expect(valid).toBeGreaterThan(300);
  expect(evaluated).toBe(valid * 4);
});
