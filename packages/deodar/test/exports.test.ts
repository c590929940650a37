import { expect, test } from "vitest";
import * as deodar from "../src/index.ts";

test("the common path is all there is", () => {
  expect(Object.keys(deodar).sort()).toMatchInlineSnapshot(`
    [
      "Authorizer",
      "DiagnosticsError",
      "Entities",
      "PolicySet",
      "contextFromJson",
      "contextFromPlain",
      "entitiesFromPlain",
      "entityOf",
      "entityUid",
      "explain",
      "isAuthorized",
      "isAuthorizedBatch",
      "isDiagnosticsError",
      "parsePolicies",
      "parsePolicy",
      "policySetFromText",
      "recordOf",
      "renderDiagnostic",
      "renderDiagnostics",
      "renderExplanation",
      "requestFromPlain",
      "setOf",
      "unwrap",
    ]
  `);
});
