import type { EntityUid } from "@deodar/core";
import type { ActionInfo, Schema } from "./model.ts";

/** A kind of request that a schema allows: types of principal and resource, and the action. */
export interface SchemaEnvironment {
  readonly principal: string;
  readonly action: EntityUid;
  readonly resource: string;
}

/** The declared actions, in no particular order. */
export function* allActions(schema: Schema): Generator<ActionInfo, void> {
  for (const byId of schema.actions.values()) yield* byId.values();
}

/** The actions that others are in, directly or not. */
export function* actionGroups(schema: Schema): Generator<ActionInfo, void> {
  const groups = new Set<string>();
  for (const { parents } of allActions(schema)) for (const { type, id } of parents) groups.add(`${type}::${id}`);
  for (const action of allActions(schema)) if (groups.has(`${action.uid.type}::${action.uid.id}`)) yield action;
}

/** The types of entities that are a principal of some action. */
export function principalTypes(schema: Schema): ReadonlySet<string> {
  const types = new Set<string>();
  for (const { principals } of allActions(schema)) for (const type of principals) types.add(type);
  return types;
}

/** The types of entities that are a resource of some action. */
export function resourceTypes(schema: Schema): ReadonlySet<string> {
  const types = new Set<string>();
  for (const { resources } of allActions(schema)) for (const type of resources) types.add(type);
  return types;
}

/** The actions that apply to principals and resources of these types. */
export function* actionsApplyingTo(schema: Schema, principal: string, resource: string): Generator<ActionInfo, void> {
  for (const action of allActions(schema)) {
    if (action.principals.has(principal) && action.resources.has(resource)) yield action;
  }
}

/**
 * Every kind of request that the schema allows. They are made one by one, since there can be far more of them than the
 * schema is long.
 *
 * Source: https://docs.cedarpolicy.com/policies/validation.html
 */
export function* schemaEnvironments(schema: Schema): Generator<SchemaEnvironment, void> {
  for (const { uid, principals, resources } of allActions(schema)) {
    for (const principal of principals) for (const resource of resources) yield { principal, action: uid, resource };
  }
}
