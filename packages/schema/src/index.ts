export type * from "./ast.ts";
// Entities and contexts, read as a schema says.
export { type ConformanceCode, catalogue as conformanceCatalogue, conformanceFault } from "./entities/catalogue.ts";
export { describeType } from "./entities/describe-type.ts";
export { RequiredNames } from "./entities/required-names.ts";
export { showValue } from "./entities/show-value.ts";
export { typedContextFromJson, typedContextFromJsonValue, typedContextFromPlain } from "./entities/typed-context.ts";
export {
  actionEntities,
  suggestTypes,
  typedEntitiesFromJson,
  typedEntitiesFromJsonValue,
  typedEntitiesFromPlain,
} from "./entities/typed-entities.ts";
export { catalogue as schemaSyntaxCatalogue, type SchemaSyntaxCode } from "./faults/catalogue.ts";
// What a schema declares.
export {
  actionGroups,
  actionsApplyingTo,
  allActions,
  principalTypes,
  resourceTypes,
  type SchemaEnvironment,
  schemaEnvironments,
} from "./introspect.ts";
export {
  type SchemaJsonCode,
  schemaFragmentFromJson,
  schemaFragmentFromJsonValue,
  schemaFragmentFromPlain,
  schemaFragmentToJson,
} from "./json/index.ts";
export { maxTypeNesting } from "./limits.ts";
// The resolved schema.
export type {
  ActionInfo,
  Annotations,
  AttributeType,
  EntityReferenceType,
  EntityTypeInfo,
  ExtensionTypeName,
  RecordType as ResolvedRecordType,
  Schema,
  Type,
} from "./model.ts";
export { findAction, isActionType } from "./model.ts";
export { parseSchemaFragment } from "./parse.ts";
export { printSchemaFragment } from "./print/fragment.ts";
export { catalogue as schemaCatalogue, type SchemaCode } from "./resolve/catalogue.ts";
export { resolveSchema } from "./resolve/resolve.ts";
export { resolveNames } from "./resolved-names.ts";
export { parseSchema } from "./schema.ts";
export { schemaFromJson, schemaFromJsonValue, schemaFromPlain } from "./schema-from-json.ts";
