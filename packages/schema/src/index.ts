export type * from "./ast.ts";
export { catalogue as schemaSyntaxCatalogue, type SchemaSyntaxCode } from "./faults/catalogue.ts";
export { maxTypeNesting } from "./limits.ts";
export { parseSchemaFragment } from "./parse.ts";
