import * as reference from "@cedar-policy/cedar-wasm/nodejs";
import { ByteOffsets, type Span } from "@deodar/diagnostics";
import { parsePolicy } from "@deodar/syntax";
import { compilePolicy, Environment, isEvaluationError } from "../src/index.ts";
import { contextJson, entitiesJson, entitySource, request, uidJson } from "./world.ts";

/** What becomes of a policy whose condition is an expression. */
export type Verdict =
  | boolean
  | { readonly message: string; readonly help: string | undefined; readonly span: Span | undefined }
  | "not a policy";

const batchSize = 200;

/** The policy with this expression as its condition; a whole policy is left as it is. */
export function policyText(expression: string): string {
  return /^(?:permit|forbid)\s*\(/.test(expression)
    ? expression
    : `permit(principal, action, resource) when { ${expression} };`;
}

/** What the reference makes of these expressions, many in one call. */
export function verdictsOfReference(expressions: readonly string[]): Verdict[] {
  const verdicts: Verdict[] = [];
  for (let start = 0; start < expressions.length; start += batchSize) {
    verdicts.push(...batch(expressions.slice(start, start + batchSize)));
  }
  return verdicts;
}

function batch(expressions: readonly string[]): Verdict[] {
  const texts = expressions.map(policyText);
  const answer = reference.isAuthorized({
    principal: uidJson(request.principal),
    action: uidJson(request.action),
    resource: uidJson(request.resource),
    context: contextJson,
    policies: { staticPolicies: Object.fromEntries(texts.map((text, index) => [`p${index}`, text])) },
    entities: entitiesJson,
  });
  if (answer.type === "failure")
    return expressions.length === 1 ? ["not a policy"] : expressions.flatMap((one) => batch([one]));
  const verdicts: Verdict[] = expressions.map(() => false);
  for (const id of answer.response.diagnostics.reason) verdicts[Number(id.slice(1))] = true;
  for (const { policyId, error } of answer.response.diagnostics.errors) {
    const index = Number(policyId.slice(1));
    const [location] = error.sourceLocations ?? [];
    verdicts[index] = {
      message: error.message,
      help: error.help ?? undefined,
      span: location === undefined ? undefined : spanOf(texts[index] as string, location),
    };
  }
  return verdicts;
}

/** The reference's location, which counts bytes, in UTF-16 offsets. */
function spanOf(text: string, { start, end }: { start: number; end: number }): Span {
  const offsets = new ByteOffsets(text);
  return { start: offsets.fromBytes(start), end: offsets.fromBytes(end) };
}

/** What Deodar makes of an expression. */
export function verdictOf(expression: string): Verdict {
  const parsed = parsePolicy(policyText(expression));
  if (!parsed.ok) return "not a policy";
  const compiled = compilePolicy(parsed.value);
  if (!compiled.ok) throw new Error(`${expression}: ${compiled.errors[0]?.message}`);
  const outcome = compiled.value.evaluate(new Environment(request, entitySource));
  if (!isEvaluationError(outcome)) return outcome;
  return { message: outcome.message, help: outcome.help, span: outcome.span };
}
