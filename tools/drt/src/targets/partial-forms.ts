import type { PolicySet } from "@deodar/authorizer";
import {
  isAuthorizedPartial,
  type PartialRequestInput,
  type PartialResponse,
  partialContextFromJson,
  partialContextFromPlain,
  partialEntitiesFromJson,
  partialEntitiesFromPlain,
  partialRequestFromPlain,
  reauthorize,
} from "@deodar/authorizer/partial";
import { contextFromPlain, Entities, emptyRecord, printUid, type Value, valueFromPlain } from "@deodar/core";
import { type Result, unwrap } from "@deodar/diagnostics";
import { isEvaluationError } from "@deodar/evaluator";
import { evaluatePartially, isResidual, type Residual } from "@deodar/evaluator/partial";
import { stringifyJson } from "@deodar/json";
import { type Choices, drawKind, drawPolicySet, drawRequest, drawWorld } from "@deodar/testing";
import { Checks, thrownBy } from "../checks.ts";
import { hideValues } from "../hide-values.ts";
import { keyOf } from "../plain-values.ts";
import { PolicySetForms } from "../policy-set-forms.ts";
import { Question } from "../situation.ts";
import type { CaseResult, Target } from "../target.ts";

/** Partial requests and unknowns in JSON as they are written, right and wrong, and how the parts of a response fit together. */
export const partialForms: Target = {
  name: "partial forms",
  share: 1,
  referenceEvery: Number.MAX_SAFE_INTEGER,
  run(choices): CaseResult {
    const world = drawWorld(choices);
    const policies = new PolicySetForms(
      drawPolicySet(choices, world.ground, { depth: 2, slips: 10, unguarded: 20, wild: 0 }),
    ).set;
    const question = new Question(drawRequest(choices, world.ground, drawKind(choices, world.ground), { slips: 0 }));
    const context = { a: drawJson(choices, 3), b: drawJson(choices, 2) };
    const checks = new Checks(() => new Map([["context.json", stringifyJson(context as never, 2)], question.file()]));
    checks.next();
    compareContexts(context, checks);
    checks.next();
    compareRequests(choices, question, checks);
    checks.next();
    const hidden = hideValues(choices, question.json, world.entities);
    const entities = unwrap(partialEntitiesFromPlain(hidden.entities));
    const request = unwrap(partialRequestFromPlain(hidden.request));
    const response = isAuthorizedPartial({ request, policies, entities });
    compareResponse(response, policies, checks);
    const fromText = unwrap(partialEntitiesFromJson(stringifyJson(hidden.entities as never)));
    const again = isAuthorizedPartial({ request, policies, entities: fromText });
    checks.equal("entities from text", shown(again), shown(response));
    const forms = partialRequestFromPlain({ ...hidden.request, context: request.context ?? null });
    checks.equal("request of values", shown(forms), JSON.stringify({ ok: true, value: request, warnings: [] }, exact));
    compareRefusals(response, question, checks);
    return checks.result();
  },
};

const exact = (_: string, value: unknown): unknown =>
  typeof value === "bigint" ? `${value}n` : value instanceof Map ? [...value] : value;
const shown = (value: unknown): string => JSON.stringify(value, exact);

const unknowns: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["n", 1],
  ["t", "1.2.3.4"],
  ["d", "2024-01-01"],
  ["r", { x: [1, "a"] }],
]);

/** JSON with unknowns in it, and with what nearly is one. */
function drawJson(choices: Choices, depth: number): unknown {
  const name = choices.pick([...unknowns.keys()]);
  const call = { fn: "unknown", arg: name };
  switch (choices.below(depth > 0 ? 9 : 5)) {
    case 0:
      return choices.pick([1, "a", true, [], {}]);
    case 1:
      return { __extn: call };
    case 2:
      return { __extn: { fn: "unknown", args: [name] } };
    case 3:
      return choices.pick([
        { __extn: call, more: 1 },
        { __extn: { ...call, more: 1 } },
        { __extn: { fn: "ip", arg: { __extn: { fn: "unknown", arg: "t" } } } },
        { __extn: { fn: "datetime", args: [{ __extn: { fn: "unknown", arg: "d" } }] } },
        {
          __extn: {
            fn: "offset",
            args: [
              { __extn: { fn: "datetime", arg: { __extn: { fn: "unknown", arg: "d" } } } },
              { __extn: { fn: "duration", arg: "1d" } },
            ],
          },
        },
        { __entity: { type: "User", id: name } },
        { extn: call },
      ]);
    case 4:
      // Faults, with and without unknowns beside them.
      return choices.pick<unknown>([
        null,
        [null, { __extn: call }],
        { __extn: { fn: "ip", arg: "x" } },
        { a: { __extn: call }, b: null },
        { __extn: { fn: "nothing", arg: { __extn: call } } },
        "a",
        1,
        "b",
        2,
      ]);
    case 5:
    case 6:
      return choices.list(0, 3, () => drawJson(choices, depth - 1));
    default:
      return Object.fromEntries(choices.list(0, 3, (index) => [`k${index}`, drawJson(choices, depth - 1)] as const));
  }
}

/** The JSON with what unknowns stand for, or with a text for each. */
function filled(json: unknown, standFor: (name: string) => unknown): unknown {
  if (Array.isArray(json)) return json.map((each) => filled(each, standFor));
  if (typeof json !== "object" || json === null) return json;
  const { __extn: call, ...rest } = json as {
    readonly __extn?: { readonly fn?: unknown; readonly arg?: unknown; readonly args?: readonly unknown[] };
  };
  const isCall = typeof call === "object" && call !== null && Object.keys(rest).length === 0;
  const name =
    isCall && call.fn === "unknown" ? (call.arg ?? (call.args?.length === 1 ? call.args[0] : undefined)) : undefined;
  if (typeof name === "string") return standFor(name);
  return Object.fromEntries(Object.entries(json).map(([key, part]) => [key, filled(part, standFor)]));
}

function hasCallOfUnknown(json: unknown): boolean {
  return /"fn":"(?!unknown)[^"]*","args?":(\[)?\{"__extn":\{"fn":"(unknown|datetime)/.test(JSON.stringify(json));
}

function compareContexts(json: object, checks: Checks): void {
  const read = partialContextFromPlain(json);
  const text = stringifyJson(json as never, 1);
  const fromText = partialContextFromJson(text);
  const withTexts = contextFromPlain(filled(json, () => ""));
  const faults = (result: Result<unknown>): string =>
    result.ok ? "" : shown(result.errors.map(({ code, path, message }) => [code, path, message]));
  // A call with an unknown in it has a result only later, and fails only then.
  if (!hasCallOfUnknown(json)) checks.equal("faults", faults(read), faults(withTexts));
  checks.equal("faults of text", faults(fromText), faults(read));
  for (const { labels } of fromText.ok ? [] : fromText.errors) {
    const [place] = labels;
    checks.equal("place of a fault", place !== undefined && place.end > place.start && place.end <= text.length, true);
  }
  if (!read.ok || !fromText.ok) return;
  checks.equal("from text", shown(fromText.value), shown(read.value));
  const expected = contextFromPlain(filled(json, (name) => unknowns.get(name)));
  const value = fill(read.value);
  if (expected.ok) checks.equal("filled", value, keyOf(expected.value));
  const isOpen = JSON.stringify(filled(json, () => "")) !== JSON.stringify(json);
  checks.equal("is open", isResidual(read.value), isOpen);
}

function fill(context: Value | Residual): string {
  if (!isResidual(context)) return keyOf(context);
  const values = new Map(Array.from(unknowns, ([name, json]): [string, Value] => [name, unwrap(valueFromPlain(json))]));
  const entities = { get: () => undefined, isIn: () => false };
  const outcome = evaluatePartially(context.expression, { request: {}, entities, unknowns: values });
  if (isEvaluationError(outcome)) return outcome.message;
  return isResidual(outcome) ? "still open" : keyOf(outcome);
}

/** Requests with parts left out: what is given is read as in a whole one. */
function compareRequests(choices: Choices, { json, request }: Question, checks: Checks): void {
  const given: Record<string, unknown> = {};
  for (const part of ["principal", "action", "resource"] as const) {
    const form = choices.pick([
      json[part],
      printUid(request[part]),
      request[part],
      null,
      undefined,
      "left out",
      "::",
      { type: "User" },
    ]);
    if (form !== "left out") given[part] = form;
  }
  const context = choices.pick([
    json.context,
    request.context,
    null,
    undefined,
    "left out",
    { a: null },

    1,
  ]);
  if (context !== "left out") given["context"] = context;
  if (choices.chance(10)) given["contxt"] = 1;
  const read = partialRequestFromPlain(given as PartialRequestInput);
  const parts = ["principal", "action", "resource"] as const;
  const whole = { principal: json.principal, action: json.action, resource: json.resource, context: {} };
  const faults: unknown[] = [];
  for (const part of [...parts, "contxt"]) {
    if (given[part] === undefined || given[part] === null) continue;
    const alone = partialRequestFromPlainAlone(whole, part, given[part]);
    faults.push(...alone);
  }
  const isUnknownField = Object.hasOwn(given, "contxt");
  const own = isUnknownField ? faults.slice(-1) : faults;
  if (context !== "left out" && context !== undefined && context !== null) {
    const alone = contextFromPlain(context === request.context ? json.context : context);
    if (!alone.ok) own.push(...alone.errors.map((error) => ({ ...error, path: ["context", ...(error.path ?? [])] })));
  }
  const told = read.ok ? [] : read.errors.map(({ code, path, message }) => [code, path, message]);
  checks.equal(
    "request: faults",
    shown(told),
    shown(
      own.map((error) => {
        const { code, path, message } = error as { code: string; path: unknown; message: string };
        return [code, path, message];
      }),
    ),
  );
  if (!read.ok) return;
  for (const part of parts) {
    const isGiven = given[part] !== undefined && given[part] !== null;
    const uid = read.value[part];
    checks.equal(`request: ${part}`, uid && keyOf(uid), isGiven ? keyOf(request[part]) : undefined);
  }
  const isGiven = given["context"] !== undefined && given["context"] !== null;
  checks.equal(
    "request: context",
    read.value.context && keyOf(read.value.context as Value),
    isGiven ? keyOf(request.context) : undefined,
  );
}

/** What is wrong with one part of a request, all else being right. */
function partialRequestFromPlainAlone(whole: object, part: string, value: unknown): readonly unknown[] {
  const read = partialRequestFromPlain({ ...whole, [part]: value } as PartialRequestInput);
  return read.ok ? [] : read.errors;
}

/** What is said of the policies together follows from what became of each. */
function compareResponse(response: PartialResponse, policies: PolicySet, checks: Checks): void {
  const errored = response.errors.map(({ policyId }) => policyId);
  const judged = Array.from(response.residuals, ([id, { effect, conditions }]) => {
    const body = conditions[0]?.body;
    const verdict = errored.includes(id)
      ? "errored"
      : body?.kind === "boolean"
        ? body.value
          ? "satisfied"
          : "unsatisfied"
        : "open";
    return { id, effect, verdict };
  });
  const ids = (...wanted: readonly string[]): readonly string[] =>
    judged.filter(({ effect, verdict }) => wanted.includes(`${effect} ${verdict}`)).map(({ id }) => id);
  const [forbids, mayForbid] = [ids("forbid satisfied"), ids("forbid open")];
  const [permits, mayPermit] = [ids("permit satisfied"), ids("permit open")];
  const decision =
    forbids.length > 0
      ? "deny"
      : permits.length > 0 && mayForbid.length === 0
        ? "allow"
        : permits.length + mayPermit.length === 0
          ? "deny"
          : undefined;
  checks.equal("policies", shown(judged.map(({ id }) => id)), shown(Array.from(policies, ({ id }) => id)));
  const {
    decision: told,
    satisfied,
    errored: failed,
    mayBeDetermining,
    mustBeDetermining,
    nontrivialResiduals,
  } = response;
  checks.equal("decision", told, decision);
  checks.equal("satisfied", shown(satisfied), shown(ids("permit satisfied", "forbid satisfied")));
  checks.equal("errored", shown(failed), shown(ids("permit errored", "forbid errored")));
  checks.equal("nontrivial", shown(nontrivialResiduals), shown(ids("permit open", "forbid open")));
  const may =
    forbids.length > 0 ? ids("forbid satisfied", "forbid open") : ids("permit satisfied", "permit open", "forbid open");
  checks.equal("may be determining", shown(mayBeDetermining), shown(may));
  const must = forbids.length > 0 || mayForbid.length > 0 ? forbids : permits;
  checks.equal("must be determining", shown(mustBeDetermining), shown(must));
}

const noRequest =
  "TypeError: a partial request is made of entity uids and a context record: see partialRequestFromPlain";

/** What may not be given, or not once more. */
function compareRefusals(response: PartialResponse, { request }: Question, checks: Checks): void {
  const entities = new Entities();
  const policies = new PolicySetForms({ policies: [], templates: [], links: [] }).set;
  const { type, id } = request.principal;
  for (const broken of [
    { principal: { type, id } },
    { action: { kind: "user" } },
    { resource: { type, id } },
    { context: {} },
    { context: { kind: "residual", expression: { kind: "boolean" } } },
  ]) {
    checks.equal(
      "broken",
      thrownBy(() => isAuthorizedPartial({ request: broken as never, policies, entities })),
      noRequest,
    );
  }
  for (const part of ["principal", "action", "resource", "context"] as const) {
    const isKnown = response.request[part] !== undefined;
    const own = reauthorize(response, { [part]: request[part], entities });
    const message = `partial/already-known the ${part} of the request is known already`;
    const told = own.ok ? "" : own.errors.map(({ code, message }) => `${code} ${message}`).join();
    if (isKnown) checks.equal("known already", told, message);
    const wrong = part === "context" ? request.principal : emptyRecord;
    const expected = part === "context" ? "a record" : "an entity uid";
    const mistaken = reauthorize(response, { unknowns: [[part, wrong]], entities });
    const why = mistaken.ok ? "" : mistaken.errors.map(({ code, message }) => `${code} ${message}`).join();
    const type = `partial/wrong-type the value of the unknown \`${part}\` must be ${expected}`;
    checks.equal("wrong type", why, isKnown ? `${message},${type}` : type);
  }
  for (const [given, code] of [
    [null, "request/not-an-object"],
    ["a", "request/not-an-object"],
    [
      new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error("no");
          },
        },
      ),
      "request/unreadable",
    ],
  ] as const) {
    const read = partialRequestFromPlain(given as never);
    checks.equal("no request", read.ok ? "" : read.errors.map((error) => error.code).join(), code);
  }
}
