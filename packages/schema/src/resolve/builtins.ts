import type { ExtensionTypeName, Type } from "../model.ts";

/** The extension types, in the order in which the reference looks through them for what could have been meant. */
export const extensionTypeNames: readonly ExtensionTypeName[] = ["datetime", "decimal", "duration", "ipaddr"];

/** The types that Cedar has by itself, which can be named as they are here or with `__cedar::` in front. */
export const builtinTypes: ReadonlyMap<string, Type> = new Map<string, Type>([
  ["Bool", { kind: "boolean" }],
  ["Long", { kind: "long" }],
  ["String", { kind: "string" }],
  ...extensionTypeNames.map((name): [string, Type] => [name, { kind: "extension", name }]),
]);

/** What stands before the name of a built-in type where the name itself is taken. */
export const builtinPrefix = "__cedar::";

/** Whether this names an extension type. */
export function isExtensionTypeName(name: string): name is ExtensionTypeName {
  return builtinTypes.get(name)?.kind === "extension";
}
