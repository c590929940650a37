import type { Target } from "../target.ts";
import { authorization } from "./authorization.ts";
import { checkedEntities } from "./checked-entities.ts";
import { conformance } from "./conformance.ts";
import { decisionsBetweenUpdates } from "./decisions-between-updates.ts";
import { diagnostics } from "./diagnostics.ts";
import { dropIn } from "./drop-in.ts";
import { entityUpdates } from "./entity-updates.ts";
import { evaluation } from "./evaluation.ts";
import { explanations } from "./explanations.ts";
import { faultyConditions } from "./faulty-conditions.ts";
import { faultyPolicies } from "./faulty-policies.ts";
import { faultySchemas } from "./faulty-schemas.ts";
import { formatting } from "./formatting.ts";
import { guards } from "./guards.ts";
import { jsonTexts } from "./json-texts.ts";
import { longTexts } from "./long-texts.ts";
import { misuse } from "./misuse.ts";
import { mutatedJson } from "./mutated-json.ts";
import { mutatedTexts } from "./mutated-texts.ts";
import { oddCharacters } from "./odd-characters.ts";
import { oddDocuments } from "./odd-documents.ts";
import { oddPolicies } from "./odd-policies.ts";
import { oddTrees } from "./odd-trees.ts";
import { otherCalls } from "./other-calls.ts";
import { partial } from "./partial.ts";
import { partialForms } from "./partial-forms.ts";
import { patterns } from "./patterns.ts";
import { plainDocuments } from "./plain-documents.ts";
import { policyForms } from "./policy-forms.ts";
import { policyIndex } from "./policy-index.ts";
import { policySetUpdates } from "./policy-set-updates.ts";
import { requests } from "./requests.ts";
import { schemaFormatting } from "./schema-formatting.ts";
import { schemaForms } from "./schema-forms.ts";
import { soundness } from "./soundness.ts";
import { sources } from "./sources.ts";
import { validation } from "./validation.ts";
import { values } from "./values.ts";

/** All targets. */
export const targets: readonly Target[] = [
  authorization,
  evaluation,
  validation,
  soundness,
  conformance,
  partial,
  policyForms,
  schemaForms,
  entityUpdates,
  formatting,
  mutatedTexts,
  mutatedJson,
  dropIn,
  jsonTexts,
  faultyPolicies,
  diagnostics,
  values,
  policySetUpdates,
  explanations,
  sources,
  requests,
  longTexts,
  oddCharacters,
  policyIndex,
  partialForms,
  faultyConditions,
  oddDocuments,
  misuse,
  patterns,
  schemaFormatting,
  plainDocuments,
  checkedEntities,
  guards,
  faultySchemas,
  oddTrees,
  otherCalls,
  decisionsBetweenUpdates,
  oddPolicies,
];
