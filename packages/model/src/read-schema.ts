import {
  type ActionDeclarationTerm,
  type AttributeTypeTerm,
  Declarations,
  type EntityTypeDeclarationTerm,
  type Mapping,
  type OptionTerm,
  type SchemaTerm,
  Types,
  type TypeTerm,
  Values,
} from "./generated/model.js";
import { fail, type JsonValue } from "./json.ts";
import {
  type ResolvedAction,
  type ResolvedEntityType,
  type ResolvedRecord,
  type ResolvedSchema,
  type ResolvedType,
  resolveSchema,
} from "./resolve-schema.ts";
import type { BuiltinName } from "./schema-names.ts";
import { collectionOf, mappingOf, uidTerm } from "./terms.ts";

/** A schema that the model has read. */
export interface ModelSchema {
  readonly kind: "modelSchema";
  /** @internal */
  readonly resolved: ResolvedSchema;
  /** @internal */
  readonly schema: SchemaTerm;
}

/**
 * Reads a schema in Cedar's JSON format.
 *
 * @throws {ModelInputError} for what is not of that format, and for names that are declared nowhere
 */
export function readSchema(json: JsonValue): ModelSchema {
  const resolved = resolveSchema(json);
  const terms = new TypeTerms();
  const types = mappingOf(
    Array.from(resolved.entityTypes, ([name, type]) => [name, entityTypeOf(type, terms)] as const),
  );
  const actions = mappingOf(resolved.actions.map((action) => [uidTerm(action.uid), actionOf(action, terms)] as const));
  if (!Declarations.__default.AreNamedWell(types, actions)) fail("an entity type is named Action");
  const schema = Declarations.__default.SchemaOf(types, actions);
  if (!Declarations.__default.HasNoActionCycle(schema)) fail("an action is in itself");
  return { kind: "modelSchema", resolved, schema };
}

function entityTypeOf(
  { attributes, tags, parents, ids }: ResolvedEntityType,
  terms: TypeTerms,
): EntityTypeDeclarationTerm {
  return Declarations.EntityTypeDeclaration.create_EntityTypeDeclaration(
    terms.attributes(attributes),
    optionOf(tags && terms.type(tags)),
    collectionOf([...parents]),
    optionOf(ids && collectionOf(ids)),
  );
}

function optionOf<T>(value: T | undefined): OptionTerm<T> {
  return value === undefined ? Values.Option.create_None() : Values.Option.create_Some(value);
}

function actionOf(
  { principals, resources, context, parents }: ResolvedAction,
  terms: TypeTerms,
): ActionDeclarationTerm {
  return Declarations.ActionDeclaration.create_ActionDeclaration(
    collectionOf(principals),
    collectionOf(resources),
    terms.attributes(context),
    collectionOf(parents.map(uidTerm)),
  );
}

const { Type } = Types;
const builtinTypes: { readonly [name in BuiltinName]: TypeTerm } = {
  Bool: Type.create_BoolT(Types.BoolType.create_AnyBool()),
  Long: Type.create_LongT(),
  String: Type.create_StringT(),
  decimal: Type.create_DecimalT(),
  ipaddr: Type.create_IpT(),
  datetime: Type.create_DatetimeT(),
  duration: Type.create_DurationT(),
};

/** Makes terms of types: of a common type only one, however often it is used. */
class TypeTerms {
  readonly #known = new Map<ResolvedType, TypeTerm>();

  type(type: ResolvedType): TypeTerm {
    const known = this.#known.get(type);
    if (known !== undefined) return known;
    const term = this.#make(type);
    this.#known.set(type, term);
    return term;
  }

  attributes({ attributes }: ResolvedRecord): Mapping<string, AttributeTypeTerm> {
    return mappingOf(
      Array.from(attributes, ([name, { type, required }]) => {
        return [name, Types.AttributeType.create_AttributeType(this.type(type), required)] as const;
      }),
    );
  }

  #make(type: ResolvedType): TypeTerm {
    switch (type.kind) {
      case "builtin":
        return builtinTypes[type.name];
      case "entity":
        return Type.create_EntityT(type.name);
      case "set":
        return Type.create_SetT(this.type(type.element));
      case "record":
        return Type.create_RecordT(this.attributes(type));
    }
  }
}
