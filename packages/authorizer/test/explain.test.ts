import { Entities, entityUid, recordOf, setOf } from "@deodar/core";
import { ansiStyle, unwrap } from "@deodar/diagnostics";
import { parsePolicies } from "@deodar/syntax";
import { policyFromPlain, policyToJson } from "@deodar/syntax/json";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Explanation,
  explain,
  isAuthorized,
  PolicySet,
  policySetFromText,
  renderExplanation,
  type StepExplanation,
} from "../src/index.ts";
import { arbitraryEntities, arbitraryPolicyText, arbitraryRequest, policy, policySet, request } from "./support.ts";

const ada = entityUid("User", "ada");
const view = entityUid("Action", "view");
const plan = entityUid("Doc", "plan");
const entities = unwrap(
  Entities.fromPlain([
    { uid: { type: "User", id: "ada" }, attrs: {}, parents: [{ type: "Team", id: "staff" }] },
    { uid: { type: "Doc", id: "plan" }, attrs: { owner: { __entity: { type: "User", id: "ada" } } }, parents: [] },
  ]),
);

const text = `
@id("owners")
permit (principal is User, action, resource)
when { resource.owner == principal }
unless { context has blocked && context.blocked };

@id("staff-edits")
permit (principal in Team::"staff", action == Action::"edit", resource == Doc::"plan");

@id("secret")
permit (principal, action in [Action::"view", Action::"list"], resource is Doc in Folder::"f")
when { true };

@id("broken")
forbid (principal, action in Action::"view", resource)
when { resource.locked || true };

@id("shown")
permit (principal == ?principal, action, resource in ?resource);
`;

function ask(source: string, link = false): Explanation {
  const policies = unwrap(policySetFromText(source, { ids: "annotation" }));
  if (link) {
    unwrap(
      policies.link({ templateId: "shown", newId: "ada's plan", values: { "?principal": ada, "?resource": plan } }),
    );
  }
  return explain({ request: request(ada, view, plan), policies, entities });
}

/** The value or error of a step. */
function gist(step: StepExplanation): string | undefined {
  switch (step.outcome) {
    case "value":
      return step.value;
    case "error":
      return step.error;
    case "skipped":
      return undefined;
  }
}

describe("explain", () => {
  it("says of every policy what part it had", () => {
    const { response, policies } = ask(text, true);
    expect(response).toMatchObject({ decision: "allow", reasons: ["owners", "ada's plan"] });
    expect(
      policies.map(({ id, effect, verdict, scopeMatches, templateId }) => [
        id,
        effect,
        verdict,
        scopeMatches,
        templateId,
      ]),
    ).toEqual([
      ["owners", "permit", "determining", true, undefined],
      ["staff-edits", "permit", "unsatisfied", false, undefined],
      ["secret", "permit", "unsatisfied", false, undefined],
      ["broken", "forbid", "error", true, undefined],
      ["ada's plan", "permit", "determining", true, "shown"],
    ]);
  });

  it("says of permits that a forbid overrules them", () => {
    const { policies } = ask(`${text} @id("stop") forbid (principal, action, resource);`);
    expect(policies.map(({ id, verdict }) => [id, verdict])).toEqual([
      ["owners", "overruled"],
      ["staff-edits", "unsatisfied"],
      ["secret", "unsatisfied"],
      ["broken", "error"],
      ["stop", "determining"],
    ]);
  });

  it("tries all three constraints of a scope, and shows slots as their values", () => {
    const scopes = ask(text, true).policies.map(({ scope: { principal, action, resource } }) =>
      [principal, action, resource].map((each) => `${each.matches ? "+" : "-"} ${each.text}`),
    );
    expect(scopes).toEqual([
      ["+ principal is User", "+ action", "+ resource"],
      ['+ principal in Team::"staff"', '- action == Action::"edit"', '+ resource == Doc::"plan"'],
      ["+ principal", '+ action in [Action::"view", Action::"list"]', '- resource is Doc in Folder::"f"'],
      ["+ principal", '+ action in Action::"view"', "+ resource"],
      ['+ principal == User::"ada"', "+ action", '+ resource in Doc::"plan"'],
    ]);
    const span = ask(text).policies[1]?.scope.principal.span;
    expect(text.slice(span?.start, span?.end)).toBe('principal in Team::"staff"');
  });

  it("gives every sub-expression of the conditions with its value", () => {
    const [owners, , secret, broken] = ask(text).policies;
    const stepsOf = (of: typeof owners): unknown =>
      of?.conditions.map(({ clause, outcome, steps }) => [
        clause,
        outcome,
        steps.map((step) => [step.depth, text.slice(step.span?.start, step.span?.end), step.outcome, gist(step)]),
      ]);
    expect(stepsOf(owners)).toEqual([
      [
        "when",
        "holds",
        [
          [0, "resource.owner == principal", "value", "true"],
          [1, "resource.owner", "value", 'User::"ada"'],
          [2, "resource", "value", 'Doc::"plan"'],
          [1, "principal", "value", 'User::"ada"'],
        ],
      ],
      [
        "unless",
        "holds",
        [
          [0, "context has blocked && context.blocked", "value", "false"],
          [1, "context has blocked", "value", "false"],
          [2, "context", "value", "{}"],
          [1, "context.blocked", "skipped", undefined],
          [2, "context", "skipped", undefined],
        ],
      ],
    ]);
    expect(stepsOf(secret)).toEqual([["when", "skipped", []]]);
    const missing = '`Doc::"plan"` does not have the attribute `locked`';
    expect(stepsOf(broken)).toEqual([
      [
        "when",
        "error",
        [
          [0, "resource.locked || true", "error", missing],
          [1, "resource.locked", "error", missing],
          [2, "resource", "value", 'Doc::"plan"'],
          [1, "true", "skipped", undefined],
        ],
      ],
    ]);
    expect(broken?.error?.code).toBe("evaluate/missing-attribute");
  });

  it("passes an error on to all that the failed step is part of", () => {
    const source = "permit (principal, action, resource) when { [true, resource.locked.by.whom == 1].isEmpty() };";
    const steps = ask(source).policies[0]?.conditions[0]?.steps ?? [];
    expect(steps.map((step) => [step.depth, step.text, step.outcome])).toEqual([
      [0, "[true, resource.locked.by.whom == 1].isEmpty()", "error"],
      [1, "[true, resource.locked.by.whom == 1]", "error"],
      [2, "true", "value"],
      [2, "resource.locked.by.whom == 1", "error"],
      [3, "resource.locked.by.whom", "error"],
      [4, "resource.locked.by", "error"],
      [5, "resource.locked", "error"],
      [6, "resource", "value"],
      [3, "1", "skipped"],
    ]);
  });

  it("skips the conditions after one that does not hold, and blames a body that is no Boolean", () => {
    const outcomes = (source: string): unknown => ask(source).policies[0]?.conditions.map(({ outcome }) => outcome);
    expect(outcomes("permit (principal, action, resource) when { true } when { false } unless { true };")).toEqual([
      "holds",
      "does-not-hold",
      "skipped",
    ]);
    expect(outcomes("permit (principal, action, resource) unless { true } when { true };")).toEqual([
      "does-not-hold",
      "skipped",
    ]);
    expect(outcomes("permit (principal, action, resource) when { 1 } when { true };")).toEqual(["error", "skipped"]);
  });

  it("is plain data", () => {
    const explanation = ask(text, true);
    expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
  });

  it("spells out trees that have no text", () => {
    const json = policyToJson(policy("permit (principal, action, resource) when { {a: [1, 2]}.a.contains(1) };"));
    const tree = unwrap(policyFromPlain(json));
    const set = unwrap(PolicySet.of([{ id: "p", policy: tree }]));
    const [only] = explain({ request: request(ada, view, plan), policies: set, entities }).policies;
    expect(only?.span).toBeUndefined();
    expect(only?.scope.principal).toEqual({ matches: true, text: "principal" });
    expect(only?.conditions[0]?.steps.map((step) => [step.depth, step.text, gist(step)])).toEqual([
      [0, "{a: [1, 2]}.a.contains(1)", "true"],
      [1, "{a: [1, 2]}.a", "[1, 2]"],
      [2, "{a: [1, 2]}", "{a: [1, 2]}"],
      [3, "[1, 2]", "[1, 2]"],
      [4, "1", "1"],
      [4, "2", "2"],
      [1, "1", "1"],
    ]);
  });

  it("stays small and quick whatever the size of chains and values", () => {
    const chain = `context${".a".repeat(20_000)}`;
    const long = explain({
      request: request(ada, view, plan),
      policies: policySet({ p: `permit (principal, action, resource) when { ${chain} == 1 };` }),
      entities,
    });
    const steps = long.policies[0]?.conditions[0]?.steps ?? [];
    expect(steps.length).toBe(20_003);
    expect(steps[1]?.text?.length).toBe(201);
    expect(steps.at(-2)?.text).toBeUndefined();
    expect(renderExplanation(long)).toMatch(/^ {47}… +error$/m);
    expect(steps.every(({ text: spelt = "" }) => spelt.length <= 201)).toBe(true);

    const big = "x".repeat(300_000);
    const context = recordOf([
      ["s", `${big}`],
      ["emoji", `${"x".repeat(199)}\u{1f600}`],
      ["set", setOf([big])],
      ["other", setOf([1])],
    ]);
    const source =
      "permit (principal, action, resource) when { context.s != context.emoji && context.set != context.other };";
    const wide = explain({
      request: { ...request(ada, view, plan), context },
      policies: policySet({ p: source }),
      entities,
    });
    const values = wide.policies[0]?.conditions[0]?.steps.map(gist);
    expect(values).toEqual([
      "true",
      "true",
      `"${"x".repeat(200)}…"`,
      `{emoji: "${"x".repeat(191)}…`,
      `"${"x".repeat(199)}…"`,
      `{emoji: "${"x".repeat(191)}…`,
      "true",
      "[…]",
      `{emoji: "${"x".repeat(191)}…`,
      "[…]",
      `{emoji: "${"x".repeat(191)}…`,
    ]);
  });

  it("agrees with isAuthorized", () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryPolicyText, { maxLength: 30 }),
        arbitraryEntities,
        arbitraryRequest,
        (texts, world, each) => {
          const policies = unwrap(policySetFromText(texts.join("\n")));
          const call = { request: each, policies, entities: world };
          const explanation = explain(call);
          const response = isAuthorized(call);
          expect(explanation.response).toEqual(response);
          expect(explanation.policies.length).toBe(texts.length);
          for (const one of explanation.policies) {
            const holds = one.conditions.every(({ outcome }) => outcome === "holds");
            const fails = one.conditions.some(({ outcome }) => outcome === "error");
            const expected = response.reasons.includes(one.id)
              ? "determining"
              : one.scopeMatches && fails
                ? "error"
                : one.scopeMatches && holds
                  ? "overruled"
                  : "unsatisfied";
            expect(one.verdict).toBe(expected);
            expect(one.error).toEqual(response.errors.find(({ policyId }) => policyId === one.id)?.error);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe("renderExplanation", () => {
  const sourceOf = (): { name: string; text: string } => ({ name: "p.cedar", text });

  it("lays everything out", () => {
    expect(renderExplanation(ask(text, true), { sourceOf })).toBe(`permit owners (p.cedar:2:1) determines the decision
  yes  principal is User
  yes  action
  yes  resource
  yes  when (p.cedar:4:1)
       resource.owner == principal  true
         resource.owner             User::"ada"
           resource                 Doc::"plan"
         principal                  User::"ada"
  yes  unless (p.cedar:5:1)
       (context has blocked) && context.blocked  false
         context has blocked                     false
           context                               {}
         context.blocked                         not needed
           context                               not needed

permit staff-edits (p.cedar:7:1) does not apply
  yes  principal in Team::"staff"
  no   action == Action::"edit"
  yes  resource == Doc::"plan"

permit secret (p.cedar:10:1) does not apply
  yes  principal
  yes  action in [Action::"view", Action::"list"]
  no   resource is Doc in Folder::"f"
   -   when (p.cedar:12:1)

forbid broken (p.cedar:14:1) is skipped because of an error
  yes  principal
  yes  action in Action::"view"
  yes  resource
  err  when (p.cedar:16:1)
       resource.locked || true  error
         resource.locked        \`Doc::"plan"\` does not have the attribute \`locked\`
           resource             Doc::"plan"
         true                   not needed
  error[evaluate/missing-attribute]: \`Doc::"plan"\` does not have the attribute \`locked\`
    --> p.cedar:16:8
     |
  16 | when { resource.locked || true };
     |        ^^^^^^^^^^^^^^^
     = help: available attributes: [owner]

permit ada's plan of template shown (p.cedar:18:1) determines the decision
  yes  principal == User::"ada"
  yes  action
  yes  resource in Doc::"plan"`);
  });

  it("can be brief, in colour, without places, and empty", () => {
    const explanation = ask(text);
    expect(renderExplanation(explanation, { brief: true })).toBe(`permit owners determines the decision
permit staff-edits does not apply
permit secret does not apply
forbid broken is skipped because of an error
  error[evaluate/missing-attribute]: \`Doc::"plan"\` does not have the attribute \`locked\`
   = help: available attributes: [owner]`);
    const full = renderExplanation(explanation);
    expect(full).toContain("  yes  when\n       resource.owner == principal  true\n");
    const forbidden = ask(`${text} forbid (principal, action, resource);`);
    const colours = renderExplanation(forbidden, { sourceOf: () => ({ text }), style: ansiStyle });
    expect(colours).toContain(
      "\u001b[1mpermit owners\u001b[0m (2:1) \u001b[1;33mis satisfied, but a forbid overrules it\u001b[0m",
    );
    expect(colours).toContain("\u001b[1;36mdetermines the decision\u001b[0m");
    expect(renderExplanation(ask(""))).toBe("deny: there are no policies");
  });

  it("shows control characters of ids and expressions as pictures", () => {
    const hostile = 'permit (principal == User::"\u001b[2J", action, resource) when { context["\u001b[31m"] };';
    const [parsed] = unwrap(parsePolicies(hostile)).policies;
    if (parsed === undefined) throw new Error("there is a policy");
    const policies = unwrap(PolicySet.of([{ id: "\u001b[2J\u202e", policy: parsed }]));
    const who = entityUid("User", "\u001b[2J");
    const shown = renderExplanation(explain({ request: request(who, view, plan), policies, entities }), {
      sourceOf: () => ({ name: "\u0007", text: hostile }),
    });
    expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    expect(shown).toContain("␛[2J");
  });
});
