import type { JsonValue } from "@deodar/json";
import type { Choices } from "../choices/choices.ts";
import { attributeNames } from "./names.ts";

/** Common types by name, which grow while types are made. */
export type CommonTypes = Map<string, JsonValue>;

/** What types can refer to. */
export interface TypeScope {
  /** Full names of all entity types. */
  readonly entityTypes: readonly string[];
  /** The common types of the namespace; `undefined` if there shall be none. */
  readonly common: CommonTypes | undefined;
  readonly namespace: string;
}

type Type = { readonly [key: string]: JsonValue };

const simple: readonly (() => Type)[] = [
  () => ({ type: "Long" }),
  () => ({ type: "String" }),
  () => ({ type: "Boolean" }),
  () => ({ type: "EntityOrCommon", name: "Long" }),
  () => ({ type: "EntityOrCommon", name: "__cedar::String" }),
  () => ({ type: "EntityOrCommon", name: "Bool" }),
];

const extensions: readonly string[] = ["ipaddr", "decimal", "datetime", "duration"];

/** A type in the JSON schema format, with records and sets at most so deep. */
export function drawType(choices: Choices, scope: TypeScope, depth: number): Type {
  if (scope.common !== undefined && choices.chance(12)) return drawCommonType(choices, scope, scope.common, depth);
  const roll = choices.below(depth > 0 ? 20 : 14);
  if (roll < 7) return choices.pick(simple)();
  if (roll < 11) return drawEntityType(choices, scope);
  if (roll < 14) {
    const name = choices.pick(extensions);
    return choices.chance(70) ? { type: "Extension", name } : { type: "EntityOrCommon", name: `__cedar::${name}` };
  }
  if (roll < 17) return { type: "Set", element: drawType(choices, scope, depth - 1) };
  return drawRecordType(choices, scope, depth, 4);
}

function drawEntityType(choices: Choices, { entityTypes }: TypeScope): Type {
  return { type: choices.chance(50) ? "EntityOrCommon" : "Entity", name: choices.pick(entityTypes) };
}

function drawCommonType(choices: Choices, scope: TypeScope, common: CommonTypes, depth: number): Type {
  const names = [...common.keys()];
  if (names.length > 0 && choices.chance(50)) return reference(choices, scope, choices.pick(names));
  const { namespace } = scope;
  // Made before it is named, so that it cannot contain itself.
  const type = drawType(choices, scope, depth);
  const name = `${namespace === "" ? "" : "N"}T${common.size}`;
  common.set(name, type);
  return reference(choices, scope, name);
}

function reference(choices: Choices, { namespace }: TypeScope, name: string): Type {
  const spelling = namespace !== "" && choices.chance(30) ? `${namespace}::${name}` : name;
  return choices.chance(50) ? { type: "EntityOrCommon", name: spelling } : { type: spelling };
}

/** The type of records with at most so many attributes. */
export function drawRecordType(choices: Choices, scope: TypeScope, depth: number, most: number): Type {
  const attributes = new Map<string, JsonValue>();
  choices.list(0, most, () => {
    const name = choices.pick(choices.chance(12) ? attributeNames.odd : attributeNames.plain);
    const type = drawType(choices, scope, depth - 1);
    attributes.set(name, choices.chance(35) ? { ...type, required: false } : type);
  });
  return { type: "Record", attributes: Object.fromEntries(attributes) };
}
