import { isAuthorized, policySetFromText, requestFromPlain } from "@deodar/authorizer";
import { contextFromJson, Entities } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { oracleAuthorize } from "./oracle.ts";

const uid = { type: "User", id: "a" };
const call = { principal: uid, action: { type: "Action", id: "a" }, resource: uid };

/** What a reader makes of a JSON text: `refused: …` with the message, or what became of the probe. */
export type ReaderVerdict = string;

/** Conditions that tell what `context.v` was read as: the first names its type in its error, the others test it. */
const probes: readonly string[] = [
  "context.v.isEmpty()",
  'context.v == User::"a"',
  'context.v.contains(User::"a")',
  'context.v has "a"',
  'context.v has "__entity"',
  'context.v == ip("1.1.1.1")',
  "context.v == 1",
  'context.v["a"]',
];

const policies = probes.map((probe) => `permit(principal, action, resource) when { ${probe} };`).join("\n");
const policySet = unwrap(policySetFromText(policies));

/** Whether and how the reference reads the text as the value `v` of a context. */
export function oracleValue(text: string): ReaderVerdict {
  const context = { v: JSON.parse(text) };
  const answer = oracleAuthorize({ ...call, context, entities: [], policies: { staticPolicies: policies } });
  if (answer.type === "failure") return `refused: ${answer.errors[0]?.message}`;
  const { reason, errors } = answer.response.diagnostics;
  return probeVerdict(
    reason,
    errors.map(({ policyId, error }) => [policyId, error.message]),
  );
}

/** Whether and how we read the text as the value `v` of a context. */
export function ourValue(text: string): ReaderVerdict {
  const context = contextFromJson(`{"v": ${text}}`);
  if (!context.ok) return `refused: ${context.errors[0]?.message}`;
  const request = { ...unwrap(requestFromPlain(call)), context: context.value };
  const response = isAuthorized({ request, policies: policySet, entities: unwrap(Entities.fromPlain([])) });
  return probeVerdict(
    response.reasons,
    response.errors.map(({ policyId, error }) => [policyId, error.message]),
  );
}

const probeVerdict = (
  satisfied: readonly string[],
  errors: readonly (readonly [id: string, message: string])[],
): string => JSON.stringify([satisfied.toSorted(), errors.map((error) => error.join(": ")).sort()]);

/** Whether the reference reads the text as entities. */
export function oracleEntities(text: string): ReaderVerdict {
  const entities = JSON.parse(text) as never;
  const answer = oracleAuthorize({ ...call, context: {}, entities, policies: { staticPolicies: "" } });
  return answer.type === "failure" ? `refused: ${answer.errors[0]?.message}` : "read";
}

/** Whether we read the text as entities. */
export function ourEntities(text: string): ReaderVerdict {
  const entities = Entities.fromJson(text);
  return entities.ok ? "read" : `refused: ${entities.errors[0]?.message}`;
}

/** Why our reading of a text may differ from the reference's, or `undefined`. */
export function whyReadDifferently(text: string, theirs: ReaderVerdict, ours: ReaderVerdict): string | undefined {
  if (text.includes('"fn": "unknown"'))
    return "`unknown` belongs to an experiment of the reference, which its npm package turns on";
  if (/\["User", "a"\]|\[\[\]\]/.test(text))
    return "the reference takes an array for the object whose fields it holds in order";
  if (theirs.includes("has a cycle containing") && ours.includes("has a cycle containing")) {
    return "the reference names any entity of a cycle, we the first";
  }
  if (text.includes("0.5") && theirs.startsWith("refused") && ours.startsWith("refused"))
    return "of two faults we name the other";
  return undefined;
}
