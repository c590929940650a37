import {
  type Entity,
  type EntitySource,
  type EntityUid,
  isAction,
  type RecordValue,
  sameUid,
  type Value,
} from "@deodar/core";
import {
  type AttributeReader,
  type Hierarchy,
  hierarchyOf,
  type Node,
  noTarget,
  type Target,
} from "@deodar/core/hierarchy";
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
  /** The slot values of the template link that is being evaluated: set them anew for each. */
  slots: SlotValues;
  /**
   * The error of the last conditions that could not be evaluated, for sets of policies.
   */
  failure: EvaluationError | undefined = undefined;
  // Each policy reads these many times, and names with `#` take longer to read.
  /** The hierarchy behind the entities, if they have one that may be asked instead of them. */
  private readonly hierarchy: Hierarchy | undefined;
  /** `undefined` until asked for, `null` if there is none. */
  private principalNode: Node | null | undefined = undefined;
  private resourceNode: Node | null | undefined = undefined;
  /** What a source without such a hierarchy gave. */
  private given: Map<EntityUid, Entity | undefined> | undefined = undefined;

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
    this.hierarchy = hierarchyOf(entities);
  }

  /**
   * An object that stands for all that is known of actions, if nothing else has a say in what the request's action is
   * in. As long as it stays the same, so do the constraints of action that the request meets.
   */
  get actions(): object | undefined {
    return this.hierarchy === undefined || !isAction(this.action) ? undefined : this.hierarchy.actions;
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
    const hierarchy = this.hierarchy;
    if (hierarchy === undefined) return this.askForEntity(uid);
    const node = this.nodeOf(uid, hierarchy);
    return node === null ? undefined : hierarchy.entityOf(node);
  }

  /**
   * An attribute of the principal, if there is such an entity and it has it.
   * @internal
   */
  principalAttribute(reader: AttributeReader): Value | undefined {
    const hierarchy = this.hierarchy;
    if (hierarchy === undefined) return this.askForEntity(this.principal)?.attributes.get(reader.name);
    const node = this.nodeOfPrincipal(hierarchy);
    return node === null ? undefined : hierarchy.attributeOf(node, reader);
  }

  /**
   * An attribute of the resource, if there is such an entity and it has it.
   * @internal
   */
  resourceAttribute(reader: AttributeReader): Value | undefined {
    const hierarchy = this.hierarchy;
    if (hierarchy === undefined) return this.askForEntity(this.resource)?.attributes.get(reader.name);
    const node = this.nodeOfResource(hierarchy);
    return node === null ? undefined : hierarchy.attributeOf(node, reader);
  }

  /**
   * An attribute of an entity, if that is to be had without asking a source of entities.
   * @internal
   */
  knownAttribute(uid: EntityUid, reader: AttributeReader): Value | undefined {
    const hierarchy = this.hierarchy;
    const node = hierarchy?.find(uid);
    return node === undefined ? undefined : hierarchy?.attributeOf(node, reader);
  }

  /**
   * The nodes that an attribute of the principal names, as far as that is known.
   * @internal
   */
  principalTarget(reader: AttributeReader): Target {
    const hierarchy = this.hierarchy;
    if (hierarchy === undefined) return noTarget;
    const node = this.nodeOfPrincipal(hierarchy);
    return node === null ? noTarget : hierarchy.targetOf(node, reader);
  }

  /**
   * The nodes that an attribute of the resource names, as far as that is known.
   * @internal
   */
  resourceTarget(reader: AttributeReader): Target {
    const hierarchy = this.hierarchy;
    if (hierarchy === undefined) return noTarget;
    const node = this.nodeOfResource(hierarchy);
    return node === null ? noTarget : hierarchy.targetOf(node, reader);
  }

  /**
   * The nodes that an attribute of a node names, as far as that is known.
   * @internal
   */
  targetBehind(target: Target, reader: AttributeReader): Target {
    if (this.hierarchy === undefined || typeof target !== "number" || target === noTarget) return noTarget;
    return this.hierarchy.targetOf(this.hierarchy.at(target), reader);
  }

  /**
   * Whether the principal is one of these nodes or below one; `undefined` if that is not known.
   * @internal
   */
  principalIsInTarget(target: Target): boolean | undefined {
    const hierarchy = this.hierarchy;
    if (hierarchy === undefined || target === noTarget) return undefined;
    const node = this.nodeOfPrincipal(hierarchy);
    return node === null ? undefined : hierarchy.isBelowTarget(node, target);
  }

  /**
   * Whether the resource is one of these nodes or below one; `undefined` if that is not known.
   * @internal
   */
  resourceIsInTarget(target: Target): boolean | undefined {
    const hierarchy = this.hierarchy;
    if (hierarchy === undefined || target === noTarget) return undefined;
    const node = this.nodeOfResource(hierarchy);
    return node === null ? undefined : hierarchy.isBelowTarget(node, target);
  }

  /**
   * Whether the principal is the one node that is the target; `undefined` if that is not known.
   * @internal
   */
  principalIsTarget(target: Target): boolean | undefined {
    const hierarchy = this.hierarchy;
    if (hierarchy === undefined || typeof target !== "number" || target === noTarget) return undefined;
    return this.nodeOfPrincipal(hierarchy)?.number === target;
  }

  /**
   * Whether the resource is the one node that is the target; `undefined` if that is not known.
   * @internal
   */
  resourceIsTarget(target: Target): boolean | undefined {
    const hierarchy = this.hierarchy;
    if (hierarchy === undefined || typeof target !== "number" || target === noTarget) return undefined;
    return this.nodeOfResource(hierarchy)?.number === target;
  }

  /**
   * Whether the principal is this entity or below it. Throws as {@link Environment.isIn} does.
   * @internal
   */
  principalIsIn(ancestor: EntityUid): boolean {
    const hierarchy = this.hierarchy;
    if (hierarchy === undefined) return this.askWhetherIn(this.principal, ancestor);
    const node = this.nodeOfPrincipal(hierarchy);
    return node === null ? sameUid(this.principal, ancestor) : hierarchy.isBelow(node, ancestor);
  }

  /**
   * Whether the resource is this entity or below it. Throws as {@link Environment.isIn} does.
   * @internal
   */
  resourceIsIn(ancestor: EntityUid): boolean {
    const hierarchy = this.hierarchy;
    if (hierarchy === undefined) return this.askWhetherIn(this.resource, ancestor);
    const node = this.nodeOfResource(hierarchy);
    return node === null ? sameUid(this.resource, ancestor) : hierarchy.isBelow(node, ancestor);
  }

  /**
   * Whether the entity is the other one or below it. Throws a `TypeError` if the source gives no boolean: a promise
   * would count as yes, for a `permit` too.
   * @internal
   */
  isIn(descendant: EntityUid, ancestor: EntityUid): boolean {
    if (descendant === this.principal) return this.principalIsIn(ancestor);
    if (descendant === this.resource) return this.resourceIsIn(ancestor);
    return this.hierarchy?.isIn(descendant, ancestor) ?? this.askWhetherIn(descendant, ancestor);
  }

  private askWhetherIn(descendant: EntityUid, ancestor: EntityUid): boolean {
    const answer: unknown = this.entities.isIn(descendant, ancestor);
    if (typeof answer === "boolean") return answer;
    throw new TypeError("`isIn` of a source of entities has to give a boolean, and at once");
  }

  /** Asks the source; for principal and resource only once. */
  private askForEntity(uid: EntityUid): Entity | undefined {
    if (uid !== this.principal && uid !== this.resource) return this.entities.get(uid);
    this.given ??= new Map();
    if (!this.given.has(uid)) this.given.set(uid, this.entities.get(uid));
    return this.given.get(uid);
  }

  /** The node of this uid. What a request names is asked for most, and looked up once. */
  private nodeOf(uid: EntityUid, hierarchy: Hierarchy): Node | null {
    if (uid === this.principal) return this.nodeOfPrincipal(hierarchy);
    return uid === this.resource ? this.nodeOfResource(hierarchy) : (hierarchy.find(uid) ?? null);
  }

  private nodeOfPrincipal(hierarchy: Hierarchy): Node | null {
    if (this.principalNode === undefined) this.principalNode = hierarchy.findPrincipal(this.principal) ?? null;
    return this.principalNode;
  }

  private nodeOfResource(hierarchy: Hierarchy): Node | null {
    if (this.resourceNode === undefined) this.resourceNode = hierarchy.findResource(this.resource) ?? null;
    return this.resourceNode;
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
