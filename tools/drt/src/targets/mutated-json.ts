import { contextFromPlain, Entities } from "@deodar/core";
import type { Result } from "@deodar/diagnostics";
import type { JsonValue } from "@deodar/json";
import { stringifyJson } from "@deodar/json";
import { schemaFromJsonValue } from "@deodar/schema";
import { policyFromPlain, policyToJson } from "@deodar/syntax/json";
import { type Choices, drawKind, drawPolicy, drawRequest, drawSchema, drawWorld, mutateJson } from "@deodar/testing";
import { drawOptions } from "../options.ts";
import { hasBigInt } from "../plain-json.ts";
import { isCrash, type Reference } from "../reference.ts";
import type { CaseResult, Disagreement, Target } from "../target.ts";

/** One kind of document. */
interface Kind {
  readonly name: string;
  readonly draw: (choices: Choices) => JsonValue;
  readonly ours: (json: JsonValue) => Result<unknown>;
  readonly theirs: (reference: Reference, json: JsonValue) => ReturnType<Reference["ask"]>;
}

const kinds: readonly Kind[] = [
  {
    name: "policy",
    draw: (choices) => {
      const { ground } = drawWorld(choices);
      return policyToJson(drawPolicy(choices, ground, drawKind(choices, ground), drawOptions(choices)));
    },
    ours: (json) => policyFromPlain(json, { expect: "static" }),
    theirs: (reference, json) => reference.ask((api) => api.policyToJson(json as never)),
  },
  {
    name: "schema",
    draw: drawSchema,
    ours: schemaFromJsonValue,
    theirs: (reference, json) => reference.ask((api) => api.checkParseSchema(json as never)),
  },
  {
    name: "entities",
    draw: (choices) => drawWorld(choices).entities as unknown as JsonValue,
    ours: (json) => Entities.fromPlain(json),
    theirs: (reference, json) => reference.ask((api) => api.checkParseEntities({ entities: json as never })),
  },
  {
    name: "context",
    draw: (choices) => {
      const { ground } = drawWorld(choices);
      return drawRequest(choices, ground, drawKind(choices, ground), { slips: 20 }).context;
    },
    ours: (json) => contextFromPlain(json),
    theirs: (reference, json) => reference.ask((api) => api.checkParseContext({ context: json as never })),
  },
];

/** Whether JSON documents, most of which have a mistake, are accepted. */
export const mutatedJson: Target = {
  name: "mutated JSON",
  share: 1.5,
  referenceEvery: 1,
  run(choices, { reference, census }): CaseResult {
    if (reference === undefined) return { tests: 0, withReference: 0, disagreements: [] };
    const kind = choices.pick(kinds);
    const document = kind.draw(choices);
    const disagreements: Disagreement[] = [];
    let tests = 0;
    for (let count = 1 + choices.below(8); count > 0; count--) {
      const json = mutateJson(choices, document);
      // A string would be read as Cedar text.
      if (hasBigInt(json) || typeof json === "string") continue;
      tests += 1;
      const result = kind.ours(json);
      const ours = result.ok ? "accepted" : result.errors.map(({ message }) => message).join("; ");
      const theirs = verdictOf(kind.theirs(reference, json) as object);
      census?.count(`mutated JSON/${kind.name}/${result.ok ? "accepted" : "refused"}`);
      if (result.ok === (theirs === "accepted")) continue;
      disagreements.push({
        what: `reference: ${kind.name}: verdict`,
        answers: { production: ours, reference: theirs },
        sample: () => new Map([[`${kind.name}.json`, `${stringifyJson(json, 2)}\n`]]),
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
