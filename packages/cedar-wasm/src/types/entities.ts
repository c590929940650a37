/** An entity type and an id. */
export interface TypeAndId {
  type: string;
  id: string;
}

/** A call of an extension function. */
export type FnAndArgs = { fn: string; arg: CedarValueJson } | { fn: string; args: CedarValueJson[] };

/** A value of Cedar in JSON. */
export type CedarValueJson =
  | { __entity: TypeAndId }
  | { __extn: FnAndArgs }
  | boolean
  | number
  | string
  | CedarValueJson[]
  | { [key: string]: CedarValueJson }
  | null;

/** The uid of an entity in JSON. */
export type EntityUidJson = { __entity: TypeAndId } | TypeAndId;

/** The uid of an entity. */
export type EntityUid = EntityUidJson;

/** An entity in JSON. */
export interface EntityJson {
  uid: EntityUidJson;
  attrs: Record<string, CedarValueJson>;
  parents: EntityUidJson[];
  tags?: Record<string, CedarValueJson>;
}

/** The entities that a request may refer to. */
export type Entities = Array<EntityJson>;

/** The context of a request. */
export type Context = Record<string, CedarValueJson>;
