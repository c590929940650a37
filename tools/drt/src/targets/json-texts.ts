import { policySetFromJson, policySetFromPlain } from "@deodar/authorizer/json";
import {
  contextFromJson,
  contextFromPlain,
  entitiesFromJson,
  entitiesFromPlain,
  entityUid,
  valueFromJson,
  valueFromPlain,
} from "@deodar/core";
import type { Diagnostic, Result } from "@deodar/diagnostics";
import { isJsonFraction, type JsonValue, parseJson, stringifyJson } from "@deodar/json";
import {
  schemaFromJson,
  schemaFromPlain,
  typedContextFromJson,
  typedContextFromPlain,
  typedEntitiesFromJson,
  typedEntitiesFromPlain,
} from "@deodar/schema";
import { policyFromJson, policyFromPlain, policyToJson } from "@deodar/syntax/json";
import {
  type Choices,
  drawKind,
  drawPolicy,
  drawPolicySet,
  drawRequest,
  drawSchema,
  drawWorld,
  mutateJson,
} from "@deodar/testing";
import { checkedEntitiesFromJson, checkedEntitiesFromPlain } from "@deodar/validator";
import { faultOfPlace } from "../check-places.ts";
import { shortEntities, shortFields } from "../drop-in/short-forms.ts";
import { jsonBeginning } from "../json-beginning.ts";
import { jsonText, mutateJsonText } from "../json-text.ts";
import { drawOptions } from "../options.ts";
import { PolicySetForms } from "../policy-set-forms.ts";
import type { CaseResult, Disagreement, Target } from "../target.ts";
import { wrapValues } from "../wrapped-values.ts";

/** A document, and who reads it as text and as a plain value. */
interface Document {
  readonly json: JsonValue;
  readonly fromText: (text: string) => Result<unknown>;
  readonly fromPlain: (value: unknown) => Result<unknown>;
}

const kinds: Readonly<Record<string, (choices: Choices) => Document>> = {
  policy: (choices) => {
    const { ground } = drawWorld(choices);
    const json = wrapValues(
      choices,
      policyToJson(drawPolicy(choices, ground, drawKind(choices, ground), drawOptions(choices))),
    );
    return { json, fromText: policyFromJson, fromPlain: policyFromPlain };
  },
  "policy set": (choices) => {
    const { ground } = drawWorld(choices);
    const { policies, templates, links } = drawPolicySet(choices, ground, drawOptions(choices));
    const few = { policies: policies.slice(0, 3), templates: templates.slice(0, 2), links: links.slice(0, 2) };
    return { json: new PolicySetForms(few).json, fromText: policySetFromJson, fromPlain: policySetFromPlain };
  },
  schema: (choices) => ({ json: drawSchema(choices), fromText: schemaFromJson, fromPlain: schemaFromPlain }),
  entities: (choices) => ({
    json: drawWorld(choices).entities as unknown as JsonValue,
    fromText: entitiesFromJson,
    fromPlain: entitiesFromPlain,
  }),
  context: (choices) => {
    const { ground } = drawWorld(choices);
    const { context } = drawRequest(choices, ground, drawKind(choices, ground), { slips: 10 });
    return { json: context, fromText: contextFromJson, fromPlain: contextFromPlain };
  },
  value: (choices) => {
    const { ground } = drawWorld(choices);
    const { context } = drawRequest(choices, ground, drawKind(choices, ground), { slips: 10 });
    return { json: Object.values(context)[0] ?? context, fromText: valueFromJson, fromPlain: valueFromPlain };
  },
  "typed entities": (choices) => {
    const { entities, schema } = drawWorld(choices, { nonconforming: 20 });
    const isChecked = choices.chance(50);
    return {
      json: shortEntities(choices, entities, schema) as unknown as JsonValue,
      fromText: (text) => (isChecked ? checkedEntitiesFromJson(text, schema) : typedEntitiesFromJson(text, schema)),
      fromPlain: (value) =>
        isChecked ? checkedEntitiesFromPlain(value, schema) : typedEntitiesFromPlain(value, schema),
    };
  },
  "typed context": (choices) => {
    const { ground, schema } = drawWorld(choices);
    const kind = drawKind(choices, ground);
    const { context } = drawRequest(choices, ground, kind, { slips: 10 });
    const uid = choices.chance(10) ? entityUid(kind.action.uid.type, "undeclared") : kind.action.uid;
    return {
      json: shortFields(choices, context, kind.action.context.attributes),
      fromText: (text) => typedContextFromJson(text, schema, uid),
      fromPlain: (value) => typedContextFromPlain(value, schema, uid),
    };
  },
};

/** Readers of JSON texts: what JSON is, that texts and values are read alike, and that faults are where they are said to be. */
export const jsonTexts: Target = {
  name: "JSON texts",
  share: 3,
  referenceEvery: 1,
  run(choices, { census }): CaseResult {
    const [name, draw] = choices.pick(Object.entries(kinds));
    const document = draw(choices);
    const disagreements: Disagreement[] = [];
    let tests = 0;
    choices.list(1, 10, () => {
      const json = choices.chance(75) ? mutateJson(choices, document.json, 2) : document.json;
      const written = jsonText(choices, json);
      const text = choices.chance(35) ? mutateJsonText(choices, written) : written;
      tests += 3;
      const note = (what: string, production: string): void =>
        void disagreements.push({ what, answers: { production }, sample: () => new Map([["document.json", text]]) });
      const parsed = parseJson(text);
      const fault = checkParsed(text, parsed);
      if (fault !== undefined) note(`parsing: ${fault.what}`, fault.told);
      const misplaced = faultOfPlace(choices, text);
      if (misplaced !== undefined) note("a place", misplaced);
      const read = document.fromText(text);
      census?.count(`JSON texts/${name}/${read.ok ? "accepted" : "refused"}`);
      if (!parsed.ok) {
        const same = !read.ok && told(read.errors) === told(parsed.errors);
        if (!same) note(`${name}: not the parser's errors`, read.ok ? "accepted" : told(read.errors));
        return;
      }
      const readValue = document.fromPlain(parsed.value);
      if (read.ok !== readValue.ok) {
        note(`${name}: verdict`, `text ${read.ok}, value ${readValue.ok}`);
        return;
      }
      if (read.ok || readValue.ok) return;
      for (const { code } of read.errors) {
        if (code.startsWith("conformance/")) census?.countCode("conformance/entities", code);
      }
      const [one, other] = [told(read.errors), told(readValue.errors)];
      if (one !== other) note(`${name}: errors`, `text: ${one}\nvalue: ${other}`);
      // The others have none, since finding one takes reading the text once more.
      for (const error of read.errors.slice(0, 20)) {
        const wrong = misplacement(text, error);
        if (wrong !== undefined) note(`${name}: place`, `${error.code}: ${error.message}: ${wrong}`);
      }
    });
    return { tests, withReference: 0, disagreements };
  },
};

function told(errors: readonly Diagnostic[]): string {
  return JSON.stringify(errors.map(({ code, message, path = [] }) => [code, message, path]));
}

/** What JSON allows, and this reader does not. */
const stricter: ReadonlySet<string> = new Set(["json/duplicate-key", "json/too-deep", "json/lone-surrogate"]);

/** Holds the parser to JavaScript's. */
function checkParsed(
  text: string,
  parsed: Result<JsonValue>,
): { readonly what: string; readonly told: string } | undefined {
  let theirs: unknown;
  let refusal: string | undefined;
  try {
    theirs = JSON.parse(text);
  } catch (error) {
    refusal = String(error);
  }
  if (parsed.ok) {
    if (refusal !== undefined) return { what: "accepts", told: refusal };
    const [one, other] = [JSON.stringify(parsed.value, rounded), JSON.stringify(theirs)];
    return one === other ? undefined : { what: "value", told: `${one}\nnot ${other}` };
  }
  const [error] = parsed.errors;
  const [label] = error?.labels ?? [];
  if (error === undefined || label === undefined) return { what: "no place", told: error?.message ?? "" };
  if (refusal === undefined) return stricter.has(error.code) ? undefined : { what: "refuses", told: error.message };
  if (stricter.has(error.code)) return undefined;
  return checkPlace(text, label.start, label.end, `${error.message} at ${label.start}; ${refusal}`);
}

/** The character that no JSON goes on with is within the place of the fault, or ends it. */
function checkPlace(
  text: string,
  start: number,
  end: number,
  words: string,
): { readonly what: string; readonly told: string } | undefined {
  if (!(start >= 0 && start <= end && end <= text.length)) return { what: "place outside", told: words };
  const wrong = jsonBeginning(text);
  if (start <= wrong && wrong <= end) return undefined;
  return { what: `place too ${wrong < start ? "late" : "early"}`, told: `${words}; wrong at ${wrong}` };
}

/** As `JSON.parse` reads numbers. */
function rounded(_: string, part: unknown): unknown {
  if (typeof part === "bigint") return Number(part);
  return isJsonFraction(part as JsonValue) ? Number((part as { readonly text: string }).text) : part;
}

/** What is wrong with the place of an error: it must be that of the value at the error's path. */
function misplacement(text: string, { code, path, labels }: Diagnostic): string | undefined {
  const [label] = labels;
  // What is wrong with the action is not in the document.
  if (path === undefined || code === "conformance/unknown-action") return undefined;
  const exact = parseJson(text);
  if (!exact.ok) return "no JSON";
  let at: JsonValue | undefined = exact.value;
  for (const step of path) {
    // Of a structure that is written as the list of its fields, the path has their names.
    if (Array.isArray(at) && typeof step === "string") return undefined;
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, step)) return `nothing at ${JSON.stringify(path)}`;
    at = (at as { readonly [step: string]: JsonValue })[step];
  }
  if (label === undefined) return "no place";
  const here = parseJson(text.slice(label.start, label.end));
  const isSame = here.ok && at !== undefined && stringifyJson(here.value) === stringifyJson(at);
  return isSame ? undefined : `${JSON.stringify(path)} is at ${JSON.stringify(text.slice(label.start, label.end))}`;
}
