export type { SchemaJsonCode } from "./catalogue.ts";
export { schemaFragmentFromJson, schemaFragmentFromJsonValue, schemaFragmentFromPlain } from "./from-json.ts";
export { schemaFragmentToJson } from "./to-json.ts";
