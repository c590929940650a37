import type { IndexedSource, Response } from "@deodar/authorizer";
import type { EntitySource } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { type CompiledPolicy, compilePolicy, Environment, isEvaluationError, type SlotValues } from "@deodar/evaluator";
import { isAuthorized as decideByModel, isAuthorizedByIndex, type ModelResponse } from "@deodar/model";
import { drawKind, drawPolicySet, drawRequest, drawWorld } from "@deodar/testing";
import { countPolicies } from "../count-outcomes.ts";
import { drawOptions } from "../options.ts";
import { effectivePolicies, PolicySetForms } from "../policy-set-forms.ts";
import { type Api, isCrash, type Reference } from "../reference.ts";
import { Question, type SampledWorld, Situation } from "../situation.ts";
import type { Answers, CaseResult, Disagreement, Laboratory, Target } from "../target.ts";

/** A decision in a form that can be compared: ids in one order. */
interface Verdict {
  readonly decision: string;
  readonly reasons: readonly string[];
  readonly errors: readonly (readonly [id: string, kind: string])[];
}

/** Decisions: by the index and without it, by the model, and by the reference. */
export const authorization: Target = {
  name: "authorization",
  share: 22,
  referenceEvery: 24,
  run(choices, laboratory): CaseResult {
    const situation = new Situation(drawWorld(choices, { nonconforming: 15, dangling: 40 }));
    const { ground } = situation.world;
    const policies = new PolicySetForms(drawPolicySet(choices, ground, drawOptions(choices)));
    const decisions = new Decisions(policies, situation, laboratory);
    choices.list(1, 24, () => {
      const slips = choices.chance(10) ? 20 : 0;
      decisions.compare(new Question(drawRequest(choices, ground, drawKind(choices, ground), { slips })));
    });
    return decisions.result();
  },
};

/** Decisions by one policy set over one store of entities. */
export class Decisions {
  readonly #policies: PolicySetForms;
  readonly #situation: Situation<SampledWorld>;
  readonly #laboratory: Laboratory;
  readonly #all: readonly ScannedPolicy[];
  readonly #byReference: PreparedReference | undefined;
  /** The same entities, of which only single questions can be asked. */
  readonly #plainSource: IndexedSource;
  readonly #disagreements: Disagreement[] = [];
  #tests = 0;
  #withReference = 0;

  constructor(policies: PolicySetForms, situation: Situation<SampledWorld>, laboratory: Laboratory) {
    const { reference } = laboratory;
    const { store } = situation;
    this.#policies = policies;
    this.#situation = situation;
    this.#laboratory = laboratory;
    this.#all = Array.from(effectivePolicies(policies.parts), ({ id, policy, slots }) => {
      return { id, slots, compiled: unwrap(compilePolicy(policy)) };
    });
    this.#byReference =
      reference && situation.isExact ? new PreparedReference(reference, policies, situation) : undefined;
    this.#plainSource = {
      get: (uid) => store.get(uid),
      isIn: (descendant, ancestor) => store.isIn(descendant, ancestor),
    };
  }

  /** Puts one request to all witnesses. */
  compare(question: Question): void {
    const { production, census } = this.#laboratory;
    const { store, model: entities } = this.#situation;
    const { request } = question;
    const policies = this.#policies.set;
    const response = production.isAuthorized({ request, policies, entities: store });
    const indexed = verdictOf(response);
    const listed = verdictOf(production.isAuthorized({ request, policies, entities: this.#plainSource }));
    const scanned = decideByScan(this.#all, question, store);
    const call = { policies: this.#policies.model, entities, request: question.model };
    const model = verdictOfModel((this.#tests % 4 === 3 ? decideByModel : isAuthorizedByIndex)(call));
    this.#tests += 1;
    const sample = (): ReadonlyMap<string, string> =>
      new Map([...this.#situation.files(), ...this.#policies.files(), question.file()]);
    const note = (what: string, answers: Answers): void => void this.#disagreements.push({ what, answers, sample });
    compare(indexed, scanned, (what, a, b) => note(`index: ${what}`, { production: `by index ${a}, by scan ${b}` }));
    compare(indexed, listed, (what, a, b) => note(`probe: ${what}`, { production: `listed ${a}, asked ${b}` }));
    compare(indexed, model, (what, a, b) => note(what, { production: a, model: b }));
    if (this.#byReference !== undefined && question.isExact) {
      this.#withReference += 1;
      const theirs = this.#byReference.decide(question);
      if (typeof theirs === "string") {
        note("reference fails", { production: show(indexed), model: show(model), reference: theirs });
      } else {
        compare(withMessages(response), theirs, (what, a, b) =>
          note(`reference: ${what}`, { production: a, model: show(model), reference: b }),
        );
      }
    }
    if (census !== undefined && this.#tests <= 2) countPolicies(census, this.#all, request, store);
  }

  /** What came of all requests. */
  result(): CaseResult {
    return { tests: this.#tests, withReference: this.#withReference, disagreements: this.#disagreements };
  }
}

interface ScannedPolicy {
  readonly id: string;
  readonly compiled: CompiledPolicy;
  readonly slots: SlotValues;
}

/** Every policy, one after the other, as the language is defined. */
function decideByScan(all: readonly ScannedPolicy[], { request }: Question, store: EntitySource): Verdict {
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
  #preparedIn = 0;

  constructor(reference: Reference, policies: PolicySetForms, situation: Situation<SampledWorld>) {
    this.#reference = reference;
    this.#policies = policies;
    this.#entities = situation.world.entities as never;
  }

  /** Its verdict, or why there is none. */
  decide({ json }: Question): Verdict | string {
    const answer = this.#reference.ask((api) => {
      const prepared = this.#prepare(api);
      if (prepared !== undefined) return prepared;
      return api.statefulIsAuthorized({
        ...json,
        context: json.context as never,
        preparsedPolicySetId: "drt",
        entities: this.#entities,
      });
    });
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

  /** Has an instance of the reference read the policies if it has not; gives its answer if it cannot. */
  #prepare(api: Api): Extract<ReturnType<Api["preparsePolicySet"]>, { type: "failure" }> | undefined {
    if (this.#preparedIn === this.#reference.instance) return undefined;
    const prepared = api.preparsePolicySet("drt", this.#policies.texts);
    if (prepared.type === "failure") return prepared;
    this.#preparedIn = this.#reference.instance;
    return undefined;
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
