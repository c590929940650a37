/**
 * The parts of the readers of entities, contexts and values in JSON, for readers that know more of what they read, such
 * as those that follow a schema.
 */
export type { LastingMap } from "./entities/lasting-map.ts";
export type { Node } from "./entities/node.ts";
export { StoreBuilder } from "./entities/store-builder.ts";
export { Cursor, located, type Place } from "./json/cursor.ts";
export { describeJson } from "./json/display.ts";
export { type Escape, escapeOf } from "./json/escape.ts";
export { jsonFromPlain } from "./json/from-plain.ts";
export { documentPlace, type EntityValueReaders, readEntities } from "./json/read-entity.ts";
export { readUid } from "./json/read-uid.ts";
export { isFunctionName, isReadable, type ReadValue, readValue } from "./json/read-value.ts";
export { showExpression } from "./json/show-expression.ts";
export { isBareKey } from "./text/identifier.ts";
export { keptUid } from "./values/entity-uid.ts";
export { noValues } from "./values/given-value.ts";
export { ownRecord } from "./values/record.ts";
export { ownSet } from "./values/set.ts";
