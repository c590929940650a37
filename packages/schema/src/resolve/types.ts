import { type Diagnostic, nearestName } from "@deodar/diagnostics";
import type { RecordType as RecordNode, SchemaType } from "../ast.ts";
import { maxResolvedNesting } from "../limits.ts";
import type { AttributeType, RecordType, Type } from "../model.ts";
import { builtinTypes, extensionTypeNames, isExtensionTypeName } from "./builtins.ts";
import {
  type ActionDefinition,
  type CommonTypeDefinition,
  type Definitions,
  type EntityTypeDefinition,
  faultAt,
} from "./definitions.ts";
import { Once } from "./once.ts";
import type { Scope } from "./scope.ts";
import { sortedAttributes } from "./sorted-attributes.ts";

/** A type, and how deep records and sets stand inside each other in it. */
interface Built {
  readonly type: Type;
  readonly depth: number;
}

type AnyDefinition = CommonTypeDefinition | EntityTypeDefinition | ActionDefinition;

const booleanType: Type = { kind: "boolean" };
const longType: Type = { kind: "long" };
const stringType: Type = { kind: "string" };
/** Stands for what is refused, until the errors are told. */
const refused: Built = { type: { kind: "record", attributes: new Map() }, depth: 0 };

/**
 * Makes the types that declarations speak of, all of whose names have to be declared. A common type is made once, and
 * shared by all that refer to it.
 */
export class TypeBuilder {
  readonly faults: Diagnostic[] = [];
  readonly #definitions: Definitions;
  readonly #common = new Map<string, Built>();
  readonly #entities = new Map<string, Built>();
  /** The types of declarations of several names, which share their parts. */
  readonly #shared = new Once<SchemaType, Built>();

  constructor(definitions: Definitions) {
    this.#definitions = definitions;
    this.#buildCommonTypes();
  }

  /** The type that stands here in a declaration. */
  build(node: SchemaType, definition: AnyDefinition): Type {
    return this.#shared.get(node, definition.block.scope, () => this.#checked(node, definition)).type;
  }

  /**
   * Makes all common types, each after those that it refers to. The order is found without recursion, since chains of
   * them can be long. A type that refers to itself is an error, and stands as if it were empty from then on.
   */
  #buildCommonTypes(): void {
    const open = new Set<string>();
    for (const start of this.#definitions.commonTypes.values()) {
      const path = [this.#step(start)];
      for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
        const { definition, pending } = step;
        const { name } = definition;
        open.add(name);
        const next = pending.pop();
        if (next === undefined) {
          if (!this.#common.has(name)) this.#common.set(name, this.#checked(definition.node.type, definition));
          open.delete(name);
          path.pop();
        } else if (!this.#common.has(next.name)) {
          if (!open.has(next.name)) path.push(this.#step(next));
          else {
            this.faults.push(faultAt(next, "schema/common-type-cycle", next.node.span, { name: next.name }));
            this.#common.set(next.name, refused);
          }
        }
      }
    }
  }

  #step(definition: CommonTypeDefinition): {
    readonly definition: CommonTypeDefinition;
    readonly pending: CommonTypeDefinition[];
  } {
    const pending: CommonTypeDefinition[] = [];
    if (!this.#common.has(definition.name)) this.#collectCommon(definition.node.type, definition.block.scope, pending);
    return { definition, pending };
  }

  #collectCommon(node: SchemaType, scope: Scope, found: CommonTypeDefinition[]): void {
    if (node.kind === "set") this.#collectCommon(node.element, scope, found);
    else if (node.kind === "record") {
      for (const { type } of node.attributes) this.#collectCommon(type, scope, found);
    } else if (node.kind === "common" || node.kind === "entityOrCommon") {
      const resolution = scope.resolve(node.name, node.kind);
      if (resolution?.kind !== "common") return;
      found.push(this.#definitions.commonTypes.get(resolution.name) as CommonTypeDefinition);
    }
  }

  #checked(node: SchemaType, definition: AnyDefinition): Built {
    const built = this.#build(node, definition);
    if (built.depth <= maxResolvedNesting) return built;
    const words = { limit: String(maxResolvedNesting) };
    this.faults.push(faultAt(definition, "schema/type-too-deep", node.span, words));
    return refused;
  }

  /** The nesting of types in schemas is bounded where they are read, and so is this recursion. */
  #build(node: SchemaType, definition: AnyDefinition): Built {
    switch (node.kind) {
      case "boolean":
        return { type: booleanType, depth: 0 };
      case "long":
        return { type: longType, depth: 0 };
      case "string":
        return { type: stringType, depth: 0 };
      case "set": {
        const { type: element, depth } = this.#build(node.element, definition);
        return { type: { kind: "set", element }, depth: depth + 1 };
      }
      case "record":
        return this.#buildRecord(node, definition);
      case "extension":
        return this.#buildExtension(node.name, definition, node);
      case "entity":
      case "common":
      case "entityOrCommon": {
        const resolution = definition.block.scope.resolve(node.name, node.kind);
        if (resolution === undefined) return refused;
        const { kind, name } = resolution;
        if (kind === "builtin") return { type: builtinTypes.get(name) as Type, depth: 0 };
        return kind === "common" ? (this.#common.get(name) ?? refused) : this.#entity(name);
      }
    }
  }

  #buildRecord(node: RecordNode, definition: AnyDefinition): Built {
    if (node.additionalAttributes) {
      this.faults.push(faultAt(definition, "schema/open-record", node.span, {}));
      return refused;
    }
    const attributes = new Map<string, AttributeType>();
    let deepest = 0;
    for (const { name, type: typeNode, required } of sortedAttributes(node)) {
      const { type, depth } = this.#build(typeNode, definition);
      attributes.set(name, { type, required });
      if (depth > deepest) deepest = depth;
    }
    const type: RecordType = { kind: "record", attributes };
    return { type, depth: deepest + 1 };
  }

  #buildExtension(name: string, definition: AnyDefinition, node: SchemaType): Built {
    if (isExtensionTypeName(name)) return { type: builtinTypes.get(name) as Type, depth: 0 };
    const nearest = nearestName(name, extensionTypeNames) ?? "ipaddr";
    this.faults.push(faultAt(definition, "schema/unknown-extension-type", node.span, { name, nearest }));
    return refused;
  }

  #entity(name: string): Built {
    let built = this.#entities.get(name);
    if (built === undefined) {
      built = { type: { kind: "entity", name }, depth: 0 };
      this.#entities.set(name, built);
    }
    return built;
  }
}
