/**
 * What stands behind a store of entities, for evaluators: they look an entity up once and ask on from there. An
 * application has no need of it.
 */

export { noTarget, type Target } from "./entities/attribute-table.ts";
export { hierarchyOf } from "./entities/entity-store.ts";
export type { Hierarchy } from "./entities/hierarchy.ts";
export { LastingMap } from "./entities/lasting-map.ts";
export { AttributeReader } from "./entities/layout.ts";
export type { Node } from "./entities/node.ts";
export { keptUid } from "./values/entity-uid.ts";
