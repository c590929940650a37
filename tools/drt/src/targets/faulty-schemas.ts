import * as dropIn from "@deodar/cedar-wasm";
import type { Result } from "@deodar/diagnostics";
import { stringifyJson } from "@deodar/json";
import {
  parseSchema,
  parseSchemaFragment,
  printSchemaFragment,
  resolveNames,
  schemaFragmentFromJsonValue,
  schemaFragmentToJson,
  schemaFromJsonValue,
} from "@deodar/schema";
import { type Choices, drawSchema } from "@deodar/testing";
import { canonicalPolicyJson } from "../canonical-json.ts";
import { faultyDeclarations, withFaultyPart } from "../faulty-schemas.ts";
import { hasBigInt } from "../plain-json.ts";
import { isCrash, type Reference } from "../reference.ts";
import type { Answers, CaseResult, Disagreement, Target } from "../target.ts";
import { schemaText, schemaVerdict, theirSchemaVerdict } from "./mutated-texts.ts";
import { meaningOf } from "./schema-forms.ts";

/** Schemas with one fault in their meaning, or with something rare that is none: as JSON, as text, and turned into the other. */
export const faultySchemas: Target = {
  name: "faulty schemas",
  share: 1,
  referenceEvery: 1,
  run(choices, { reference }): CaseResult {
    if (reference === undefined) return { tests: 0, withReference: 0, disagreements: [] };
    const disagreements: Disagreement[] = [];
    let tests = 0;
    const ask = (what: string, file: string, content: string, answers: Answers | undefined): void => {
      tests += 1;
      if (answers === undefined) return;
      disagreements.push({ what: `reference: ${what}`, answers, sample: () => new Map([[file, content]]) });
    };
    const schema = drawSchema(choices);
    choices.list(1, 4, () => {
      const json = withFaultyPart(choices, schema);
      if (hasBigInt(json)) {
        // The reference's answer would be about another number.
        schemaFromJsonValue(json);
        return;
      }
      const content = `${stringifyJson(json, 2)}\n`;
      ask("JSON", "schema.json", content, compareJson(reference, json));
      ask("JSON as text", "schema.json", content, compareTurned(reference, json));
      ask("JSON by the drop-in", "schema.json", content, compareDropIn(reference, json));
    });
    choices.list(1, 4, () => {
      const text = drawText(choices);
      ask("text", "schema.cedarschema", text, compareText(reference, text));
      ask("text with resolved names", "schema.cedarschema", text, compareResolved(reference, text));
      ask("text by the drop-in", "schema.cedarschema", text, compareDropIn(reference, text));
    });
    return { tests, withReference: tests, disagreements };
  },
};

type Json = Parameters<typeof schemaFromJsonValue>[0];

function drawText(choices: Choices): string {
  const around = choices.chance(40) ? schemaText(choices) : "";
  return choices
    .list(1, 2, () => choices.pick(faultyDeclarations))
    .concat(around)
    .slice(choices.chance(50) ? 0 : 1)
    .join("\n");
}

function compareText(reference: Reference, text: string): Answers | undefined {
  const [ours, theirs] = [schemaVerdict(text), theirSchemaVerdict(reference, text)];
  // Of most that is wrong with the meaning of a schema, the reference does not tell the place.
  const [one, other] = [ours, theirs].map((told) => masked(theirs.endsWith(" at ") ? withoutPlace(told) : told));
  return one === other ? undefined : { production: ours, reference: theirs };
}

function withoutPlace(told: string): string {
  return told.replace(/ at [-0-9,]*$/, "");
}

/** Without what the reference leaves to a hash table: which of the members of a cycle is told, the order of names. */
function masked(told: string): string {
  return told
    .replace(/(?<=cycle in [a-z ]* containing ).*/s, "one")
    .replace(/(?<=(?:failed to resolve types|undeclared actions): ).*/s, (names) =>
      names
        .split(/, and |, | and /)
        .sort()
        .join(),
    );
}

function compareJson(reference: Reference, json: Json): Answers | undefined {
  const ours = schemaFromJsonValue(json);
  const theirs = told(reference.ask((api) => api.checkParseSchema(json as never)));
  return differenceOf(ours, theirs);
}

/** All of what the drop-in tells of a single fault, but for its place. Of several, either may tell another one. */
function compareDropIn(reference: Reference, schema: Json): Answers | undefined {
  const ours = typeof schema === "string" ? parseSchema(schema) : schemaFromJsonValue(schema);
  if (ours.ok || ours.errors.length > 1) return undefined;
  const production = told(dropIn.checkParseSchema(schema as never));
  const theirs = told(reference.ask((api) => api.checkParseSchema(schema as never)));
  // It throws what its JSON library says.
  const isSame = theirs.startsWith("throws: ") || masked(production) === masked(theirs);
  return isSame ? undefined : { production, reference: theirs };
}

/** The reference tells one fault; it has to be among ours. */
function differenceOf(ours: Result<unknown>, theirs: string): Answers | undefined {
  const production = ours.ok ? "accepted" : ours.errors.map(({ message }) => message).join("\n");
  const isSame = ours.ok
    ? theirs === "accepted"
    : theirs.startsWith("throws: ") || ours.errors.some(({ message }) => masked(theirs).endsWith(masked(message)));
  return isSame ? undefined : { production, reference: theirs };
}

function told(answer: object): string {
  if (isCrash(answer)) return answer.crashed;
  const { type, errors = [] } = answer as { type: string; errors?: readonly { message: string }[] };
  return type === "success" ? "accepted" : errors.map(({ message }) => message).join("\n");
}

/** What cannot be written as text is refused by either; the reference loses some of what it writes. */
function compareTurned(reference: Reference, json: Json): Answers | undefined {
  const fragment = schemaFragmentFromJsonValue(json);
  if (!fragment.ok) return undefined;
  const ours = printSchemaFragment(fragment.value);
  const answer = reference.ask((api) => api.schemaToText(json as never));
  if (!ours.ok) {
    if (ours.errors.some(({ code }) => code === "schema/unwritable")) return undefined;
    if (isCrash(answer) || answer.type === "failure") return differenceOf(ours, told(answer));
    // What is refused must be what would be lost.
    const [meant, written] = [schemaFromJsonValue(json), parseSchema(answer.text)];
    const isLost = !meant.ok || !written.ok || meaningOf(meant.value) !== meaningOf(written.value);
    return isLost ? undefined : differenceOf(ours, answer.text);
  }
  // It checks what the schema means, too.
  if (isCrash(answer) || answer.type === "failure") return differenceOf(schemaFromJsonValue(json), told(answer));
  return answer.text === ours.value ? undefined : { production: ours.value, reference: answer.text };
}

function compareResolved(reference: Reference, text: string): Answers | undefined {
  const fragment = parseSchemaFragment(text);
  if (!fragment.ok) return undefined;
  const ours = resolveNames(fragment.value);
  const answer = reference.ask((api) => api.schemaToJsonWithResolvedTypes(text));
  if (isCrash(answer) || answer.type === "failure") {
    const theirs = told(answer);
    // It checks what the schema means, too, and of several faults it may tell another one.
    if (!ours.ok && !/failed to resolve|undeclared/.test(theirs)) return undefined;
    return differenceOf(ours, theirs) && differenceOf(parseSchema(text), theirs);
  }
  if (!ours.ok) return differenceOf(ours, "accepted");
  const production = canonicalPolicyJson(JSON.parse(stringifyJson(schemaFragmentToJson(ours.value))));
  const theirs = canonicalPolicyJson(answer.json);
  return theirs === production ? undefined : { production, reference: theirs };
}
