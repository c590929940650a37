import type { EntityJson } from "@cedar-policy/cedar-wasm/nodejs";

export type { EntityJson };

/** The name of an entity, as in JSON. */
export interface Uid {
  readonly type: string;
  readonly id: string;
}

/** What is asked. */
export interface RequestJson {
  readonly principal: Uid;
  readonly action: Uid;
  readonly resource: Uid;
  readonly context: Readonly<Record<string, boolean | number | string>>;
}

/** A link of a template. */
export interface LinkJson {
  readonly templateId: string;
  readonly newId: string;
  readonly values: { readonly "?principal"?: Uid; readonly "?resource"?: Uid };
}

/** Policies, entities and requests: all that engines need to be compared. */
export interface Workload {
  readonly name: string;
  /** The static policies as one text, one after the other; their ids are `policy0`, `policy1` and so on. */
  readonly policies: string;
  /** Templates by their ids. */
  readonly templates: Readonly<Record<string, string>>;
  readonly links: readonly LinkJson[];
  /** The schema, in Cedar's own syntax. */
  readonly schema: string;
  /** All entities but the actions, which the schema declares. */
  readonly entities: readonly EntityJson[];
  readonly actions: readonly EntityJson[];
  readonly requests: readonly RequestJson[];
  /** The entities whose attributes or ancestors the decision of a request depends on, the smallest possible part. */
  readonly roots: (request: RequestJson, entityOf: (uid: Uid) => EntityJson | undefined) => readonly Uid[];
}

/** What the text of the uid is in Cedar; also a key that no two uids share. */
export const uidText = ({ type, id }: Uid): string => `${type}::${JSON.stringify(id)}`;

/** The uid of an entity or a reference in JSON, which may stand inside `__entity`. */
export function plainUid(json: unknown): Uid {
  const { __entity: inner } = json as { readonly __entity?: Uid };
  return inner ?? (json as Uid);
}

/** An entity in JSON. */
export function entity(uid: Uid, attrs: EntityJson["attrs"], parents: readonly Uid[]): EntityJson {
  return { uid: { ...uid }, attrs, parents: parents.map((parent) => ({ ...parent })) };
}

/** A reference to an entity, as the value of an attribute. */
export const reference = (uid: Uid): { __entity: { type: string; id: string } } => ({ __entity: { ...uid } });
