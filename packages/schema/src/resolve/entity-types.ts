import type { TypeName } from "../ast.ts";
import type { AttributeType, EntityTypeInfo, RecordType, Type } from "../model.ts";
import { annotationsOf } from "./annotations.ts";
import { type Definitions, type EntityTypeDefinition, faultAt } from "./definitions.ts";
import { NameSets } from "./name-sets.ts";
import { reachableFrom } from "./reachable.ts";
import type { TypeBuilder } from "./types.ts";

/** The declared entity types, by name. What is wrong with them is noted at the builder. */
export function resolveEntityTypes(definitions: Definitions, builder: TypeBuilder): Map<string, EntityTypeInfo> {
  const hierarchy: Hierarchy = { parents: new Map(), children: new Map() };
  const sets = new NameSets();
  const types = new Map<string, EntityTypeInfo>();
  for (const definition of definitions.entityTypes.values()) {
    const { name, node, block } = definition;
    const annotations = annotationsOf(node);
    const memberOf = node.kind === "entityType" ? node.memberOfTypes : nothing;
    const parents = sets.resolve(memberOf, block.scope);
    hierarchy.parents.set(name, parents);
    for (const parent of parents) addChild(hierarchy.children, parent, name);
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

interface Hierarchy {
  readonly parents: Map<string, ReadonlySet<string>>;
  readonly children: Map<string, string[]>;
}

function addChild(children: Map<string, string[]>, parent: string, child: string): void {
  const known = children.get(parent);
  if (known === undefined) children.set(parent, [child]);
  else known.push(child);
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
  readonly #hierarchy: Hierarchy;
  #ancestors: ReadonlySet<string> | undefined;
  #descendants: ReadonlySet<string> | undefined;

  constructor({ name, attributes, tags, enumeration, annotations }: Parts, hierarchy: Hierarchy) {
    this.name = name;
    this.attributes = attributes;
    this.tags = tags;
    this.enumeration = enumeration;
    this.annotations = annotations;
    this.#hierarchy = hierarchy;
  }

  get parents(): ReadonlySet<string> {
    return this.#hierarchy.parents.get(this.name) as ReadonlySet<string>;
  }

  get ancestors(): ReadonlySet<string> {
    const { parents } = this.#hierarchy;
    this.#ancestors ??= reachableFrom(this.parents, (name) => parents.get(name) ?? noNames);
    return this.#ancestors;
  }

  get descendants(): ReadonlySet<string> {
    const { children } = this.#hierarchy;
    this.#descendants ??= reachableFrom(children.get(this.name) ?? noNames, (name) => children.get(name) ?? noNames);
    return this.#descendants;
  }
}

const noNames: readonly string[] = [];
