import { type EntityUid, printUid } from "@deodar/core";
import type { ActionReference, TypeName } from "../ast.ts";
import type { ActionInfo, Annotations, RecordType, Type } from "../model.ts";
import { annotationsOf } from "./annotations.ts";
import { type ActionDefinition, type Definitions, faultAt } from "./definitions.ts";
import { Hierarchy } from "./hierarchy.ts";
import { NameSets } from "./name-sets.ts";
import { Once } from "./once.ts";
import { findActionReference } from "./references.ts";
import type { Scope } from "./scope.ts";
import type { TypeBuilder } from "./types.ts";

/** The declared actions, by type and id. What is wrong with them is noted at the builder. */
export function resolveActions(
  definitions: Definitions,
  builder: TypeBuilder,
): Map<string, ReadonlyMap<string, ActionInfo>> {
  const sets = new NameSets();
  const hierarchy = new Hierarchy<ActionInfo>();
  const actions = new Map<string, ReadonlyMap<string, ActionInfo>>();
  const infos = new Map<ActionDefinition, ActionInfo>();
  for (const [type, byId] of definitions.actions) {
    const infosById = new Map<string, ActionInfo>();
    actions.set(type, infosById);
    for (const [id, definition] of byId) {
      const info = new ActionNode(partsOf(definition, builder, sets), hierarchy);
      infosById.set(id, info);
      infos.set(definition, info);
    }
  }
  const groups = new Once<readonly ActionReference[], ReadonlySet<ActionInfo>>();
  for (const [{ node, block }, info] of infos) {
    const { memberOf = nowhere } = node;
    hierarchy.add(
      info,
      groups.get(memberOf, block.scope, () => groupsOf(memberOf, block.scope, definitions, infos)),
    );
  }
  const cycles = hierarchy.cycles(infos.values());
  for (const [definition, info] of infos) {
    if (!cycles.has(info)) continue;
    const words = { name: printUid(info.uid) };
    builder.faults.push(faultAt(definition, "schema/action-cycle", definition.node.nameSpan, words));
  }
  return actions;
}

type Parts = Pick<ActionInfo, "uid" | "principals" | "resources" | "context" | "annotations">;

function partsOf(definition: ActionDefinition, builder: TypeBuilder, sets: NameSets): Parts {
  const { uid, node, block } = definition;
  const { appliesTo } = node;
  return {
    uid,
    principals: sets.resolve(appliesTo?.principalTypes ?? nothing, block.scope),
    resources: sets.resolve(appliesTo?.resourceTypes ?? nothing, block.scope),
    context:
      appliesTo === undefined
        ? emptyRecord
        : contextOf(builder.build(appliesTo.context, definition), definition, builder),
    annotations: annotationsOf(node),
  };
}

const nothing: readonly TypeName[] = [];
const nowhere: readonly ActionReference[] = [];
const emptyRecord: RecordType = { kind: "record", attributes: new Map() };

function contextOf(type: Type, definition: ActionDefinition, builder: TypeBuilder): RecordType {
  if (type.kind === "record") return type;
  const words = { name: printUid(definition.uid) };
  const span = definition.node.appliesTo?.context.span;
  builder.faults.push(faultAt(definition, "schema/context-not-record", span, words));
  return emptyRecord;
}

function groupsOf(
  references: readonly ActionReference[],
  scope: Scope,
  definitions: Definitions,
  infos: ReadonlyMap<ActionDefinition, ActionInfo>,
): ReadonlySet<ActionInfo> {
  const groups = new Set<ActionInfo>();
  for (const reference of references) {
    const group = findActionReference(reference, scope, definitions);
    if (group !== undefined) groups.add(infos.get(group) as ActionInfo);
  }
  return groups;
}

/** Ancestors and descendants are found when they are first asked for: all of them can be quadratically many. */
class ActionNode implements ActionInfo {
  readonly kind = "action";
  readonly uid: EntityUid;
  readonly principals: ReadonlySet<string>;
  readonly resources: ReadonlySet<string>;
  readonly context: RecordType;
  readonly annotations: Annotations;
  readonly #hierarchy: Hierarchy<ActionInfo>;
  #ancestors: readonly EntityUid[] | undefined;
  #descendants: readonly EntityUid[] | undefined;

  constructor({ uid, principals, resources, context, annotations }: Parts, hierarchy: Hierarchy<ActionInfo>) {
    this.uid = uid;
    this.principals = principals;
    this.resources = resources;
    this.context = context;
    this.annotations = annotations;
    this.#hierarchy = hierarchy;
  }

  get parents(): readonly EntityUid[] {
    return uidsOf(this.#hierarchy.parents(this));
  }

  get ancestors(): readonly EntityUid[] {
    this.#ancestors ??= uidsOf(this.#hierarchy.ancestors(this));
    return this.#ancestors;
  }

  get descendants(): readonly EntityUid[] {
    this.#descendants ??= uidsOf(this.#hierarchy.descendants(this));
    return this.#descendants;
  }
}

function uidsOf(infos: Iterable<ActionInfo>): readonly EntityUid[] {
  return Array.from(infos, ({ uid }) => uid);
}
