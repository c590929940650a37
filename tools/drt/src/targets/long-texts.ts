import { explain, identifyPolicies, isAuthorized, PolicySet, policySetFromText } from "@deodar/authorizer";
import { unwrap } from "@deodar/diagnostics";
import { equalTrees, parsePolicies, printPolicy } from "@deodar/syntax";
import { type Choices, drawKind, drawPolicySet, drawRequest, drawWorld, mutateText, tokensOf } from "@deodar/testing";
import { Checks } from "../checks.ts";
import { drawOptions } from "../options.ts";
import { Question, Situation } from "../situation.ts";
import type { CaseResult, Target } from "../target.ts";

/** A text of this many UTF-16 units is long in any case. */
const longest = 300_000;

/** Sets that keep long texts instead of trees, against sets of the trees of the same texts. */
export const longTexts: Target = {
  name: "long texts",
  share: 0.5,
  referenceEvery: Number.MAX_SAFE_INTEGER,
  run(choices): CaseResult {
    const situation = new Situation(drawWorld(choices, { dangling: 20 }));
    const { ground } = situation.world;
    const parts = drawPolicySet(choices, ground, drawOptions(choices));
    const printed = [...parts.policies, ...parts.templates].map(({ policy }, index) => {
      const id = choices.chance(40)
        ? choices.pick([
            `@id("a${index}")\n`,
            `@other("x")@id("b${index}")`,
            '@id("twice")',
            '@other("twice")@id("twice")',
            "@id\n",
          ])
        : "";
      return id + printPolicy(policy).replace(/^(@id\([^)]*\)\s*)+/, "");
    });
    // The same policy again has the same conditions.
    printed.push(...(choices.chance(60) ? choices.list(1, 3, () => choices.pick(printed)) : []));
    const whole = printed.join("\n");
    const text = lengthen(choices, choices.chance(15) ? mutateText(choices, whole) : whole);
    const ids = choices.pick(["position", "annotation"] as const);
    const checks = new Checks(() => new Map([...situation.files(), ["policies.cedar", text]]));
    checks.next();
    const trees = parsePolicies(text);
    const expected = trees.ok ? PolicySet.of(identifyPolicies(trees.value.policies, { ids })) : trees;
    const set = policySetFromText(text, { ids });
    checks.equal(
      "errors",
      JSON.stringify(set.ok ? [] : set.errors),
      JSON.stringify(expected.ok ? [] : expected.errors),
    );
    if (!set.ok || !expected.ok) return checks.result();
    const list = (all: Iterable<{ readonly kind: string; readonly id: string }>): string =>
      Array.from(all, ({ kind, id }) => `${kind} ${id}`).join("\n");
    checks.equal("policies", list(set.value), list(expected.value));
    checks.equal("templates", list(set.value.templates()), list(expected.value.templates()));
    for (const { id, policy } of [...expected.value, ...expected.value.templates()].slice(0, 6)) {
      const own = (set.value.get(id) ?? set.value.template(id))?.policy;
      checks.equal("tree", own !== undefined && equalTrees(own, policy), true);
      checks.equal("places", JSON.stringify(own, exact), JSON.stringify(policy, exact));
    }
    for (let count = 1 + choices.below(3); count > 0; count--) {
      checks.next();
      const { request } = new Question(drawRequest(choices, ground, drawKind(choices, ground), { slips: 10 }));
      const decide = (policies: PolicySet): string =>
        JSON.stringify(isAuthorized({ request, policies, entities: situation.store }));
      checks.equal("decision", decide(set.value), decide(expected.value));
      checks.equal("decision again", decide(set.value), decide(expected.value));
    }
    const { request } = new Question(drawRequest(choices, ground, drawKind(choices, ground), { slips: 0 }));
    if (parts.policies.length < 6) {
      const tell = (policies: PolicySet): string =>
        JSON.stringify(explain({ request, policies, entities: situation.store }));
      checks.equal("explanation", tell(set.value), tell(expected.value));
    }
    const [first] = expected.value;
    if (first?.kind === "static") {
      unwrap(set.value.remove(first.id));
      checks.equal("after a removal", list(set.value), list([...expected.value].slice(1)));
    }
    return checks.result();
  },
};

const exact = (_: string, value: unknown): unknown => (typeof value === "bigint" ? `${value}n` : value);

// What looks like the end of a policy or the beginning of a text, where it is none.
const fillings = ["x", "; ", '"', "é", '";', "// ;", "permit(principal, action, resource);", "\\"];
const ends = ["\n", "\r\n", "\r", "\n\n"];

/** The text with long comments in some of the gaps between its tokens. */
function lengthen(choices: Choices, text: string): string {
  const tokens = tokensOf(text);
  const gaps = tokens.flatMap((token, index) => (token.trim() === "" ? [index] : []));
  const places =
    gaps.length === 0 ? [] : choices.list(1, 6, () => gaps[(choices.below(256) * gaps.length) >> 8] as number);
  const end = choices.pick(ends);
  const comment = (): string => {
    const filling = choices.pick(fillings);
    return `//${filling.repeat(Math.ceil(longest / Math.max(1, places.length) / filling.length))}${choices.pick(ends)}`;
  };
  for (const place of places) tokens[place] += comment();
  return places.length === 0 ? `//${"x".repeat(longest)}${end}${text}` : tokens.join("");
}
