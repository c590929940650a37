import { type EntityUid, printUid, type RecordValue } from "@deodar/core";
import { Cursor, jsonFromPlain, type Place } from "@deodar/core/json-reader";
import { failure, type Result } from "@deodar/diagnostics";
import { type JsonValue, parseJson } from "@deodar/json";
import { findAction, type Schema } from "../model.ts";
import { conformanceFault } from "./catalogue.ts";
import { TypedReader } from "./typed-reader.ts";

/**
 * Reads the context of a request for this action from JSON text as the schema says, in which uids and extension values
 * may be written short, see `typedEntitiesFromJson`. Finds missing and undeclared attributes and values of the wrong
 * form; that all values have the right types in the end is for `@deodar/validator` to check.
 *
 * @returns the context, or errors with codes, paths and places in the text; an error if there is no such action
 *
 * Source: https://docs.cedarpolicy.com/auth/authorization.html
 */
export function typedContextFromJson(text: string, schema: Schema, action: EntityUid): Result<RecordValue> {
  const json = parseJson(text);
  return json.ok ? readTyped(json.value, schema, action, text) : json;
}

/** Reads the context of a request for this action from plain JavaScript of the form of {@link typedContextFromJson}. */
export function typedContextFromPlain(value: unknown, schema: Schema, action: EntityUid): Result<RecordValue> {
  const json = jsonFromPlain(value);
  return json.ok ? typedContextFromJsonValue(json.value, schema, action) : json;
}

/** Reads the context of a request for this action from a JSON value of the form of {@link typedContextFromJson}. */
export function typedContextFromJsonValue(json: JsonValue, schema: Schema, action: EntityUid): Result<RecordValue> {
  return readTyped(json, schema, action, undefined);
}

const place: Place = { prefix: "", where: () => "while parsing context", evaluating: () => "" };

function readTyped(json: JsonValue, schema: Schema, action: EntityUid, text: string | undefined): Result<RecordValue> {
  const info = findAction(schema, action);
  if (info === undefined)
    return failure([conformanceFault("conformance/unknown-action", { uid: printUid(action) }, [])]);
  const cursor = new Cursor(place, text !== undefined);
  const value = new TypedReader().read(json, info.context, cursor);
  // A record type lets nothing but records through.
  return cursor.finish(value as RecordValue | undefined, text);
}
