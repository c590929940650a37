import type { EntityUid } from "@deodar/core";

/**
 * The resolved schema: what declarations mean once all names are looked up. Plain readonly data told apart by `kind`.
 *
 * Common types are expanded by reference: each declaration is one object, however often it is used, so that the types
 * make a graph without cycles that can be exponentially larger when it is written out. Whoever walks types remembers
 * the objects that were seen.
 *
 * Source: https://docs.cedarpolicy.com/schema/schema.html
 */
export interface Schema {
  readonly kind: "schema";
  /** The declared entity types by their full names, without the types of actions. */
  readonly entityTypes: ReadonlyMap<string, EntityTypeInfo>;
  /** The declared actions, first by entity type, such as `Photos::Action`, then by id. */
  readonly actions: ReadonlyMap<string, ReadonlyMap<string, ActionInfo>>;
}

/** The type of a value. */
export type Type = BooleanType | LongType | StringType | SetType | RecordType | EntityReferenceType | ExtensionType;

export interface BooleanType {
  readonly kind: "boolean";
}

export interface LongType {
  readonly kind: "long";
}

export interface StringType {
  readonly kind: "string";
}

/** A set all of whose elements have the type `element`. */
export interface SetType {
  readonly kind: "set";
  readonly element: Type;
}

/** A record with these attributes and no others, in Cedar's order of names. */
export interface RecordType {
  readonly kind: "record";
  readonly attributes: ReadonlyMap<string, AttributeType>;
}

/** A reference to an entity of the type `name`: one that is declared, or the type of actions. */
export interface EntityReferenceType {
  readonly kind: "entity";
  readonly name: string;
}

/** A value of an extension type. */
export interface ExtensionType {
  readonly kind: "extension";
  readonly name: ExtensionTypeName;
}

/** The extension types, by the names they have in schemas. */
export type ExtensionTypeName = "ipaddr" | "decimal" | "datetime" | "duration";

/** The type of an attribute, and whether the attribute has to be there. */
export interface AttributeType {
  readonly type: Type;
  readonly required: boolean;
}

/** One declared entity type. */
export interface EntityTypeInfo {
  readonly kind: "entityType";
  readonly name: string;
  /** The types that the declaration names after `in`. */
  readonly parents: ReadonlySet<string>;
  /** The types whose entities can be ancestors of such an entity; with `name` itself only if that is declared. */
  readonly ancestors: ReadonlySet<string>;
  /** The types whose entities can be descendants of such an entity; with `name` itself only if that is declared. */
  readonly descendants: ReadonlySet<string>;
  /** The attributes, in Cedar's order of names. */
  readonly attributes: ReadonlyMap<string, AttributeType>;
  /** The type of tags, or `undefined` if such entities have none. */
  readonly tags: Type | undefined;
  /** The ids that entities of this type can have, in order of declaration; `undefined` if they can have any. */
  readonly enumeration: ReadonlySet<string> | undefined;
  readonly annotations: Annotations;
}

/** One declared action. */
export interface ActionInfo {
  readonly kind: "action";
  readonly uid: EntityUid;
  /** The groups that the declaration names after `in`. */
  readonly parents: readonly EntityUid[];
  /** All groups that the action is in, directly or not; never the action itself. */
  readonly ancestors: readonly EntityUid[];
  /** All actions that are in this one, directly or not; never the action itself. */
  readonly descendants: readonly EntityUid[];
  /** The types of principals that the action applies to, in order of declaration. */
  readonly principals: ReadonlySet<string>;
  /** The types of resources that the action applies to, in order of declaration. */
  readonly resources: ReadonlySet<string>;
  readonly context: RecordType;
  readonly annotations: Annotations;
}

/** The annotations of a declaration by key; `@key` without a value has the value `""`. */
export type Annotations = ReadonlyMap<string, string>;

/** The action of this uid, or `undefined` if the schema declares none. */
export function findAction(schema: Schema, uid: EntityUid): ActionInfo | undefined {
  return schema.actions.get(uid.type)?.get(uid.id);
}

/** Whether this is the type of an action that the schema declares. */
export function isActionType(schema: Schema, type: string): boolean {
  return schema.actions.has(type);
}
