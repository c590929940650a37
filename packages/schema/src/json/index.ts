export type { SchemaJsonCode } from "./catalogue.ts";
export { schemaFragmentFromJson, schemaFragmentFromJsonText, schemaFragmentFromPlain } from "./from-json.ts";
export { schemaFragmentToJson } from "./to-json.ts";
