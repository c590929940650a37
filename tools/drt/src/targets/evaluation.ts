import { printValue, type Value } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { type CompiledExpression, type EvaluationError, isEvaluationError, traceExpression } from "@deodar/evaluator";
import { evaluate as evaluateByModel, type JsonValue as ModelJson, type ModelOutcome } from "@deodar/model";
import { type Expression, printExpression } from "@deodar/syntax";
import { policyToJson } from "@deodar/syntax/json";
import {
  type Choices,
  drawKind,
  drawRequest,
  drawWild,
  drawWorld,
  type Ground,
  policyWhen,
  Writer,
} from "@deodar/testing";
import type { Census } from "../census.ts";
import { countSteps } from "../count-outcomes.ts";
import { drawOptions } from "../options.ts";
import { modelJson } from "../plain-json.ts";
import { isCrash, type Reference } from "../reference.ts";
import { Question, type SampledWorld, Situation } from "../situation.ts";
import type { Answers, CaseResult, Disagreement, Laboratory, Target } from "../target.ts";
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
  share: 40,
  referenceEvery: 24,
  run(choices, laboratory): CaseResult {
    const situation = new Situation(drawWorld(choices, { nonconforming: 20, dangling: 40 }));
    const { ground } = situation.world;
    const evaluations = new Evaluations(situation, laboratory);
    choices.list(1, 3, () => {
      const kind = drawKind(choices, ground);
      const expressions = choices.list(1, 20, () => drawExpression(choices, ground, kind)).map(readied(laboratory));
      choices.list(1, 4, () => {
        const slips = choices.chance(20) ? 15 : 0;
        evaluations.compare(new Question(drawRequest(choices, ground, kind, { slips })), expressions);
      });
    });
    return evaluations.result();
  },
};

/** Values of expressions over one store of entities. */
export class Evaluations {
  readonly #situation: Situation<SampledWorld>;
  readonly #laboratory: Laboratory;
  readonly #disagreements: Disagreement[] = [];
  #tests = 0;
  #withReference = 0;

  constructor(situation: Situation<SampledWorld>, laboratory: Laboratory) {
    this.#situation = situation;
    this.#laboratory = laboratory;
  }

  /** Puts expressions about one request to all witnesses. */
  compare(question: Question, expressions: readonly ReadiedExpression[]): void {
    const { reference, census } = this.#laboratory;
    const evaluated = expressions.map((expression) => this.#compareWithModel(question, expression));
    for (const { expression } of census === undefined ? [] : expressions.slice(0, 4)) {
      const trace = traceExpression(expression, { request: question.request, entities: this.#situation.store });
      if (trace.ok) countSteps(census as Census, trace.value.steps);
    }
    if (reference === undefined || !this.#situation.isExact || !question.isExact) return;
    this.#withReference += evaluated.length;
    compareWithReference(reference, evaluated, this.#situation, question);
  }

  /** What came of all expressions. */
  result(): CaseResult {
    return { tests: this.#tests, withReference: this.#withReference, disagreements: this.#disagreements };
  }

  #compareWithModel(question: Question, { expression, compiled, json }: ReadiedExpression): Evaluated {
    const sample = (): ReadonlyMap<string, string> =>
      new Map([...this.#situation.files(), question.file(), ["expression.cedar", `${printExpression(expression)}\n`]]);
    const outcome = compiled.evaluate(question.request, this.#situation.store);
    const model = evaluateByModel(json, question.model, this.#situation.model);
    this.#tests += 1;
    const answers = (): Answers => ({ production: show(outcome), model: showModel(model) });
    if (!sameOutcome(outcome, model)) {
      this.#disagreements.push({ what: whatDiffers(outcome), answers: answers(), sample });
    }
    const note = (what: string, theirs: string): void => {
      this.#disagreements.push({ what: `reference: ${what}`, answers: { ...answers(), reference: theirs }, sample });
    };
    return { expression, outcome, note };
  }
}

/** An expression as the engine and the model take it. */
export interface ReadiedExpression {
  readonly expression: Expression;
  readonly compiled: CompiledExpression;
  readonly json: ModelJson;
}

/** Readies expressions for the engine and the model. */
export function readied({ production }: Laboratory): (expression: Expression) => ReadiedExpression {
  return (expression) => ({
    expression,
    compiled: unwrap(production.compileExpression(expression)),
    json: modelJson(bodyOf(expression) as object),
  });
}

function drawExpression(choices: Choices, ground: Ground, kind: ReturnType<typeof drawKind>): Expression {
  const options = drawOptions(choices);
  if (options.wild === 100) return drawWild(choices, ground, options.depth);
  const writer = new Writer(choices, ground, kind, options);
  return choices.chance(50) ? writer.condition() : writer.expression(writer.anyType(), options.depth);
}

/** The expression in the policy JSON format. */
function bodyOf(expression: Expression): unknown {
  const { conditions } = policyToJson(policyWhen(expression)) as unknown as {
    conditions: readonly { body: unknown }[];
  };
  return conditions[0]?.body;
}

function sameOutcome(ours: Value | EvaluationError, theirs: ModelOutcome): boolean {
  if (isEvaluationError(ours)) return "error" in theirs && theirs.error === kindOf(ours.code);
  return "value" in theirs && sameValue(ours, theirs.value);
}

const whatDiffers = (outcome: Value | EvaluationError): string => (isEvaluationError(outcome) ? "error" : "value");

function show(outcome: Value | EvaluationError): string {
  return isEvaluationError(outcome)
    ? `${outcome.code}: ${outcome.message} (${outcome.help ?? ""})`
    : printValue(outcome);
}

function showModel(outcome: ModelOutcome): string {
  return "error" in outcome ? outcome.error : showModelValue(outcome.value);
}

/**
 * Has the reference compare what it finds with what the engine printed; many expressions in one call, each as the condition of
 * a policy. The condition of an expression that fails only has to be one that contains it.
 */
function compareWithReference(
  reference: Reference,
  all: readonly Evaluated[],
  situation: Situation<SampledWorld>,
  question: Question,
): void {
  const { json } = question;
  const staticPolicies = Object.fromEntries(
    all.map(({ expression, outcome }, index) => {
      const value = isEvaluationError(outcome) ? "true" : printValue(outcome);
      const text = `(${printExpression(expression)}) == ${value}`;
      return [`p${index}`, `permit(principal, action, resource) when { ${text} };`];
    }),
  );
  const answer = reference.ask((api) =>
    api.isAuthorized({
      ...json,
      context: json.context as never,
      entities: situation.world.entities as never,
      policies: { staticPolicies },
    }),
  );
  if (isCrash(answer) || answer.type === "failure") {
    const why = isCrash(answer) ? answer.crashed : answer.errors.map(({ message }) => message).join("; ");
    if (all.length === 1) all[0]?.note("fails", why);
    else for (const each of all) compareWithReference(reference, [each], situation, question);
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
