import { Authorizer, explain, isAuthorized, isAuthorizedBatch, PolicySet, renderExplanation } from "@deodar/authorizer";
import {
  compareDatetime,
  compareDuration,
  datetimeOf,
  durationOf,
  Entities,
  type Entity,
  EntityStore,
  entitiesToJson,
  entityOf,
  entityUid,
  type Long,
  recordOf,
  setOf,
  type Value,
} from "@deodar/core";
import {
  type Diagnostic,
  DiagnosticsError,
  failure,
  isDiagnosticsError,
  type Result,
  unwrap,
} from "@deodar/diagnostics";
import {
  compileExpression,
  Environment,
  type EvaluationError,
  evaluateExpression,
  isEvaluationError,
  traceExpression,
} from "@deodar/evaluator";
import { stringifyJson } from "@deodar/json";
import { parseSchema } from "@deodar/schema";
import { type Expression, parsePolicies } from "@deodar/syntax";
import { type Choices, drawKind, drawPolicySet, drawRequest, drawWild, drawWorld } from "@deodar/testing";
import { Checks, thrownBy } from "../checks.ts";
import { drawAnyLong, drawAnyValue } from "../draw-any-value.ts";
import { drawOptions } from "../options.ts";
import { keyOf } from "../plain-values.ts";
import { PolicySetForms } from "../policy-set-forms.ts";
import { Question, Situation } from "../situation.ts";
import type { CaseResult, Target } from "../target.ts";

/** The same asked in other ways: by objects in place of functions, with less around, with a trace; and what unwrapping throws. */
export const otherCalls: Target = {
  name: "other calls",
  share: 0.5,
  referenceEvery: Number.MAX_SAFE_INTEGER,
  run(choices): CaseResult {
    const situation = new Situation(drawWorld(choices));
    const { ground } = situation.world;
    const question = new Question(drawRequest(choices, ground, drawKind(choices, ground), { slips: 10 }));
    const checks = new Checks(() => new Map([...situation.files(), question.file()]));
    const { store } = situation;
    const { request } = question;

    checks.next();
    const forms = new PolicySetForms(drawPolicySet(choices, ground, drawOptions(choices)));
    const policies = choices.chance(10) ? unwrap(PolicySet.of([])) : forms.set;
    const call = { request, policies, entities: store };
    const authorizer = new Authorizer({ policies, entities: store });
    const alone = JSON.stringify(isAuthorized(call));
    checks.equal("decision", JSON.stringify(authorizer.isAuthorized(request)), alone);
    checks.equal("batch", JSON.stringify(authorizer.isAuthorizedBatch([request, request])), `[${alone},${alone}]`);
    const batch = isAuthorizedBatch({ requests: [request], policies, entities: store });
    checks.equal("batch", JSON.stringify(batch), `[${alone}]`);
    const rendered = renderExplanation(authorizer.explain(request), { brief: choices.chance(50) });
    if (policies.size === 0) checks.equal("explanation", rendered, "deny: there are no policies");
    else checks.equal("explanation", renderExplanation(authorizer.explain(request)), renderExplanation(explain(call)));

    choices.list(1, 6, () => {
      checks.next();
      const expression = drawWild(choices, ground, 3);
      const surroundings = {
        ...(choices.chance(60) ? { request } : {}),
        ...(choices.chance(60) ? { entities: store } : {}),
      };
      checkTrace(checks, expression, surroundings);
      const compiled = unwrap(compileExpression(expression));
      const empty = unwrap(Entities.of());
      const without = evaluateExpression(expression, { request });
      checks.equal("no entities", told(without), toldOutcome(compiled.evaluate(request, empty)));
    });
    checks.next();
    checkSlots(choices, checks, question);
    choices.pick([checkTimes, checkExceptions, checkDocuments, checkReserved, checkManyFaults])(choices, checks);
    return checks.result();
  },
};

function told(result: Result<Value | EvaluationError>): string {
  return result.ok ? toldOutcome(result.value) : result.errors.map(({ code, message }) => `${code}: ${message}`).join();
}

function toldOutcome(outcome: Value | EvaluationError): string {
  return isEvaluationError(outcome) ? `${outcome.code}: ${outcome.message} ${outcome.help}` : keyOf(outcome);
}

type Surroundings = NonNullable<Parameters<typeof evaluateExpression>[1]>;

function checkTrace(checks: Checks, expression: Expression, surroundings: Surroundings): void {
  const trace = traceExpression(expression, surroundings);
  const outcome = evaluateExpression(expression, surroundings);
  checks.equal("trace", trace.ok ? toldOutcome(trace.value.outcome) : told(trace), told(outcome));
  const whole = trace.ok ? trace.value.steps.find((step) => step.expression === expression) : undefined;
  if (whole === undefined || whole.outcome.kind === "skipped") checks.equal("the last step", "none", "one");
  else {
    const { outcome: last } = whole;
    checks.equal("the last step", toldOutcome(last.kind === "value" ? last.value : last.error), told(outcome));
  }
  // A tree that cannot be compiled cannot be traced.
  const wrong: Expression = { kind: "set", span: undefined, elements: [expression, tooLarge] };
  checks.equal("a faulty tree", told(traceExpression(wrong) as Result<never>), told(evaluateExpression(wrong)));
  const compiled = compileExpression(wrong);
  checks.equal("a faulty tree", compiled.ok ? "" : told(compiled), told(evaluateExpression(wrong)));
}

const tooLarge: Expression = { kind: "long", span: undefined, value: 2n ** 63n };

function checkSlots(choices: Choices, checks: Checks, { request }: Question): void {
  const environment = new Environment(request, unwrap(EntityStore.of()));
  const slots = { "?principal": request.principal, "?resource": request.resource };
  const name = choices.pick(["?principal", "?resource"] as const);
  const filled = environment.withSlots(slots);
  checks.equal("slots", filled.slots[name] === slots[name] && filled.principal === request.principal, true);
}

function checkTimes(choices: Choices, checks: Checks): void {
  const [a, b] = [drawAnyLong(choices), drawAnyLong(choices)];
  const expected = BigInt(a) === BigInt(b) ? 0 : BigInt(a) < BigInt(b) ? -1 : 1;
  checks.equal("datetimes", Math.sign(compareDatetime(datetimeOf(a), datetimeOf(b))), expected);
  checks.equal("durations", Math.sign(compareDuration(durationOf(a), durationOf(b))), expected);
}

function checkExceptions(choices: Choices, checks: Checks): void {
  const texts = choices.list(1, 3, () => choices.pick(["one", "two", ""]));
  const errors = texts.map(
    (message): Diagnostic => ({ code: "a/b", severity: "error", message, labels: [], related: [] }),
  );
  const more = texts.length === 1 ? "" : ` (and ${texts.length - 1} more)`;
  const message = `DiagnosticsError: ${texts[0]}${more}`;
  checks.equal(
    "unwrapped",
    thrownBy(() => unwrap(failure(errors))),
    message,
  );
  checks.equal(
    "no errors",
    thrownBy(() => failure([])),
    "RangeError: a failure needs at least one diagnostic",
  );
  const thrown = new DiagnosticsError(errors);
  checks.equal("the errors", thrown.diagnostics === errors && isDiagnosticsError(thrown), true);
  checks.equal("from another copy", isDiagnosticsError({ kind: "diagnostics-error" }), true);
  const other = choices.pick<unknown>([null, 1, "a", {}, { kind: "error" }, new Error("a"), undefined]);
  checks.equal("no such error", isDiagnosticsError(other), false);
  checks.equal("no message", new DiagnosticsError([]).message, "unknown fault");
}

/** Entities that go well each, and not together. */
function checkDocuments(choices: Choices, checks: Checks): void {
  const entity = (id: string, parents: readonly string[], n: number): object => ({
    uid: { type: "User", id },
    attrs: { n },
    parents: parents.map((parent) => ({ type: "User", id: parent })),
  });
  const [documents, code] = choices.pick<readonly [readonly object[], string]>([
    [[entity("a", [], 1), entity("a", [], 2)], "entities/duplicate"],
    [[entity("a", ["b"], 1), entity("b", ["a"], 1)], "entities/cycle"],
    [[entity("a", ["a"], 1)], "entities/cycle"],
    [[entity("a", ["b"], 1), entity("a", ["b"], 1)], ""],
    [[], ""],
  ]);
  const stores = [Entities.fromJson(JSON.stringify(documents)), Entities.fromPlain(documents)];
  for (const store of stores) {
    checks.equal("documents", store.ok ? "" : store.errors.map((error) => error.code).join(), code);
  }
  const broken = Entities.fromJson(`${JSON.stringify(documents)}]`);
  checks.equal("no JSON", broken.ok ? "" : broken.errors.map((error) => error.code).join(), "json/trailing-characters");
  checks.equal("empty", unwrap(unwrap(Entities.of()).toJson()), "[]");
  checks.equal("empty", unwrap(EntityStore.of()).size, 0);
}

/** Of very many faults, the first thousand are told. */
function checkManyFaults(choices: Choices, checks: Checks): void {
  if (!choices.chance(10)) return;
  const count = choices.pick([3, 999, 1000, 1001, 1005]);
  const names = Array.from({ length: count }, (_, index) => `N${index}`);
  const told = names.slice(0, 1000);
  const messages = (result: Result<unknown>): string =>
    result.ok ? "" : result.errors.map(({ message }) => message).join("\n");
  const types = parseSchema(`entity E in [${names.join()}];`);
  checks.equal("many types", messages(types), `failed to resolve types: ${told.join(", ")}`);
  const actions = parseSchema(`action a in [${names.join()}];`);
  const uids = told.map((name) => `Action::"${name}"`);
  checks.equal(
    "many actions",
    messages(actions),
    `undeclared actions: ${uids.slice(0, -1).join(", ")}, and ${uids.at(-1)}`,
  );
  const policies = parsePolicies("permit(principal, action, resource) when { 1 = 1 };".repeat(count));
  checks.equal("many policies", policies.ok ? 0 : policies.errors.length, told.length);
}

/** Values that JSON would take for something else, or has no room for. */
function checkReserved(choices: Choices, checks: Checks): void {
  const deep = choices.chance(10);
  const key = choices.pick(["__entity", "__extn", "__expr"]);
  let value: Value = deep ? 1 : recordOf([[key, drawAnyValue(choices, 1)]]);
  for (let depth = deep ? 1200 : choices.below(3); depth > 0; depth--)
    value = choices.chance(50) ? setOf([value]) : recordOf([["a", value]]);
  const place = choices.pick(["attributes", "tags"] as const);
  const good = entityOf(entityUid("User", "b"), { [place]: [["long", drawAnyLong(choices) as Long]] });
  const entities: readonly Entity[] = [entityOf(entityUid("User", "a"), { [place]: [["k", value]] }), good];
  const written = entitiesToJson(entities);
  const codes = written.ok ? stringifyJson(written.value) : written.errors.map(({ code }) => code).join();
  checks.equal("reserved", codes, deep ? "entities/too-deep" : "entities/reserved-key");
}
