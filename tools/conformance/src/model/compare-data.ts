import "../../../steady-webassembly.ts";
import { checkParseEntities, isAuthorized, schemaToJson } from "@cedar-policy/cedar-wasm/nodejs";
import { unwrap } from "@deodar/diagnostics";
import {
  type JsonValue,
  ModelInputError,
  readEntities,
  readRequest,
  readSchema,
  validateEntities,
  validateRequest,
} from "@deodar/model";
import { parseSchema } from "@deodar/schema";
import { seeded } from "../random.ts";
import { schemas } from "../validation/schemas.ts";
import { DataWriter } from "./data-writer.ts";

/** How often the model and the reference judge data alike. */
export interface DataScore {
  readonly compared: number;
  readonly valid: number;
  /** What they judge differently, and how the reference does. */
  readonly differences: readonly string[];
}

/** Entities that fit the schemas, but for mistakes: `count` lists of them, judged by the model and the reference. */
export function compareEntities(seed: number, count: number): DataScore {
  return compare(seed, count, 12, (writer, text, schema) => {
    const entities = writer.entities();
    const reply = checkParseEntities({ entities: entities as never, schema: text });
    const ours = accepts(() => validateEntities(readEntities(entities, schema), schema));
    return { data: entities, theirs: reply.type === "success", ours };
  });
}

/** Requests that fit the schemas, but for mistakes: `count` of them, judged by the model and the reference. */
export function compareRequests(seed: number, count: number): DataScore {
  const call = { policies: { staticPolicies: "" }, entities: [], validateRequest: true };
  return compare(seed, count, 60, (writer, text, schema) => {
    const request = writer.request();
    const reply = isAuthorized({ ...(request as never as Parameters<typeof isAuthorized>[0]), ...call, schema: text });
    const ours = accepts(() => validateRequest(readRequest(request, schema), schema));
    return { data: request, theirs: reply.type === "success", ours };
  });
}

/** A schema's text in the JSON form that the reference gives it. */
export function jsonOf(schema: string): JsonValue {
  const converted = schemaToJson(schema);
  if (converted.type !== "success") throw new Error(JSON.stringify(converted.errors));
  return converted.json as unknown as JsonValue;
}

interface Judgement {
  readonly data: JsonValue;
  readonly theirs: boolean;
  readonly ours: boolean;
}

function compare(
  seed: number,
  count: number,
  mistakes: number,
  judge: (writer: DataWriter, schema: string, model: ReturnType<typeof readSchema>) => Judgement,
): DataScore {
  const random = seeded(seed);
  const prepared = schemas.map((text) => {
    return { text, schema: unwrap(parseSchema(text)), model: readSchema(jsonOf(text)) };
  });
  const differences: string[] = [];
  let valid = 0;
  for (let done = 0; done < count; done += 1) {
    const { text, schema, model } = random.pick(prepared);
    const writer = new DataWriter(random, schema, random.chance(40) ? 0 : mistakes);
    const { data, theirs, ours } = judge(writer, text, model);
    if (theirs) valid += 1;
    if (theirs !== ours)
      differences.push(`${theirs ? "accepted" : "refused"} by the reference: ${JSON.stringify(data)}`);
  }
  return { compared: count, valid, differences };
}

/** What the model cannot read it refuses, too. */
function accepts(check: () => boolean): boolean {
  try {
    return check();
  } catch (error) {
    if (error instanceof ModelInputError) return false;
    throw error;
  }
}
