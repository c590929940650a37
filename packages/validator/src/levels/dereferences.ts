import type { EntityLiteral, Expression, Has } from "@deodar/syntax";
import type { SchemaFacts } from "../schema-facts.ts";
import { attributeOf } from "../types/attributes.ts";
import type { TypeRelations } from "../types/relations.ts";
import { type CheckedType, isEntity } from "../types/type.ts";

/** What happens when a policy is evaluated in one environment: entities are looked up at these places. */
export interface Dereferences {
  /** For each place the number of look-ups, one behind the other, from the request on. */
  readonly levels: readonly DereferenceLevel[];
  /** Entity literals that are looked up; level validation forbids that. */
  readonly literals: readonly Expression[];
}

export interface DereferenceLevel {
  readonly expression: Expression;
  readonly level: number;
}

/** What the walk needs to know of the check of the policy. */
export interface TypedPolicy {
  readonly types: ReadonlyMap<Expression, CheckedType | undefined>;
  readonly facts: SchemaFacts;
  readonly relations: TypeRelations;
  /** The action of the environment, which may be looked up by its literal. */
  readonly action: Pick<EntityLiteral, "type" | "id">;
}

/** A place where entities are looked up, whose level grows as the ways to it are followed. */
interface Site {
  readonly expression: Expression;
  level: number;
}

/** Something left to look at: an expression, or what a site looks up. */
type Work =
  | { readonly kind: "expression"; readonly expression: Expression }
  | {
      readonly kind: "target";
      readonly expression: Expression;
      /** The attributes of records that lead from this expression to the entity, the next one last. */
      readonly path: readonly string[];
      /** The look-ups from this expression on. */
      readonly count: number;
      readonly site: Site;
    };

/**
 * Finds where a policy looks up entities. An entity is looked up for its attributes, its tags and its ancestors.
 * Expressions that are never evaluated have no types and are left out. By a loop: chains can be very long.
 *
 * Source: https://github.com/cedar-policy/rfcs/blob/main/text/0076-entity-slice-validation.md
 */
export function dereferencesOf(expressions: readonly Expression[], typed: TypedPolicy): Dereferences {
  return new Walk(typed).run(expressions);
}

class Walk {
  readonly #typed: TypedPolicy;
  readonly #todo: Work[] = [];
  readonly #sites: Site[] = [];
  readonly #literals: Expression[] = [];

  constructor(typed: TypedPolicy) {
    this.#typed = typed;
  }

  run(expressions: readonly Expression[]): Dereferences {
    this.#look(expressions);
    for (let work = this.#todo.pop(); work !== undefined; work = this.#todo.pop()) {
      if (work.kind === "target") this.#follow(work);
      else if (this.#typed.types.has(work.expression)) this.#look(this.#visit(work.expression));
    }
    return { levels: this.#sites, literals: this.#literals };
  }

  #look(expressions: readonly Expression[]): void {
    for (const expression of expressions) this.#todo.push({ kind: "expression", expression });
  }

  /** Something looks up what `target` stands for. */
  #lookUp(expression: Expression, target: Expression, path: readonly string[] = [], count = 1): void {
    const site: Site = { expression, level: count };
    this.#sites.push(site);
    this.#todo.push({ kind: "target", expression: target, path, count, site });
  }

  /** Notes what the expression looks up, and gives the parts of it that are to be visited. */
  #visit(node: Expression): readonly Expression[] {
    switch (node.kind) {
      case "boolean":
      case "long":
      case "string":
      case "entity":
      case "variable":
      case "slot":
        return [];
      case "not":
      case "negate":
        return [node.operand];
      case "and":
      case "or":
      case "sum":
      case "product":
        return node.operands;
      case "relation":
        if (node.operator !== "in") return [node.left, node.right];
        this.#lookUp(node, node.left);
        return [node.right];
      case "method":
        if (node.method !== "getTag" && node.method !== "hasTag") return [node.target, node.argument];
        this.#lookUp(node, node.target);
        return [node.argument];
      case "attribute":
        if (!this.#isEntity(node.target)) return [node.target];
        this.#lookUp(node, node.target);
        return [];
      case "has":
        return this.#visitHas(node);
      case "is":
        if (node.in === undefined) return [node.target];
        // An `in` that is never evaluated, since the type is another, has no type itself.
        if (this.#typed.types.has(node.in)) this.#lookUp(node, node.target);
        return [node.target, node.in];
      case "like":
      case "isEmpty":
        return [node.target];
      case "if":
        return [node.condition, node.consequent, node.alternative];
      case "set":
        return node.elements;
      case "record":
        return node.entries.map(({ value }) => value);
      case "extension":
        return node.arguments;
    }
  }

  /** Of a path, the last attribute is tested for and not accessed. */
  #visitHas(node: Has): readonly Expression[] {
    const root = this.#typed.types.get(node.target);
    if (root === undefined) return [node.target];
    const { count, first } = this.#followPath(root, node.path.slice(0, -1));
    if (isEntity(root)) {
      this.#lookUp(node, node.target, [], count + 1);
      return [];
    }
    if (first !== undefined) this.#lookUp(node, node.target, first, count);
    return [node.target];
  }

  /** How many attributes on the path are entities, and the way to the first of them, from its end. */
  #followPath(root: CheckedType, path: readonly string[]): { count: number; first: readonly string[] | undefined } {
    const { facts, relations } = this.#typed;
    let type = root;
    let count = 0;
    let first: readonly string[] | undefined;
    for (const [index, name] of path.entries()) {
      const attribute = attributeOf(type, name, facts, relations);
      if (attribute === undefined) break;
      type = attribute.type;
      if (!isEntity(type)) continue;
      count += 1;
      first ??= path.slice(0, index + 1).reverse();
    }
    return { count, first };
  }

  #isEntity(expression: Expression): boolean {
    const type = this.#typed.types.get(expression);
    return type !== undefined && isEntity(type);
  }

  /** Goes from what is looked up towards the request. */
  #follow({ expression, path, count, site }: Extract<Work, { kind: "target" }>): void {
    switch (expression.kind) {
      case "variable":
        site.level = Math.max(site.level, count);
        return;
      case "slot":
        this.#literals.push(expression);
        site.level = Math.max(site.level, count);
        return;
      case "entity": {
        const { type, id } = this.#typed.action;
        if (expression.type !== type || expression.id !== id) this.#literals.push(expression);
        site.level = Math.max(site.level, count);
        return;
      }
      case "if":
        this.#look([expression.condition]);
        for (const branch of [expression.consequent, expression.alternative]) {
          // A branch that is never taken has no type.
          if (this.#typed.types.has(branch)) this.#todo.push({ kind: "target", expression: branch, path, count, site });
        }
        return;
      case "attribute": {
        const target = expression.target;
        const step = this.#isEntity(target) ? { path, count: count + 1 } : { path: [...path, expression.name], count };
        this.#todo.push({ kind: "target", expression: target, ...step, site });
        return;
      }
      case "record": {
        const accessed = expression.entries.find(({ key }) => key === path.at(-1));
        for (const entry of expression.entries) if (entry !== accessed) this.#look([entry.value]);
        if (accessed === undefined) return;
        this.#todo.push({ kind: "target", expression: accessed.value, path: path.slice(0, -1), count, site });
        return;
      }
      case "method":
        if (expression.method !== "getTag") return;
        this.#look([expression.argument]);
        this.#todo.push({ kind: "target", expression: expression.target, path, count: count + 1, site });
        return;
      case "boolean":
      case "long":
      case "string":
      case "set":
      case "not":
      case "negate":
      case "and":
      case "or":
      case "sum":
      case "product":
      case "relation":
      case "has":
      case "like":
      case "is":
      case "isEmpty":
      case "extension":
        // None of these is an entity, nor a record with one: the type checker has seen to it.
        return;
    }
  }
}
