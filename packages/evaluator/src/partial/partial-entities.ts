import { type Entity, EntityStore, type EntityUid, entityOf, type Value } from "@deodar/core";
import { failure, type Result, success } from "@deodar/diagnostics";
import { type Expression, printExpression } from "@deodar/syntax";
import { type EvaluationError, toDiagnostic } from "../evaluation-error.ts";
import { isFailed, isResidual, type PartialOutcome, type PartialValue } from "./residual.ts";

/** An entity of which some attributes or tags are not known. Its hierarchy is. */
export interface PartialEntity {
  readonly uid: EntityUid;
  readonly attributes?: Iterable<readonly [string, PartialValue]>;
  readonly tags?: Iterable<readonly [string, PartialValue]>;
  readonly parents?: Iterable<EntityUid>;
}

/** Where an entity keeps named values. */
export type Kept = "attributes" | "tags";

type Residuals = { readonly [kept in Kept]: ReadonlyMap<string, Expression> };

/**
 * Entities of which some attributes or tags are not known. On purpose it is no `EntitySource`: a decision that knows
 * nothing of unknowns must not be made from them.
 */
export class PartialEntities {
  readonly kind = "partial-entities";
  readonly #entities: readonly CopiedEntity[];
  readonly #residuals: ReadonlyMap<string, Residuals>;
  /**
   * The same entities, where texts stand in for what is not known. Ask `residualOf` before reading from it.
   */
  readonly standIns: EntityStore;

  private constructor(entities: readonly CopiedEntity[], residuals: Map<string, Residuals>, standIns: EntityStore) {
    this.#entities = entities;
    this.#residuals = residuals;
    this.standIns = standIns;
  }

  /** These entities; an error if two of a uid differ, or if an entity is its own ancestor. */
  static of(entities: Iterable<PartialEntity>): Result<PartialEntities> {
    const all = Array.from(entities, copyOf);
    const residuals = new Map<string, Residuals>();
    const standIns = all.map((entity): Entity => {
      const attributes = new Map(entity.attributes);
      const tags = new Map(entity.tags);
      const own: Residuals = { attributes: residualsIn(attributes), tags: residualsIn(tags) };
      if (own.attributes.size + own.tags.size > 0) residuals.set(keyOf(entity.uid), own);
      return entityOf(entity.uid, {
        attributes: standingIn(attributes),
        tags: standingIn(tags),
        parents: entity.parents,
      });
    });
    const store = EntityStore.of(standIns);
    return store.ok ? success(new PartialEntities(all, residuals, store.value)) : store;
  }

  /** What is left of this attribute or tag, or `undefined` if it is known or not there. */
  residualOf(uid: EntityUid, kept: Kept, name: string): Expression | undefined {
    return this.#residuals.get(keyOf(uid))?.[kept].get(name);
  }

  /** The same entities with each residual replaced; fails with the errors that come of it. */
  map(replace: (expression: Expression) => PartialOutcome): Result<PartialEntities> {
    const errors: EvaluationError[] = [];
    const replaced = (entries: CopiedEntity[Kept]): CopiedEntity[Kept] =>
      entries.map(([name, value]) => {
        const outcome = isResidual(value) ? replace(value.expression) : value;
        if (!isFailed(outcome)) return [name, outcome];
        errors.push(outcome);
        return [name, value];
      });
    const entities = this.#entities.map((entity) => ({
      ...entity,
      attributes: replaced(entity.attributes),
      tags: replaced(entity.tags),
    }));
    return errors.length > 0 ? failure(errors.map(toDiagnostic)) : PartialEntities.of(entities);
  }
}

/** An entity whose parts can be read more than once. */
interface CopiedEntity {
  readonly uid: EntityUid;
  readonly attributes: readonly (readonly [string, PartialValue])[];
  readonly tags: readonly (readonly [string, PartialValue])[];
  readonly parents: readonly EntityUid[];
}

function copyOf({ uid, attributes = [], tags = [], parents = [] }: PartialEntity): CopiedEntity {
  return { uid, attributes: [...attributes], tags: [...tags], parents: [...parents] };
}

/** A name of a type has no NUL. */
function keyOf({ type, id }: EntityUid): string {
  return `${type}\0${id}`;
}

function residualsIn(entries: ReadonlyMap<string, PartialValue>): ReadonlyMap<string, Expression> {
  const residuals = new Map<string, Expression>();
  for (const [name, value] of entries) if (isResidual(value)) residuals.set(name, value.expression);
  return residuals;
}

/** A residual's own text stands in for it, so that entities with different ones differ. */
function standingIn(entries: ReadonlyMap<string, PartialValue>): Map<string, Value> {
  const values = new Map<string, Value>();
  for (const [name, value] of entries) {
    values.set(name, isResidual(value) ? printExpression(value.expression) : value);
  }
  return values;
}
