import { literalTexts } from "./literals.ts";
import { memberTexts } from "./members.ts";
import { operatorTexts } from "./operators.ts";
import { annotationTexts, conditionTexts, effectTexts, fileTexts } from "./policies.ts";
import { scopeTexts } from "./scopes.ts";
import { collectionTexts, testTexts } from "./tests-and-collections.ts";

/** The hand-written texts, by production of the grammar. */
export const handWritten: Readonly<Record<string, readonly string[]>> = {
  annotations: annotationTexts,
  effects: effectTexts,
  files: fileTexts,
  conditions: conditionTexts,
  scopes: scopeTexts,
  literals: literalTexts,
  operators: operatorTexts,
  members: memberTexts,
  tests: testTexts,
  collections: collectionTexts,
};
