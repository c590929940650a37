import { type ModelSchema, readSchema, validate, validateAtLevel } from "@deodar/model";
import { drawPolicySet, drawWorld, type PolicyOptions } from "@deodar/testing";
import type { PolicyToValidate, ValidationDiagnostic, ValidationResult } from "@deodar/validator";
import { modelJson } from "../plain-json.ts";
import { PolicySetForms, slotValues } from "../policy-set-forms.ts";
import { isCrash, type Reference } from "../reference.ts";
import { type SampledWorld, Situation } from "../situation.ts";
import type { Answers, CaseResult, Disagreement, Target } from "../target.ts";

/** Strict validation and levels: whether each policy, template and link is valid, and what the reference says of them. */
export const validation: Target = {
  name: "validation",
  share: 9,
  referenceEvery: 8,
  run(choices, { production, reference, census }): CaseResult {
    const situation = new Situation(drawWorld(choices));
    const { ground, schema, schemaJson } = situation.world;
    const slips = choices.pick([0, 0, 3, 10]);
    const options: PolicyOptions = {
      depth: 1 + choices.below(4),
      slips,
      unguarded: choices.pick([0, 0, 20]),
      wild: slips,
    };
    const policies = new PolicySetForms(drawPolicySet(choices, ground, options));
    const { parts } = policies;
    const modelSchema = readSchema(modelJson(schemaJson as object));
    const validator = production.validatorOf(schema);
    const entries = entriesOf(policies);
    const disagreements: Disagreement[] = [];
    const sample = (): ReadonlyMap<string, string> => new Map([...situation.files(), ...policies.files()]);
    const note = (what: string, answers: Answers): void => void disagreements.push({ what, answers, sample });

    const strict = validator.validate(entries);
    compareIds("strict", idsOf(strict), validate(policies.model, modelSchema).invalid, note);
    const level = choices.below(4);
    const leveled = validator.validate(entries, { level });
    compareIds(`level`, idsOf(leveled), validateAtLevel(policies.model, level, modelSchema).invalid, note);

    const permissive = validator.validate(entries, { mode: "permissive" });
    const stricter = idsOf(permissive).filter((id) => !idsOf(strict).includes(id));
    if (stricter.length > 0) note("permissive is stricter than strict", { production: JSON.stringify(stricter) });

    for (const { code } of [...leveled.errors, ...leveled.warnings]) census?.countCode("validation/code", code);
    census?.count("validation/verdict/valid", entries.length - idsOf(strict).length);
    census?.count("validation/verdict/invalid", idsOf(strict).length);
    if (reference !== undefined) compareWithReference(reference, { policies, situation, modelSchema, strict }, note);
    const count = parts.policies.length + parts.templates.length + parts.links.length;
    return { tests: 2 * count, withReference: reference === undefined ? 0 : count - parts.links.length, disagreements };
  },
};

/** Everything that can be validated. */
export function entriesOf({ parts: { policies, templates, links } }: PolicySetForms): PolicyToValidate[] {
  const byId = new Map(templates.map((template) => [template.id, template.policy]));
  return [
    ...policies,
    ...templates,
    ...links.flatMap(({ templateId, newId, values }) => {
      const policy = byId.get(templateId);
      return policy === undefined ? [] : [{ id: newId, policy, values: slotValues(values) }];
    }),
  ];
}

/** The policies with errors, each once. */
export function idsOf({ errors }: ValidationResult): readonly string[] {
  return [...new Set(errors.map(({ policyId }) => policyId))].sort();
}

export type Note = (what: string, answers: Answers) => void;

export function compareIds(what: string, ours: readonly string[], theirs: readonly string[], note: Note): void {
  const onlyOurs = ours.filter((id) => !theirs.includes(id));
  const onlyTheirs = theirs.filter((id) => !ours.includes(id));
  if (onlyOurs.length > 0)
    note(`${what}: invalid`, { production: `invalid: ${JSON.stringify(onlyOurs)}`, model: "valid" });
  if (onlyTheirs.length > 0)
    note(`${what}: valid`, { production: "valid", model: `invalid: ${JSON.stringify(onlyTheirs)}` });
}

export interface Validated {
  readonly policies: PolicySetForms;
  readonly situation: Situation<SampledWorld>;
  readonly modelSchema: ModelSchema;
  readonly strict: ValidationResult;
}

/** Compares all that is said of each policy and template, in words. Links have errors of their own only there. */
export function compareWithReference(
  reference: Reference,
  { policies, situation, strict }: Validated,
  note: Note,
): void {
  const answer = reference.ask((api) =>
    api.validate({
      schema: situation.world.schemaJson as never,
      policies: policies.texts,
      validationSettings: { mode: "strict" },
    }),
  );
  if (isCrash(answer)) {
    note("reference fails", { reference: answer.crashed });
    return;
  }
  if (answer.type === "failure") {
    note("reference fails", { reference: answer.errors.map(({ message }) => message).join("; ") });
    return;
  }
  const ours = [...strict.errors.map(remark("error")), ...strict.warnings.map(remark("warning"))];
  const theirs = [
    ...answer.validationErrors.map(theirRemark("error")),
    ...answer.validationWarnings.map(theirRemark("warning")),
  ];
  const [left, right] = [distinct(ours), distinct(theirs)];
  const only = left.filter((line) => !right.includes(line));
  const missing = right.filter((line) => !left.includes(line));
  if (only.length === 0 && missing.length === 0) return;
  const inVerdict = [...only, ...missing].some((line) => line.startsWith("error"));
  note(`reference: ${inVerdict ? "errors" : "warnings"}`, {
    production: only.join("\n"),
    reference: missing.join("\n"),
  });
}

const distinct = (lines: readonly string[]): readonly string[] => [...new Set(lines)].sort();

const remark =
  (severity: string) =>
  ({ policyId, message, help }: ValidationDiagnostic): string =>
    [severity, policyId, message, help ?? ""].join(" | ");

const theirRemark =
  (severity: string) =>
  ({ policyId, error }: { policyId: string; error: { message: string; help: string | null } }): string =>
    [severity, policyId, error.message, error.help ?? ""].join(" | ");
