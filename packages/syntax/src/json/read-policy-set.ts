import type { EntityLiteral, Policy, SlotName } from "../ast.ts";
import type { Cursor } from "./cursor.ts";
import type { PolicySetParts, TemplateLinkParts } from "./policy-set-parts.ts";
import { readPolicy } from "./read-policy.ts";
import { readUid } from "./read-uid.ts";
import { slotsOf } from "./template.ts";

/** `{templates, staticPolicies, templateLinks}`, all three required. */
export function readPolicySet(at: Cursor): PolicySetParts {
  const { members, whole } = at.structure("struct PolicySet", ["templates", "staticPolicies", "templateLinks"]);
  if (!whole) return { staticPolicies: new Map(), templates: new Map(), templateLinks: [] };
  const part = (key: string): Cursor => members.get(key) as Cursor;
  return {
    staticPolicies: readPolicies(part("staticPolicies"), checkStatic),
    templates: readPolicies(part("templates")),
    templateLinks: part("templateLinks").elements().flatMap(readLink),
  };
}

/** Notes a fault if a policy that should be static has slots. */
export function checkStatic(policy: Policy, at: Cursor): void {
  const slot = slotsOf(policy).at(-1);
  if (slot !== undefined) at.meaningless("policy-json/expected-static", { slot });
}

function readPolicies(at: Cursor, check?: typeof checkStatic): Map<string, Policy> {
  const policies = (at.keys("a map") ?? []).map((id) => {
    const here = at.at(id);
    return { id: here.wellFormed(id), policy: readPolicy(here), here };
  });
  if (check !== undefined) for (const { policy, here } of policies) check(policy, here);
  return new Map(policies.map(({ id, policy }) => [id, policy]));
}

function readLink(at: Cursor): readonly TemplateLinkParts[] {
  const { members, whole } = at.structure("struct TemplateLink", ["templateId", "newId", "values"]);
  if (!whole) return [];
  const part = (key: string): Cursor => members.get(key) as Cursor;
  return [{ templateId: part("templateId").text(), newId: part("newId").text(), values: readValues(part("values")) }];
}

function readValues(at: Cursor): ReadonlyMap<SlotName, EntityLiteral> {
  const values = new Map<SlotName, EntityLiteral>();
  for (const key of at.keys("a map") ?? []) {
    const here = at.at(key);
    const slot = here.known(key, ["?principal", "?resource"]);
    const uid = readUid(here, "while parsing a template link");
    if (slot !== undefined) values.set(slot, uid);
  }
  return values;
}
