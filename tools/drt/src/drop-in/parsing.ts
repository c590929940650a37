import type { Choices } from "@deodar/testing";
import { behindComment, commentBytes, type DrawQuestion } from "./question.ts";
import type { Scene } from "./scene.ts";
import { shiftedBy, success, verdict, whole } from "./views.ts";

/** Whether policies, a schema, entities and a context can be read. */
export const drawCheck: DrawQuestion = (choices, scene) => {
  const { texts, json, schemaJson, schemaText, entities, request } = scene;
  const schema = choices.chance(50) ? schemaJson : schemaText;
  switch (choices.below(4)) {
    case 0: {
      const [one, other] = choices.chance(50) ? [texts, json] : [json, texts];
      return {
        ask: { call: "checkParsePolicySet", input: [one] },
        twins: [
          {
            what: "form of policies",
            ask: { call: "checkParsePolicySet", input: [other] },
            view: verdict,
            ofForms: true,
          },
        ],
      };
    }
    case 1:
      return {
        ask: { call: "checkParseSchema", input: [schema] },
        twins: [
          {
            what: "form of the schema",
            ask: { call: "checkParseSchema", input: [schema === schemaJson ? schemaText : schemaJson] },
            view: success,
            ofForms: true,
          },
        ],
      };
    case 2: {
      const typed = choices.chance(60);
      const given = typed && choices.chance(60) ? scene.shortEntities : entities;
      return {
        ask: { call: "checkParseEntities", input: [{ entities: given, ...(typed ? { schema } : {}) }] },
        twins: [],
      };
    }
    default: {
      const typed = choices.chance(60);
      const context = typed && choices.chance(60) ? scene.shortContext : request.context;
      const { action } = request;
      return {
        ask: { call: "checkParseContext", input: [{ context, ...(typed ? { schema, action } : {}) }] },
        twins: [],
      };
    }
  }
};

/** Policies from one form to another, and what is asked of a single one. */
export const drawPolicyConversion: DrawQuestion = (choices, scene) => {
  const { text, json, isTemplate } = drawOne(choices, scene);
  // Either function takes both: the reference says what it does with the wrong one.
  const kind = isTemplate === choices.chance(90) ? "template" : "policy";
  const given = choices.chance(60) ? text : json;
  if (choices.chance(20)) {
    const call = `getValidRequestEnvs${kind === "template" ? "Template" : "Policy"}`;
    const schema = choices.chance(50) ? scene.schemaJson : scene.schemaText;
    const other = given === text ? json : text;
    return {
      ask: { call, input: [given, schema] },
      twins: [{ what: "form of the policy", ask: { call, input: [other, schema] }, view: success, ofForms: true }],
    };
  }
  const form = choices.chance(50) ? "Json" : "Text";
  const call = `${kind}To${form}`;
  const ask = { call, input: [given] };
  // A text that shall be a text is given back as it is.
  if (given !== text || form === "Text") return { ask, twins: [] };
  return {
    ask,
    twins: [
      {
        what: "behind a comment",
        ask: { call, input: [behindComment(text)] },
        view: shiftedBy(commentBytes),
        own: whole,
      },
    ],
  };
};

/** Schemas from one form to another. */
export const drawSchemaConversion: DrawQuestion = (choices, { schemaText, schemaJson }) => {
  const given = choices.chance(60) ? schemaText : schemaJson;
  switch (choices.below(3)) {
    case 0:
      return { ask: { call: "schemaToJson", input: [given] }, twins: [] };
    case 1:
      return { ask: { call: "schemaToText", input: [given] }, twins: [] };
    default:
      return {
        ask: { call: "schemaToJsonWithResolvedTypes", input: [schemaText] },
        twins: [
          {
            what: "behind a comment",
            ask: { call: "schemaToJsonWithResolvedTypes", input: [behindComment(schemaText)] },
            view: shiftedBy(commentBytes),
            own: whole,
          },
        ],
      };
  }
};

/** Texts of several policies: taken apart, and formatted. */
export const drawPolicyText: DrawQuestion = (choices, { texts }) => {
  const all = [...Object.values(texts.staticPolicies as object), ...Object.values(texts.templates)] as string[];
  const text = all.slice(0, 1 + choices.below(6)).join("\n");
  if (choices.chance(35)) {
    const options = { lineWidth: choices.pick([80, 40, 120, 20, 0]), indentWidth: choices.pick([2, 4, 0]) };
    return { ask: { call: "formatPolicies", input: [{ policyText: text, ...options }] }, twins: [] };
  }
  const ask = (each: string) =>
    choices.chance(50)
      ? { call: "policySetTextToParts", input: [each] }
      : { call: "checkParsePolicySet", input: [{ staticPolicies: each }] };
  const own = ask(text);
  return {
    ask: own,
    twins: [
      {
        what: "behind a comment",
        ask:
          own.call === "policySetTextToParts"
            ? { ...own, input: [behindComment(text)] }
            : { ...own, input: [{ staticPolicies: behindComment(text) }] },
        view: shiftedBy(commentBytes),
        own: whole,
      },
    ],
  };
};

function drawOne(
  choices: Choices,
  { texts, json, parts }: Scene,
): { readonly text: string; readonly json: unknown; readonly isTemplate: boolean } {
  const isTemplate = parts.policies.length === 0 || (parts.templates.length > 0 && choices.chance(40));
  const key = isTemplate ? "templates" : "staticPolicies";
  const { id } = choices.pick(isTemplate ? parts.templates : parts.policies);
  const at = (policies: unknown): unknown => (policies as Record<string, unknown>)[id];
  return { text: at(texts[key]) as string, json: at(json[key]), isTemplate };
}
