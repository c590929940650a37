import type { IndexedSource, Response } from "@deodar/authorizer";
import { type CompiledPolicy, compilePolicy, Environment, isEvaluationError, type SlotValues } from "@deodar/evaluator";
import { unwrap } from "@deodar/diagnostics";
import { isAuthorized as decideByModel, isAuthorizedByIndex, type ModelResponse } from "@deodar/model";
import { drawKind, drawPolicySet, drawRequest, drawWorld } from "@deodar/testing";
import { countPolicies } from "../count-outcomes.ts";
import { drawOptions } from "../options.ts";
import { effectivePolicies, PolicySetForms } from "../policy-set-forms.ts";
import { isCrash, type Reference } from "../reference.ts";
import { Question, Situation } from "../situation.ts";
import type { Answers, CaseResult, Disagreement, Target } from "../target.ts";

/** A decision in a form that can be compared: ids in one order. */
interface Verdict {
  readonly decision: string;
  readonly reasons: readonly string[];
  readonly errors: readonly (readonly [id: string, kind: string])[];
}

/** Decisions: by the index and without it, by the model, and by the reference. */
export const authorization: Target = {
  name: "authorization",
  share: 30,
  referenceEvery: 24,
  run(choices, { production, reference, census }): CaseResult {
    const situation = new Situation(drawWorld(choices, { nonconforming: 15, dangling: 40 }));
    const { ground } = situation.world;
    const policies = new PolicySetForms(drawPolicySet(choices, ground, drawOptions(choices)));
    const disagreements: Disagreement[] = [];
    const all = Array.from(effectivePolicies(policies.parts), ({ id, policy, slots }) => {
      return { id, slots, compiled: unwrap(compilePolicy(policy)) };
    });
    const byReference = reference && situation.isExact ? new PreparedReference(reference, policies, situation) : undefined;
    // Asked by uid where the source cannot list ancestors.
    const plainSource: IndexedSource = {
      get: (uid) => situation.store.get(uid),
      isIn: (descendant, ancestor) => situation.store.isIn(descendant, ancestor),
    };
    let tests = 0;
    let withReference = 0;
    for (let count = 1 + choices.below(16); count > 0; count--) {
      const slips = choices.chance(10) ? 20 : 0;
      const question = new Question(drawRequest(choices, ground, drawKind(choices, ground), { slips }));
      const { request } = question;
      const indexed = verdictOf(production.isAuthorized({ request, policies: policies.set, entities: situation.store }));
      const listed = verdictOf(production.isAuthorized({ request, policies: policies.set, entities: plainSource }));
      const scanned = decideByScan(all, question, situation);
      const call = { policies: policies.model, entities: situation.model, request: question.model };
      const model = verdictOfModel((tests % 4 === 3 ? decideByModel : isAuthorizedByIndex)(call));
      tests += 1;
      const sample = (): ReadonlyMap<string, string> =>
        new Map([...situation.files(), ...policies.files(), question.file()]);
      const note = (what: string, answers: Answers): void => void disagreements.push({ what, answers, sample });
      compare(indexed, scanned, (what, a, b) => note(`index: ${what}`, { production: `by index ${a}, by scan ${b}` }));
      compare(indexed, listed, (what, a, b) => note(`probe: ${what}`, { production: `listed ${a}, asked ${b}` }));
      compare(indexed, model, (what, a, b) => note(what, { production: a, model: b }));
      if (byReference !== undefined && question.isExact) {
        withReference += 1;
        const theirs = byReference.decide(question);
        if (typeof theirs === "string") note("reference fails", { production: show(indexed), model: show(model), reference: theirs });
        else {
          const ours = withMessages(production.isAuthorized({ request, policies: policies.set, entities: situation.store }));
          compare(ours, theirs, (what, a, b) => note(`reference: ${what}`, { production: a, model: show(model), reference: b }));
        }
      }
      if (census !== undefined && tests <= 2) countPolicies(census, all, question.request, situation.store);
    }
    return { tests, withReference, disagreements };
  },
};

/** Every policy, one after the other, as the language is defined. */
function decideByScan(
  all: readonly { readonly id: string; readonly compiled: CompiledPolicy; readonly slots: SlotValues }[],
  { request }: Question,
  { store }: Situation,
): Verdict {
  const satisfied = { permit: [] as string[], forbid: [] as string[] };
  const errors: (readonly [string, string])[] = [];
  for (const { id, compiled, slots } of all) {
    const outcome = compiled.evaluate(new Environment(request, store, slots));
    if (isEvaluationError(outcome)) errors.push([id, kindOf(outcome.code)]);
    else if (outcome) satisfied[compiled.effect].push(id);
  }
  const isAllowed = satisfied.forbid.length === 0 && satisfied.permit.length > 0;
  const reasons = satisfied.forbid.length > 0 ? satisfied.forbid : satisfied.permit;
  return { decision: isAllowed ? "allow" : "deny", reasons: reasons.sort(), errors: errors.sort(byId) };
}

/** The reference with these policies read once. */
class PreparedReference {
  readonly #reference: Reference;
  readonly #policies: PolicySetForms;
  readonly #entities: never;
  #isReady = false;

  constructor(reference: Reference, policies: PolicySetForms, situation: Situation) {
    this.#reference = reference;
    this.#policies = policies;
    this.#entities = situation.world.entities as never;
  }

  /** Its verdict, or why there is none. */
  decide({ json }: Question): Verdict | string {
    if (!this.#isReady) {
      const prepared = this.#reference.ask((api) => api.preparsePolicySet("drt", this.#policies.texts));
      if (isCrash(prepared)) return prepared.crashed;
      if (prepared.type === "failure") return prepared.errors.map(({ message }) => message).join("; ");
      this.#isReady = true;
    }
    const answer = this.#reference.ask((api) =>
      api.statefulIsAuthorized({
        ...json,
        context: json.context as never,
        preparsedPolicySetId: "drt",
        entities: this.#entities,
      }),
    );
    if (isCrash(answer)) return answer.crashed;
    if (answer.type === "failure") return answer.errors.map(({ message }) => message).join("; ");
    const { decision, diagnostics } = answer.response;
    return {
      decision,
      reasons: diagnostics.reason.toSorted(),
      errors: diagnostics.errors
        .map(({ policyId, error }) => [policyId, `${error.message} (${error.help ?? ""})`] as const)
        .sort(byId),
    };
  }
}

function verdictOf({ decision, reasons, errors }: Response): Verdict {
  return {
    decision,
    reasons: reasons.toSorted(),
    errors: errors.map(({ policyId, error }) => [policyId, kindOf(error.code)] as const).sort(byId),
  };
}

/** With the words of the errors instead of their kinds. */
function withMessages({ decision, reasons, errors }: Response): Verdict {
  const told = errors.map(({ policyId, error }) => {
    return [policyId, `${error.message} (${error.help ?? ""})`] as const;
  });
  return { decision, reasons: reasons.toSorted(), errors: told.sort(byId) };
}

function verdictOfModel({ decision, reasons, errors }: ModelResponse): Verdict {
  return { decision, reasons, errors: errors.map(({ policyId, error }) => [policyId, error] as const).sort(byId) };
}

/** `evaluate/type-error` without its area, as the model names it. */
export function kindOf(code: string): string {
  return code.slice("evaluate/".length);
}

function byId([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : Number(a > b);
}

/** Tells the first part in which two verdicts differ. */
function compare(one: Verdict, other: Verdict, differ: (what: string, one: string, other: string) => void): void {
  const what =
    one.decision !== other.decision
      ? "decision"
      : !sameList(one.reasons, other.reasons, (a, b) => a === b)
        ? "reasons"
        : !sameList(one.errors, other.errors, (a, b) => a[0] === b[0])
          ? "erroring policies"
          : !sameList(one.errors, other.errors, (a, b) => a[1] === b[1])
            ? "kinds of errors"
            : undefined;
  if (what !== undefined) differ(what, show(one), show(other));
}

function sameList<T>(one: readonly T[], other: readonly T[], same: (a: T, b: T) => boolean): boolean {
  return one.length === other.length && one.every((each, index) => same(each, other[index] as T));
}

const show = (verdict: Verdict): string => JSON.stringify(verdict);
