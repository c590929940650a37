import { printValue, type Value } from "@deodar/core";
import { type EvaluationError, isEvaluationError, traceExpression } from "@deodar/evaluator";
import { evaluate as evaluateByModel, type ModelOutcome } from "@deodar/model";
import { type Expression, printExpression } from "@deodar/syntax";
import { policyToJson } from "@deodar/syntax/json";
import { type Choices, drawKind, drawRequest, drawWild, drawWorld, type Ground, policyWhen, Writer } from "@deodar/testing";
import { countSteps } from "../count-outcomes.ts";
import { drawOptions } from "../options.ts";
import { modelJson } from "../plain-json.ts";
import { isCrash, type Reference } from "../reference.ts";
import { Question, Situation } from "../situation.ts";
import type { CaseResult, Disagreement, Target } from "../target.ts";
import { sameValue, showModelValue } from "../value-forms.ts";
import { kindOf } from "./authorization.ts";

interface Evaluated {
  readonly expression: Expression;
  readonly outcome: Value | EvaluationError;
  readonly note: (what: string, theirs: string) => void;
}

/** The values and errors of expressions of every type. */
export const evaluation: Target = {
  name: "evaluation",
  share: 26,
  referenceEvery: 16,
  run(choices, { production, reference, census }): CaseResult {
    const situation = new Situation(drawWorld(choices, { nonconforming: 20, dangling: 40 }));
    const { ground } = situation.world;
    const disagreements: Disagreement[] = [];
    let tests = 0;
    let withReference = 0;
    for (let requests = 1 + choices.below(3); requests > 0; requests--) {
      const kind = drawKind(choices, ground);
      const question = new Question(drawRequest(choices, ground, kind, { slips: choices.chance(20) ? 15 : 0 }));
      const evaluated: Evaluated[] = [];
      for (let count = 1 + choices.below(16); count > 0; count--) {
        const expression = drawExpression(choices, ground, kind);
        const sample = (): ReadonlyMap<string, string> =>
          new Map([...situation.files(), question.file(), ["expression.cedar", `${printExpression(expression)}\n`]]);
        const compiled = production.compileExpression(expression);
        if (!compiled.ok) throw new Error(compiled.errors[0]?.message);
        const outcome = compiled.value.evaluate(question.request, situation.store);
        const body = bodyOf(expression);
        const model = evaluateByModel(modelJson(body as object), question.model, situation.model);
        tests += 1;
        const answer = show(outcome);
        if (!sameOutcome(outcome, model)) {
          disagreements.push({ what: whatDiffers(outcome), answers: { production: answer, model: showModel(model) }, sample });
        }
        const note = (what: string, theirs: string): void => {
          const answers = { production: answer, model: showModel(model), reference: theirs };
          disagreements.push({ what: `reference: ${what}`, answers, sample });
        };
        evaluated.push({ expression, outcome, note });
        if (census !== undefined && count <= 4) {
          const trace = traceExpression(expression, { request: question.request, entities: situation.store });
          if (trace.ok) countSteps(census, trace.value.steps);
        }
      }
      if (reference !== undefined && situation.isExact && question.isExact) {
        withReference += evaluated.length;
        compareWithReference(reference, evaluated, situation, question);
      }
    }
    return { tests, withReference, disagreements };
  },
};

function drawExpression(choices: Choices, ground: Ground, kind: ReturnType<typeof drawKind>): Expression {
  const options = drawOptions(choices);
  if (options.wild === 100) return drawWild(choices, ground, options.depth);
  const writer = new Writer(choices, ground, kind, options);
  return choices.chance(50) ? writer.condition() : writer.expression(writer.anyType(), options.depth);
}

/** The expression in the policy JSON format. */
function bodyOf(expression: Expression): unknown {
  const { conditions } = policyToJson(policyWhen(expression)) as unknown as { conditions: readonly { body: unknown }[] };
  return conditions[0]?.body;
}

function sameOutcome(ours: Value | EvaluationError, theirs: ModelOutcome): boolean {
  if (isEvaluationError(ours)) return "error" in theirs && theirs.error === kindOf(ours.code);
  return "value" in theirs && sameValue(ours, theirs.value);
}

const whatDiffers = (outcome: Value | EvaluationError): string => (isEvaluationError(outcome) ? "error" : "value");

function show(outcome: Value | EvaluationError): string {
  return isEvaluationError(outcome) ? `${outcome.code}: ${outcome.message} (${outcome.help ?? ""})` : printValue(outcome);
}

function showModel(outcome: ModelOutcome): string {
  return "error" in outcome ? outcome.error : showModelValue(outcome.value);
}

/**
 * Has the reference compare what it finds with what the engine printed; many expressions in one call, each as the condition of
 * a policy. The condition of an expression that fails only has to be one that contains it.
 */
function compareWithReference(reference: Reference, all: readonly Evaluated[], { world }: Situation, { json }: Question): void {
  const staticPolicies = Object.fromEntries(
    all.map(({ expression, outcome }, index) => {
      const value = isEvaluationError(outcome) ? "true" : printValue(outcome);
      const text = `(${printExpression(expression)}) == ${value}`;
      return [`p${index}`, `permit(principal, action, resource) when { ${text} };`];
    }),
  );
  const answer = reference.ask((api) =>
    api.isAuthorized({ ...json, context: json.context as never, entities: world.entities as never, policies: { staticPolicies } }),
  );
  if (isCrash(answer) || answer.type === "failure") {
    const why = isCrash(answer) ? answer.crashed : answer.errors.map(({ message }) => message).join("; ");
    if (all.length === 1) all[0]?.note("fails", why);
    else for (const each of all) compareWithReference(reference, [each], { world } as Situation, { json } as Question);
    return;
  }
  const { reason, errors } = answer.response.diagnostics;
  const satisfied = new Set(reason);
  const failed = new Map(errors.map(({ policyId, error }) => [policyId, error]));
  for (const [index, { outcome, note }] of all.entries()) {
    const id = `p${index}`;
    const error = failed.get(id);
    const theirs = error === undefined ? undefined : `${error.message} (${error.help ?? ""})`;
    if (!isEvaluationError(outcome)) {
      if (!satisfied.has(id)) note("value", theirs ?? "another value");
      continue;
    }
    const ours = `${outcome.message} (${outcome.help ?? ""})`;
    if (theirs !== ours) note("error", theirs ?? "no error");
  }
}
