import { contextFromPlain, Entities, entityUid } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import type { Request } from "@deodar/evaluator";
import { stringifyJson } from "@deodar/json";
import { type ModelEntities, type ModelRequest, readEntities, readRequest } from "@deodar/model";
import type { RequestJson, Uid, World } from "@deodar/testing";
import { hasBigInt, modelJson } from "./plain-json.ts";

/** What a sample keeps of a world. */
export type SampledWorld = Pick<World, "entities" | "schemaJson">;

/** A world as each witness takes it; made when it is first asked for. */
export class Situation<W extends SampledWorld = World> {
  readonly world: W;
  #store: Entities | undefined;
  #model: ModelEntities | undefined;
  #exact: boolean | undefined;

  constructor(world: W) {
    this.world = world;
  }

  /** The engine's store. */
  get store(): Entities {
    this.#store ??= unwrap(Entities.fromPlain(this.world.entities));
    return this.#store;
  }

  /** The model's entities. */
  get model(): ModelEntities {
    this.#model ??= readEntities(modelJson(this.world.entities));
    return this.#model;
  }

  /** Whether the reference can be told the entities without rounding integers. */
  get isExact(): boolean {
    this.#exact ??= !hasBigInt(this.world.entities);
    return this.#exact;
  }

  /** Files that say it all. */
  files(): Map<string, string> {
    const files = new Map([["entities.json", `${stringifyJson(this.world.entities as never, 2)}\n`]]);
    if (this.world.schemaJson !== undefined) {
      files.set("schema.json", `${stringifyJson(this.world.schemaJson, 2)}\n`);
    }
    return files;
  }
}

/** A request as each witness takes it. */
export class Question {
  readonly json: RequestJson;
  readonly request: Request;
  #model: ModelRequest | undefined;

  constructor(json: RequestJson) {
    this.json = json;
    this.request = {
      principal: uidOf(json.principal),
      action: uidOf(json.action),
      resource: uidOf(json.resource),
      context: unwrap(contextFromPlain(json.context)),
    };
  }

  get model(): ModelRequest {
    this.#model ??= readRequest(modelJson(this.json));
    return this.#model;
  }

  /** Whether the reference can be told it without rounding integers. */
  get isExact(): boolean {
    return !hasBigInt(this.json);
  }

  /** The file that says it. */
  file(): readonly [string, string] {
    return ["request.json", `${stringifyJson(this.json as never, 2)}\n`];
  }
}

function uidOf({ type, id }: Uid): Request["principal"] {
  return entityUid(type, id);
}
