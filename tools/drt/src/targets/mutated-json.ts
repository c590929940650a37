import { contextFromPlain, Entities, entityUid } from "@deodar/core";
import type { Result } from "@deodar/diagnostics";
import type { JsonValue } from "@deodar/json";
import { stringifyJson } from "@deodar/json";
import { schemaFromJsonValue, typedContextFromPlain } from "@deodar/schema";
import { policyFromPlain, policyToJson } from "@deodar/syntax/json";
import { type Choices, drawKind, drawPolicy, drawRequest, drawSchema, drawWorld, mutateJson } from "@deodar/testing";
import { checkedEntitiesFromPlain, validateContext } from "@deodar/validator";
import { drawOptions } from "../options.ts";
import { hasBigInt } from "../plain-json.ts";
import { isCrash, type Reference } from "../reference.ts";
import type { CaseResult, Disagreement, Target } from "../target.ts";
import { wrapValues } from "../wrapped-values.ts";

/** A document to be changed, and who reads it. */
interface Document {
  readonly json: JsonValue;
  readonly ours: (json: JsonValue) => Result<unknown>;
  readonly theirs: (reference: Reference, json: JsonValue) => object;
}

const kinds: Readonly<Record<string, (choices: Choices) => Document>> = {
  policy: (choices) => {
    const { ground } = drawWorld(choices);
    return {
      json: wrapValues(
        choices,
        policyToJson(drawPolicy(choices, ground, drawKind(choices, ground), drawOptions(choices))),
      ),
      ours: (json) => policyFromPlain(json, { expect: "static" }),
      theirs: (reference, json) => reference.ask((api) => api.policyToJson(json as never)),
    };
  },
  schema: (choices) => ({
    json: drawSchema(choices),
    ours: schemaFromJsonValue,
    theirs: (reference, json) => reference.ask((api) => api.checkParseSchema(json as never)),
  }),
  entities: (choices) => ({
    json: drawWorld(choices).entities as unknown as JsonValue,
    ours: (json) => Entities.fromPlain(json),
    theirs: (reference, json) => reference.ask((api) => api.checkParseEntities({ entities: json as never })),
  }),
  context: (choices) => {
    const { ground } = drawWorld(choices);
    return {
      json: drawRequest(choices, ground, drawKind(choices, ground), { slips: 20 }).context,
      ours: (json) => contextFromPlain(json),
      theirs: (reference, json) => reference.ask((api) => api.checkParseContext({ context: json as never })),
    };
  },
  "entities under a schema": (choices) => {
    const { entities, schema, schemaJson } = drawWorld(choices);
    return {
      json: entities as unknown as JsonValue,
      ours: (json) => checkedEntitiesFromPlain(json, schema),
      theirs: (reference, json) =>
        reference.ask((api) => api.checkParseEntities({ entities: json as never, schema: schemaJson as never })),
    };
  },
  "context under a schema": (choices) => {
    const { ground, schema, schemaJson } = drawWorld(choices);
    const { action, context } = drawRequest(choices, ground, drawKind(choices, ground), { slips: 0 });
    const asked = choices.chance(5) ? { ...action, id: "undeclared" } : action;
    const call = { schema: schemaJson as never, action: asked };
    return {
      json: context,
      ours: (json) => {
        const uid = entityUid(asked.type, asked.id);
        const read = typedContextFromPlain(json, schema, uid);
        return read.ok ? validateContext(read.value, uid, schema) : read;
      },
      theirs: (reference, json) => reference.ask((api) => api.checkParseContext({ ...call, context: json as never })),
    };
  },
};

/** Whether JSON documents, most of which have a mistake, are accepted, and what is said of those that are not. */
export const mutatedJson: Target = {
  name: "mutated JSON",
  share: 2,
  referenceEvery: 1,
  run(choices, { reference, census }): CaseResult {
    if (reference === undefined) return { tests: 0, withReference: 0, disagreements: [] };
    const [name, draw] = choices.pick(Object.entries(kinds));
    const document = draw(choices);
    const disagreements: Disagreement[] = [];
    let tests = 0;
    for (let count = 1 + choices.below(8); count > 0; count--) {
      const json = mutateJson(choices, document.json);
      // A string would be read as Cedar text.
      if (hasBigInt(json) || typeof json === "string") continue;
      tests += 1;
      const result = document.ours(json);
      const ours = result.ok ? "accepted" : result.errors.map(({ message }) => message).join("; ");
      const theirs = verdictOf(document.theirs(reference, json));
      census?.count(`mutated JSON/${name}/${result.ok ? "accepted" : "refused"}`);
      for (const { code } of result.ok ? [] : result.errors) {
        if (code.startsWith("conformance/")) census?.countCode("conformance/entities", code);
      }
      const isSame = result.ok === (theirs === "accepted");
      if (
        isSame &&
        (result.ok || theirs.startsWith("throws: ") || result.errors.some(({ message }) => theirs.endsWith(message)))
      )
        continue;
      disagreements.push({
        what: `reference: ${name}: ${isSame ? "message" : "verdict"}`,
        answers: { production: ours, reference: theirs },
        sample: () => new Map([["document.json", `${stringifyJson(json, 2)}\n`]]),
      });
    }
    return { tests, withReference: tests, disagreements };
  },
};

function verdictOf(answer: object): string {
  if (isCrash(answer)) return answer.crashed;
  const { type, errors = [] } = answer as { type: string; errors?: readonly { message: string }[] };
  return type === "success" ? "accepted" : errors.map(({ message }) => message).join("; ");
}
