import { schemaToJson, schemaToJsonWithResolvedTypes, schemaToText } from "@cedar-policy/cedar-wasm/nodejs";
import { unwrap } from "@deodar/diagnostics";
import { parseSchemaFragment, printSchemaFragment, resolveNames, schemaFragmentToJson } from "@deodar/schema";
import type { SchemaForms } from "./schema-record.ts";

/** What the reference turns a schema text into; a form that a text does not have is its error. */
export function referenceForms(schema: string): SchemaForms {
  const json = schemaToJson(schema);
  const text = schemaToText(schema);
  const resolved = schemaToJsonWithResolvedTypes(schema);
  return {
    json: json.type === "success" ? json.json : json.errors[0]?.message,
    text: text.type === "success" ? text.text : (text.errors[0]?.message ?? ""),
    resolved: resolved.type === "success" ? resolved.json : resolved.errors[0]?.message,
  };
}

/** What we turn a schema text into. */
export function ourForms(schema: string): SchemaForms {
  const fragment = unwrap(parseSchemaFragment(schema));
  const text = printSchemaFragment(fragment);
  return {
    json: schemaFragmentToJson(fragment),
    text: text.ok ? text.value : (text.errors[0]?.message ?? ""),
    resolved: schemaFragmentToJson(unwrap(resolveNames(fragment))),
  };
}
