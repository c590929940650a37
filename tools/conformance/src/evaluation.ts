import { kinds } from "./expression-leaves.ts";
import { type Discipline, expressionText, type Reach } from "./expressions.ts";
import { oracleAuthorize } from "./oracle.ts";
import { seeded } from "./random.ts";
import { worldEntities, worldRequest } from "./world.ts";

/** What evaluating a condition gave: a boolean, or an error with the place it points to, in UTF-8 bytes. */
export type Outcome =
  | { readonly value: boolean }
  | {
      readonly error: string;
      readonly help: string | null;
      readonly start: number | null;
      readonly end: number | null;
    };

/** The condition of a generated policy. */
export const policyOf = (expression: string): string => `permit(principal, action, resource) when { ${expression} };`;

/** A seeded, endless supply of expressions of every kind, discipline and reach; so many percent are surely boolean. */
export function* expressionStream(seed: number, boolean = 75): Generator<string, never> {
  const random = seeded(seed);
  for (;;) {
    const discipline: Discipline = random.pick(["typed", "typed", "nearly", "nearly", "wild"]);
    const reach: Reach = random.chance(30) ? "closed" : "open";
    const kind = random.chance(boolean) ? "bool" : random.pick(kinds);
    yield expressionText(random, kind, 1 + random.below(5), discipline, reach);
  }
}

/**
 * Asks the reference to evaluate many conditions in one call.
 * @throws Error when it does not accept one of them, with the text
 */
export function oracleOutcomes(expressions: readonly string[]): Outcome[] {
  const staticPolicies = Object.fromEntries(
    expressions.map((expression, index) => [`p${index}`, policyOf(expression)]),
  );
  const answer = oracleAuthorize({ ...worldRequest, entities: worldEntities, policies: { staticPolicies } });
  if (answer.type === "failure") {
    const message = answer.errors[0]?.message ?? "";
    const [only] = expressions;
    if (expressions.length === 1 || only === undefined) throw new Error(`${message}: ${only}`);
    return expressions.flatMap((expression) => oracleOutcomes([expression]));
  }
  const { reason, errors } = answer.response.diagnostics;
  const outcomes: Outcome[] = expressions.map(() => ({ value: false }));
  for (const id of reason) outcomes[Number(id.slice(1))] = { value: true };
  for (const { policyId, error } of errors) {
    const place = error.sourceLocations?.[0];
    outcomes[Number(policyId.slice(1))] = {
      error: error.message,
      help: error.help,
      start: place?.start ?? null,
      end: place?.end ?? null,
    };
  }
  return outcomes;
}
