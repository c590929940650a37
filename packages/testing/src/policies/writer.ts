import type { Type } from "@deodar/schema";
import { type Expression, isIdentifier } from "@deodar/syntax";
import type { Choices } from "../choices/choices.ts";
import type { Ground } from "../ground/ground.ts";
import { keyOf, type RequestKind } from "../ground/schema-view.ts";
import { type Access, type Accesses, accessesOf } from "./accesses.ts";
import { drawBoolean } from "./booleans.ts";
import { drawLiteral } from "./literals.ts";
import {
  attribute,
  booleanLiteral,
  conditional,
  entityLiteral,
  has,
  logic,
  method,
  stringLiteral,
  variable,
} from "./tree.ts";
import { booleanType } from "./types.ts";
import { drawComposite } from "./values.ts";

/** How expressions are made. */
export interface ExpressionOptions {
  /** How deep operators stand in each other, at most or so. */
  readonly depth: number;
  /** Percent of sub-expressions that are of another type than they should be; 0 gives well-typed expressions. */
  readonly slips: number;
  /** Percent of reads of optional attributes and tags without a test that they are there. */
  readonly unguarded: number;
}

/** So many nodes at most, or so, are in one expression. */
const mostNodes = 150;

/** Makes the expressions of one policy: of wanted types, about one kind of request. */
export class Writer {
  readonly choices: Choices;
  readonly ground: Ground;
  readonly accesses: Accesses;
  readonly #options: ExpressionOptions;
  /** The tests that make what is being written safe to evaluate. */
  #guards: Expression[] = [];
  #nodes = 0;

  constructor(choices: Choices, ground: Ground, kind: RequestKind, options: ExpressionOptions) {
    this.choices = choices;
    this.ground = ground;
    this.accesses = accessesOf(ground.view, kind);
    this.#options = options;
  }

  /** A condition, together with the tests that its reads need. */
  condition(depth: number = this.#options.depth): Expression {
    return this.#guarded(() => this.expression(booleanType, depth));
  }

  /** An expression of the type, with the tests that its reads need if it is of booleans. */
  expression(type: Type, depth: number): Expression {
    return this.choices.group(() => this.#expression(type, depth));
  }

  #expression(type: Type, depth: number): Expression {
    this.#nodes += 1;
    const { choices } = this;
    const wanted = this.slips() ? this.anyType() : type;
    if (depth <= 0 || this.#nodes > mostNodes) return this.leaf(wanted);
    if (choices.chance(7)) {
      const condition = this.condition(depth - 1);
      return conditional(condition, this.expression(wanted, depth - 1), this.expression(wanted, depth - 1));
    }
    if (wanted.kind === "boolean")
      return choices.chance(4) ? this.leaf(wanted) : this.#guarded(() => drawBoolean(this, depth));
    if (!choices.chance(60)) return this.leaf(wanted);
    return drawComposite(this, wanted, depth);
  }

  /** A read or a literal. */
  leaf(type: Type): Expression {
    if (this.choices.chance(55)) {
      const fitting = this.accesses.byType.get(keyOf(type));
      if (fitting !== undefined) return this.read(this.choices.pick(fitting));
    }
    return drawLiteral(this, type);
  }

  /** Whether to go wrong here. */
  slips(): boolean {
    return this.#options.slips > 0 && this.choices.chance(this.#options.slips);
  }

  /** Whether expressions may be ill-typed at all. */
  get sloppy(): boolean {
    return this.#options.slips > 0;
  }

  /** Any type that occurs. */
  anyType(): Type {
    const { choices, ground } = this;
    const type = choices.pick(ground.view.types);
    // Else too much would be of extension types.
    return type.kind === "extension" && choices.chance(60) ? choices.pick(ground.view.types) : type;
  }

  /** Reads by an access, and notes the tests that it needs. */
  read({ root, steps }: Access): Expression {
    const { choices } = this;
    let target = variable(root);
    const isGuarded = !(this.#options.unguarded > 0 && choices.chance(this.#options.unguarded));
    for (const step of steps) {
      if (step.kind === "attribute") {
        if (!step.required && isGuarded) this.#guard(target, step.name);
        target = attribute(target, step.name);
      } else {
        const key = stringLiteral(choices.pick(this.ground.pools.strings));
        if (isGuarded) this.#guards.push(method(target, "hasTag", key));
        target = method(target, "getTag", key);
      }
    }
    return target;
  }

  /** A uid of the type as a literal. */
  entity(type: string): Expression {
    const { choices, ground } = this;
    const enumeration = ground.view.schema.entityTypes.get(type)?.enumeration;
    const isUndeclared = this.sloppy && (enumeration === undefined ? this.slips() : choices.chance(20));
    if (isUndeclared) return entityLiteral({ type, id: "undeclared" });
    const present = ground.uids.get(type);
    if (present !== undefined && present.length > 0 && !choices.chance(5)) return entityLiteral(choices.pick(present));
    if (enumeration !== undefined) return entityLiteral({ type, id: choices.pick([...enumeration]) });
    const actions = ground.view.schema.actions.get(type);
    if (actions !== undefined) return entityLiteral({ type, id: choices.pick([...actions.keys()]) });
    return entityLiteral({ type, id: choices.pick(ground.pools.ids) });
  }

  /** Any entity type of the schema, or at times of none. */
  anyEntityType(): string {
    return this.slips() ? "Stranger" : this.choices.pick(this.ground.view.entityTypes).name;
  }

  #guard(target: Expression, name: string): void {
    const last = this.#guards.at(-1);
    // `p has a && p.a has b` in its short form, at times.
    if (last?.kind === "has" && isReadOf(target, last) && isIdentifier(name) && last.path.every(isIdentifier)) {
      if (this.choices.chance(50)) {
        this.#guards[this.#guards.length - 1] = has(last.target, [...last.path, name]);
        return;
      }
    }
    this.#guards.push(has(target, [name]));
  }

  #guarded(make: () => Expression): Expression {
    const outer = this.#guards;
    this.#guards = [];
    const made = make();
    const guards = this.#guards;
    this.#guards = outer;
    if (guards.length === 0) return made;
    // Guards of the second branch of a choice would be wasted in a chain of `or`.
    if (this.choices.chance(5)) return conditional(logic("and", guards), made, booleanLiteral(this.choices.chance(50)));
    return logic("and", [...guards, made]);
  }
}

function isReadOf(target: Expression, { target: owner, path }: Extract<Expression, { kind: "has" }>): boolean {
  let at = target;
  for (const name of path.toReversed()) {
    if (at.kind !== "attribute" || at.name !== name) return false;
    at = at.target;
  }
  return at === owner;
}
