import type { Response } from "@deodar/authorizer";
import {
  isAuthorizedPartial,
  type PartialResponse,
  partialEntitiesFromPlain,
  partialRequestFromPlain,
  reauthorize,
} from "@deodar/authorizer/partial";
import { extensionTable, isCallFault, type Long, printValue, type Value } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { stringifyJson } from "@deodar/json";
import { isAuthorizedPartially, type ModelPartialResponse } from "@deodar/model";
import { policyToJson } from "@deodar/syntax/json";
import { drawKind, drawPolicySet, drawRequest, drawWorld } from "@deodar/testing";
import { canonicalPolicyJson } from "../canonical-json.ts";
import { type Hidden, hideValues, knowledgeOf } from "../hide-values.ts";
import { drawOptions } from "../options.ts";
import { hasBigInt } from "../plain-json.ts";
import { PolicySetForms } from "../policy-set-forms.ts";
import { isCrash, type Reference } from "../reference.ts";
import { Question, Situation } from "../situation.ts";
import type { Answers, CaseResult, Disagreement, Target } from "../target.ts";

/**
 * Decisions with unknowns: what is certain of them holds once all is known, and deciding further by what is left of the
 * policies gives the direct decision.
 */
export const partial: Target = {
  name: "partial",
  share: 4,
  referenceEvery: 8,
  run(choices, { production, reference, census }): CaseResult {
    const situation = new Situation(drawWorld(choices, { nonconforming: 10, dangling: 30 }));
    const { ground } = situation.world;
    const policies = new PolicySetForms(drawPolicySet(choices, ground, drawOptions(choices)));
    const disagreements: Disagreement[] = [];
    let tests = 0;
    let withReference = 0;
    for (let count = 1 + choices.below(6); count > 0; count--) {
      const question = new Question(drawRequest(choices, ground, drawKind(choices, ground), { slips: 0 }));
      const hidden = hideValues(choices, question.json, situation.world.entities);
      const entities = unwrap(partialEntitiesFromPlain(hidden.entities));
      const request = unwrap(partialRequestFromPlain(hidden.request));
      const before = isAuthorizedPartial({ request, policies: policies.set, entities });
      const direct = production.isAuthorized({
        request: question.request,
        policies: policies.set,
        entities: situation.store,
      });
      tests += 2;
      census?.count(`partial/decision/${before.decision ?? "open"}`);
      for (const { conditions } of before.residuals.values()) {
        const kind = conditions[0]?.body.kind;
        census?.count(`partial/residual/${kind === "boolean" ? "value" : "expression"}`);
      }
      const sample = (): ReadonlyMap<string, string> =>
        new Map([
          ...situation.files(),
          ...policies.files(),
          question.file(),
          ["hidden.json", `${stringifyJson({ request: hidden.request, entities: hidden.entities } as never, 2)}\n`],
        ]);
      const note = (what: string, answers: Answers): void => void disagreements.push({ what, answers, sample });
      const model = isAuthorizedPartially(policies.model, knowledgeOf(hidden, situation.model));
      checkBefore("production", before, direct, note);
      checkBefore("model", beforehandOf(model), direct, note);
      checkWithModel(before, model, note);
      const learnt = reauthorize(before, {
        ...(hidden.request.principal === null ? { principal: question.request.principal } : {}),
        ...(hidden.request.action === null ? { action: question.request.action } : {}),
        ...(hidden.request.resource === null ? { resource: question.request.resource } : {}),
        unknowns: hidden.unknowns,
        entities,
      });
      checkAfter(learnt.ok ? learnt.value : learnt.errors[0]?.message, direct, note);
      if (reference === undefined || hasBigInt(hidden.entities) || hasBigInt(hidden.request)) continue;
      withReference += 1;
      compareWithReference(reference, { hidden, policies, ours: before }, note);
    }
    return { tests, withReference, disagreements };
  },
};

type Note = (what: string, answers: Answers) => void;

const isSubset = (some: readonly string[], all: readonly string[]): boolean => some.every((id) => all.includes(id));

/** What can be certain of a decision with unknowns. */
type Beforehand = Pick<PartialResponse, "decision" | "mustBeDetermining" | "mayBeDetermining" | "errored">;

function told({ decision, mustBeDetermining, mayBeDetermining, errored }: Beforehand): string {
  return JSON.stringify({ decision, mustBeDetermining, mayBeDetermining, errored });
}

/** What was certain has to be so. */
function checkBefore(witness: "production" | "model", before: Beforehand, direct: Response, note: Note): void {
  const errors = direct.errors.map(({ policyId }) => policyId);
  const fault =
    before.decision !== undefined && before.decision !== direct.decision
      ? "certain decision"
      : !isSubset(before.mustBeDetermining, direct.reasons)
        ? "certainly determining"
        : !isSubset(direct.reasons, before.mayBeDetermining)
          ? "perhaps determining"
          : !isSubset(before.errored, errors)
            ? "certainly erroring"
            : undefined;
  if (fault === undefined) return;
  note(`${witness}: ${fault}`, {
    [witness]: `beforehand ${told(before)}, at last ${JSON.stringify(direct)}`,
  });
}

/** One may know more beforehand than the other, but what one is certain of, the other cannot exclude. */
function checkWithModel(ours: PartialResponse, model: ModelPartialResponse, note: Note): void {
  const contradicts =
    (ours.decision !== undefined && model.decision !== undefined && model.decision !== ours.decision) ||
    !isSubset(ours.mustBeDetermining, model.mayBeDetermining) ||
    !isSubset(model.mustBeDetermining, ours.mayBeDetermining) ||
    ours.errored.some((id) => model.mustBeDetermining.includes(id)) ||
    model.erroring.some((id) => ours.mustBeDetermining.includes(id));
  if (contradicts) note("beforehand", { production: show(ours), model: told(beforehandOf(model)) });
}

function beforehandOf({ decision, mustBeDetermining, mayBeDetermining, erroring }: ModelPartialResponse): Beforehand {
  return { decision, mustBeDetermining, mayBeDetermining, errored: erroring };
}

/** Deciding further gives the direct decision. */
function checkAfter(after: PartialResponse | string | undefined, direct: Response, note: Note): void {
  if (typeof after !== "object") {
    note("reauthorization fails", { production: String(after) });
    return;
  }
  const errors = direct.errors.map(({ policyId }) => policyId).sort();
  const isSame =
    after.decision === direct.decision &&
    JSON.stringify(after.mustBeDetermining.toSorted()) === JSON.stringify(direct.reasons.toSorted()) &&
    JSON.stringify(after.errored.toSorted()) === JSON.stringify(errors) &&
    after.nontrivialResiduals.length === 0;
  if (!isSame) note("reauthorization", { production: `further ${show(after)}, directly ${JSON.stringify(direct)}` });
}

function show({
  decision,
  mustBeDetermining,
  mayBeDetermining,
  errored,
  nontrivialResiduals,
}: PartialResponse): string {
  return JSON.stringify({ decision, mustBeDetermining, mayBeDetermining, errored, nontrivialResiduals });
}

interface Partial {
  readonly hidden: Hidden;
  readonly policies: PolicySetForms;
  readonly ours: PartialResponse;
}

function compareWithReference(reference: Reference, { hidden, policies, ours }: Partial, note: Note): void {
  const answer = reference.ask((api) =>
    api.isAuthorizedPartial({ ...hidden.request, entities: hidden.entities, policies: policies.texts } as never),
  );
  if (isCrash(answer)) {
    note("reference fails", { reference: answer.crashed });
    return;
  }
  if (answer.type === "failure") {
    note("reference fails", { reference: answer.errors.map(({ message }) => message).join("; ") });
    return;
  }
  const theirs = answer.response;
  const one = verdictText({ ...ours, decision: ours.decision ?? null });
  const other = verdictText(theirs);
  if (one !== other) note("reference: verdict", { production: one, reference: other });
  const links = new Set(policies.parts.links.map(({ newId }) => newId));
  for (const [id, policy] of ours.residuals) {
    // The slots of links stay in the reference's residuals.
    if (links.has(id)) continue;
    const mine = policyToJson(policy);
    if (hasBigInt(mine)) continue;
    const left = canonicalPolicyJson(JSON.parse(stringifyJson(mine)));
    const right = canonicalPolicyJson(theirs.residuals[id]);
    if (left === right) continue;
    const isSpelling = byValue(left) === byValue(right);
    note(`reference: ${isSpelling ? "spelling in a residual" : "residual"}`, { production: left, reference: right });
  }
}

/** The text of a residual with extension values told by what they are, not by how they were written. */
function byValue(residual: string): string {
  return JSON.stringify(JSON.parse(residual), (_, part: unknown) => {
    if (typeof part !== "object" || part === null) return part;
    const [[name, content] = []] = Object.entries(part);
    const [argument] = Array.isArray(content) ? (content as readonly { readonly Value?: unknown }[]) : [];
    const text = argument?.Value;
    const value = name === undefined || typeof text !== "string" ? undefined : extensionTable.get(name)?.apply([text]);
    return value === undefined || typeof value !== "object" || isCallFault(value) ? part : printCanonically(value);
  });
}

function printCanonically(value: Exclude<Value, boolean | Long | string>): string {
  switch (value.kind) {
    case "decimal":
      return `decimal ${value.value}`;
    case "datetime":
    case "duration":
      return `${value.kind} ${value.milliseconds}`;
    case "ip":
      return `ip ${value.words.join(" ")} / ${value.prefix}`;
    case "entity":
    case "set":
    case "record":
      return printValue(value);
  }
}

type Lists = "satisfied" | "errored" | "mayBeDetermining" | "mustBeDetermining" | "nontrivialResiduals";

function verdictText(
  response: { readonly decision: string | null } & { readonly [list in Lists]: readonly string[] },
): string {
  const { decision, satisfied, errored, mayBeDetermining, mustBeDetermining, nontrivialResiduals } = response;
  const lists = [satisfied, errored, mayBeDetermining, mustBeDetermining, nontrivialResiduals];
  return JSON.stringify([decision, ...lists.map((list) => list.toSorted())]);
}
