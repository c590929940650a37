import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { unwrap } from "@deodar/diagnostics";
import { parseJson } from "@deodar/json";
import { parseExpression } from "@deodar/syntax";
import { policySetPartsFromJson } from "@deodar/syntax/json";
import type { PolicySetParts, RequestJson } from "@deodar/testing";
import { PolicySetForms } from "./policy-set-forms.ts";
import { Question, type SampledWorld, Situation } from "./situation.ts";
import type { CaseResult, Laboratory } from "./target.ts";
import { Decisions } from "./targets/authorization.ts";
import { Evaluations, readied } from "./targets/evaluation.ts";

/** Asks again what the folder of a sample says: a decision, or the value of an expression. */
export function replaySample(folder: string, laboratory: Laboratory): CaseResult {
  const read = (name: string): string => readFileSync(join(folder, name), "utf8");
  const world: SampledWorld = { entities: unwrap(parseJson(read("entities.json"))) as never, schemaJson: undefined };
  const situation = new Situation(world);
  const question = new Question(unwrap(parseJson(read("request.json"))) as unknown as RequestJson);
  if (existsSync(join(folder, "expression.cedar"))) {
    const evaluations = new Evaluations(situation, laboratory);
    evaluations.compare(question, [unwrap(parseExpression(read("expression.cedar")))].map(readied(laboratory)));
    return evaluations.result();
  }
  const decisions = new Decisions(new PolicySetForms(partsOf(read("policies.json"))), situation, laboratory);
  decisions.compare(question);
  return decisions.result();
}

function partsOf(text: string): PolicySetParts {
  const { staticPolicies, templates, templateLinks } = unwrap(policySetPartsFromJson(text));
  const identified = (policies: typeof templates): PolicySetParts["policies"] =>
    Array.from(policies, ([id, policy]) => ({ id, policy }));
  return { policies: identified(staticPolicies), templates: identified(templates), links: templateLinks };
}
