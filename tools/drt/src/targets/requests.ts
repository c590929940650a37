import { type RequestInput, requestFromPlain } from "@deodar/authorizer";
import { requestFromJson } from "@deodar/authorizer/json";
import {
  contextFromPlain,
  type EntityUid,
  emptyRecord,
  entityUid,
  isAction,
  printUid,
  type RecordValue,
  recordOf,
  uidFromPlain,
  type Value,
} from "@deodar/core";
import { type Diagnostic, type Result, success } from "@deodar/diagnostics";
import type { Request } from "@deodar/evaluator";
import { parseJson, stringifyJson } from "@deodar/json";
import { parseEntityUid } from "@deodar/syntax";
import { type Choices, drawKind, drawRequest, drawWorld, mutateJson } from "@deodar/testing";
import { Checks } from "../checks.ts";
import { keyOf } from "../plain-values.ts";
import { Question } from "../situation.ts";
import type { CaseResult, Target } from "../target.ts";

const variables = ["principal", "action", "resource"] as const;

/** Requests as programs and documents write them, right and wrong, against what their parts are read as. */
export const requests: Target = {
  name: "requests",
  share: 0.5,
  referenceEvery: Number.MAX_SAFE_INTEGER,
  run(choices): CaseResult {
    const { ground } = drawWorld(choices);
    const json = drawRequest(choices, ground, drawKind(choices, ground), { slips: 10 });
    const question = new Question(json);
    const input = drawInput(choices, question);
    const checks = new Checks(() => new Map([["request.json", `${stringifyJson(input as never, 2)}\n`]]));
    checks.next();
    checks.equal("plain", told(requestFromPlain(input as never)), expected(input, uidFromText));
    const isJson = !Object.values(input).some((part) => part === undefined || isRecord(part));
    const text = isJson && hasOnlyPlain(input) ? stringifyJson(input as never, choices.pick([0, 2])) : "";
    // Half a surrogate pair can be in a string of a program, but not in JSON.
    if (parseJson(text).ok) {
      checks.next();
      const read = requestFromJson(text);
      checks.equal("JSON", told(read), expected(input, uidFromPlain));
      for (const { path, labels } of read.ok ? [] : read.errors) {
        const [place] = labels;
        const shown = place && parsed(text.slice(place.start, place.end));
        const part = partAt(input, path ?? []);
        if (part !== undefined) checks.equal("JSON: place", shown, stringifyJson(part as never));
      }
    }
    for (const [what, given, answer] of misuse) {
      checks.equal(what, told(requestFromPlain(given() as RequestInput)), answer);
    }
    checks.equal("is an action", isAction(question.request.action), /(^|::)Action$/.test(question.request.action.type));
    return checks.result();
  },
};

/** The parts of a request in any of the forms that are allowed, and now and then in none. */
function drawInput(choices: Choices, { json, request }: Question): { [part: string]: unknown } {
  const input: { [part: string]: unknown } = {};
  for (const part of variables) {
    const uid = json[part];
    const form = choices.pick([
      uid,
      { __entity: uid },
      request[part],
      printUid(request[part]),
      "text",
      "changed",
      undefined,
    ]);
    if (form === "text")
      input[part] = choices.pick(["User::a", "", 'User::"a" ', 'User::"a" // x', 'in::"a"', "User", 'A :: B::"x"']);
    else if (form === "changed") input[part] = mutateJson(choices, uid as never);
    else if (form !== undefined || choices.chance(30)) input[part] = form;
    else input[part] = uid;
  }
  const context = choices.pick(["plain", "record", "none", "changed", "odd record"]);
  if (context === "plain") input["context"] = json.context;
  if (context === "record") input["context"] = request.context;
  // JSON would make something else of it.
  if (context === "odd record") input["context"] = recordOf([["__entity", 1]]);
  if (context === "changed") input["context"] = mutateJson(choices, json.context as never);
  if (choices.chance(10)) input[choices.pick(["contxt", "__proto", "Principal"])] = choices.pick([1, undefined, {}]);
  return input;
}

/** What a request is read as: its values, or all that is wrong. */
function told(result: Result<Request>): string {
  if (!result.ok) return result.errors.map(showError).join("\n");
  const { principal, action, resource, context } = result.value;
  return [principal, action, resource, context].map(keyOf).join("; ");
}

function showError({ code, message, path, help }: Diagnostic): string {
  return JSON.stringify({ code, message, path, help });
}

type UidReader = (text: string) => Result<EntityUid>;

/** The same, put together from what its parts are read as. */
function expected(input: { readonly [part: string]: unknown }, readText: UidReader): string {
  const known: readonly string[] = [...variables, "context"];
  const errors: Diagnostic[] = [];
  const note = (code: string, message: string, more: object): void =>
    void errors.push({ code, message, severity: "error", labels: [], related: [], ...more });
  for (const field of Object.keys(input)) {
    const message = `unknown field \`${field}\`, expected one of \`principal\`, \`action\`, \`resource\`, \`context\``;
    if (!known.includes(field)) note("request/unknown-field", message, { path: [field] });
  }
  if (errors.length > 0) return errors.map(showError).join("\n");
  const values: Value[] = [];
  for (const variable of variables) {
    const given = input[variable];
    if (given === undefined) {
      note("request/missing-variable", `missing field \`${variable}\``, {});
      continue;
    }
    const uid = typeof given === "string" ? readText(given) : uidFromPlain(given);
    if (uid.ok) values.push(uid.value);
    for (const { message, help, path = [] } of uid.ok ? [] : uid.errors)
      note("request/malformed-uid", `failed to parse ${variable}: ${message}`, { help, path: [variable, ...path] });
  }
  const { context = emptyRecord } = input;
  const read = isRecord(context) ? success(context) : contextFromPlain(context);
  if (read.ok) values.push(read.value);
  else for (const error of read.errors) errors.push({ ...error, path: ["context", ...(error.path ?? [])] });
  return errors.length > 0 ? errors.map(showError).join("\n") : values.map(keyOf).join("; ");
}

function uidFromText(text: string): Result<EntityUid> {
  const uid = parseEntityUid(text);
  return uid.ok ? success(entityUid(uid.value.type, uid.value.id)) : uid;
}

function isRecord(value: unknown): value is RecordValue {
  return (
    typeof value === "object" && value !== null && (value as { readonly entries?: unknown }).entries instanceof Map
  );
}

/** Whether there are no uids of ours, which in JSON would have a field too many. */
function hasOnlyPlain(input: { readonly [part: string]: unknown }): boolean {
  return variables.every((part) => (input[part] as { readonly kind?: unknown } | null)?.kind !== "entity");
}

function partAt(json: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], json);
}

/** The value that this text is, without blanks. */
function parsed(text: string): string {
  const json = parseJson(text);
  return json.ok ? stringifyJson(json.value) : `no JSON: ${text}`;
}

const shape = "a request is an object with `principal`, `action`, `resource` and `context`";

function unreadable(field: string, path?: readonly string[]): string {
  const message = `reading the request's \`${field}\` threw an exception`;
  return JSON.stringify({ code: "request/unreadable", message, path });
}

function fail(): never {
  throw new Error("not readable");
}

/** What no document can say. */
const misuse: readonly (readonly [what: string, given: () => unknown, answer: string])[] = [
  ["null", () => null, JSON.stringify({ code: "request/not-an-object", message: shape })],
  ["a text", () => "a", JSON.stringify({ code: "request/not-an-object", message: shape })],
  [
    "a getter that throws",
    () => ({
      get context() {
        return fail();
      },
    }),
    unreadable("context", ["context"]),
  ],
  ["keys that throw", () => new Proxy({}, { ownKeys: fail }), unreadable("keys")],
];
