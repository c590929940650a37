import { expect, test } from "vitest";
import { isWording, knownDifferences } from "../src/known.ts";

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

const matchesAny = (target: string, what: string, production: string, reference: string): boolean => {
  const disagreement = { what, answers: { production, reference }, sample: () => new Map() };
  return knownDifferences.some((known) => known.target === target && known.matches(disagreement));
};

test("where the reference cannot go on after a syntax error is known to differ, the only error of a text is not", () => {
  const known = (ours: string, theirs: string): boolean =>
    matchesAny("mutated texts", "reference: policies: message", ours, theirs);
  const [end, dot] = ["unexpected end of input () at 274-274", "unexpected token `.` () at 159-160"];
  expect(known(`${end}, after 3 more`, dot)).toBe(true);
  expect(known(end, dot)).toBe(false);
  expect(known(dot, end)).toBe(true);
});

test("a reference to an entity may be a list of its fields for the reference", () => {
  const expected = 'in attribute `a` on `A::""`, expected a literal entity reference, but got ';
  const matches = (got: string): boolean =>
    matchesAny("conformance", "reference: entities: message", expected + got, "unexpected token `10`");
  expect(matches('`["10", "a"]`')).toBe(true);
  expect(matches('`"10"`')).toBe(false);
});

test.each(["mutated JSON", "mutated texts"])("undeclared actions are known to come in any order in %s", (target) => {
  const told = (names: string): string => `undeclared actions: ${names} (any actions appearing as parents need) at `;
  const matches = (production: string, reference: string): boolean =>
    matchesAny(target, "reference: schema: message", production, reference);
  expect(matches(told('Action::"a" and Action::"b"'), told('Action::"b" and Action::"a"'))).toBe(true);
  expect(matches(told('Action::"a" and Action::"b"'), told('Action::"c" and Action::"a"'))).toBe(false);
});

test("which of several undeclared names is told alone is known to differ", () => {
  const answer = (message: string): string => JSON.stringify({ errors: [{ message, sourceLocations: [] }] });
  const matches = (production: string, reference: string): boolean =>
    matchesAny(
      "drop-in",
      "reference: schemaToJsonWithResolvedTypes: errors.message",
      answer(production),
      answer(reference),
    );
  expect(matches("failed to resolve type: Y", "failed to resolve type: Z")).toBe(true);
  expect(matches("failed to resolve types: Y, Z", "failed to resolve type: Z")).toBe(false);
});

test("calls of functions that do not exist are known to be written otherwise in residuals", () => {
  const matches = (production: string, reference: string): boolean =>
    matchesAny(
      "drop-in",
      "reference: isAuthorizedPartial: response.residuals.conditions.body.!",
      production,
      reference,
    );
  const [given, call] = ['{"!":{"arg":{"Value":{"__extn":{"fn":"nope","arg":"1"}}}}}', '{"!":{"arg":{"nope":[]}}}'];
  expect(matches(given, call)).toBe(true);
  expect(matches(call, given)).toBe(false);
  expect(matches(given, given)).toBe(false);
});

test("which of equal elements of a set is told is known to differ", () => {
  const told = (element: string): string => `context \`{a: [decimal("${element}")]}\` is not valid for \`Action::"v"\``;
  const matches = (what: string, reference: string): boolean =>
    matchesAny("mutated JSON", `reference: ${what}: message`, told("0.0"), reference);
  expect(matches("context under a schema", told("-0.0"))).toBe(true);
  expect(matches("context under a schema", told("-0.0").replace("a:", "b:"))).toBe(false);
  expect(matches("entities", told("-0.0"))).toBe(false);
});

test("what was expected is known to differ in commas and in names of the parser alone", () => {
  const known = (ours: string, theirs: string): boolean =>
    matchesAny(
      "mutated texts",
      "reference: policies: message",
      `unexpected token \`]\` () at 4-5, expected ${ours}`,
      `unexpected token \`]\` () at 4-5, expected ${theirs}`,
    );
  expect(known("`)` or `,`, after 1 more", "`)`")).toBe(true);
  expect(known("`,`, `;`, `appliesTo`, or `in`", "`,`, `;`, APPLIESTO, or `in`")).toBe(true);
  expect(known("`;` or identifier", "`;`")).toBe(false);
});
