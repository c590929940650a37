// Entities and their JSON forms

export { isAction } from "./entities/action.ts";
export {
  Entities,
  entitiesFromJson,
  entitiesFromJsonValue,
  entitiesFromPlain,
  entitiesToJson,
} from "./entities/entities.ts";
export type { Entity, EntityParts, EntitySource } from "./entities/entity.ts";
export { entityOf, equalEntities } from "./entities/entity.ts";
export { EntityStore } from "./entities/entity-store.ts";
export type { CallFault, ExtensionFunction, ExtensionParameter, ExtensionResult } from "./extension-functions.ts";
export { applyExtension, extensionTable, isCallFault } from "./extension-functions.ts";
export type { ExtensionCall } from "./extensions/call.ts";
export { canonicalCall } from "./extensions/canonical.ts";
export type { Datetime } from "./extensions/datetime.ts";
export {
  compareDatetime,
  datetimeOf,
  durationSince,
  offset,
  parseDatetime,
  toDate,
  toTime,
} from "./extensions/datetime.ts";
export type { Decimal } from "./extensions/decimal.ts";
export { compareDecimal, parseDecimal } from "./extensions/decimal.ts";
export type { Duration } from "./extensions/duration.ts";
export {
  compareDuration,
  durationOf,
  parseDuration,
  toDays,
  toHours,
  toMilliseconds,
  toMinutes,
  toSeconds,
} from "./extensions/duration.ts";
export type { ExtensionFault } from "./extensions/fault.ts";
export { isFault } from "./extensions/fault.ts";
export type { IpAddress } from "./extensions/ip.ts";
export { isInRange, isIpv4, isIpv6, isLoopback, isMulticast } from "./extensions/ip.ts";
export { parseIp } from "./extensions/parse-ip.ts";
export {
  contextFromJson,
  contextFromJsonValue,
  contextFromPlain,
  uidFromJsonValue,
  uidFromPlain,
  valueFromJson,
  valueFromJsonValue,
  valueFromPlain,
  valueToJson,
} from "./json/values.ts";
export { debugString } from "./text/debug-string.ts";
export { isTypeName } from "./text/identifier.ts";
export { compareValues } from "./values/compare.ts";
export { compareNames } from "./values/compare-names.ts";
export type { EntityUid } from "./values/entity-uid.ts";
export { entityUid, sameUid } from "./values/entity-uid.ts";
export { equalValues } from "./values/equal.ts";
export type { Long } from "./values/long.ts";
export {
  addLong,
  compareLong,
  isLong,
  longFromBigInt,
  maxLong,
  minLong,
  multiplyLong,
  negateLong,
  subtractLong,
} from "./values/long.ts";
export { displayValue, printUid, printValue } from "./values/print.ts";
export type { RecordValue } from "./values/record.ts";
export { emptyRecord, recordOf } from "./values/record.ts";
export type { SetValue } from "./values/set.ts";
export { containsAll, containsAny, emptySet, setOf } from "./values/set.ts";
export { typeOf } from "./values/type-of.ts";
export type { ExtensionValue, FlatValue, NestedValue, Value } from "./values/value.ts";
export { isNested } from "./values/value.ts";
