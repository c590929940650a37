import { unwrap } from "@deodar/diagnostics";
import { stringifyJson } from "@deodar/json";
import {
  parseSchema,
  parseSchemaFragment,
  printSchemaFragment,
  resolveNames,
  resolveSchema,
  type Schema,
  type SchemaFragment,
  schemaFragmentFromJson,
  schemaFragmentFromJsonValue,
  schemaFragmentToJson,
  schemaFromJsonValue,
} from "@deodar/schema";
import { drawSchema, type SchemaJson } from "@deodar/testing";
import { canonicalPolicyJson } from "../canonical-json.ts";
import { faultOfFragments } from "../check-fragments.ts";
import { faultOfIntrospection } from "../check-introspection.ts";
import { isCrash, type Reference } from "../reference.ts";
import type { Answers, CaseResult, Disagreement, Target } from "../target.ts";

/** Schemas as text and JSON, each turned into the other. */
export const schemaForms: Target = {
  name: "schema forms",
  share: 1.5,
  referenceEvery: 16,
  run(choices, { reference }): CaseResult {
    const disagreements: Disagreement[] = [];
    const json = drawSchema(choices);
    const jsonText = stringifyJson(json);
    const fragment = unwrap(schemaFragmentFromJsonValue(json));
    const note = (what: string, answers: Answers): void =>
      void disagreements.push({
        what,
        answers,
        sample: () => new Map([["schema.json", `${stringifyJson(json, 2)}\n`]]),
      });
    const again = schemaFragmentFromJson(jsonText);
    const fromText = again.ok ? jsonOf(again.value) : "refused";
    if (fromText !== jsonOf(fragment)) note("JSON text", { production: fromText });
    const rewritten = unwrap(schemaFragmentFromJsonValue(schemaFragmentToJson(fragment)));
    if (jsonOf(rewritten) !== jsonOf(fragment)) note("JSON written and read", { production: jsonOf(rewritten) });
    const text = checkText(json, fragment, note);
    const schema = unwrap(schemaFromJsonValue(json));
    const fault = faultOfIntrospection(json, schema);
    if (fault !== undefined) note("what is declared", { production: fault });
    const parts = faultOfFragments(fragment, meaningOf(schema), meaningOf);
    if (parts !== undefined) note("put together", { production: parts });
    const resolved = unwrap(resolveSchema([unwrap(resolveNames(fragment))]));
    if (meaningOf(resolved) !== meaningOf(schema))
      note("resolved names mean something else", { production: meaningOf(resolved) });
    if (reference !== undefined) compareWithReference(reference, json, text, note);
    return { tests: 7, withReference: reference === undefined ? 0 : 2, disagreements };
  },
};

type Note = (what: string, answers: Answers) => void;

/** Prints the schema; what is read from the text has to mean the same. Gives the text, if it can be said in text. */
function checkText(json: SchemaJson, fragment: SchemaFragment, note: Note): string | undefined {
  const printed = printSchemaFragment(fragment);
  if (!printed.ok) {
    note("no text", { production: printed.errors.map(({ message }) => message).join("; ") });
    return undefined;
  }
  const text = printed.value;
  const read = parseSchema(text);
  if (!read.ok) {
    note("the text is refused", { production: `${read.errors[0]?.message}\n${text}` });
    return text;
  }
  const [one, other] = [meaningOf(unwrap(schemaFromJsonValue(json))), meaningOf(read.value)];
  if (one !== other) note("the text means something else", { production: `${other}\nnot ${one}\n${text}` });
  const twice = printSchemaFragment(unwrap(parseSchemaFragment(text)));
  if (!twice.ok || twice.value !== text)
    note("printed otherwise again", { production: `${twice.ok ? twice.value : "?"}\n${text}` });
  return text;
}

function compareWithReference(reference: Reference, json: SchemaJson, text: string | undefined, note: Note): void {
  const printed = reference.ask((api) => api.schemaToText(json as never));
  const theirs = isCrash(printed)
    ? printed.crashed
    : printed.type === "success"
      ? printed.text
      : (printed.errors[0]?.message ?? "");
  if (theirs !== text) note("reference: text", { production: text ?? "", reference: theirs });
  if (text === undefined) return;
  const fragment = unwrap(parseSchemaFragment(text));
  const back = reference.ask((api) => api.schemaToJson(text));
  const theirJson = isCrash(back) ? back.crashed : back.type === "success" ? canonicalPolicyJson(back.json) : "failure";
  if (theirJson !== jsonOf(fragment)) note("reference: JSON", { production: jsonOf(fragment), reference: theirJson });
  const resolved = reference.ask((api) => api.schemaToJsonWithResolvedTypes(text));
  const theirResolved = isCrash(resolved)
    ? resolved.crashed
    : resolved.type === "success"
      ? canonicalPolicyJson(resolved.json)
      : "failure";
  const ours = jsonOf(unwrap(resolveNames(fragment)));
  if (theirResolved !== ours) note("reference: resolved JSON", { production: ours, reference: theirResolved });
}

function jsonOf(fragment: SchemaFragment): string {
  return canonicalPolicyJson(JSON.parse(stringifyJson(schemaFragmentToJson(fragment))));
}

/** A text that is the same for schemas that mean the same. */
export function meaningOf(schema: Schema): string {
  return JSON.stringify(schema, (_, part: unknown) => {
    if (part instanceof Map) return [...part].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
    return part instanceof Set ? [...part].sort() : part;
  });
}
