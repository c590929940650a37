import type { Span } from "@deodar/diagnostics";
import type { JsonValue } from "@deodar/json";

/**
 * The fragment tree: what a schema says, in the Cedar schema syntax or in the JSON schema format, before any name is
 * resolved. A closed union of plain readonly objects told apart by `kind`.
 *
 * It has the shape of the JSON format. A text declaration of several names (`entity A, B …`) is one declaration for
 * each of them, which share their parts. Names of types are kept as they were written, but without blanks or comments.
 * Lists keep the order of the source, and no two members of `namespaces`, `commonTypes`, `entityTypes`, `actions` or
 * `attributes` have the same name.
 *
 * Source: https://docs.cedarpolicy.com/schema/human-readable-schema.html and /schema/json-schema.html
 */
export type SchemaNode =
  | SchemaFragment
  | Namespace
  | CommonType
  | EntityType
  | EnumeratedEntityType
  | Action
  | AppliesTo
  | ActionReference
  | TypeName
  | SchemaType
  | Attribute
  | SchemaAnnotation;

/** What every node has: where it stands in the text, or `undefined` if it was not read from text. */
interface Located {
  readonly span: Span | undefined;
}

/** What every declaration has; `nameSpan` is where its name stands in the text. */
interface Declared extends Located {
  readonly name: string;
  readonly nameSpan: Span | undefined;
  readonly annotations: readonly SchemaAnnotation[];
}

/** One schema document. Several of them can make up a schema. */
export interface SchemaFragment extends Located {
  readonly kind: "fragment";
  readonly namespaces: readonly Namespace[];
}

/**
 * The declarations of one namespace. The name of the empty namespace is `""`; in text that is all that stands outside
 * of `namespace` blocks, and it has no annotations.
 */
export interface Namespace extends Declared {
  readonly kind: "namespace";
  readonly commonTypes: readonly CommonType[];
  readonly entityTypes: readonly (EntityType | EnumeratedEntityType)[];
  readonly actions: readonly Action[];
}

/** `type Name = …;` */
export interface CommonType extends Declared {
  readonly kind: "commonType";
  readonly type: SchemaType;
}

/** `entity Name in [Parent] { … } tags …;` */
export interface EntityType extends Declared {
  readonly kind: "entityType";
  readonly memberOfTypes: readonly TypeName[];
  /** The attributes. In JSON any type can stand here, also a common type; an empty record if none are given. */
  readonly shape: SchemaType;
  /** The type of tags, or `undefined` if entities of this type have none. */
  readonly tags: SchemaType | undefined;
}

/** `entity Name enum ["a", "b"];`: at least one id; ids may repeat. */
export interface EnumeratedEntityType extends Declared {
  readonly kind: "enumeratedEntityType";
  readonly choices: readonly [string, ...string[]];
}

/** `action "name" in [parent] appliesTo { … };` */
export interface Action extends Declared {
  readonly kind: "action";
  /** The groups it is in; `undefined` if nothing is said about them, which means the same as an empty list. */
  readonly memberOf: readonly ActionReference[] | undefined;
  /** What it applies to; `undefined` only from JSON, which means the same as empty lists: it applies to nothing. */
  readonly appliesTo: AppliesTo | undefined;
  /** From JSON only. Cedar does not support any, so an action with this, even if it is empty, is refused later on. */
  readonly attributes: { readonly [name: string]: JsonValue } | undefined;
}

/** `appliesTo { principal: …, resource: …, context: … }`; the lists can be empty in JSON only. */
export interface AppliesTo extends Located {
  readonly kind: "appliesTo";
  readonly principalTypes: readonly TypeName[];
  readonly resourceTypes: readonly TypeName[];
  /** An empty record if none is given. */
  readonly context: SchemaType;
}

/** `Namespace::Action::"id"`, or `"id"` alone, whose `type` is `undefined`: the `Action` of the same namespace. */
export interface ActionReference extends Located {
  readonly kind: "actionReference";
  readonly type: string | undefined;
  readonly id: string;
}

/** The name of an entity type, where only entity types can stand. */
export interface TypeName extends Located {
  readonly kind: "typeName";
  readonly name: string;
}

export type SchemaType =
  | BooleanType
  | LongType
  | StringType
  | SetType
  | RecordType
  | EntityReference
  | ExtensionType
  | CommonTypeReference
  | NameReference;

/** `"Boolean"`. From JSON only; in text such names can be shadowed and so are {@link NameReference}s. */
export interface BooleanType extends Located {
  readonly kind: "boolean";
}

/** `"Long"`. From JSON only. */
export interface LongType extends Located {
  readonly kind: "long";
}

/** `"String"`. From JSON only. */
export interface StringType extends Located {
  readonly kind: "string";
}

/** `Set<Element>`. */
export interface SetType extends Located {
  readonly kind: "set";
  readonly element: SchemaType;
}

/** `{ name: Type, name?: Type }`. */
export interface RecordType extends Located {
  readonly kind: "record";
  readonly attributes: readonly Attribute[];
  /** From JSON only. Cedar does not support open records yet, so `true` is refused later on. */
  readonly additionalAttributes: boolean;
}

/** `{"type": "Entity", "name": …}`: an entity type and nothing else. From JSON only. */
export interface EntityReference extends Located {
  readonly kind: "entity";
  readonly name: string;
}

/** `{"type": "Extension", "name": …}`, such as `ipaddr`. From JSON only. */
export interface ExtensionType extends Located {
  readonly kind: "extension";
  readonly name: string;
}

/** `{"type": "Name"}` in JSON, and `context: Name` in text: a common type and nothing else. */
export interface CommonTypeReference extends Located {
  readonly kind: "common";
  readonly name: string;
}

/** `Name` in text, `EntityOrCommon` in JSON: a common type, else an entity type, else a built-in one. */
export interface NameReference extends Located {
  readonly kind: "entityOrCommon";
  readonly name: string;
}

/** `name: Type` or `name?: Type`. */
export interface Attribute extends Declared {
  readonly kind: "attribute";
  readonly required: boolean;
  readonly type: SchemaType;
}

/** `@key("value")`; the value is `""` for `@key`, and `null` only where JSON says so. */
export interface SchemaAnnotation extends Located {
  readonly kind: "annotation";
  readonly key: string;
  readonly value: string | null;
}
