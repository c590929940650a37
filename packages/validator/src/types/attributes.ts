import type { SchemaFacts } from "../schema-facts.ts";
import type { TypeRelations } from "./relations.ts";
import { type CheckedAttribute, type CheckedAttributes, type CheckedType, isEntity, namesOf } from "./type.ts";

const none: CheckedAttributes = new Map();

/**
 * The attributes that are known of a value of this type. Of several entity types only those that all of them have, of
 * any entity and of what has no attributes none.
 */
export function attributesOf(type: CheckedType, facts: SchemaFacts, relations: TypeRelations): CheckedAttributes {
  if (type.kind === "record") return type.attributes;
  if (type.kind === "entity") return attributesOfEntity(type.name, facts);
  if (type.kind !== "entities") return none;
  const [first, ...others] = type.names;
  return others.reduce(
    (known, name) => relations.joinAttributes(known, attributesOfEntity(name, facts)),
    attributesOfEntity(first as string, facts),
  );
}

/** The attribute with this name, if it is known what type it has. */
export function attributeOf(
  type: CheckedType,
  name: string,
  facts: SchemaFacts,
  relations: TypeRelations,
): CheckedAttribute | undefined {
  return attributesOf(type, facts, relations).get(name);
}

/** Whether a value of this type can have an attribute with this name. */
export function mayHaveAttribute(type: CheckedType, name: string, facts: SchemaFacts): boolean {
  if (type.kind === "never") return true;
  if (type.kind === "record") return type.open === true || type.attributes.has(name);
  if (!isEntity(type)) return false;
  const names = namesOf(type);
  return names === undefined || names.some((entityType) => attributesOfEntity(entityType, facts).has(name));
}

function attributesOfEntity(name: string, facts: SchemaFacts): CheckedAttributes {
  return facts.schema.entityTypes.get(name)?.attributes ?? none;
}
