import { compareStrings } from "@deodar/diagnostics";

/** Named things in the order of the reference, which keeps declarations sorted by name; the list itself stays as it is. */
export function byName<T extends { readonly name: string }>(list: readonly T[]): T[] {
  return [...list].sort((a, b) => compareStrings(a.name, b.name));
}
