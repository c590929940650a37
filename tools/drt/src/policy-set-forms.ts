import { PolicySet } from "@deodar/authorizer";
import { type EntityUid, entityUid } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import type { SlotValues } from "@deodar/evaluator";
import { type JsonValue, stringifyJson } from "@deodar/json";
import { type ModelPolicies, readPolicies } from "@deodar/model";
import { type Policy, printPolicy } from "@deodar/syntax";
import { policySetToJson } from "@deodar/syntax/json";
import type { PolicySetParts, TemplateLink } from "@deodar/testing";
import { modelJson } from "./plain-json.ts";

/** A policy set as each witness takes it; made when it is first asked for. */
export class PolicySetForms {
  readonly parts: PolicySetParts;
  #json: JsonValue | undefined;
  #model: ModelPolicies | undefined;
  #set: PolicySet | undefined;

  constructor(parts: PolicySetParts) {
    this.parts = parts;
  }

  /** The engine's, made of the generated trees. */
  get set(): PolicySet {
    this.#set ??= unwrap(setOf(this.parts));
    return this.#set;
  }

  /** In the JSON form. */
  get json(): JsonValue {
    const { policies, templates, links } = this.parts;
    this.#json ??= policySetToJson({
      staticPolicies: new Map(policies.map(({ id, policy }) => [id, policy])),
      templates: new Map(templates.map(({ id, policy }) => [id, policy])),
      templateLinks: links.map(({ templateId, newId, values }) => ({
        templateId,
        newId,
        values: new Map(Array.from(values, ([slot, uid]) => [slot, { kind: "entity", span: undefined, ...uid }])),
      })),
    });
    return this.#json;
  }

  /** The model's, read from the JSON form. */
  get model(): ModelPolicies {
    this.#model ??= readPolicies(modelJson(this.json));
    return this.#model;
  }

  /** The reference's, as texts. */
  get texts(): {
    staticPolicies: Record<string, string>;
    templates: Record<string, string>;
    templateLinks: { templateId: string; newId: string; values: Record<string, { type: string; id: string }> }[];
  } {
    const { policies, templates, links } = this.parts;
    const texts = (all: PolicySetParts["policies"]): Record<string, string> =>
      Object.fromEntries(all.map(({ id, policy }) => [id, printPolicy(policy)]));
    return {
      staticPolicies: texts(policies),
      templates: texts(templates),
      templateLinks: links.map(({ templateId, newId, values }) => ({
        templateId,
        newId,
        values: Object.fromEntries(values),
      })),
    };
  }

  /** Files that say it. */
  files(): readonly (readonly [string, string])[] {
    const { policies, templates } = this.parts;
    const text = [...policies, ...templates].map(
      ({ id, policy }) => `// ${JSON.stringify(id)}\n${printPolicy(policy)}\n`,
    );
    return [
      ["policies.json", `${stringifyJson(this.json, 2)}\n`],
      ["policies.cedar", text.join("\n")],
    ];
  }
}

function setOf({ policies, templates, links }: PolicySetParts): ReturnType<typeof PolicySet.of> {
  const set = PolicySet.of(policies);
  if (!set.ok) return set;
  for (const { id, policy } of templates) unwrap(set.value.addTemplate(id, policy));
  for (const { templateId, newId, values } of links) {
    unwrap(set.value.link({ templateId, newId, values: slotValues(values) }));
  }
  return set;
}

/** The values of a link, as the engine takes them. */
export function slotValues(values: TemplateLink["values"]): SlotValues {
  const uids = Array.from(values, ([slot, { type, id }]): [string, EntityUid] => [slot, entityUid(type, id)]);
  return Object.fromEntries(uids);
}

/** Every policy that takes part in decisions, with the values of its slots. */
export function* effectivePolicies({
  policies,
  templates,
  links,
}: PolicySetParts): Generator<{ readonly id: string; readonly policy: Policy; readonly slots: SlotValues }> {
  for (const { id, policy } of policies) yield { id, policy, slots: {} };
  const byId = new Map(templates.map(({ id, policy }) => [id, policy]));
  for (const { templateId, newId, values } of links) {
    yield { id: newId, policy: byId.get(templateId) as Policy, slots: slotValues(values) };
  }
}
