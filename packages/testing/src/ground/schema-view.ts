import type { ActionInfo, AttributeType, EntityTypeInfo, Schema, Type } from "@deodar/schema";

/** One kind of request that a schema allows. */
export interface RequestKind {
  readonly principal: string;
  readonly action: ActionInfo;
  readonly resource: string;
}

/** A schema as generators look at it. */
export interface SchemaView {
  readonly schema: Schema;
  readonly entityTypes: readonly EntityTypeInfo[];
  readonly actions: readonly ActionInfo[];
  /** The kinds of requests that some action applies to; may be none. */
  readonly kinds: readonly RequestKind[];
  /** The types that occur anywhere, each once. */
  readonly types: readonly Type[];
}

/** At most so many kinds of requests are looked at. */
const mostKinds = 64;
const mostTypes = 100;

/** Lists what generators pick from. */
export function viewOf(schema: Schema): SchemaView {
  const entityTypes = [...schema.entityTypes.values()];
  const actions = [...schema.actions.values()].flatMap((ids) => [...ids.values()]);
  const kinds: RequestKind[] = [];
  for (const action of actions) {
    for (const principal of action.principals) {
      for (const resource of action.resources)
        if (kinds.length < mostKinds) kinds.push({ principal, action, resource });
    }
  }
  return { schema, entityTypes, actions, kinds, types: typesIn(entityTypes, actions) };
}

const builtIn: readonly Type[] = [
  { kind: "boolean" },
  { kind: "long" },
  { kind: "string" },
  { kind: "extension", name: "ipaddr" },
  { kind: "extension", name: "decimal" },
  { kind: "extension", name: "datetime" },
  { kind: "extension", name: "duration" },
];

function typesIn(entityTypes: readonly EntityTypeInfo[], actions: readonly ActionInfo[]): readonly Type[] {
  const found = new Map<string, Type>();
  const seen = new Set<Type>();
  const visit = (type: Type): void => {
    if (seen.has(type) || found.size >= mostTypes) return;
    seen.add(type);
    found.set(keyOf(type), type);
    if (type.kind === "set") visit(type.element);
    if (type.kind === "record") for (const { type: part } of type.attributes.values()) visit(part);
  };
  for (const type of builtIn) visit(type);
  for (const { name, attributes, tags } of entityTypes) {
    visit({ kind: "entity", name });
    for (const { type } of attributes.values()) visit(type);
    if (tags !== undefined) visit(tags);
  }
  for (const { context } of actions) visit(context);
  return [...found.values()];
}

const keys = new WeakMap<Type, string>();

/** A text that equal types share. */
export function keyOf(type: Type): string {
  switch (type.kind) {
    case "boolean":
    case "long":
    case "string":
      return type.kind;
    case "entity":
    case "extension":
      return `${type.kind} ${type.name}`;
    case "set":
    case "record": {
      const known = keys.get(type);
      if (known !== undefined) return known;
      const key = type.kind === "set" ? `[${keyOf(type.element)}]` : recordKey(type.attributes);
      keys.set(type, key);
      return key;
    }
  }
}

function recordKey(attributes: ReadonlyMap<string, AttributeType>): string {
  const parts = Array.from(attributes, ([name, { type, required }]) => {
    return `${JSON.stringify(name)}${required ? "" : "?"}: ${keyOf(type)}`;
  });
  return `{${parts.join(", ")}}`;
}
