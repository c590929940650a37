/**
 * What can be wrong with the meaning of a schema, in the words of Cedar's reference implementation; `{word}` stands for
 * a word that depends on the case. Each code has its page in docs/diagnostics/schema.
 */
export const catalogue = {
  "schema/action-type-declared": { message: "entity type `Action` declared in `entityTypes` list" },
  "schema/action-attributes": {
    message: "unsupported feature used in schema: action declared with attributes: [{names}]",
  },
  "schema/type-shadowing": {
    message: "definition of `{shadowing}` illegally shadows the existing definition of `{shadowed}`",
    help: "try renaming one of the definitions, or moving `{shadowed}` to a different namespace",
  },
  "schema/action-shadowing": {
    message: "definition of `{shadowing}` illegally shadows the existing definition of `{shadowed}`",
    help: "try renaming one of the actions, or moving `{shadowed}` to a different namespace",
  },
  "schema/unknown-type": { message: "failed to resolve type{plural}: {names}", help: "{reason}" },
  "schema/unknown-action": {
    message: "undeclared action{plural}: {names}",
    help: "any actions appearing as parents need to be declared as actions",
  },
  "schema/undeclared-entity-type": {
    message: "undeclared entity type{plural}: {names}",
    help: "any entity types appearing anywhere in a schema need to be declared in `entityTypes`",
  },
  "schema/duplicate-common-type": { message: "duplicate common type `{name}`" },
  "schema/duplicate-entity-type": { message: "duplicate entity type `{name}`" },
  "schema/duplicate-action": { message: "duplicate action `{name}`" },
  "schema/common-type-cycle": { message: "cycle in common type references containing `{name}`" },
  "schema/action-cycle": { message: "cycle in action hierarchy containing `{name}`" },
  "schema/shape-not-record": {
    message: "Shape for entity type {name} is declared with a type other than `Record`",
    help: "entity type shapes must have type `Record`",
  },
  "schema/context-not-record": {
    message: "Context for action {name} is declared with a type other than `Record`",
    help: "action contexts must have type `Record`",
  },
  "schema/open-record": {
    message:
      "unsupported feature used in schema: records and entities with `additionalAttributes` are experimental, but the experimental `partial-validate` feature is not enabled",
  },
  "schema/unknown-extension-type": { message: "unknown extension type `{name}`", help: "did you mean `{nearest}`?" },
  "schema/type-too-deep": {
    message: "the type is nested too deep when its common types are written out",
    help: "records and sets may stand at most {limit} deep inside each other",
  },
  "schema/shadows-builtin": {
    message:
      "The name `{name}` shadows a builtin Cedar name. You'll have to refer to the builtin as `__cedar::{name}`.",
  },
  "schema/shadows-entity": { message: "The common type name {name} shadows an entity name" },
} as const;

/** The codes of what resolving the names of a schema can find. */
export type SchemaCode = keyof typeof catalogue;
