import { expect, test } from "vitest";
import * as deodar from "../src/index.ts";

test("the common path is all there is", () => {
  expect(Object.keys(deodar).sort()).toMatchInlineSnapshot(`
    [
      "Authorizer",
      "DiagnosticsError",
      "Entities",
      "PolicySet",
      "checkedEntitiesFromJson",
      "checkedEntitiesFromPlain",
      "contextFromJson",
      "contextFromPlain",
      "entitiesFromPlain",
      "entityOf",
      "entityUid",
      "explain",
      "formatPolicies",
      "formatSchema",
      "isAuthorized",
      "isAuthorizedBatch",
      "isDiagnosticsError",
      "parsePolicies",
      "parsePolicy",
      "parseSchema",
      "policySetFromText",
      "printPolicies",
      "recordOf",
      "renderDiagnostic",
      "renderDiagnostics",
      "renderExplanation",
      "requestFromPlain",
      "setOf",
      "typedContextFromJson",
      "typedContextFromPlain",
      "unwrap",
      "validate",
      "validateEntities",
      "validateRequest",
    ]
  `);
});
