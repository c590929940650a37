import { type EntityUid, entityUid } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { type ModelSchema, readSchema, validate, validateAtLevel } from "@deodar/model";
import { type Schema, schemaFromPlain } from "@deodar/schema";
import { parsePolicies } from "@deodar/syntax";
import { type PolicySetParts, slotsOf } from "@deodar/testing";
import { levelOf, Validator } from "@deodar/validator";
import { GuardWriter, guardedSchema } from "../draw-guarded.ts";
import { modelJson } from "../plain-json.ts";
import { PolicySetForms } from "../policy-set-forms.ts";
import { Situation } from "../situation.ts";
import type { Answers, CaseResult, Disagreement, Target } from "../target.ts";
import { compareIds, compareWithReference, entriesOf, idsOf } from "./validation.ts";

const world = { schemaJson: guardedSchema, entities: [] };
let read: { readonly schema: Schema; readonly model: ModelSchema } | undefined;

/** Reads behind tests of targets of every kind: which policies are valid, strictly and at which level. */
export const guards: Target = {
  name: "guards",
  share: 2,
  referenceEvery: 8,
  run(choices, { production, reference }): CaseResult {
    read ??= { schema: unwrap(schemaFromPlain(guardedSchema)), model: readSchema(modelJson(guardedSchema)) };
    const { schema, model } = read;
    const situation = new Situation(world);
    const writer = new GuardWriter(choices);
    const text = choices.list(1, 4, () => writer.policy()).join("\n");
    const forms = new PolicySetForms(partsOf(text));
    const disagreements: Disagreement[] = [];
    const sample = (): ReadonlyMap<string, string> => new Map([...situation.files(), ...forms.files()]);
    const note = (what: string, answers: Answers): void => void disagreements.push({ what, answers, sample });
    const validator = production.validatorOf(schema);
    const entries = entriesOf(forms);
    const strict = validator.validate(entries);
    compareIds("strict", idsOf(strict), validate(forms.model, model).invalid, note);
    const level = choices.below(6);
    const atLevel = idsOf(validator.validate(entries, { level }));
    compareIds("level", atLevel, validateAtLevel(forms.model, level, model).invalid, note);
    const faulty = new Set(idsOf(strict));
    for (const { id, policy } of [...forms.parts.policies, ...forms.parts.templates]) {
      if (faulty.has(id)) continue;
      const least = (choices.chance(50) ? levelOf(policy, schema) : new Validator(schema).levelOf(policy)) ?? Infinity;
      if (least > level !== atLevel.includes(id))
        note("least level", { production: `${id}: ${least}, and at ${level} ${atLevel.includes(id)}` });
    }
    // Of an expression whose parts are sure to be true, the reference tells what is left when these are computed.
    const isTold = !/\b(?:true|false|if|is)\b/.test(text);
    if (reference !== undefined && isTold)
      compareWithReference(reference, { policies: forms, situation, modelSchema: model, strict }, note);
    const tests = 2 * entries.length;
    return { tests, withReference: reference === undefined ? 0 : entries.length, disagreements };
  },
};

/** The policies of a text, and the templates with a link each. */
function partsOf(text: string): PolicySetParts {
  const all = unwrap(parsePolicies(text)).policies.map((policy, index) => ({ id: `policy${index}`, policy }));
  const templates = all.filter(({ policy }) => slotsOf(policy).length > 0);
  const users = new Map<"?principal" | "?resource", EntityUid>([
    ["?principal", entityUid("Group", "g")],
    ["?resource", entityUid("Group", "g")],
  ]);
  return {
    policies: all.filter((each) => !templates.includes(each)),
    templates,
    links: templates.map(({ id, policy }) => ({
      templateId: id,
      newId: `link of ${id}`,
      values: new Map(slotsOf(policy).map((slot) => [slot, users.get(slot) as EntityUid])),
    })),
  };
}
