export type * from "./ast.ts";
export { catalogue as schemaSyntaxCatalogue, type SchemaSyntaxCode } from "./faults/catalogue.ts";
export {
  type SchemaJsonCode,
  schemaFragmentFromJson,
  schemaFragmentFromJsonText,
  schemaFragmentFromPlain,
  schemaFragmentToJson,
} from "./json/index.ts";
export { maxTypeNesting } from "./limits.ts";
export { parseSchemaFragment } from "./parse.ts";
export { printSchemaFragment } from "./print/fragment.ts";
