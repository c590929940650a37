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
  [1, [41, 80]],
]);

const oddIds: readonly string[] = ["", "\0", "__proto__", "constructor", "é💥", 'a"b', "policy 1"];

/** A policy set of 1 to 100 policies, templates and links. */
export function drawPolicySet(choices: Choices, ground: Ground, options: PolicyOptions): PolicySetParts {
  const [least, most] = choices.weighted(sizes);
  // Large sets are of smaller policies, so that no case takes very long.
  const own = most > 20 ? { ...options, depth: Math.min(options.depth, 1) } : options;
  const policies: { id: string; policy: Policy }[] = [];
  const templates: { id: string; policy: Policy }[] = [];
  const links: TemplateLink[] = [];
  const idOf = idMaker(choices);
  choices.list(least, most, () => {
    const kind = drawKind(choices, ground);
    // Templates alone decide nothing: something else there has to be.
    if (!choices.chance(20) || (most === 1 && choices.chance(50))) {
      policies.push({ id: idOf("policy"), policy: drawPolicy(choices, ground, kind, own) });
      return;
    }
    const template = { id: idOf("template"), policy: drawPolicy(choices, ground, kind, own, true) };
    templates.push(template);
    const room = Math.min(3, 100 - policies.length - links.length);
    choices.list(1, Math.max(1, room), () => {
      const values = new Map<SlotName, Uid>();
      for (const slot of slotsOf(template.policy)) {
        values.set(slot, drawUid(choices, ground, slot === "?principal" ? kind.principal : kind.resource));
      }
      links.push({ templateId: template.id, newId: idOf("link"), values });
    });
  });
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
