import type { JsonValue } from "@deodar/json";
import { ancestors, type ModelEntities, type JsonValue as ModelJson } from "@deodar/model";
import type { Choices, EntityJson, RequestJson, Uid } from "@deodar/testing";
import { modelJson } from "../src/plain-json.ts";

/** What is hidden of a world, in percent. */
export interface Hiding {
  /** Parts of the request: of their uids, the type may still be seen. */
  readonly request: number;
  /** Values, whole or in part. */
  readonly values: number;
  /** Entities, their attributes, tags and ancestors. */
  readonly entities: number;
  /** Whether it is seen that there are no other entities. */
  readonly complete: boolean;
}

/** What is left to be known of a request and of entities, in the form that the model reads. */
export function hide(
  choices: Choices,
  request: RequestJson,
  entities: readonly EntityJson[],
  model: ModelEntities,
  hiding: Hiding,
): ModelJson {
  const uid = (part: Uid): Partial<Uid> | null => {
    if (!choices.chance(hiding.request)) return part;
    return choices.chance(60) ? { type: part.type } : null;
  };
  const listed = entities.filter(() => hiding.complete || !choices.chance(hiding.entities));
  const kept = <T>(part: T): T | null => (choices.chance(hiding.entities) ? null : part);
  return modelJson({
    request: {
      principal: uid(request.principal),
      action: uid(request.action),
      resource: uid(request.resource),
      context: hideValue(choices, request.context, hiding.values),
    },
    entities: listed.map((entity) => ({
      uid: entity.uid,
      attrs: kept(hideValue(choices, entity.attrs, hiding.values)),
      tags: kept(hideValue(choices, entity.tags ?? {}, hiding.values)),
      ancestors: kept(ancestors(modelJson(entity.uid), model).map(({ type, id }) => ({ type, id }))),
    })),
    complete: hiding.complete,
  });
}

type Json = JsonValue | { readonly [key: string]: JsonValue };

function hideValue(choices: Choices, value: Json, percent: number): object | null {
  if (!choices.chance(percent)) return { exactly: value };
  if (typeof value !== "object" || value === null || Array.isArray(value) || choices.chance(30)) return null;
  const object = value as { readonly [key: string]: JsonValue };
  const uid = object["__entity"] as { readonly type?: JsonValue } | undefined;
  if (uid !== undefined) return { entityType: uid.type };
  if (object["__extn"] !== undefined) return null;
  const fields = Object.entries(object).filter(() => !choices.chance(percent / 2));
  return {
    fields: Object.fromEntries(fields.map(([name, field]) => [name, hideValue(choices, field, percent)])),
    open: fields.length < Object.keys(object).length || choices.chance(30),
  };
}
