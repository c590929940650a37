import { type RequestInput, requestFromPlain } from "@deodar/authorizer";
import { contextFromJson, type EntityUid, emptyRecord, entityUid, type RecordValue } from "@deodar/core";
import type { Request } from "@deodar/evaluator";
import { isJsonObject, type JsonValue, parseJson } from "@deodar/json";
import { parseEntityUid } from "@deodar/syntax";
import { cliFault } from "../catalogue.ts";
import type { Io } from "../io.ts";
import type { GivenOptions, Option } from "../options.ts";
import { type Loaded, loaded, notLoaded, type Problem } from "../problem.ts";
import { placeErrors } from "./place-errors.ts";
import { readText } from "./read-text.ts";

/** The options that say what is requested. */
export const requestOptions: readonly Option[] = [
  { long: "principal", short: "l", value: "UID", help: 'who asks, such as User::"alice"' },
  { long: "action", short: "a", value: "UID", help: 'to do what, such as Action::"view"' },
  { long: "resource", short: "r", value: "UID", help: 'with what, such as File::"my.txt"' },
  { long: "context", short: "c", value: "FILE", help: "the circumstances: a file with a JSON object" },
  {
    long: "request-json",
    value: "FILE",
    help: "all of the request: a JSON object with principal, action, resource and context",
  },
];

const what = "failed to parse request";

/** The request that the options describe. */
export async function loadRequest(io: Io, given: GivenOptions): Promise<Loaded<Request>> {
  const file = given.text("request-json");
  if (file === undefined) return requestFromFlags(io, given);
  const clash = ["principal", "action", "resource", "context"].find((name) => given.text(name) !== undefined);
  if (clash !== undefined) {
    const diagnostics = [cliFault("cli/conflicting-options", { option: "request-json", other: clash })];
    return notLoaded({ what, diagnostics });
  }
  const source = await readText(io, file, "request-json");
  if (!source.ok) return source;
  const json = parseJson(source.value.text);
  if (!json.ok) return notLoaded({ what, diagnostics: json.errors, source: source.value });
  const request = requestFromPlain(inputOf(json.value));
  if (request.ok) return loaded(request.value);
  return notLoaded({ what, diagnostics: placeErrors(request.errors, source.value.text), source: source.value });
}

/** The four parts of a request; files of test suites have more keys, which the reference's command passes over too. */
function inputOf(json: JsonValue): RequestInput {
  // The reader checks everything that it is given; its type is for those who write requests in code.
  if (!isJsonObject(json)) return json as unknown as RequestInput;
  const parts: { [key: string]: JsonValue } = {};
  for (const key of ["principal", "action", "resource", "context"]) {
    const part = Object.hasOwn(json, key) ? json[key] : undefined;
    if (part !== undefined) parts[key] = part;
  }
  return parts as unknown as RequestInput;
}

async function requestFromFlags(io: Io, given: GivenOptions): Promise<Loaded<Request>> {
  const problems: Problem[] = [];
  const collect = <T>(part: Loaded<T>): T | undefined => {
    if (part.ok) return part.value;
    problems.push(...part.problems);
    return undefined;
  };
  const principal = collect(uidFromFlag(given, "principal"));
  const action = collect(uidFromFlag(given, "action"));
  const resource = collect(uidFromFlag(given, "resource"));
  const context = collect(await contextFromFlag(io, given));
  const [first, ...others] = problems;
  if (first !== undefined) return notLoaded(first, ...others);
  if (principal === undefined || action === undefined || resource === undefined || context === undefined) {
    return notLoaded({ what, diagnostics: [cliFault("cli/incomplete-request")] });
  }
  return loaded({ principal, action, resource, context });
}

function uidFromFlag(given: GivenOptions, variable: string): Loaded<EntityUid | undefined> {
  const text = given.text(variable);
  if (text === undefined) return loaded(undefined);
  const uid = parseEntityUid(text);
  if (uid.ok) return loaded(entityUid(uid.value.type, uid.value.id));
  return notLoaded({
    what: `failed to parse ${variable} as entity Uid`,
    diagnostics: uid.errors,
    source: { name: `--${variable}`, text },
  });
}

async function contextFromFlag(io: Io, given: GivenOptions): Promise<Loaded<RecordValue>> {
  const file = given.text("context");
  if (file === undefined) return loaded(emptyRecord);
  const source = await readText(io, file, "context");
  if (!source.ok) return source;
  const context = contextFromJson(source.value.text);
  if (context.ok) return loaded(context.value);
  return notLoaded({
    what: `failed to create a context from ${file}`,
    diagnostics: context.errors,
    source: source.value,
  });
}
