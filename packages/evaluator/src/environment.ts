import type { Entity, EntitySource, EntityUid, RecordValue } from "@deodar/core";
import { type Hierarchy, hierarchyOf, type Node } from "@deodar/core/hierarchy";
import type { EvaluationError } from "./evaluation-error.ts";
import { noSlots, type Request, type SlotValues } from "./request.ts";

/**
 * What compiled code reads: one request, the entities and the slot values of one template link.
 *
 * An environment serves one decision, however many policies that takes. It remembers the entities of the principal and
 * of the resource from their first use on, so make a new one after the entities changed. It belongs to one thread of
 * calls: an evaluation notes its error here.
 */
export class Environment {
  readonly principal: EntityUid;
  readonly action: EntityUid;
  readonly resource: EntityUid;
  readonly context: RecordValue;
  readonly entities: EntitySource;
  readonly slots: SlotValues;
  /**
   * Principal, action and resource, for code that is shared between them: an index is quicker than a name.
   * @internal
   */
  readonly scope: readonly [EntityUid, EntityUid, EntityUid];
  /**
   * The error of the last step that gave `undefined`.
   * @internal
   */
  failure: EvaluationError | undefined = undefined;
  /** The hierarchy behind the entities, if they have one that may be asked instead of them. */
  readonly #hierarchy: Hierarchy | undefined;
  // `undefined` until asked for, `null` if there is none.
  #principalNode: Node | null | undefined = undefined;
  #resourceNode: Node | null | undefined = undefined;

  /**
   * @param request the variables `principal`, `action`, `resource` and `context`
   * @param entities where attributes, tags and the hierarchy come from
   * @param slots the values of a template link; none for static policies
   */
  constructor(request: Request, entities: EntitySource, slots: SlotValues = noSlots) {
    this.principal = request.principal;
    this.action = request.action;
    this.resource = request.resource;
    this.context = request.context;
    this.entities = entities;
    this.slots = slots;
    this.scope = [this.principal, this.action, this.resource];
    this.#hierarchy = hierarchyOf(entities);
  }

  /** The same request and entities with the slot values of another template link. */
  withSlots(slots: SlotValues): Environment {
    return new Environment(this, this.entities, slots);
  }

  /**
   * The entity with this uid, if there is one.
   * @internal
   */
  entity(uid: EntityUid): Entity | undefined {
    const hierarchy = this.#hierarchy;
    if (hierarchy === undefined) return this.entities.get(uid);
    const node = this.#nodeOf(uid, hierarchy);
    return node === undefined ? undefined : hierarchy.entityOf(node);
  }

  /**
   * Whether the entity is the other one or below it. Throws a `TypeError` if the source gives no boolean: a promise
   * would count as yes, for a `permit` too.
   * @internal
   */
  isIn(descendant: EntityUid, ancestor: EntityUid): boolean {
    const hierarchy = this.#hierarchy;
    if (hierarchy !== undefined) {
      return hierarchy.isBelow(this.#nodeOf(descendant, hierarchy), descendant, ancestor);
    }
    const answer: unknown = this.entities.isIn(descendant, ancestor);
    if (typeof answer === "boolean") return answer;
    throw new TypeError("`isIn` of a source of entities has to give a boolean, and at once");
  }

  /** The node of this uid. What a request names is asked for most, and looked up once. */
  #nodeOf(uid: EntityUid, hierarchy: Hierarchy): Node | undefined {
    if (uid === this.principal) {
      if (this.#principalNode === undefined) this.#principalNode = hierarchy.find(uid) ?? null;
      return this.#principalNode ?? undefined;
    }
    if (uid === this.resource) {
      if (this.#resourceNode === undefined) this.#resourceNode = hierarchy.find(uid) ?? null;
      return this.#resourceNode ?? undefined;
    }
    return hierarchy.find(uid);
  }

  /**
   * Notes the error of a step, which then gives this `undefined`.
   * @internal
   */
  fail(error: EvaluationError): undefined {
    this.failure = error;
    return undefined;
  }
}
