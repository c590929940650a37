import type { JsonValue } from "@deodar/json";
import type { Choices } from "../choices/choices.ts";
import { distinct, drawString } from "../ground/pools.ts";
import { type CommonTypes, drawRecordType, drawType, type TypeScope } from "./generate-type.ts";
import { typeNames } from "./names.ts";

/** A schema in Cedar's JSON schema format. */
export type SchemaJson = { readonly [namespace: string]: JsonValue };

/** One namespace while it is made. */
interface Draft {
  readonly name: string;
  readonly entityTypes: readonly string[];
  readonly enumerated: ReadonlySet<string>;
  readonly actions: readonly string[];
  readonly common: CommonTypes;
}

const namespaceSets: readonly (readonly string[])[] = [[""], [""], ["NS"], ["", "NS"], ["NS", "Other::Deep"]];

/**
 * A valid schema in Cedar's JSON format: namespaces, common types, entity types with parents, optional attributes and tags,
 * enumerated ones, actions in groups.
 *
 * Source: https://docs.cedarpolicy.com/schema/json-schema.html
 */
export function drawSchema(choices: Choices): SchemaJson {
  const names = choices.pick(namespaceSets);
  const drafts: Draft[] = [];
  // What the empty namespace declares, others must not declare again.
  for (const name of names)
    drafts.push(
      drawDraft(
        choices,
        name,
        drafts.find((draft) => draft.name === ""),
      ),
    );
  const scope: TypeScope = {
    entityTypes: drafts.flatMap(({ name, entityTypes }) => entityTypes.map((type) => qualified(name, type))),
    common: undefined,
    namespace: "",
  };
  const schema: { [namespace: string]: JsonValue } = {};
  for (const draft of drafts) {
    const own: TypeScope = { ...scope, common: draft.common, namespace: draft.name };
    const entityTypes = drawEntityTypes(choices, draft, own);
    const actions = drawActions(choices, draft, scope.entityTypes, own);
    schema[draft.name] = annotated(choices, draft.name === "" ? 0 : 10, {
      // The common types last: what was made before them has asked for them.
      entityTypes,
      actions,
      ...(draft.common.size > 0 ? { commonTypes: Object.fromEntries(draft.common) } : {}),
    });
  }
  return schema;
}

function drawDraft(choices: Choices, name: string, taken: Draft | undefined): Draft {
  const free = (names: readonly string[], used: readonly string[] = []): readonly string[] => {
    const left = names.filter((each) => !used.includes(each));
    return left.length > 0 ? left : ["Own"];
  };
  const entityTypes = free(distinct(choices.list(1, 4, () => choices.pick(typeNames))), taken?.entityTypes);
  const actions = free(distinct(choices.list(1, 4, () => choices.pick(actionIds))), taken?.actions);
  const enumerated = new Set(entityTypes.slice(1).filter(() => choices.chance(25)));
  return { name, entityTypes, enumerated, actions, common: new Map() };
}

function drawEntityTypes(choices: Choices, draft: Draft, scope: TypeScope): JsonValue {
  const entries = draft.entityTypes.map((name): [string, JsonValue] => {
    if (draft.enumerated.has(name)) return [name, { enum: distinct(choices.list(1, 3, () => drawString(choices))) }];
    const parents = draft.entityTypes.filter((type) => !draft.enumerated.has(type) && choices.chance(40));
    const type: { [key: string]: JsonValue } = {};
    if (parents.length > 0) type["memberOfTypes"] = parents.map((each) => spelled(choices, draft.name, each));
    const shape = drawRecordType(choices, scope, 3, 6);
    if (!choices.chance(5)) type["shape"] = shape;
    if (choices.chance(45)) type["tags"] = drawType(choices, scope, 2);
    return [name, annotated(choices, 8, type)];
  });
  return Object.fromEntries(entries);
}

// biome-ignore format: a table reads better packed
const actionIds: readonly string[] = ["view", "edit", "delete", "all", "", "a b", "é", "view\n", "__proto__", "constructor", "\0"];

function drawActions(choices: Choices, draft: Draft, allTypes: readonly string[], scope: TypeScope): JsonValue {
  const ids = draft.actions;
  const entries = ids.map((id, index): [string, JsonValue] => {
    const action: { [key: string]: JsonValue } = {};
    const groups = ids.slice(index + 1).filter(() => choices.chance(40));
    if (groups.length > 0 || choices.chance(10))
      action["memberOf"] = groups.map((group) => reference(choices, draft.name, group));
    // Groups often apply to nothing themselves.
    if (index === 0 || !choices.chance(25)) {
      const appliesTo: { [key: string]: JsonValue } = {
        principalTypes: distinct(choices.list(1, 2, () => choices.pick(allTypes))),
        resourceTypes: distinct(choices.list(1, 2, () => choices.pick(allTypes))),
      };
      if (choices.chance(80)) appliesTo["context"] = drawRecordType(choices, scope, 3, 5);
      action["appliesTo"] = appliesTo;
    }
    return [id, annotated(choices, 5, action)];
  });
  return Object.fromEntries(entries);
}

function reference(choices: Choices, namespace: string, id: string): JsonValue {
  return choices.chance(30) ? { id, type: qualified(namespace, "Action") } : { id };
}

/** A name inside of its namespace: with the namespace or without. */
function spelled(choices: Choices, namespace: string, name: string): string {
  return choices.chance(30) ? qualified(namespace, name) : name;
}

/** The full name. */
function qualified(namespace: string, name: string): string {
  return namespace === "" ? name : `${namespace}::${name}`;
}

function annotated(choices: Choices, percent: number, declaration: { readonly [key: string]: JsonValue }): JsonValue {
  if (!choices.chance(percent)) return declaration;
  const keys = distinct(choices.list(1, 2, () => choices.pick(["doc", "note", "if", "__proto__"])));
  return { ...declaration, annotations: Object.fromEntries(keys.map((key) => [key, drawString(choices)])) };
}
