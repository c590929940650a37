import type { Policy, SlotName } from "@deodar/syntax";
import type { Choices } from "../choices/choices.ts";
import { weights } from "../choices/choices.ts";
import { drawUid, type Uid } from "../data/generate-value.ts";
import { drawKind } from "../ground/draw-kind.ts";
import type { Ground } from "../ground/ground.ts";
import { drawPolicy, hasSlotIn, type PolicyOptions } from "./generate-policy.ts";

/** Policies, templates and links with ids of their own, not yet put together. */
export interface PolicySetParts {
  readonly policies: readonly { readonly id: string; readonly policy: Policy }[];
  readonly templates: readonly { readonly id: string; readonly policy: Policy }[];
  readonly links: readonly TemplateLink[];
}

/** A template with its slots filled. */
export interface TemplateLink {
  readonly templateId: string;
  readonly newId: string;
  readonly values: ReadonlyMap<SlotName, Uid>;
}

const sizes = weights<readonly [number, number]>([
  [45, [1, 1]],
  [33, [2, 5]],
  [18, [6, 20]],
  [3, [21, 40]],
  [1, [41, 100]],
]);

const oddIds: readonly string[] = ["", "\0", "__proto__", "constructor", "é💥", 'a"b', "policy 1"];

/** A policy set of 1 to 100 policies, templates and links. */
export function drawPolicySet(choices: Choices, ground: Ground, options: PolicyOptions): PolicySetParts {
  const [least, most] = choices.weighted(sizes);
  const count = least + choices.below(most - least + 1);
  // Large sets are of smaller policies, so that no case takes very long.
  const own = count > 20 ? { ...options, depth: Math.min(options.depth, 1) } : options;
  const policies: { id: string; policy: Policy }[] = [];
  const templates: { id: string; policy: Policy }[] = [];
  const links: TemplateLink[] = [];
  const idOf = idMaker(choices);
  while (policies.length + links.length < count) {
    const kind = drawKind(choices, ground);
    if (!choices.chance(20)) {
      policies.push({ id: idOf("policy"), policy: drawPolicy(choices, ground, kind, own) });
      continue;
    }
    const template = { id: idOf("template"), policy: drawPolicy(choices, ground, kind, own, true) };
    templates.push(template);
    for (let more = choices.below(Math.min(4, count - policies.length - links.length + 1)); more > 0; more--) {
      const values = new Map<SlotName, Uid>();
      for (const slot of slotsOf(template.policy)) {
        values.set(slot, drawUid(choices, ground, slot === "?principal" ? kind.principal : kind.resource));
      }
      links.push({ templateId: template.id, newId: idOf("link"), values });
    }
    // A template alone decides nothing: enough of them.
    if (templates.length > count) break;
  }
  if (policies.length + links.length === 0) {
    policies.push({ id: idOf("policy"), policy: drawPolicy(choices, ground, drawKind(choices, ground), own) });
  }
  return { policies, templates, links };
}

/** The slots that a policy has. */
export function slotsOf({ principal, resource }: Policy): SlotName[] {
  return [
    ...(hasSlotIn(principal) ? ["?principal" as const] : []),
    ...(hasSlotIn(resource) ? ["?resource" as const] : []),
  ];
}

function idMaker(choices: Choices): (what: string) => string {
  const odd = choices.chance(15) ? [...oddIds] : [];
  let count = 0;
  return (what) => odd.pop() ?? `${what}${count++}`;
}
