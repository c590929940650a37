import type { Schema } from "@deodar/schema";
import { isActionType } from "../schema-facts.ts";

/** A type of entities that a schema knows, or a type of actions. */
export interface KnownType {
  readonly name: string;
  /** Its place among all of them. */
  readonly number: number;
  /** Whether there can be an entity of this type with a certain id. */
  readonly isDeclared: (id: string) => boolean;
}

/** The types of entities and actions that a schema knows, by name. */
export function knownTypes(schema: Schema): ReadonlyMap<string, KnownType> {
  const types = new Map<string, KnownType>();
  for (const name of [...schema.entityTypes.keys(), ...schema.actions.keys()]) {
    types.set(name, { name, number: types.size, isDeclared: idTest(name, schema) });
  }
  return types;
}

function idTest(type: string, schema: Schema): (id: string) => boolean {
  const enumeration = schema.entityTypes.get(type)?.enumeration;
  if (enumeration !== undefined) return (id) => enumeration.has(id);
  const actions = schema.actions.get(type);
  return isActionType(type) ? (id) => actions?.has(id) === true : always;
}

function always(): boolean {
  return true;
}
