import { contextFromJsonValue, entitiesFromJsonValue, uidFromJsonValue } from "@deodar/core";
import type { Result } from "@deodar/diagnostics";
import { fromPlain, isJsonArray, isJsonObject, type JsonValue } from "@deodar/json";
import { parseSchema, type Schema, schemaFromJsonValue, typedContextFromJsonValue } from "@deodar/schema";
import { policyFromJsonValue } from "@deodar/syntax/json";
import { checkedEntitiesFromJsonValue, validateContext } from "@deodar/validator";
import type { Ask } from "./ask.ts";

/** The messages of everything that is wrong with the JSON documents in a call; the reference tells one of them. */
export function allFaults({ input, before = [] }: Ask): readonly string[] {
  const messages: string[] = [];
  const note = (result: Result<unknown>): void => {
    if (!result.ok) messages.push(...result.errors.map(({ message }) => message));
  };
  const documents: JsonValue[] = [...before.flatMap((each) => each.input), ...input].flatMap((each) => {
    const json = fromPlain(each);
    return json.ok ? [json.value] : [];
  });
  const schema = documents.map(schemaIn).find((each) => each !== undefined);
  for (const json of documents) {
    note(policyFromJsonValue(json));
    note(schemaFromJsonValue(json));
    if (!isJsonObject(json)) continue;
    const { entities, context, action, staticPolicies, templates, policies } = json;
    if (entities !== undefined) {
      note(entitiesFromJsonValue(entities));
      if (schema !== undefined) note(checkedEntitiesFromJsonValue(entities, schema));
    }
    if (context !== undefined) noteContext(context, action, schema, note);
    const { staticPolicies: own, templates: others } =
      policies !== undefined && isJsonObject(policies) ? policies : json;
    for (const group of [staticPolicies, templates, own, others]) {
      for (const policy of membersOf(group)) note(policyFromJsonValue(policy));
    }
  }
  return messages;
}

function noteContext(
  context: JsonValue,
  action: JsonValue | undefined,
  schema: Schema | undefined,
  note: (result: Result<unknown>) => void,
): void {
  note(contextFromJsonValue(context));
  const uid = action === undefined ? undefined : uidFromJsonValue(action);
  if (schema === undefined || uid === undefined || !uid.ok) return;
  const typed = typedContextFromJsonValue(context, schema, uid.value);
  note(typed);
  if (typed.ok) note(validateContext(typed.value, uid.value, schema));
}

function schemaIn(json: JsonValue): Schema | undefined {
  const given = isJsonObject(json) ? (json["schema"] ?? json) : json;
  const schema = typeof given === "string" ? parseSchema(given) : schemaFromJsonValue(given);
  return schema.ok ? schema.value : undefined;
}

function membersOf(group: JsonValue | undefined): readonly JsonValue[] {
  if (group === undefined) return [];
  if (isJsonArray(group)) return group;
  return isJsonObject(group) ? Object.values(group) : [];
}
