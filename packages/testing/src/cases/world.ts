import { unwrap } from "@deodar/diagnostics";
import { type Schema, schemaFromJsonValue } from "@deodar/schema";
import type { Choices } from "../choices/choices.ts";
import { actionEntityJson, drawEntities, drawUids, type EntityJson } from "../data/generate-entities.ts";
import type { Ground } from "../ground/ground.ts";
import { drawPools } from "../ground/pools.ts";
import { viewOf } from "../ground/schema-view.ts";
import { drawSchema, type SchemaJson } from "../schemas/generate-schema.ts";

/** A schema, and entities of its types. */
export interface World {
  /** The schema in Cedar's JSON format; `undefined` if it was given, not made. */
  readonly schemaJson: SchemaJson | undefined;
  readonly schema: Schema;
  readonly ground: Ground;
  /** The entities, those of the schema's actions among them. */
  readonly entities: readonly EntityJson[];
}

/** How worlds are made. */
export interface WorldOptions {
  /** Percent of worlds with data that do not conform to the schema; 0 by default. */
  readonly nonconforming?: number;
  /** Percent of worlds some of whose entities are missing; 0 by default. */
  readonly dangling?: number;
}

/** A schema, and entities of its types. Throws an error if the schema is refused: a fault of the generator. */
export function drawWorld(choices: Choices, options: WorldOptions = {}): World {
  const schemaJson = drawSchema(choices);
  return { ...drawWorldOf(choices, unwrap(schemaFromJsonValue(schemaJson)), options), schemaJson };
}

/** Entities of the types of this schema. */
export function drawWorldOf(
  choices: Choices,
  schema: Schema,
  { nonconforming = 0, dangling = 0 }: WorldOptions = {},
): World {
  const view = viewOf(schema);
  const pools = drawPools(choices);
  const ground: Ground = { view, pools, uids: drawUids(choices, view, pools) };
  const missing = dangling > 0 && choices.chance(dangling) ? 15 : 0;
  const slips = nonconforming > 0 && choices.chance(nonconforming) ? 8 : 0;
  const entities = drawEntities(choices, ground, { slips, missing });
  return { schemaJson: undefined, schema, ground, entities: [...entities, ...actionEntityJson(view)] };
}
