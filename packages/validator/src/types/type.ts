/**
 * The types that the checker gives to expressions: those of schemas, and some that no schema can name. A type of a
 * schema is one of these as it stands, so that nothing is copied.
 *
 * Source: https://docs.cedarpolicy.com/policies/validation.html
 */
export type CheckedType =
  | NeverType
  | BooleanType
  | TrueType
  | FalseType
  | LongType
  | StringType
  | EntityReferenceType
  | EntityUnionType
  | AnyEntityType
  | CheckedSetType
  | CheckedRecordType
  | ExtensionType;

export interface BooleanType {
  readonly kind: "boolean";
}

export interface LongType {
  readonly kind: "long";
}

export interface StringType {
  readonly kind: "string";
}

/** An entity of the type `name`. */
export interface EntityReferenceType {
  readonly kind: "entity";
  readonly name: string;
}

export interface ExtensionType {
  readonly kind: "extension";
  readonly name: ExtensionTypeName;
}

export type ExtensionTypeName = "ipaddr" | "decimal" | "datetime" | "duration";

/** No value has this type: it is below all others, and the type of the elements of `[]`. */
export interface NeverType {
  readonly kind: "never";
}

/** The expression is `true` whenever it has a value. */
export interface TrueType {
  readonly kind: "true";
}

/** The expression is `false` whenever it has a value. */
export interface FalseType {
  readonly kind: "false";
}

/** An entity of one of at least two types, in Cedar's order of names; only permissive checking makes it. */
export interface EntityUnionType {
  readonly kind: "entities";
  readonly names: readonly string[];
}

/** An entity of any type. */
export interface AnyEntityType {
  readonly kind: "anyEntity";
}

/** A set; without `element` it is the type above all sets. */
export interface CheckedSetType {
  readonly kind: "set";
  readonly element: CheckedType | undefined;
}

/** A record with these attributes, in Cedar's order of names; if it is `open`, it can have others, too. */
export interface CheckedRecordType {
  readonly kind: "record";
  readonly attributes: CheckedAttributes;
  readonly open?: true;
}

export type CheckedAttributes = ReadonlyMap<string, CheckedAttribute>;

/** The type of an attribute, and whether the attribute has to be there. */
export interface CheckedAttribute {
  readonly type: CheckedType;
  readonly required: boolean;
}

/** What is or can be an entity. */
export type EntityType = EntityReferenceType | EntityUnionType | AnyEntityType;

export const neverType: NeverType = { kind: "never" };
export const booleanType: BooleanType = { kind: "boolean" };
export const trueType: TrueType = { kind: "true" };
export const falseType: FalseType = { kind: "false" };
export const longType: LongType = { kind: "long" };
export const stringType: StringType = { kind: "string" };
export const anyEntityType: AnyEntityType = { kind: "anyEntity" };
export const anySetType: CheckedSetType = { kind: "set", element: undefined };
export const entitySetType: CheckedSetType = { kind: "set", element: anyEntityType };
export const anyRecordType: CheckedRecordType = { kind: "record", attributes: new Map(), open: true };

export function extensionType(name: ExtensionTypeName): ExtensionType {
  return { kind: "extension", name };
}

/** The singleton type of this boolean. */
export function singletonType(value: boolean): TrueType | FalseType {
  return value ? trueType : falseType;
}

export function isEntity(type: CheckedType): type is EntityType {
  return type.kind === "entity" || type.kind === "entities" || type.kind === "anyEntity";
}

/** The entity types that such an entity can have; `undefined` if it can have any. */
export function namesOf(type: EntityType): readonly string[] | undefined {
  switch (type.kind) {
    case "entity":
      return [type.name];
    case "entities":
      return type.names;
    case "anyEntity":
      return undefined;
  }
}
