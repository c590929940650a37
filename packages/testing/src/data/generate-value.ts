import type { JsonValue } from "@deodar/json";
import type { Type } from "@deodar/schema";
import type { Choices } from "../choices/choices.ts";
import type { Ground } from "../ground/ground.ts";
import { drawLong } from "../ground/pools.ts";
import { type Constructor, drawExtensionText } from "../texts/extension-texts.ts";

/** How values are made. */
export interface ValueOptions {
  /** Percent of values that are of another type than asked for. */
  readonly slips: number;
}

/** A value of this type, in the JSON form of entities and contexts. */
export function drawValue(choices: Choices, ground: Ground, type: Type, options: ValueOptions): JsonValue {
  const wanted = options.slips > 0 && choices.chance(options.slips) ? choices.pick(ground.view.types) : type;
  switch (wanted.kind) {
    case "boolean":
      return choices.below(2) === 1;
    case "long":
      return drawLong(choices, ground.pools);
    case "string":
      return choices.pick(ground.pools.strings);
    case "entity":
      return { __entity: uidJson(drawUid(choices, ground, wanted.name, options.slips)) };
    case "extension":
      return drawExtension(choices, wanted.name);
    case "set":
      return choices.list(0, 3, () => drawValue(choices, ground, wanted.element, options));
    case "record":
      return drawRecord(choices, ground, wanted, options);
  }
}

/** A record of this type; optional attributes are missing half of the time. */
export function drawRecord(
  choices: Choices,
  ground: Ground,
  { attributes }: Pick<Extract<Type, { kind: "record" }>, "attributes">,
  options: ValueOptions,
): { readonly [key: string]: JsonValue } {
  const entries: [string, JsonValue][] = [];
  for (const [name, { type, required }] of attributes) {
    const absent = required ? options.slips > 0 && choices.chance(options.slips) : !choices.chance(50);
    if (!absent) entries.push([name, drawValue(choices, ground, type, options)]);
  }
  if (options.slips > 0 && choices.chance(options.slips)) entries.push(["extra", choices.pick(ground.pools.strings)]);
  // Unlike an assignment, this makes an ordinary entry of `__proto__`.
  return Object.fromEntries(entries);
}

const constructors: Readonly<Record<Extract<Type, { kind: "extension" }>["name"], Constructor>> = {
  ipaddr: "ip",
  decimal: "decimal",
  datetime: "datetime",
  duration: "duration",
};

/** The name of the function that makes values of an extension type. */
export function constructorOf(type: Extract<Type, { kind: "extension" }>["name"]): Constructor {
  return constructors[type];
}

function drawExtension(choices: Choices, type: Extract<Type, { kind: "extension" }>["name"]): JsonValue {
  const fn = constructorOf(type);
  if (type === "datetime" && choices.chance(10)) {
    const args = [extension("datetime", drawExtensionText(choices, "datetime")), extension("duration", "1d")];
    return { __extn: { fn: "offset", args } };
  }
  return extension(fn, drawExtensionText(choices, fn));
}

function extension(fn: string, arg: string): JsonValue {
  return { __extn: { fn, arg } };
}

/** An entity's type and id. */
export interface Uid {
  readonly type: string;
  readonly id: string;
}

/** The JSON of a uid, without anything around it. */
export function uidJson({ type, id }: Uid): { readonly type: string; readonly id: string } {
  return { type, id };
}

/**
 * A uid of this type: mostly that of an entity there is, now and then of none.
 *
 * @param slips percent of uids that the schema does not allow, where it names those that it does
 */
export function drawUid(choices: Choices, { view, pools, uids }: Ground, type: string, slips = 0): Uid {
  if (slips > 0 && choices.chance(slips)) return { type, id: "undeclared" };
  const present = uids.get(type);
  if (present !== undefined && present.length > 0 && !choices.chance(8)) return choices.pick(present);
  const enumeration = view.schema.entityTypes.get(type)?.enumeration;
  if (enumeration !== undefined) return { type, id: choices.pick([...enumeration]) };
  const actions = view.schema.actions.get(type);
  if (actions !== undefined && !choices.chance(10)) return { type, id: choices.pick([...actions.keys()]) };
  return { type, id: choices.pick(pools.ids) };
}
