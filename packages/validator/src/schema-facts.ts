import type { ActionInfo, EntityTypeInfo, Schema } from "@deodar/schema";
import type { EntityLiteral } from "@deodar/syntax";

/** Whether entities of this type are actions: their types are named `Action`, in whatever namespace. */
export function isActionType(type: string): boolean {
  return type === "Action" || type.endsWith("::Action");
}

/** What the checks ask of a schema, found once and remembered. */
export class SchemaFacts {
  readonly schema: Schema;
  #actions: readonly ActionInfo[] | undefined = undefined;
  #actionTypesBelow: Map<string, Set<string>> | undefined = undefined;
  readonly #groups = new Map<ActionInfo, ReadonlySet<ActionInfo>>();

  constructor(schema: Schema) {
    this.schema = schema;
  }

  /** All declared actions. */
  get actions(): readonly ActionInfo[] {
    this.#actions ??= [...this.schema.actions.values()].flatMap((actions) => [...actions.values()]);
    return this.#actions;
  }

  /** The declared action of this uid. */
  action(uid: { readonly type: string; readonly id: string }): ActionInfo | undefined {
    return this.schema.actions.get(uid.type)?.get(uid.id);
  }

  /** The declared entity type of this name. */
  entityType(name: string): EntityTypeInfo | undefined {
    return this.schema.entityTypes.get(name);
  }

  /** Whether policies may name this type: it is declared, or one of actions, which need not be declared. */
  isKnownType(name: string): boolean {
    return isActionType(name) || this.schema.entityTypes.has(name);
  }

  /** Whether an entity literal stands for something that the schema knows. */
  isDeclared(literal: EntityLiteral): boolean {
    return isActionType(literal.type) ? this.action(literal) !== undefined : this.schema.entityTypes.has(literal.type);
  }

  /** Whether an entity of type `name` can be `in` one of type `group`. */
  canBeIn(name: string, group: string): boolean {
    return this.isAtOrBelow(name, group) || this.#typesBelow().get(group)?.has(name) === true;
  }

  /** Whether `name` is the type `group`, declared or not, or a descendant of it. */
  isAtOrBelow(name: string, group: string): boolean {
    return name === group || this.schema.entityTypes.get(group)?.descendants.has(name) === true;
  }

  /** Whether this action is in that group, or is it. */
  isActionIn(action: ActionInfo, group: ActionInfo): boolean {
    if (action === group) return true;
    let groups = this.#groups.get(action);
    if (groups === undefined) {
      groups = new Set(action.ancestors.flatMap((uid) => this.action(uid) ?? []));
      this.#groups.set(action, groups);
    }
    return groups.has(group);
  }

  /** For each type of actions the types of the actions that are in one of its actions. */
  #typesBelow(): Map<string, Set<string>> {
    if (this.#actionTypesBelow === undefined) {
      this.#actionTypesBelow = new Map();
      for (const { uid, descendants } of this.actions) {
        const below = this.#actionTypesBelow.get(uid.type) ?? new Set();
        for (const { type } of descendants) below.add(type);
        this.#actionTypesBelow.set(uid.type, below);
      }
    }
    return this.#actionTypesBelow;
  }
}
