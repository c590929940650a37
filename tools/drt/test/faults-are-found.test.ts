import { isAuthorized } from "@deodar/authorizer";
import { type Result, success } from "@deodar/diagnostics";
import { type CompiledExpression, compileExpression } from "@deodar/evaluator";
import type { Expression } from "@deodar/syntax";
import { describe, expect, it } from "vitest";
import { type Production, production } from "../src/production.ts";
import { type Finding, runCases } from "../src/run-cases.ts";
import type { Target } from "../src/target.ts";
import { authorization } from "../src/targets/authorization.ts";
import { evaluation } from "../src/targets/evaluation.ts";
import { soundness } from "../src/targets/soundness.ts";
import { validation } from "../src/targets/validation.ts";

/** What is found when part of the engine is replaced by something wrong. */
function findingsOf(target: Target, faulty: Partial<Production>, cases = 60): readonly Finding[] {
  const workshop = {
    production: { ...production, ...faulty },
    reference: undefined,
    reported: new Set<string>(),
    attempts: 800,
    patience: 60_000,
  };
  return runCases(target, { seed: 1, from: 0, to: cases }, workshop).findings;
}

describe("the engine as it is", () => {
  it.each([authorization, evaluation, validation, soundness])("agrees with the model: $name", (target) => {
    expect(findingsOf(target, {}, 20)).toEqual([]);
  });
});

describe("a seeded fault is found and made small", () => {
  it("a forbid that does not override a permit", () => {
    const faulty: typeof isAuthorized = (call) => {
      const response = isAuthorized(call);
      const all = [...call.policies.policies()];
      const isForbid = (id: string): boolean => all.find((policy) => policy.id === id)?.policy.effect === "forbid";
      return response.reasons.some(isForbid) ? { ...response, decision: "allow" } : response;
    };
    const finding = findingsOf(authorization, { isAuthorized: faulty }).find(({ what }) => what === "decision");
    const policies = finding?.files.get("policies.cedar") ?? "";
    expect(policies).toMatch(/^forbid\(/m);
    // Little more than the one policy that it takes.
    expect(policies.length).toBeLessThan(200);
    expect(JSON.parse(finding?.answers.production ?? "")).toMatchObject({ decision: "allow" });
    expect(JSON.parse(finding?.answers.model ?? "")).toMatchObject({ decision: "deny" });
    expect([...(finding?.files.keys() ?? [])].sort()).toEqual([
      "entities.json",
      "policies.cedar",
      "policies.json",
      "request.json",
      "schema.json",
    ]);
  });

  it("an error that is not reported", () => {
    const faulty: typeof isAuthorized = (call) => ({ ...isAuthorized(call), errors: [] });
    const finding = findingsOf(authorization, { isAuthorized: faulty }).find(
      ({ what }) => what === "erroring policies",
    );
    expect(finding?.files.get("policies.cedar")?.length).toBeLessThan(160);
  });

  it("`<` that is `<=`", () => {
    const faulty = (expression: Expression): Result<CompiledExpression> =>
      compileExpression(
        expression.kind === "relation" && expression.operator === "<" ? { ...expression, operator: "<=" } : expression,
      );
    const findings = findingsOf(evaluation, { compileExpression: faulty }, 150);
    expect(findings.map(({ what }) => what)).toContain("value");
    const text = findings.find(({ what }) => what === "value")?.files.get("expression.cedar") ?? "";
    expect(text).toContain("<");
    expect(text.length).toBeLessThan(60);
  });

  it("an error that becomes false", () => {
    const faulty = (expression: Expression): Result<CompiledExpression> => {
      const compiled = compileExpression(expression);
      if (!compiled.ok) return compiled;
      return success({
        evaluate: (...given) => {
          const outcome = compiled.value.evaluate(...given);
          return typeof outcome === "object" && outcome.kind === "error" ? false : outcome;
        },
      });
    };
    const finding = findingsOf(evaluation, { compileExpression: faulty })[0];
    expect(finding?.what).toBe("value");
    expect(finding?.answers.production).toBe("false");
  });

  it("a validator that finds nothing", () => {
    const validatorOf: Production["validatorOf"] = () => ({
      validate: () => ({ passed: true, errors: [], warnings: [] }),
    });
    expect(findingsOf(validation, { validatorOf }).map(({ what }) => what)).toContain("strict: valid");
    const unsound = findingsOf(soundness, { validatorOf }, 150).map(({ what }) => what);
    expect(unsound).toContain("evaluate/type-error");
    expect(unsound).toContain("evaluate/missing-attribute");
  });

  it("an exception", () => {
    const faulty: typeof isAuthorized = () => {
      throw new Error("ouch");
    };
    const findings = findingsOf(authorization, { isAuthorized: faulty }, 5);
    expect(findings.map(({ what, choices }) => [what, choices.length])).toEqual([["throws: ouch", 0]]);
  });
});
