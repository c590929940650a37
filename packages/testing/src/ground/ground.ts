import type { Uid } from "../data/generate-value.ts";
import type { Pools } from "./pools.ts";
import type { SchemaView } from "./schema-view.ts";

/** What the parts of one case share, so that they fit together. */
export interface Ground {
  readonly view: SchemaView;
  readonly pools: Pools;
  /** The uids that entities shall have, by entity type; some may come to have no entity. */
  readonly uids: ReadonlyMap<string, readonly Uid[]>;
}
