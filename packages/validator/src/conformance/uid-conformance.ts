import { type EntityUid, isAction, isNested, type NestedValue, type Value } from "@deodar/core";
import { findAction, type Schema } from "@deodar/schema";

/** A uid that is wrong in itself: it has an id that its enumerated type does not have, or names no declared action. */
export interface UidFault {
  readonly uid: EntityUid;
  /** The ids that the type has, if it has only some. */
  readonly ids: ReadonlySet<string> | undefined;
}

/** What is wrong with the uid itself, wherever it stands; `undefined` if nothing is, also if its type is not declared. */
export function uidFault(uid: EntityUid, schema: Schema): UidFault | undefined {
  const ids = schema.entityTypes.get(uid.type)?.enumeration;
  if (ids?.has(uid.id) === false) return { uid, ids };
  return isAction(uid) && findAction(schema, uid) === undefined ? { uid, ids: undefined } : undefined;
}

/**
 * A uid in a value that is wrong in itself: of several, the last in Cedar's order, as in the reference. Not recursive; a
 * value that is in it many times is seen once. Whether it looks at values in that order, `sorted`, is its own affair.
 */
export function uidFaultIn(value: Value, schema: Schema, sorted = false): UidFault | undefined {
  const seen = new Set<NestedValue>();
  const todo = [value];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (typeof next !== "object") continue;
    if (!isNested(next)) {
      const fault = next.kind === "entity" ? uidFault(next, schema) : undefined;
      // Most values have no fault, so nothing is sorted before there is one to tell.
      if (fault !== undefined) return sorted ? fault : uidFaultIn(value, schema, true);
    } else if (!seen.has(next)) {
      seen.add(next);
      for (const inner of valuesIn(next, sorted)) todo.push(inner);
    }
  }
  return undefined;
}

function valuesIn(nested: NestedValue, sorted: boolean): Iterable<Value> {
  if (nested.kind === "set") return sorted ? nested.sorted() : nested.elements;
  return sorted ? nested.sortedKeys().map((key) => nested.entries.get(key) as Value) : nested.entries.values();
}
