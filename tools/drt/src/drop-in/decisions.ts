import type { Choices } from "@deodar/testing";
import type { Ask } from "./ask.ts";
import { behindComment, commentBytes, type DrawQuestion, type Twin } from "./question.ts";
import type { PolicySetInput, Scene } from "./scene.ts";
import { decision as decided, meaning, shiftedBy, success } from "./views.ts";

/** The policies and the schema in one form, and in another. */
interface Forms {
  readonly policies: PolicySetInput;
  readonly others: PolicySetInput;
  readonly schema: unknown;
  readonly otherSchema: unknown;
}

function formsOf(choices: Choices, { texts, json, schemaText, schemaJson }: Scene): Forms {
  const [policies, others] = choices.chance(50) ? [json, texts] : [texts, json];
  const [schema, otherSchema] = choices.chance(50) ? [schemaJson, schemaText] : [schemaText, schemaJson];
  return { policies, others, schema, otherSchema };
}

/** Requests in full: decided at once, by what was preparsed, and as if something could be unknown. */
export const drawDecision: DrawQuestion = (choices, scene) => {
  const { policies, others, schema, otherSchema } = formsOf(choices, scene);
  // A schema that was changed to `null` is none to the one call, and faulty to the other.
  const isTyped = choices.chance(50) && schema !== null;
  const isShort = isTyped && choices.chance(50);
  const data = {
    ...scene.request,
    context: isShort ? scene.shortContext : scene.request.context,
    entities: isShort ? scene.shortEntities : scene.entities,
    ...(isTyped && choices.chance(40) ? { validateRequest: choices.chance(30) } : {}),
  };
  const call = isTyped ? { ...data, policies, schema } : { ...data, policies };
  const decide = (input: object): Ask => ({ call: "isAuthorized", input: [input] });
  const { entities, ...rest } = {
    ...data,
    preparsedPolicySetId: "drt",
    ...(isTyped ? { preparsedSchemaName: "drt" } : {}),
  };
  const before: Ask[] = [{ call: "preparsePolicySet", input: ["drt", policies] }];
  if (isTyped) before.push({ call: "preparseSchema", input: ["drt", schema] });
  const stateful: Ask = { call: "statefulIsAuthorized", input: [{ ...rest, entities }], before };
  if (choices.chance(25)) return { ask: stateful, twins: [] };

  const preparseEntities: Ask = { call: "preparseEntities", input: ["drt", entities, ...(isTyped ? ["drt"] : [])] };
  const twins: Twin[] = [
    { what: "form of policies", ask: decide({ ...call, policies: others }), view: meaning, ofForms: true },
    { what: "preparsed", ask: stateful, view: success },
    {
      what: "behind a comment",
      ask: decide({ ...call, policies: allBehindComment(policies) }),
      view: (answer) => shiftedBy(policies === scene.texts ? commentBytes : 0)(success(answer)),
      own: success,
    },
    { what: "as if partial", ask: { call: "isAuthorizedPartial", input: [call] }, view: decided, ofForms: true },
    {
      what: "preparsed entities",
      ask: {
        call: "statefulIsAuthorized",
        input: [{ ...rest, preparsedEntitiesId: "drt" }],
        before: [...before, preparseEntities],
      },
      view: success,
    },
  ];
  if (isTyped)
    twins.push({
      what: "form of the schema",
      ask: decide({ ...call, schema: otherSchema }),
      view: success,
      ofForms: true,
    });
  return { ask: decide(call), twins: [choices.pick(twins)] };
};

/** Requests of which something is not known. */
export const drawPartialDecision: DrawQuestion = (choices, scene) => {
  const { policies, others } = formsOf(choices, scene);
  const { request, entities } = scene.hidden;
  const call = { ...request, entities, policies };
  const partly = (input: object): Ask => ({ call: "isAuthorizedPartial", input: [input] });
  return {
    ask: partly(call),
    twins: [{ what: "form of policies", ask: partly({ ...call, policies: others }), view: decided, ofForms: true }],
  };
};

/** Validation of all policies. */
export const drawValidation: DrawQuestion = (choices, scene) => {
  const { policies, others, schema, otherSchema } = formsOf(choices, scene);
  const call = choices.chance(30) ? { policies, schema, validationSettings: { mode: "strict" } } : { policies, schema };
  const check = (input: object): Ask => ({ call: "validate", input: [input] });
  const twins: Twin[] = [
    { what: "form of policies", ask: check({ ...call, policies: others }), view: meaning, ofForms: true },
    { what: "form of the schema", ask: check({ ...call, schema: otherSchema }), view: success, ofForms: true },
    {
      what: "behind a comment",
      ask: check({ ...call, policies: allBehindComment(policies) }),
      view: (answer) => shiftedBy(policies === scene.texts ? commentBytes : 0)(success(answer)),
      own: success,
    },
  ];
  return { ask: check(call), twins: [choices.pick(twins)] };
};

/** The policies that are texts with a comment before each. */
function allBehindComment(policies: PolicySetInput): PolicySetInput {
  const each = (record: unknown): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(record as Record<string, unknown>).map(([id, policy]) => [
        id,
        typeof policy === "string" ? behindComment(policy) : policy,
      ]),
    );
  return { ...policies, staticPolicies: each(policies.staticPolicies), templates: each(policies.templates) };
}
