import { expect, test } from "vitest";
import { isWording } from "../src/known.ts";

test("only words and places of the reference are wording", () => {
  const kinds = [
    "reference: checkParseContext: errors.message",
    "reference: validate: validationErrors.error.sourceLocations.end",
    "reference: entities: message",
    "reference: warnings",
    "reference: validate: type",
    "reference: response.decision",
    "reference: response.diagnostics.errors",
    "reference: entities: verdict",
    "reference: text",
    "JSON: message",
  ];
  expect(kinds.filter(isWording)).toEqual(kinds.slice(0, 4));
});
