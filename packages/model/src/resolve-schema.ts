import { fail, fieldOf, type JsonObject, type JsonValue, listOf, objectOf, textOf } from "./json.ts";
import {
  type BuiltinName,
  candidates,
  type Declaration,
  type Declarations,
  declarationsOf,
  isBuiltin,
  meaningOf,
} from "./schema-names.ts";

/** A type with all names looked up. A common type is one object, wherever it is used. */
export type ResolvedType =
  | { readonly kind: "builtin"; readonly name: BuiltinName }
  | { readonly kind: "entity"; readonly name: string }
  | { readonly kind: "set"; readonly element: ResolvedType }
  | ResolvedRecord;

export interface ResolvedRecord {
  readonly kind: "record";
  readonly attributes: ReadonlyMap<string, { readonly type: ResolvedType; readonly required: boolean }>;
}

export interface ResolvedEntityType {
  /** The types that such entities can be directly in. */
  readonly parents: ReadonlySet<string>;
  readonly attributes: ResolvedRecord;
  readonly tags: ResolvedType | undefined;
  /** The ids that such entities can have, if they are listed. */
  readonly ids: readonly string[] | undefined;
}

export interface ResolvedUid {
  readonly type: string;
  readonly id: string;
}

export interface ResolvedAction {
  readonly uid: ResolvedUid;
  /** The groups that it is directly in. */
  readonly parents: readonly ResolvedUid[];
  readonly principals: readonly string[];
  readonly resources: readonly string[];
  readonly context: ResolvedRecord;
}

/** What a schema declares, with all names looked up. */
export interface ResolvedSchema {
  readonly entityTypes: ReadonlyMap<string, ResolvedEntityType>;
  readonly actions: readonly ResolvedAction[];
}

/** Looks up all names of a schema in Cedar's JSON format. */
export function resolveSchema(json: JsonValue): ResolvedSchema {
  const declarations = declarationsOf(objectOf(json, "the schema"));
  const types = new TypeReader(declarations);
  for (const name of declarations.commonTypes.keys()) types.common(name);
  const actions = [...declarations.actions].flatMap(([type, byId]) =>
    Array.from(byId, ([id, declaration]) => actionOf({ type, id }, declaration, declarations, types)),
  );
  const entityTypes = Array.from(declarations.entityTypes, ([name, declaration]) => {
    return [name, entityTypeOf(declaration, declarations, types)] as const;
  });
  return { entityTypes: new Map(entityTypes), actions };
}

/** Reads types, each common type once. */
class TypeReader {
  readonly #declarations: Declarations;
  /** `undefined` while it is being read. */
  readonly #common = new Map<string, ResolvedType | undefined>();

  constructor(declarations: Declarations) {
    this.#declarations = declarations;
  }

  /** The common type of this full name. */
  common(name: string): ResolvedType {
    const known = this.#common.get(name);
    if (known !== undefined) return known;
    if (this.#common.has(name)) return fail(`the common type ${name} refers to itself`);
    const { json, namespace } = this.#declarations.commonTypes.get(name) ?? fail(`there is no type ${name}`);
    this.#common.set(name, undefined);
    const type = this.read(json, namespace);
    this.#common.set(name, type);
    return type;
  }

  read(json: JsonValue | undefined, namespace: string): ResolvedType {
    const parts = objectOf(json, "a type");
    const type = textOf(fieldOf(parts, "type"), "type");
    const name = (): string => textOf(fieldOf(parts, "name"), "name");
    switch (type) {
      case "Boolean":
        return { kind: "builtin", name: "Bool" };
      case "Long":
      case "String":
        return { kind: "builtin", name: type };
      case "Extension": {
        const extension = name();
        return isBuiltin(extension) ? { kind: "builtin", name: extension } : fail(`there is no type ${extension}`);
      }
      case "Set":
        return { kind: "set", element: this.read(fieldOf(parts, "element"), namespace) };
      case "Record":
        return this.#record(parts, namespace);
      case "Entity":
        return this.#named(name(), namespace, "entity");
      case "EntityOrCommon":
        return this.#named(name(), namespace, "either");
      default:
        return this.#named(type, namespace, "common");
    }
  }

  /** A type that must be a record, as shapes and contexts; an empty one if none is given. */
  record(json: JsonValue | undefined, namespace: string): ResolvedRecord {
    if (json === undefined) return emptyRecord;
    const type = this.read(json, namespace);
    return type.kind === "record" ? type : fail("a shape or context is not a record");
  }

  #named(name: string, namespace: string, wanted: "common" | "entity" | "either"): ResolvedType {
    const meaning = meaningOf(name, namespace, wanted, this.#declarations);
    return meaning.kind === "common" ? this.common(meaning.name) : meaning;
  }

  #record(parts: JsonObject, namespace: string): ResolvedRecord {
    if (fieldOf(parts, "additionalAttributes") === true) fail("records with further attributes are not supported");
    const attributes = Object.entries(objectOf(fieldOf(parts, "attributes"), "attributes")).map(([name, json]) => {
      const required = fieldOf(objectOf(json, "an attribute"), "required") !== false;
      return [name, { type: this.read(json, namespace), required }] as const;
    });
    return { kind: "record", attributes: new Map(attributes) };
  }
}

const emptyRecord: ResolvedRecord = { kind: "record", attributes: new Map() };

function entityTypeOf(
  { json, namespace }: Declaration,
  declarations: Declarations,
  types: TypeReader,
): ResolvedEntityType {
  const parts = objectOf(json, "an entity type");
  const ids = fieldOf(parts, "enum");
  const tags = fieldOf(parts, "tags");
  return {
    parents: new Set(entityNames(fieldOf(parts, "memberOfTypes"), namespace, declarations)),
    attributes: types.record(fieldOf(parts, "shape"), namespace),
    tags: tags === undefined ? undefined : types.read(tags, namespace),
    ids: ids === undefined ? undefined : listOf(ids, "enum").map((id) => textOf(id, "an id")),
  };
}

function actionOf(
  uid: ResolvedUid,
  { json, namespace }: Declaration,
  declarations: Declarations,
  types: TypeReader,
): ResolvedAction {
  const parts = objectOf(json, "an action");
  const applies = objectOf(fieldOf(parts, "appliesTo") ?? {}, "appliesTo");
  const groups = listOf(fieldOf(parts, "memberOf") ?? [], "memberOf");
  return {
    uid,
    parents: groups.map((group) => groupOf(objectOf(group, "a group"), namespace, declarations)),
    principals: entityNames(fieldOf(applies, "principalTypes"), namespace, declarations),
    resources: entityNames(fieldOf(applies, "resourceTypes"), namespace, declarations),
    context: types.record(fieldOf(applies, "context"), namespace),
  };
}

function entityNames(json: JsonValue | undefined, namespace: string, declarations: Declarations): readonly string[] {
  return listOf(json ?? [], "a list of entity types").map(
    (each) => meaningOf(textOf(each, "an entity type"), namespace, "entity", declarations).name,
  );
}

function groupOf(parts: JsonObject, namespace: string, { actions }: Declarations): ResolvedUid {
  const id = textOf(fieldOf(parts, "id"), "id");
  const named = fieldOf(parts, "type") ?? "Action";
  const type = candidates(textOf(named, "type"), namespace).find((name) => actions.get(name)?.has(id) === true);
  return type === undefined ? fail(`the action ${id} is not declared`) : { type, id };
}
