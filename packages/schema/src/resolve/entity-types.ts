import type { TypeName } from "../ast.ts";
import type { AttributeType, EntityTypeInfo, RecordType, Type } from "../model.ts";
import { annotationsOf } from "./annotations.ts";
import { type Definitions, type EntityTypeDefinition, faultAt } from "./definitions.ts";
import { Hierarchy } from "./hierarchy.ts";
import { NameSets } from "./name-sets.ts";
import type { TypeBuilder } from "./types.ts";

/** The declared entity types, by name. What is wrong with them is noted at the builder. */
export function resolveEntityTypes(definitions: Definitions, builder: TypeBuilder): Map<string, EntityTypeInfo> {
  const hierarchy = new Hierarchy<string>();
  const sets = new NameSets();
  const types = new Map<string, EntityTypeInfo>();
  for (const definition of definitions.entityTypes.values()) {
    const { name, node, block } = definition;
    const annotations = annotationsOf(node);
    const memberOf = node.kind === "entityType" ? node.memberOfTypes : nothing;
    hierarchy.add(name, sets.resolve(memberOf, block.scope));
    const parts =
      node.kind === "entityType"
        ? {
            attributes: shapeOf(builder.build(node.shape, definition), definition, builder),
            tags: node.tags === undefined ? undefined : builder.build(node.tags, definition),
            enumeration: undefined,
          }
        : { attributes: noAttributes, tags: undefined, enumeration: new Set(node.choices) };
    types.set(name, new EntityTypeNode({ name, annotations, ...parts }, hierarchy));
  }
  return types;
}

const nothing: readonly TypeName[] = [];
const noAttributes: ReadonlyMap<string, AttributeType> = new Map();

function shapeOf(shape: Type, definition: EntityTypeDefinition, builder: TypeBuilder): RecordType["attributes"] {
  if (shape.kind === "record") return shape.attributes;
  builder.faults.push(faultAt(definition, "schema/shape-not-record", definition.node.span, { name: definition.name }));
  return noAttributes;
}

type Parts = Pick<EntityTypeInfo, "name" | "attributes" | "tags" | "enumeration" | "annotations">;

/** Ancestors and descendants are found when they are first asked for: all of them can be quadratically many. */
class EntityTypeNode implements EntityTypeInfo {
  readonly kind = "entityType";
  readonly name: string;
  readonly attributes: ReadonlyMap<string, AttributeType>;
  readonly tags: Type | undefined;
  readonly enumeration: ReadonlySet<string> | undefined;
  readonly annotations: ReadonlyMap<string, string>;
  readonly #hierarchy: Hierarchy<string>;
  #ancestors: ReadonlySet<string> | undefined;
  #descendants: ReadonlySet<string> | undefined;

  constructor({ name, attributes, tags, enumeration, annotations }: Parts, hierarchy: Hierarchy<string>) {
    this.name = name;
    this.attributes = attributes;
    this.tags = tags;
    this.enumeration = enumeration;
    this.annotations = annotations;
    this.#hierarchy = hierarchy;
  }

  get parents(): ReadonlySet<string> {
    return this.#hierarchy.parents(this.name);
  }

  get ancestors(): ReadonlySet<string> {
    this.#ancestors ??= this.#hierarchy.ancestors(this.name);
    return this.#ancestors;
  }

  get descendants(): ReadonlySet<string> {
    this.#descendants ??= this.#hierarchy.descendants(this.name);
    return this.#descendants;
  }
}
