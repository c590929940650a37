import { contextFromPlain, Entities, type EntityUid, entityUid } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { compilePolicy, Environment, isEvaluationError, type Request } from "@deodar/evaluator";
import { type ModelSchema, readSchema, validate, validateAtLevel } from "@deodar/model";
import { type Schema, schemaFromPlain } from "@deodar/schema";
import { parsePolicies } from "@deodar/syntax";
import { type PolicySetParts, slotsOf } from "@deodar/testing";
import { levelOf, Validator } from "@deodar/validator";
import { GuardWriter, guardedSchema } from "../draw-guarded.ts";
import { modelJson } from "../plain-json.ts";
import { PolicySetForms } from "../policy-set-forms.ts";
import type { Production } from "../production.ts";
import { Situation } from "../situation.ts";
import type { Answers, CaseResult, Disagreement, Target } from "../target.ts";
import { compareIds, compareWithReference, entriesOf, idsOf, type Note } from "./validation.ts";

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
    const writer = new GuardWriter(choices, choices.pick([0, 0, 15]));
    const text = choices.list(1, 4, () => writer.policy()).join("\n");
    const forms = new PolicySetForms(partsOf(text));
    const disagreements: Disagreement[] = [];
    const sample = (): ReadonlyMap<string, string> => new Map([...situation.files(), ...forms.files()]);
    const note = (what: string, answers: Answers): void => void disagreements.push({ what, answers, sample });
    const validator = production.validatorOf(schema);
    const entries = entriesOf(forms);
    const strict = validator.validate(entries);
    compareIds("strict", idsOf(strict), validate(forms.model, model).invalid, note);
    checkPermissive(forms, validator, idsOf(strict), note);
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

/** What a valid policy may still fail with. */
const allowed: ReadonlySet<string> = new Set([
  "evaluate/missing-entity",
  "evaluate/integer-overflow",
  "evaluate/extension-failed",
]);

const user = { type: "User", id: "a" };
const home = { user: { __entity: user }, inner: { user: { __entity: user }, n: 1 } };
const store = unwrap(
  Entities.fromPlain([
    {
      uid: user,
      attrs: {
        next: { __entity: user },
        home,
        name: "ab",
        n: 2,
        friends: [{ __entity: user }],
        where: { __extn: { fn: "ip", arg: "10.0.0.1" } },
      },
      parents: [{ type: "Group", id: "g" }],
      tags: { a: { __entity: user } },
    },
    { uid: { type: "Group", id: "g" }, attrs: {}, parents: [], tags: { b: 1 } },
    { uid: { type: "Action", id: "all" }, attrs: {}, parents: [] },
    { uid: { type: "Action", id: "view" }, attrs: {}, parents: [{ type: "Action", id: "all" }] },
    { uid: { type: "Action", id: "edit" }, attrs: {}, parents: [] },
  ]),
);
const requests = [
  requestOf("view", entityUid("User", "a")),
  requestOf("edit", entityUid("User", "a")),
  requestOf("edit", entityUid("Group", "g")),
];

function requestOf(action: string, resource: EntityUid): Request {
  return {
    principal: entityUid("User", "a"),
    action: entityUid("Action", action),
    resource,
    context: unwrap(contextFromPlain(home)),
  };
}

/** The permissive mode refuses nothing that the strict one takes, and what it takes has no type errors. */
function checkPermissive(
  { parts: { policies } }: PolicySetForms,
  validator: ReturnType<Production["validatorOf"]>,
  strict: readonly string[],
  note: Note,
): void {
  const faulty = idsOf(validator.validate(policies, { mode: "permissive" }));
  const stricter = faulty.filter((id) => !strict.includes(id));
  if (stricter.length > 0) note("permissive is stricter than strict", { production: JSON.stringify(stricter) });
  for (const { id, policy } of policies) {
    if (faulty.includes(id)) continue;
    const compiled = unwrap(compilePolicy(policy));
    for (const request of requests) {
      const outcome = compiled.evaluate(new Environment(request, store));
      if (!isEvaluationError(outcome) || allowed.has(outcome.code)) continue;
      note(outcome.code, { production: `${id} is valid permissively and fails: ${outcome.message}` });
    }
  }
}

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
