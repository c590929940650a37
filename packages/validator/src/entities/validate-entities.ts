import { type Entity, EntityStore, type EntityUid, isAction, printUid } from "@deodar/core";
import { type Diagnostic, failure, type Result } from "@deodar/diagnostics";
import { actionEntities, findAction, type Schema } from "@deodar/schema";
import { EntityConformance, fault } from "./validate-entity.ts";

/** Beyond this many errors no more are gathered: whoever mends the first ones sees the others next time. */
const maxErrors = 20;

/**
 * Makes a store of entities that conform to a schema: their types are declared, with all required attributes and no
 * others, values and parents are of the right types, and enumerated types have no other ids. The actions of the schema
 * are added. Actions among the entities have to be exactly as the schema says, groups of groups included.
 *
 * @param entities in any order; errors have the index of the entity at the start of their path
 * @returns the store, or what is wrong: at most the first twenty errors
 *
 * Source: https://docs.cedarpolicy.com/schema/schema.html
 */
export function validateEntities(entities: Iterable<Entity>, schema: Schema): Result<EntityStore> {
  const all = [...entities];
  const store = EntityStore.of(all);
  const faults: Diagnostic[] = [];
  if (!store.ok) for (const error of store.errors) if (error.code === "entities/duplicate") faults.push(error);
  const conformance = new EntityConformance(schema);
  for (const [index, entity] of all.entries()) {
    if (faults.length >= maxErrors) break;
    for (const found of conformance.faults(entity, [index])) faults.push(found);
  }
  if (!store.ok) {
    for (const error of store.errors) if (error.code !== "entities/duplicate") faults.push(error);
    return failure(faults.slice(0, maxErrors));
  }
  for (const [index, entity] of all.entries()) {
    if (faults.length >= maxErrors) break;
    if (!isAction(entity.uid)) continue;
    const found = actionFault(entity, store.value, schema, index);
    if (found !== undefined) faults.push(found);
  }
  if (faults.length > 0) return failure(faults.slice(0, maxErrors));
  return store.value.upsert(actionEntities(schema));
}

function actionFault(
  { uid, attributes, tags }: Entity,
  store: EntityStore,
  schema: Schema,
  index: number,
): Diagnostic | undefined {
  const action = findAction(schema, uid);
  if (action === undefined) return fault("conformance/undeclared-action", { uid: printUid(uid) }, [index, "uid"]);
  if (attributes.size === 0 && tags.size === 0 && areSame(store.ancestors(uid), action.ancestors)) return undefined;
  return fault("conformance/different-action", { uid: printUid(uid) }, [index]);
}

function areSame(found: readonly EntityUid[], declared: readonly EntityUid[]): boolean {
  if (found.length !== declared.length) return false;
  const names = new Set(declared.map(printUid));
  return found.every((uid) => names.has(printUid(uid)));
}
