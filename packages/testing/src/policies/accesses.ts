import type { AttributeType, Type } from "@deodar/schema";
import { keyOf, type RequestKind, type SchemaView } from "../ground/schema-view.ts";

/** A step from a value to a part of it. */
export type Step =
  | { readonly kind: "attribute"; readonly name: string; readonly required: boolean }
  | { readonly kind: "tag" };

/** Something that a condition can read, by way of attributes and tags of the request's parts. */
export interface Access {
  readonly root: "principal" | "action" | "resource" | "context";
  readonly steps: readonly Step[];
  readonly type: Type;
}

/** What there is to read for one kind of request. */
export interface Accesses {
  readonly all: readonly Access[];
  /** By the keys of types. */
  readonly byType: ReadonlyMap<string, readonly Access[]>;
  /** Those of entities. */
  readonly entities: readonly Access[];
  /** Those of sets. */
  readonly sets: readonly Access[];
  /** Those of records and entities. */
  readonly owners: readonly Access[];
}

const longest = 3;
const most = 120;

const known = new WeakMap<RequestKind, Accesses>();

/** What there is to read for one kind of request, the nearest first. */
export function accessesOf(view: SchemaView, kind: RequestKind): Accesses {
  const remembered = known.get(kind);
  if (remembered !== undefined) return remembered;
  const accesses = findAccesses(view, kind);
  known.set(kind, accesses);
  return accesses;
}

function findAccesses(view: SchemaView, kind: RequestKind): Accesses {
  const all: Access[] = [
    { root: "principal", steps: [], type: { kind: "entity", name: kind.principal } },
    { root: "action", steps: [], type: { kind: "entity", name: kind.action.uid.type } },
    { root: "resource", steps: [], type: { kind: "entity", name: kind.resource } },
    { root: "context", steps: [], type: kind.action.context },
  ];
  for (const access of all) {
    if (access.steps.length === longest || all.length >= most) continue;
    for (const [name, { type, required }] of attributesOf(view, access.type)) {
      all.push({ ...access, steps: [...access.steps, { kind: "attribute", name, required }], type });
    }
    const tags = access.type.kind === "entity" ? view.schema.entityTypes.get(access.type.name)?.tags : undefined;
    if (tags !== undefined) all.push({ ...access, steps: [...access.steps, { kind: "tag" }], type: tags });
  }
  return {
    all,
    byType: groupByType(all),
    entities: all.filter(({ type }) => type.kind === "entity"),
    sets: all.filter(({ type }) => type.kind === "set"),
    owners: all.filter(({ type }) => type.kind === "entity" || type.kind === "record"),
  };
}

/** The attributes that values of this type can have. */
export function attributesOf({ schema }: SchemaView, type: Type): ReadonlyMap<string, AttributeType> {
  if (type.kind === "record") return type.attributes;
  return (type.kind === "entity" ? schema.entityTypes.get(type.name)?.attributes : undefined) ?? none;
}

const none: ReadonlyMap<string, AttributeType> = new Map();

function groupByType(all: readonly Access[]): ReadonlyMap<string, readonly Access[]> {
  const groups = new Map<string, Access[]>();
  for (const access of all) {
    const key = keyOf(access.type);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [access]);
    else group.push(access);
  }
  return groups;
}
