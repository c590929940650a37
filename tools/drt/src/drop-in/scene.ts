import { unwrap } from "@deodar/diagnostics";
import { isActionType, printSchemaFragment, schemaFragmentFromJsonValue } from "@deodar/schema";
import { printPolicy } from "@deodar/syntax";
import {
  type Choices,
  drawKind,
  drawPolicySet,
  drawRequest,
  drawWorld,
  type EntityJson,
  layOutAnyhow,
  type PolicySetParts,
  type RequestJson,
  type SchemaJson,
} from "@deodar/testing";
import { hideValues } from "../hide-values.ts";
import { drawOptions } from "../options.ts";
import { PolicySetForms } from "../policy-set-forms.ts";
import { wrapValues } from "../wrapped-values.ts";
import { shortEntities, shortFields } from "./short-forms.ts";

/** A policy set as callers give it. */
export interface PolicySetInput {
  readonly staticPolicies: unknown;
  readonly templates: Readonly<Record<string, unknown>>;
  readonly templateLinks: readonly unknown[];
}

/** What calls are made of; all parts fit together. */
export interface Scene {
  readonly schemaJson: SchemaJson;
  readonly schemaText: string;
  readonly parts: PolicySetParts;
  /** The policies as texts by id. */
  readonly texts: PolicySetInput;
  /** The same policies in JSON. */
  readonly json: PolicySetInput;
  readonly entities: readonly EntityJson[];
  /** The same entities in forms that only a schema makes clear. */
  readonly shortEntities: readonly EntityJson[];
  readonly request: RequestJson;
  readonly shortContext: RequestJson["context"];
  /** The request and entities with values that are not known. */
  readonly hidden: ReturnType<typeof hideValues>;
}

/** Draws all parts. */
export function drawScene(choices: Choices): Scene {
  const { schema, schemaJson, entities, ground } = drawWorld(choices, { nonconforming: 20, dangling: 20 });
  const parts = few(drawPolicySet(choices, ground, drawOptions(choices)));
  const forms = new PolicySetForms(parts);
  const kind = drawKind(choices, ground);
  const request = drawRequest(choices, ground, kind, { slips: choices.chance(20) ? 20 : 0 });
  const printed = unwrap(printSchemaFragment(unwrap(schemaFragmentFromJsonValue(schemaJson as SchemaJson))));
  const { templateLinks } = forms.texts;
  const texts = (all: PolicySetParts["policies"]): Record<string, string> =>
    Object.fromEntries(all.map(({ id, policy }) => [id, laidOut(choices, printPolicy(policy))]));
  return {
    schemaJson: schemaJson as SchemaJson,
    schemaText: laidOut(choices, printed),
    parts,
    texts: { staticPolicies: texts(parts.policies), templates: texts(parts.templates), templateLinks },
    json: (choices.chance(40) ? wrapValues(choices, forms.json) : forms.json) as unknown as PolicySetInput,
    entities,
    // Where actions are listed, the quick reader leaves all to the thorough one.
    shortEntities: shortEntities(
      choices,
      choices.chance(40) ? entities : entities.filter(({ uid }) => !isActionType(schema, uid.type)),
      schema,
    ),
    request,
    shortContext: shortFields(choices, request.context, kind.action.context.attributes),
    hidden: hideValues(choices, request, entities),
  };
}

/** Every question is about all policies, so there are few. */
function few({ policies, templates, links }: PolicySetParts): PolicySetParts {
  const kept = templates.slice(0, 2);
  const isKept = new Set(kept.map(({ id }) => id));
  return {
    policies: policies.slice(0, 4),
    templates: kept,
    links: links.filter(({ templateId }) => isKept.has(templateId)),
  };
}

/** Some texts with comments and blanks of all kinds, since places are told in bytes. */
function laidOut(choices: Choices, text: string): string {
  return choices.chance(30) ? layOutAnyhow(choices, text, choices.pick([0, 5, 20])) : text;
}
