import type { CedarValueJson } from "./entities.ts";
import type { DetailedError } from "./errors.ts";
import type { Annotations, NonEmpty, SmolStr } from "./policies.ts";

/** The name of a common type. */
export type CommonTypeId = string;

/** An identifier that is not reserved. */
export type UnreservedId = string;

/** The variants of a type. */
export type TypeVariant<N> =
  | { type: "String" }
  | { type: "Long" }
  | { type: "Boolean" }
  | { type: "Set"; element: Type<N> }
  | ({ type: "Record" } & RecordType<N>)
  | { type: "Entity"; name: N }
  | { type: "EntityOrCommon"; name: N }
  | { type: "Extension"; name: UnreservedId };

/** A type, or a reference to one by its name. */
export type Type<N> = ({} & TypeVariant<N>) | { type: N };

/** A record type. */
export interface RecordType<N> {
  attributes: Record<SmolStr, TypeOfAttribute<N>>;
  additionalAttributes?: boolean;
}

/** The type of an attribute. */
export type TypeOfAttribute<N> = Type<N> & { required?: boolean };

/** A common type. */
export type CommonType<N> = Type<N> & { annotations?: Annotations };

/** The shape of an entity or a context. */
export type AttributesOrContext<N> = Type<N>;

/** An entity type whose entities are not enumerated. */
export interface StandardEntityType<N> {
  memberOfTypes?: N[];
  shape?: AttributesOrContext<N>;
  tags?: Type<N>;
}

/** An entity type, enumerated or not. */
export type EntityTypeKind<N> = StandardEntityType<N> | { enum: NonEmpty<string> };

/** A declared entity type. */
export type EntityType<N> = EntityTypeKind<N> & { annotations?: Annotations };

/** A group of actions. */
export interface ActionEntityUID<N> {
  id: SmolStr;
  type?: N;
}

/** To what an action applies. */
export interface ApplySpec<N> {
  resourceTypes: N[];
  principalTypes: N[];
  context?: AttributesOrContext<N>;
}

/** A declared action. */
export interface ActionType<N> {
  attributes?: Record<SmolStr, CedarValueJson>;
  appliesTo?: ApplySpec<N>;
  memberOf?: ActionEntityUID<N>[];
  annotations?: Annotations;
}

/** A namespace of a schema. */
export interface NamespaceDefinition<N> {
  commonTypes?: Record<CommonTypeId, CommonType<N>>;
  entityTypes: Record<UnreservedId, EntityType<N>>;
  actions: Record<SmolStr, ActionType<N>>;
  annotations?: Annotations;
}

/** A schema in JSON. */
export type SchemaJson<N> = Record<string, NamespaceDefinition<N>>;

/** A schema, as Cedar text or JSON. */
export type Schema = string | SchemaJson<string>;

/** A schema as JSON. */
export type SchemaToJsonAnswer =
  | { type: "success"; json: SchemaJson<string>; warnings: DetailedError[] }
  | { type: "failure"; errors: DetailedError[] };

/** A schema as JSON that says of each name which kind of type it names. */
export type SchemaToJsonWithResolvedTypesAnswer =
  | { type: "success"; json: SchemaJson<string>; warnings: DetailedError[] }
  | { type: "failure"; errors: DetailedError[] };

/** A schema as text. */
export type SchemaToTextAnswer =
  | { type: "success"; text: string; warnings: DetailedError[] }
  | { type: "failure"; errors: DetailedError[] };

/** The types and actions of the requests that a policy can apply to. */
export type GetValidRequestEnvsResult =
  | { type: "success"; principals: string[]; actions: string[]; resources: string[] }
  | { type: "failure"; error: string };
