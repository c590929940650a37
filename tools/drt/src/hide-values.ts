import { type Value, valueFromPlain } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import type { JsonValue } from "@deodar/json";
import { ancestors, type ModelEntities, type ModelKnowledge, readKnowledge } from "@deodar/model";
import type { Choices, EntityJson, RequestJson } from "@deodar/testing";
import { modelJson } from "./plain-json.ts";

/** A request and entities of which some values are unknown, in the form that the engine and the reference read. */
export interface Hidden {
  readonly request: {
    readonly principal: RequestJson["principal"] | null;
    readonly action: RequestJson["action"] | null;
    readonly resource: RequestJson["resource"] | null;
    readonly context: { readonly [name: string]: JsonValue };
  };
  readonly entities: readonly EntityJson[];
  /** The hidden values by the names of their unknowns. */
  readonly unknowns: readonly (readonly [string, Value])[];
}

/** The same in the form that the model reads. */
export function knowledgeOf({ request, entities }: Hidden, model: ModelEntities): ModelKnowledge {
  const fields = (entries: { readonly [name: string]: JsonValue }): object => ({
    fields: Object.fromEntries(
      Object.entries(entries).map(([name, value]) => [name, isUnknown(value) ? null : { exactly: value }]),
    ),
  });
  return readKnowledge(
    modelJson({
      request: { ...request, context: fields(request.context) },
      entities: entities.map(({ uid, attrs, tags }) => ({
        uid,
        attrs: fields(attrs),
        tags: fields(tags ?? {}),
        ancestors: ancestors(modelJson(uid), model).map(({ type, id }) => ({ type, id })),
      })),
      complete: true,
    }),
  );
}

function isUnknown(value: JsonValue): boolean {
  const call = typeof value === "object" && value !== null && Object.hasOwn(value, "__extn");
  return call && (value as { readonly __extn: { readonly fn?: unknown } }).__extn.fn === "unknown";
}

/** Hides parts of the request, values in the context, and at times attributes and tags of entities. */
export function hideValues(choices: Choices, request: RequestJson, entities: readonly EntityJson[]): Hidden {
  const unknowns: [string, Value][] = [];
  const one = <T>(part: T): T | null => (choices.chance(35) ? null : part);
  const some = (entries: { readonly [name: string]: JsonValue }, percent: number): { [name: string]: JsonValue } =>
    Object.fromEntries(
      Object.entries(entries).map(([key, value]): [string, JsonValue] => {
        if (!choices.chance(percent)) return [key, value];
        const name = `u${unknowns.length}`;
        unknowns.push([name, unwrap(valueFromPlain(value))]);
        return [key, { __extn: { fn: "unknown", arg: name } }];
      }),
    );
  const uids = { principal: one(request.principal), action: one(request.action), resource: one(request.resource) };
  const context = some(request.context, 35);
  if (!choices.chance(30)) return { request: { ...uids, context }, entities, unknowns };
  const hidden = entities.map((entity): EntityJson => {
    const known = { ...entity, attrs: some(entity.attrs, 25) };
    return entity.tags === undefined ? known : { ...known, tags: some(entity.tags, 25) };
  });
  return { request: { ...uids, context }, entities: hidden, unknowns };
}
