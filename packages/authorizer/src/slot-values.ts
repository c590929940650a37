import { type EntityUid, entityUid } from "@deodar/core";
import { keptUid } from "@deodar/core/hierarchy";
import type { Diagnostic } from "@deodar/diagnostics";
import type { SlotValues } from "@deodar/evaluator";
import type { EntityLiteral, SlotName } from "@deodar/syntax";
import { fault } from "./catalogue.ts";
import type { TemplateLink } from "./policy-entry.ts";

/** The fault of a link that does not fill exactly these slots, or `undefined` if it does. */
export function checkSlots(slots: readonly SlotName[], values: TemplateLink["values"]): Diagnostic | undefined {
  const missing = slots.filter((slot) => !Object.hasOwn(values, slot)).join(",");
  const extra = Object.keys(values)
    .filter((name) => !(slots as readonly string[]).includes(name))
    .join(",");
  if (missing !== "" && extra !== "") return fault("policy-set/slots-mismatch", { missing, extra });
  if (missing !== "") return fault("policy-set/slots-missing", { missing });
  if (extra !== "") return fault("policy-set/slots-unknown", { extra });
  return undefined;
}

/** The values of these slots as uids; throws a `TypeError` for a value that is none. */
export function readSlotValues(slots: readonly SlotName[], values: TemplateLink["values"]): SlotValues {
  const uids: { [slot in SlotName]?: EntityUid } = {};
  for (const slot of slots) {
    const value = values[slot];
    if (value === undefined || value === null) throw new TypeError(`the value of ${slot} must be an entity uid`);
    uids[slot] = keptUid(value.type, value.id);
  }
  return Object.freeze(uids);
}

/** The values of a link as `PolicySet.link` takes them, from entity literals by slot. */
export function slotValuesOf(values: ReadonlyMap<SlotName, EntityLiteral>): TemplateLink["values"] {
  const uids: { [slot in SlotName]?: EntityUid } = {};
  for (const [slot, { type, id }] of values) uids[slot] = entityUid(type, id);
  return uids;
}
