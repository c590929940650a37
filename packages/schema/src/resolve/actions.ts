import { type EntityUid, printUid } from "@deodar/core";
import type { TypeName } from "../ast.ts";
import type { ActionInfo, Annotations, RecordType, Type } from "../model.ts";
import { annotationsOf } from "./annotations.ts";
import { type ActionDefinition, type Definitions, faultAt } from "./definitions.ts";
import { NameSets } from "./name-sets.ts";
import { findCycles, reachableFrom } from "./reachable.ts";
import { findActionReference } from "./references.ts";
import type { TypeBuilder } from "./types.ts";

/** The declared actions, by type and id. What is wrong with them is noted at the builder. */
export function resolveActions(
  definitions: Definitions,
  builder: TypeBuilder,
): Map<string, ReadonlyMap<string, ActionInfo>> {
  const sets = new NameSets();
  const hierarchy: Hierarchy = { parents: new Map(), children: new Map() };
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
  for (const [definition, info] of infos) connect(info, parentsOf(definition, definitions, infos), hierarchy);
  const cycles = new Set(findCycles(infos.values(), (info) => hierarchy.parents.get(info) ?? nobody));
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
const emptyRecord: RecordType = { kind: "record", attributes: new Map() };

function contextOf(type: Type, definition: ActionDefinition, builder: TypeBuilder): RecordType {
  if (type.kind === "record") return type;
  const words = { name: printUid(definition.uid) };
  const span = definition.node.appliesTo?.context.span;
  builder.faults.push(faultAt(definition, "schema/context-not-record", span, words));
  return emptyRecord;
}

function parentsOf(
  { node: { memberOf = [] }, block }: ActionDefinition,
  definitions: Definitions,
  infos: ReadonlyMap<ActionDefinition, ActionInfo>,
): ReadonlySet<ActionInfo> {
  const parents = new Set<ActionInfo>();
  for (const reference of memberOf) {
    const parent = findActionReference(reference, block.scope, definitions);
    if (parent !== undefined) parents.add(infos.get(parent) as ActionInfo);
  }
  return parents;
}

interface Hierarchy {
  readonly parents: Map<ActionInfo, ReadonlySet<ActionInfo>>;
  readonly children: Map<ActionInfo, ActionInfo[]>;
}

const nobody: readonly ActionInfo[] = [];

function connect(child: ActionInfo, found: ReadonlySet<ActionInfo>, { parents, children }: Hierarchy): void {
  if (found.size === 0) return;
  parents.set(child, found);
  for (const parent of found) {
    const known = children.get(parent);
    if (known === undefined) children.set(parent, [child]);
    else known.push(child);
  }
}

/** Ancestors and descendants are found when they are first asked for: all of them can be quadratically many. */
class ActionNode implements ActionInfo {
  readonly kind = "action";
  readonly uid: EntityUid;
  readonly principals: ReadonlySet<string>;
  readonly resources: ReadonlySet<string>;
  readonly context: RecordType;
  readonly annotations: Annotations;
  readonly #hierarchy: Hierarchy;
  #ancestors: readonly EntityUid[] | undefined;
  #descendants: readonly EntityUid[] | undefined;

  constructor({ uid, principals, resources, context, annotations }: Parts, hierarchy: Hierarchy) {
    this.uid = uid;
    this.principals = principals;
    this.resources = resources;
    this.context = context;
    this.annotations = annotations;
    this.#hierarchy = hierarchy;
  }

  get parents(): readonly EntityUid[] {
    return uidsOf(this.#hierarchy.parents.get(this) ?? nobody);
  }

  get ancestors(): readonly EntityUid[] {
    const { parents } = this.#hierarchy;
    this.#ancestors ??= uidsOf(reachableFrom(parents.get(this) ?? nobody, (node) => parents.get(node) ?? nobody));
    return this.#ancestors;
  }

  get descendants(): readonly EntityUid[] {
    const { children } = this.#hierarchy;
    this.#descendants ??= uidsOf(reachableFrom(children.get(this) ?? nobody, (node) => children.get(node) ?? nobody));
    return this.#descendants;
  }
}

function uidsOf(infos: Iterable<ActionInfo>): readonly EntityUid[] {
  return Array.from(infos, ({ uid }) => uid);
}
