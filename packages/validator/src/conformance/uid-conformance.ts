import { type EntityUid, isAction, isNested, type NestedValue, type Value } from "@deodar/core";
import { findAction, type Schema } from "@deodar/schema";

/** What is wrong with a uid: an id that its enumerated type does not have, or an action that is not declared. */
export interface UidFault {
  readonly kind: "undeclared-id" | "undeclared-action";
  readonly uid: EntityUid;
  /** The ids that the type has; none for actions. */
  readonly ids: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

/** What is wrong with the uid itself, wherever it stands; `undefined` if nothing is, also if its type is not declared. */
export function uidFault(uid: EntityUid, schema: Schema): UidFault | undefined {
  const enumeration = schema.entityTypes.get(uid.type)?.enumeration;
  if (enumeration?.has(uid.id) === false) return { kind: "undeclared-id", uid, ids: enumeration };
  if (isAction(uid) && findAction(schema, uid) === undefined) return { kind: "undeclared-action", uid, ids: none };
  return undefined;
}

/** The first uid in a value that is wrong in itself. Not recursive; a value that is in it many times is seen once. */
export function uidFaultIn(value: Value, schema: Schema): UidFault | undefined {
  if (typeof value !== "object") return undefined;
  if (!isNested(value)) return value.kind === "entity" ? uidFault(value, schema) : undefined;
  const nested = new Set<NestedValue>([value]);
  for (const outer of nested) {
    for (const inner of outer.kind === "set" ? outer.elements : outer.entries.values()) {
      if (typeof inner !== "object") continue;
      if (isNested(inner)) nested.add(inner);
      else if (inner.kind === "entity") {
        const fault = uidFault(inner, schema);
        if (fault !== undefined) return fault;
      }
    }
  }
  return undefined;
}
